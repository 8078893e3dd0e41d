/// A source line cut to what a terminal can show, with the mark that goes under it.
///
/// A Markdown paragraph may be one line of thousands of characters: at most `width` columns around
/// the mark are kept, with an ellipsis for what is left out.
struct Excerpt {
  /// The line as it is shown.
  private(set) var text = ""
  /// Spaces up to the mark.
  private(set) var indent = ""
  /// A caret at the first marked character and tildes under the others.
  private(set) var underline = "^"

  private static let width = 90
  private static let lead = 30

  /// - Parameters:
  ///   - line: the line without its line end.
  ///   - marked: positions of the marked characters in Unicode scalars, which may lie beyond the end.
  init(of line: String, marking marked: Range<Int>) {
    let scalars = Array(line.unicodeScalars.prefix(marked.lowerBound + Excerpt.width + 1))
    let first = min(marked.lowerBound, scalars.count)
    let lower = Excerpt.start(before: first, in: scalars)
    var columns = lower > 0 ? 1 : 0
    var marks = 0
    if lower > 0 { text = "…" }
    for index in lower..<scalars.count {
      let width = scalars[index].columns
      guard columns + width <= Excerpt.width else {
        text += "…"
        break
      }
      if index < first { indent += String(repeating: " ", count: width) }
      if marked.contains(index) { marks += width }
      columns += width
      text.unicodeScalars.append(scalars[index].printable)
    }
    if lower > 0 { indent = " " + indent }
    underline += String(repeating: "~", count: max(marks - 1, 0))
  }

  /// Where to begin so that at most `lead` columns stand before the mark; 0 if they all fit.
  private static func start(before first: Int, in scalars: [Unicode.Scalar]) -> Int {
    var columns = 0
    for index in stride(from: first - 1, through: 0, by: -1) {
      columns += scalars[index].columns
      if columns > lead { return index + 1 }
    }
    return 0
  }
}

extension Unicode.Scalar {
  /// How many columns of a terminal the character takes: 0, 1 or 2.
  var columns: Int {
    if isSteering { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isEastAsianWide ? 2 : 1
    }
  }

  /// The character as a terminal may have it: tabs and line ends as spaces, steering as U+FFFD.
  var printable: Unicode.Scalar {
    switch self {
    case "\t", "\n", "\r": " "
    default: isSteering ? "\u{FFFD}" : self
    }
  }

  /// Whether the character would move a terminal's cursor or reorder its line: controls and the
  /// directional formatting characters of UAX #9.
  var isSteering: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a terminal gives the character two columns (UAX #11, wide and full-width ranges).
  package var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
