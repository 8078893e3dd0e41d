internal import Declarations
internal import Diagnostics

/// Joins the chapters of a report: gathers what can be referred to, puts the footnotes in the order
/// of their marks, and finds ids that are double, references to nothing, marks without a note and
/// notes without a mark.
///
/// The entries of the bibliography come in the order of their citations.
func resolveReferences(
  _ report: Report, definitions: [Footnote], bibliography: [BibliographyEntry]
) -> Diagnosed<Report> {
  var resolver = ReferenceResolver(definitions: definitions, bibliography: bibliography)
  for (index, part) in report.parts.enumerated() { resolver.collect(part.blocks, part: index) }
  for footnote in definitions { resolver.collect(footnote.blocks, part: 0) }
  for part in report.parts { resolver.resolve(part.blocks) }
  var report = report
  report.footnotes = resolver.orderedFootnotes()
  report.targets = resolver.targets
  let cited = orderCitations(bibliography, in: report)
  report.references = cited.value
  return Diagnosed(report, listed(resolver.diagnostics + cited.diagnostics))
}

private struct ReferenceResolver {
  /// Beyond this many, unknown references are listed without a suggestion, which costs a search.
  static let maximumSuggestions = 100

  let definitions: [Footnote]
  /// The place of each entry of the bibliography, by its id.
  private let entries: [String: SourceSpan]
  private(set) var targets: [String: ReferenceTarget] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The definition of each footnote, by id, and the first mark of each.
  private var definitionIndex: [String: Int] = [:]
  private var marks: [String: SourceSpan] = [:]
  /// Definitions in the order of their first marks.
  private var order: [Int] = []
  private var suggestionCount = 0

  init(definitions: [Footnote], bibliography: [BibliographyEntry]) {
    self.definitions = definitions
    entries = Dictionary(bibliography.map { ($0.id.value, $0.id.span) }) { first, _ in first }
    for (index, footnote) in definitions.enumerated() {
      let id = footnote.id
      guard let first = definitionIndex[id.value] else {
        definitionIndex[id.value] = index
        continue
      }
      diagnostics.append(
        Diagnostic(.duplicateFootnote, "footnote “\(id.value)” is defined twice", at: id.span)
          .labelled("first defined here", at: definitions[first].id.span))
    }
  }

  mutating func collect(_ blocks: [Block], part: Int) {
    for block in blocks {
      if let id = block.id { add(id, block.targetKind, part: part) }
      collect(block.children, part: part)
    }
    var ids: [Spanned<String>] = []
    blocks.filter(\.isLeaf).visitInlines { inline in
      if let id = inline.id { ids.append(id) }
    }
    for id in ids { add(id, .span, part: part) }
  }

  private mutating func add(_ id: Spanned<String>, _ kind: ReferenceTarget.Kind, part: Int) {
    if let first = targets[id.value]?.span ?? entries[id.value] {
      diagnostics.append(
        Diagnostic(.duplicateID, "the id “\(id.value)” is given twice", at: id.span)
          .labelled("first given here", at: first))
    } else {
      targets[id.value] = ReferenceTarget(kind: kind, span: id.span, part: part)
    }
  }

  mutating func resolve(_ blocks: [Block]) {
    var references: [CrossReference] = []
    var citations: [Citation] = []
    var marks: [FootnoteReference] = []
    blocks.visitInlines { inline in
      switch inline {
      case .reference(let reference): references.append(reference)
      case .citation(let citation): citations.append(citation)
      case .footnoteReference(let mark): marks.append(mark)
      default: break
      }
    }
    for reference in references where entries[reference.id] == nil { resolve(reference) }
    for item in citations.flatMap(\.items) { resolve(item.key) }
    for mark in marks { resolve(mark) }
  }

  private mutating func resolve(_ reference: CrossReference) {
    guard targets[reference.id] == nil else { return }
    report(
      "“@\(reference.id)” refers to nothing", at: reference.span,
      canSuggest
        ? suggestion(
          for: reference.id, among: [targets.keys.map(\.self), entries.keys.map(\.self)].joined())
        : nil)
  }

  /// A citation: only the bibliography counts.
  private mutating func resolve(_ key: Spanned<String>) {
    guard entries[key.value] == nil else { return }
    let isElsewhere = targets[key.value] != nil
    report(
      "the bibliography has no “\(key.value)”", at: key.span,
      isElsewhere
        ? "write @\(key.value) without brackets"
        : canSuggest ? suggestion(for: key.value, among: entries.keys) : nil)
  }

  private var canSuggest: Bool { suggestionCount < Self.maximumSuggestions }

  private mutating func report(_ message: String, at span: SourceSpan, _ hint: String?) {
    suggestionCount += 1
    diagnostics.append(Diagnostic(.unknownReference, message, at: span).hinting(hint))
  }

  private mutating func resolve(_ mark: FootnoteReference) {
    if let first = marks[mark.id] {
      diagnostics.append(
        Diagnostic(
          .repeatedMark, "footnote “\(mark.id)” is marked twice", severity: .warning,
          at: mark.span
        ).labelled("first marked here", at: first))
      return
    }
    marks[mark.id] = mark.span
    if let definition = definitionIndex[mark.id] {
      order.append(definition)
    } else {
      diagnostics.append(
        Diagnostic(.undefinedFootnote, "footnote “\(mark.id)” is not defined", at: mark.span)
          .hinting(suggestion(for: mark.id, among: definitionIndex.keys)))
    }
  }

  /// The footnotes in the order of their marks; marks inside notes come after those in the text.
  mutating func orderedFootnotes() -> [Footnote] {
    var next = 0
    while next < order.count {
      resolve(definitions[order[next]].blocks)
      next += 1
    }
    for footnote in definitions where marks[footnote.id.value] == nil {
      diagnostics.append(
        Diagnostic(
          .unusedFootnote, "footnote “\(footnote.id.value)” has no mark", at: footnote.id.span))
    }
    return order.map { definitions[$0] }
  }
}

extension Block {
  fileprivate var targetKind: ReferenceTarget.Kind {
    switch self {
    case .heading: .section
    case .picture, .chart: .figure
    case .table, .dataTable: .table
    default: .division
    }
  }

  /// Whether the inlines of the block are its own, not those of blocks inside.
  fileprivate var isLeaf: Bool {
    switch self {
    case .list, .quote, .division: false
    default: true
    }
  }
}

extension Inline {
  fileprivate var id: Spanned<String>? {
    switch self {
    case .span(let bracketed): bracketed.attributes.id
    case .link(let link): link.attributes.id
    case .image(let image): image.attributes.id
    case .code(let code): code.attributes.id
    default: nil
    }
  }
}
