package import Diagnostics
package import Drawing

/// The text of a paragraph with its runs: what the paragraph builder takes in.
package struct StyledText: Sendable {
  package struct RunOptions: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No line may end inside the run: numbers with their units, references.
    package static let unbreakable = RunOptions(rawValue: 1)
    /// A note mark: it never begins a line and takes no space before it.
    package static let noteMark = RunOptions(rawValue: 2)
  }

  /// Text of one style, structure node and source.
  package struct Run: Sendable {
    /// Offset in the text's UTF-16 at which the run ends; it begins where the run before it ends.
    package var end: Int
    /// Index in the style table.
    package var style: Int
    package var node: StructureNodeID
    package var span: SourceSpan
    package var options: RunOptions
    /// What the caller hangs on the run, such as a link or a note; -1 is nothing.
    package var attachment: Int

    package init(
      end: Int, style: Int, node: StructureNodeID, span: SourceSpan, options: RunOptions = [],
      attachment: Int = -1
    ) {
      self.end = end
      self.style = style
      self.node = node
      self.span = span
      self.options = options
      self.attachment = attachment
    }
  }

  package private(set) var text: [UInt16] = []
  package private(set) var runs: [Run] = []

  package init() {}

  package var isEmpty: Bool { text.isEmpty }

  package mutating func append(
    _ string: String, style: Int, node: StructureNodeID, span: SourceSpan,
    options: RunOptions = [], attachment: Int = -1
  ) {
    guard !string.isEmpty else { return }
    text.append(contentsOf: string.utf16)
    runs.append(
      Run(
        end: text.count, style: style, node: node, span: span, options: options,
        attachment: attachment))
  }

  /// The text as a string, for diagnostics and headings in the outline.
  package var string: String { String(decoding: text, as: UTF16.self) }
}
