package import Declarations
package import Diagnostics

/// Something that must hold; the build fails where it does not.
package struct CheckDeclaration: Declared {
  package enum Assertion: String, CaseIterable, Sendable {
    /// The figures add up to `equals`.
    case sum
    /// The figures agree with each other, with `equals` where it is given, and with the rows of
    /// `against`.
    case equal
    /// Each figure lies between `from` and `to`.
    case range
    /// Each figure is at least as large as the one before.
    case increasing
    /// Each figure is at most as large as the one before.
    case decreasing
    /// The figures, rounded as they are printed, make up `equals` (100 by default).
    case shares
  }

  /// How the figures of a check are rounded together.
  package enum Apportionment: String, CaseIterable, Sendable {
    /// What is printed adds up to the whole (the method of Hamilton).
    case largestRemainder = "largest-remainder"
  }

  package var assertion: Assertion?
  package var figures: [Spanned<String>] = []
  package var query: Spanned<String>?
  package var against: Spanned<String>?
  package var apportionment: Apportionment?
  package var equals: Spanned<String>?
  package var tolerance: Spanned<String>?
  package var from: Spanned<String>?
  package var to: Spanned<String>?
  package var note: String?

  package init() {}

  package static let fields: [Field<CheckDeclaration>] = [
    Field("assert", .choice(Assertion.self), "What kind of thing must hold.", isRequired: true) {
      $0.assertion = $1
    },
    Field("of", .list(.spanned(.string)), "The figures that it speaks of.") {
      $0.figures = $1
    },
    Field("query", .spanned(.string), "SQL that gives the numbers, and names in a column before.") {
      $0.query = $1
    },
    Field("against", .spanned(.string), "SQL of another source that must give the same numbers.") {
      $0.against = $1
    },
    Field("round", .choice(Apportionment.self), "How shares are rounded together for print.") {
      $0.apportionment = $1
    },
    Field("equals", .spanned(.string), "A figure or a number to compare with.") { $0.equals = $1 },
    Field("tolerance", .spanned(.string), "How far apart two numbers may be; 0 by default.") {
      $0.tolerance = $1
    },
    Field("from", .spanned(.string), "The lower bound of a range: a figure or a number.") {
      $0.from = $1
    },
    Field("to", .spanned(.string), "The upper bound of a range: a figure or a number.") {
      $0.to = $1
    },
    Field("note", .string, "Why it must hold.") { $0.note = $1 },
  ]
}
