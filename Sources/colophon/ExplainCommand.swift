internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `colophon explain`: what a diagnostic code means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: Colophon.name,
    abstract: "Say what a finding means and how to mend it.",
    discussion: """
      The code is what stands in brackets at the end of a finding; without a code, all are listed.

        colophon explain yaml.unknown-key
      """)

  @Argument(
    help: "The code, such as yaml.unknown-key.",
    completion: .list(DiagnosticCatalogue.codes.map(\.id)))
  var code: String?

  func run() throws {
    guard let id = code else { return list() }
    guard let code = DiagnosticCatalogue.code(id) else {
      let hint = suggestion(for: id, among: DiagnosticCatalogue.codes.map(\.id))
      throw ValidationError("there is no code “\(id)”\(hint.map { "; \($0)" } ?? "")")
    }
    print("\(code.id)\n\n\(wrapped(code.explanation, width: 80))")
  }

  private func list() {
    let width = DiagnosticCatalogue.codes.map(\.id.count).max() ?? 0
    for code in DiagnosticCatalogue.codes {
      let gap = String(repeating: " ", count: width - code.id.count + 2)
      let sentence = code.explanation.split(separator: ". ").first.map(String.init) ?? ""
      print(code.id + gap + (sentence.hasSuffix(".") ? sentence : sentence + "."))
    }
  }

  private func wrapped(_ text: String, width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
