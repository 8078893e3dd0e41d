/// Writes diagnostics as a SARIF 2.1.0 log (OASIS), which code hosts show on the changed lines.
///
/// Every known code is a rule with its help, also those that were not met: a host can then tell
/// "checked and clean" from "not checked".
package struct SARIFDiagnosticRenderer: Sendable {
  private let map: SourceMap
  private let folder: String
  private let version: String
  private let codes: [DiagnosticCode]

  /// - Parameters:
  ///   - map: the sources that spans refer to.
  ///   - folder: the folder that relative file names are shown below.
  ///   - version: our own version.
  ///   - codes: every code that the run could have reported.
  package init(map: SourceMap, folder: String = "", version: String, codes: [DiagnosticCode]) {
    self.map = map
    self.folder = folder
    self.version = version
    self.codes = codes
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    var rules = codes
    var positions: [DiagnosticCode: Int] = [:]
    for (index, code) in rules.enumerated() { positions[code] = index }
    for diagnostic in diagnostics where positions[diagnostic.code] == nil {
      positions[diagnostic.code] = rules.count
      rules.append(diagnostic.code)
    }
    let results = diagnostics.map { result($0, rule: positions[$0.code] ?? 0) }
    return log(rules: rules.map(rule), results: results).text(isIndented: true)
  }

  private func log(rules: [JSONValue], results: [JSONValue]) -> JSONValue {
    let driver: JSONValue = [
      "name": "Colophon", "version": .string(version), "rules": .array(rules),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver],
          "originalUriBaseIds": [
            Self.base: ["description": ["text": "The folder that the paths are relative to."]]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ],
    ]
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    [
      "id": .string(code.id),
      "shortDescription": ["text": .string(firstSentence(of: code.explanation))],
      "fullDescription": ["text": .string(code.explanation)],
      "help": ["text": .string(code.explanation)],
    ]
  }

  private func firstSentence(of text: String) -> String {
    guard let end = text.firstRange(of: ". ") else { return text }
    return text[..<end.lowerBound] + "."
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONValue {
    let message = ([diagnostic.message] + diagnostic.hints).joined(separator: "; ")
    let related = diagnostic.labels.enumerated().compactMap { index, label in
      location(label.span, message: label.text, id: index + 1)
    }
    return .object([
      ("ruleId", .string(diagnostic.code.id)),
      ("ruleIndex", .integer(rule)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", ["text": .string(message)]),
      ("locations", (location(diagnostic.span) ?? subject).map { [$0] }),
      ("relatedLocations", related.isEmpty ? nil : .array(related)),
      ("suppressions", diagnostic.allowance.map { [suppression(for: $0)] }),
    ])
  }

  private func location(
    _ span: SourceSpan, message: String? = nil, id: Int? = nil
  ) -> JSONValue? {
    guard let place = DiagnosticPlace(span, in: map, below: folder) else { return nil }
    let region: JSONValue = [
      "startLine": .integer(place.start.line), "startColumn": .integer(place.start.column),
      "endLine": .integer(place.end.line), "endColumn": .integer(place.end.column),
    ]
    return .object([
      ("id", id.map(JSONValue.integer)),
      ("message", message.map { ["text": .string($0)] }),
      (
        "physicalLocation",
        ["artifactLocation": artifact(place.file), "region": region]
      ),
    ])
  }

  /// What a finding without a place is about: the file that the run began with, as a whole.
  ///
  /// Code hosts drop results that have no location.
  private var subject: JSONValue? {
    map.firstFile.map { file in
      ["physicalLocation": ["artifactLocation": artifact(map.path(of: file, below: folder))]]
    }
  }

  /// SARIF 2.1.0, 3.35: the report allows findings in a file of its own.
  private func suppression(for reason: String) -> JSONValue {
    ["kind": "external", "status": "accepted", "justification": .string(reason)]
  }

  /// A relative path counts from the base, unless it leads out of it, which 3.4.3 forbids.
  private func artifact(_ path: String) -> JSONValue {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let isBelow = !path.hasPrefix("/") && !path.hasPrefix("../")
    return .object([
      ("uri", .string(uri(path))), ("uriBaseId", isBelow ? .string(Self.base) : nil),
    ])
  }

  /// The name of the folder that relative paths count from, as code hosts know it.
  private static let base = "%SRCROOT%"

  /// The path as a URI reference (RFC 3986): all but unreserved characters and `/` in percent signs.
  private func uri(_ path: String) -> String {
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
