package import Declarations

/// Which small parts of a share chart are joined in one, and what that part is called.
package struct OtherGroup: Declared {
  /// Parts below this many hundredths of the whole join.
  package var below: Double?
  /// The largest number of parts to show, the joined one among them.
  package var atMost: Int?
  package var label: String?

  package init() {}

  package static let fields: [Field<OtherGroup>] = [
    Field("below", .number, "Parts below this percentage join.") { $0.below = $1 },
    Field("at-most", .integer, "Largest number of parts to show.") { $0.atMost = $1 },
    Field("label", .string, "Name of the joined part.") { $0.label = $1 },
  ]
}
