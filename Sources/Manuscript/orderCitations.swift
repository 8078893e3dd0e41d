internal import Declarations
internal import Diagnostics

/// Puts the entries of the bibliography in the order in which the report first cites them, which is the
/// order of their numbers (顺序编码制; GB/T 7714—2015, 9.1).
///
/// A note is read where its mark stands.
///
/// - Returns: the entries cited, and a warning about each other one.
func orderCitations(
  _ entries: [BibliographyEntry], in report: Report
) -> Diagnosed<[BibliographyEntry]> {
  guard !entries.isEmpty else { return Diagnosed([]) }
  var order = CitationOrder(report, entries)
  for part in report.parts { order.read(part.blocks) }
  let diagnostics = entries.filter { !order.cited.contains($0.id.value) }.map {
    Diagnostic(
      .uncited, "the reference “\($0.id.value)” is cited nowhere and is not listed",
      severity: .warning, at: $0.id.span)
  }
  return Diagnosed(order.entries, diagnostics)
}

private struct CitationOrder {
  private let index: [String: BibliographyEntry]
  private var notes: [String: [Block]]
  private(set) var entries: [BibliographyEntry] = []
  private(set) var cited: Set<String> = []

  init(_ report: Report, _ entries: [BibliographyEntry]) {
    index = Dictionary(entries.map { ($0.id.value, $0) }) { first, _ in first }
    notes = Dictionary(report.footnotes.map { ($0.id.value, $0.blocks) }) { first, _ in first }
  }

  /// Reads blocks and the notes that they mark; notes marked in notes may go deep, so that what is
  /// left to be read stands on a stack.
  mutating func read(_ blocks: [Block]) {
    var stack = [ArraySlice(calls(in: blocks))]
    while var calls = stack.popLast() {
      guard let call = calls.popFirst() else { continue }
      stack.append(calls)
      switch call {
      case .note(let id):
        if let note = notes.removeValue(forKey: id) {
          stack.append(ArraySlice(self.calls(in: note)))
        }
      case .reference(let key):
        if let entry = index[key], cited.insert(key).inserted { entries.append(entry) }
      }
    }
  }

  private enum Call {
    case note(String)
    case reference(String)
  }

  private func calls(in blocks: [Block]) -> [Call] {
    var calls: [Call] = []
    blocks.visitInlines { inline in
      switch inline {
      case .citation(let citation): calls += citation.items.map { .reference($0.key.value) }
      case .reference(let reference): calls.append(.reference(reference.id))
      case .footnoteReference(let mark): calls.append(.note(mark.id))
      default: break
      }
    }
    return calls
  }
}
