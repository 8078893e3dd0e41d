import Diagnostics
import Geometry

/// Findings with their places, those that are alike put together: a fault of a template is on every
/// page.
struct PlacedFindings {
  private struct Key: Hashable {
    var code: DiagnosticCode
    var kind: String
    var severity: Severity
  }

  private struct Group {
    var message: String
    var page: Int?
    var corner: Point?
    var count = 1
    var pages: Set<Int>
  }

  private var order: [Key] = []
  private var groups: [Key: Group] = [:]

  /// Adds what is wrong at one place; findings of one code, kind and severity are put together.
  mutating func add(
    _ code: DiagnosticCode, _ message: String, kind: String? = nil, page: Int? = nil,
    at corner: Point? = nil, severity: Severity = .error
  ) {
    let key = Key(code: code, kind: kind ?? message, severity: severity)
    if groups[key] == nil {
      order.append(key)
      groups[key] = Group(message: message, page: page, corner: corner, count: 0, pages: [])
    }
    groups[key]?.count += 1
    if let page { groups[key]?.pages.insert(page) }
  }

  var diagnostics: [Diagnostic] {
    order.compactMap { key in
      groups[key].map { Diagnostic(key.code, text(of: $0), severity: key.severity) }
    }
  }

  private func text(of group: Group) -> String {
    let place = group.page.map { "page \($0 + 1)\(corner(group.corner)): " } ?? ""
    guard group.count > 1 else { return place + group.message }
    let pages = group.pages.count == 1 ? "on it" : "on \(group.pages.count) pages"
    let others = "\(group.count - 1) more \(pages)"
    return "\(place)\(group.message); \(others)"
  }

  private func corner(_ corner: Point?) -> String {
    corner.map { " at \(whole($0.x)), \(whole($0.y)) pt" } ?? ""
  }
}

func whole(_ value: Double) -> Int {
  value.isFinite ? Int(min(max(value, -1e9), 1e9).rounded()) : 0
}

func percent(_ value: Double) -> String { "\(whole(value * 100)) %" }

func decimal(_ value: Double) -> String {
  let hundredths = whole(value * 100)
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}

/// What is wrong with the names of inks (GWG 19 to 21).
func spotNameFindings(_ names: [String]) -> [String] {
  var findings: [String] = []
  var spellings: [String: String] = [:]
  for name in names {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if plain == "all" || plain == "none" {
      findings.append("a named ink is called “\(name)”")
    } else if let other = spellings[plain], other != name {
      findings.append("the named inks “\(other)” and “\(name)” are one")
    }
    spellings[plain] = name
  }
  return findings
}
