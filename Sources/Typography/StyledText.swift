package import Diagnostics
package import Drawing

/// The text of a paragraph with its runs: what the paragraph builder takes in.
package struct StyledText: Hashable, Sendable {
  package struct RunOptions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No line may end inside the run: numbers with their units, references.
    package static let unbreakable = RunOptions(rawValue: 1)
    /// A note mark: it never begins a line and takes no space before it.
    package static let noteMark = RunOptions(rawValue: 2)
    /// Emphasis dots under every character but marks (着重号; GB/T 15834, 4.14).
    package static let dots = RunOptions(rawValue: 4)
    /// A line under a proper name (专名号; GB/T 15834, 4.16).
    package static let properName = RunOptions(rawValue: 8)
    /// A wavy line under a book title (书名号; GB/T 15834, 4.15).
    package static let bookTitle = RunOptions(rawValue: 16)
    /// No line begins with the run: the number of a reference stays with the word before it.
    package static let attached = RunOptions(rawValue: 32)
    /// An address: lines end behind its slashes and points, at worst inside its words, without a hyphen.
    package static let address = RunOptions(rawValue: 64)
  }

  /// A reading that stands above its run.
  package struct Ruby: Hashable, Sendable {
    package var text: String
    /// Index in the style table; about half the size of the run's own style.
    package var style: Int

    package init(text: String, style: Int) {
      self.text = text
      self.style = style
    }
  }

  /// Text of one style, structure node and source.
  package struct Run: Hashable, Sendable {
    /// Offset in the text's UTF-16 at which the run ends; it begins where the run before it ends.
    package var end: Int
    /// Index in the style table.
    package var style: Int
    package var node: StructureNodeID
    package var span: SourceSpan
    package var options: RunOptions
    /// What the caller hangs on the run, such as a link or a note; -1 is nothing.
    package var attachment: Int
    /// Index of the run's ruby in `rubies`; -1 is none.
    package var ruby: Int

    package init(
      end: Int, style: Int, node: StructureNodeID, span: SourceSpan, options: RunOptions = [],
      attachment: Int = -1, ruby: Int = -1
    ) {
      self.end = end
      self.style = style
      self.node = node
      self.span = span
      self.options = options
      self.attachment = attachment
      self.ruby = ruby
    }

    fileprivate func isSet(as other: Run) -> Bool {
      (end, style, options, ruby) == (other.end, other.style, other.options, other.ruby)
    }
  }

  /// A place in the text that something else must find on a page, such as a term of the index.
  package struct Anchor: Hashable, Sendable {
    /// Offset in the text's UTF-16.
    package var offset: Int
    package var name: String
  }

  package private(set) var text: [UInt16] = []
  /// In the order of the text.
  package private(set) var anchors: [Anchor] = []
  package private(set) var runs: [Run] = []
  package private(set) var rubies: [Ruby] = []

  package init() {}

  package var isEmpty: Bool { text.isEmpty }

  /// Whether another text gives the same glyphs and lines.
  func isSet(as other: StyledText) -> Bool {
    text == other.text && rubies == other.rubies && runs.count == other.runs.count
      && zip(runs, other.runs).allSatisfy { $0.isSet(as: $1) }
  }

  /// Appends a run of text; `ruby` is its reading, such as pinyin, to be set above it.
  package mutating func append(
    _ string: String, style: Int, node: StructureNodeID, span: SourceSpan,
    options: RunOptions = [], attachment: Int = -1, ruby: Ruby? = nil
  ) {
    guard !string.isEmpty else { return }
    text.append(contentsOf: string.utf16)
    if let ruby { rubies.append(ruby) }
    runs.append(
      Run(
        end: text.count, style: style, node: node, span: span, options: options,
        attachment: attachment, ruby: ruby == nil ? -1 : rubies.count - 1))
  }

  /// Names the place where the text appended next will begin.
  package mutating func addAnchor(_ name: String) {
    anchors.append(Anchor(offset: text.count, name: name))
  }

  /// The text as a string, for diagnostics and headings in the outline.
  package var string: String { string(in: text.indices) }

  /// The text of a range of UTF-16 units.
  package func string(in range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 3)
    _ = transcode(
      text[range].makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
    ) { bytes.append($0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
