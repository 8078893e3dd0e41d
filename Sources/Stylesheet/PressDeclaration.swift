internal import Declarations
internal import Diagnostics
internal import Geometry

/// `press: { condition: FOGRA39, marks: true }`.
struct PressDeclaration: Declared {
  var standard = PressStandard.x4
  var condition: Spanned<String>?
  var information: String?
  var profile: Spanned<String>?
  var sha256: Spanned<String>?
  var hasMarks = true
  var maximumInk: Double?
  var minimumLine: Length?
  var minimumReversedText: Length?
  var minimumResolution: Double?

  static let fields: [Field<PressDeclaration>] = [
    Field("standard", .choice(PressStandard.self), "What the print edition conforms to.") {
      $0.standard = $1
    },
    Field("condition", .spanned(.string), "Name of the printing condition in the ICC registry.") {
      $0.condition = $1
    },
    Field("information", .string, "What the condition is, for people.") { $0.information = $1 },
    Field("profile", .spanned(.string), "ICC profile: a file of the layout, or a system's.") {
      $0.profile = $1
    },
    Field("sha256", .spanned(.string), "Checksum of the profile.") { $0.sha256 = $1 },
    Field("marks", .boolean, "Whether crop and registration marks and a colour bar are drawn.") {
      $0.hasMarks = $1
    },
    Field("maximum-ink", .number, "Most ink on one spot, in percent of one solid.") {
      $0.maximumInk = $1
    },
    Field("minimum-line", .length, "Thinnest line.") { $0.minimumLine = $1 },
    Field("minimum-reversed-text", .length, "Smallest light text on a dark ground.") {
      $0.minimumReversedText = $1
    },
    Field("minimum-resolution", .number, "Coarsest picture, in pixels per inch.") {
      $0.minimumResolution = $1
    },
  ]
}
