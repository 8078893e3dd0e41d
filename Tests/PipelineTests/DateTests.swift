import Diagnostics
import Manuscript
import Testing

@testable import Pipeline

/// Which day dates the files: the report's, else the environment's, never the clock's.
struct DateTests {
  private struct Environment: World {
    var epoch: String?
    func read(_ path: String) -> Result<[UInt8], WorldError> { .failure(.missing) }
    func read(_ path: String, first count: Int) -> [UInt8]? { nil }
    func files(in folder: String) -> [String] { [] }
    func isFolder(_ path: String) -> Bool { false }
    func realPath(_ path: String) -> String? { nil }
    func environment(_ name: String) -> String? { name == "SOURCE_DATE_EPOCH" ? epoch : nil }
  }

  private func date(_ own: String?, epoch: String?) -> Diagnosed<String> {
    var declaration = ReportDeclaration()
    declaration.date = own.map { Spanned($0, at: .none) }
    return documentDate(declaration, Environment(epoch: epoch))
  }

  @Test(arguments: [
    ("2025-12-31", nil, "2025-12-31"), ("2025-12-31", "86400", "2025-12-31"),
    (nil, "1767225599", "2025-12-31"), (nil, "1767225600", "2026-01-01"), (nil, "0", "1970-01-01"),
    (nil, "951782400", "2000-02-29"), (nil, "253402300799", "9999-12-31"), (nil, nil, "1970-01-01"),
  ])
  func theReportComesFirst(own: String?, epoch: String?, expected: String) {
    let found = date(own, epoch: epoch)
    #expect(found.value == expected)
    #expect(found.diagnostics.isEmpty)
  }

  @Test(arguments: ["", "now", "-1", "1.5", " 1", "253402300800", "99999999999999999999", "１"])
  func aWrongVariableIsAnError(epoch: String) {
    let found = date(nil, epoch: epoch)
    #expect(found.value == "1970-01-01")
    #expect(found.diagnostics.map(\.code) == [.sourceDate])
    #expect(found.diagnostics.first?.severity == .error)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-12", "2025年", "31-12-2025", "2025-1-1"])
  func aDateThatIsNoDayIsAWarning(own: String) {
    let found = date(own, epoch: "86400")
    #expect(found.value == "1970-01-02")
    #expect(found.diagnostics.map(\.code) == [.undatedDocument])
    #expect(found.diagnostics.first?.severity == .warning)
  }
}
