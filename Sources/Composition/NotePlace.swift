internal import Diagnostics
internal import Drawing

/// A mark or a label of a note, by the structure node that it is drawn as.
struct NotePlace: Sendable {
  enum Kind: Sendable {
    /// The mark at which the note stands.
    case mark
    /// A further mark of the same note.
    case repeated
    /// The number before the note.
    case label
  }

  var kind: Kind
  var note: Int
  var node: StructureNodeID
  var span: SourceSpan
}
