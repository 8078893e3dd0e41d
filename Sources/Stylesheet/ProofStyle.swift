internal import Declarations
internal import Drawing
internal import Geometry

struct ProofDeclaration: Declared {
  var mark = RuleDeclaration()

  static let fields: [Field<ProofDeclaration>] = [
    Field("mark", .object(RuleDeclaration.self), "Rule around each number.") { $0.mark = $1 }
  ]
}

/// How a proof shows which numbers of its pages have an entry in its appendix.
package struct ProofStyle: Sendable {
  /// The rule around a number.
  package var mark: RuleStyle
}

extension StylesheetResolver {
  mutating func resolveProof() -> ProofStyle { ProofStyle(mark: rule(layout.proof.mark)) }
}

extension Stylesheet {
  /// How the appendix of a proof opens: as the layout's part `proof`, its appendix, or a plain page.
  ///
  /// It is no part of the contents, whose pages stay as they are in the other editions.
  package var proofPart: PartStyle {
    var style = parts["proof"] ?? parts["appendix"] ?? .plain
    (style.kind, style.isNumbered, style.isInContents) = (.text, false, false)
    return style
  }
}

extension PartStyle {
  fileprivate static let plain = PartStyle(
    kind: .text, opening: .page, isNumbered: false, label: .decimal, restartsPages: false,
    hasFurniture: true, isInContents: false, body: "body", openerHeight: 0, blocks: [], rules: [],
    artwork: [])
}
