import Diagnostics
import RenderingFixtures
import Testing

@testable import Pipeline

/// The text of the example report, read back out of its PDF.
@Suite(.needs("pdftotext", "pdfinfo"))
struct ExtractionTests {
  @Test func everyParagraphOfTheBodyIsThereInReadingOrder() async throws {
    let built = try await BuiltReport.shared
    let expected = ExpectedText(built.compilation)
    var search = PageSearch(try built.pageTexts())
    #expect(expected.flow.count > 100)
    for piece in expected.flow where search.find(piece.text) == nil {
      Issue.record("\(built.place(of: piece)) is not in the PDF, or not in order: \(piece.text)")
    }
  }

  @Test func everyCaptionCellAndCreditIsThere() async throws {
    let built = try await BuiltReport.shared
    let expected = ExpectedText(built.compilation)
    var search = PageSearch(try built.pageTexts())
    #expect(expected.floats.count >= 4 + 8 + 3)
    for float in expected.floats {
      search.restart()
      for piece in float where search.find(piece.text) == nil {
        Issue.record("\(built.place(of: piece)) is not in the PDF, or not in order: \(piece.text)")
      }
    }
  }

  @Test func everyNoteStartsOnThePageOfItsMark() async throws {
    let built = try await BuiltReport.shared
    let expected = ExpectedText(built.compilation)
    let texts = try built.pageTexts()
    var search = PageSearch(texts)
    var marks: [Int: Int] = [:]
    for piece in expected.flow {
      for mark in piece.marks where marks[mark.note] != nil {
        Issue.record("note \(mark.note) is marked twice")
      }
      var passed = 0
      for finding in search.find(piece.text) ?? [] {
        for mark in piece.marks where (passed..<passed + finding.length).contains(mark.offset) {
          marks[mark.note] = finding.page
        }
        passed += finding.length
      }
    }
    #expect(expected.notes.count >= 22)
    #expect(marks.keys.sorted() == Array(1...expected.notes.count))
    for (index, note) in expected.notes.enumerated() {
      let page = try #require(marks[index + 1])
      search.restart(at: page)
      let found = search.find(String(index + 1) + note.text)
      #expect(found?.first?.page == page, "note \(index + 1) of \(built.place(of: note))")
    }
  }

  @Test func theStructureHoldsTheHeadingsInOrder() async throws {
    let built = try await BuiltReport.shared
    let expected = ExpectedText(built.compilation).headings.map { "H\($0.level) \($0.text)" }
    let structure = LogicalText(try built.run("pdfinfo", "-struct-text", "%"))
    let headings = structure.elements.filter { $0.role.wholeMatch(of: /H[1-6]/) != nil }
    #expect(headings.map { "\($0.role) \($0.text)" } == expected)
  }

  @Test func theStructureHasEveryNoteAndLink() async throws {
    let built = try await BuiltReport.shared
    let expected = ExpectedText(built.compilation)
    let elements = LogicalText(try built.run("pdfinfo", "-struct-text", "%")).elements
    let notes = elements.filter { $0.role == "Note" }.map(\.text)
    #expect(notes == expected.notes.enumerated().map { "\($0 + 1)" + $1.text })
    let entries = elements.count { $0.role == "TOCI" }
    #expect(entries > 20)
    #expect(elements.count { $0.role == "Link" } == entries + expected.linkCount)
  }
}

extension BuiltReport {
  func place(of piece: ExpectedText.Piece) -> String {
    let place = compilation.map.location(of: piece.place)
    return place.map { "\($0.file):\($0.line)" } ?? "?"
  }
}
