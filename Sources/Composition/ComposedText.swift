internal import Stylesheet
internal import Typography

/// All text of a document as it is set, before it is on pages: what every part is planned and placed
/// with.
struct ComposedText: Sendable {
  let input: CompositionInput
  let styles: StyleTable
  /// By the index of the job.
  let results: [SettingResult]
  let attachments: [Attachment]
  /// The paragraphs of each footnote.
  let notes: [[TextBlock]]
  let marks: NoteMarks
  /// The notes whose marks stand in each footnote.
  let innerNotes: [[Int]]
}

/// Tells one planning of a part from any other.
final class PlanIdentity: Sendable {}

/// A part with its flow divided into pages.
struct PlannedPart: Sendable {
  let identity = PlanIdentity()
  var part: PartFlow
  var flow: Flow
  var pages: [PagePlan]
  /// Whether it makes a difference on which side of an opening the part begins.
  var minds = false
  /// Whether it is planned to begin on a left page.
  var isOnVerso = false
  /// Why each page ends where it does, and what the part would cost page by page, when asked for.
  var reasons: [PageReason] = []

  /// The pages, and those that lie turned on some of them.
  var allPages: [PagePlan] { pages + flow.turned.flatMap(\.pages) }
}
