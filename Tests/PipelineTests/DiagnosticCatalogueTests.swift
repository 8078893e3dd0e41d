import Diagnostics
import Testing

@testable import Pipeline

struct DiagnosticCatalogueTests {
  @Test func everyCodeHasItsOwnName() {
    let ids = DiagnosticCatalogue.codes.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(ids.contains("yaml.unknown-key"))
  }

  @Test(arguments: DiagnosticCatalogue.codes.map(\.id))
  func everyCodeIsNamedAndExplainedByTheRules(id: String) throws {
    let code = try #require(DiagnosticCatalogue.code(id))
    #expect(id.wholeMatch(of: /[a-z][a-z0-9]*(\.[a-z0-9]+(-[a-z0-9]+)*)+/) != nil)
    #expect(code.explanation.hasSuffix("."))
    #expect(code.explanation.count >= 30)
    #expect(code.explanation.first?.isUppercase == true)
  }
}
