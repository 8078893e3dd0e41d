internal import Declarations
internal import Diagnostics

/// `colophon.lock`: what a build stands on besides its report, by name and version or checksum.
///
/// Only what can change a byte of the output is recorded: a library that just hashes or connects is
/// updated without a new lock.
struct Lock: Declared {
  enum Section: String, CaseIterable, Sendable {
    /// Colophon and the C libraries, by version.
    case tools
    /// Font files, by SHA-256.
    case faces
    /// ICC profiles, by SHA-256.
    case profiles
    /// Hyphenation dictionaries, by SHA-256.
    case hyphenation
  }

  enum Format: String, CaseIterable, Sendable {
    case first = "colophon-lock/1"
  }

  static let name = "colophon.lock"

  private var entries: [Section: [String: Spanned<String>]] = [:]

  subscript(section: Section) -> [String: Spanned<String>] {
    get { entries[section] ?? [:] }
    set { entries[section] = newValue }
  }

  static let fields: [Field<Lock>] =
    [Field("format", .choice(Format.self), "Version of the format.", isRequired: true) { _, _ in }]
    + Section.allCases.map { section in
      Field(section.rawValue, .dictionary(.spanned(.string)), section.documentation) {
        lock, named in
        lock[section] = Dictionary(named.map { ($0.key.name, $0.value) }) { first, _ in first }
      }
    }

  /// The lock as YAML, sorted, so that equal locks are equal files.
  var text: String {
    let sections = Section.allCases.map { section in
      let lines = self[section].sorted { $0.key < $1.key }.map { name, entry in
        "  \(quoted(name)): \(quoted(entry.value))\n"
      }
      return "\(section.rawValue):\n\(lines.joined())"
    }
    return """
      # Written by `colophon fonts lock`; `colophon build --locked` refuses anything else.
      format: \(Format.first.rawValue)
      \(sections.joined())
      """
  }

  /// A scalar in double quotes (YAML 1.2, 7.3.1), whose escapes include those of JSON.
  private func quoted(_ text: String) -> String { JSONValue.string(text).text() }
}

extension Lock.Section {
  fileprivate var documentation: String {
    switch self {
    case .tools: "Versions of Colophon and of the libraries that decide over bytes, by name."
    case .faces: "SHA-256 of every font file of the catalogue, by path."
    case .profiles: "SHA-256 of the ICC profiles of printing conditions, by path."
    case .hyphenation: "SHA-256 of the hyphenation dictionaries, by path."
    }
  }
}
