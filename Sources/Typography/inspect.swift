internal import Diagnostics

/// Checks finished lines against the rules for Chinese, whoever made them.
///
/// Only text, places and widths are looked at, never break opportunities, penalties or classes that
/// composition went by, so that a mistake in those is found and not repeated.
package func inspect(
  _ paragraph: Paragraph, _ lines: [Line], _ settings: LineSettings, styles: StyleTable
) -> [TypographyFinding] {
  lines.indices.flatMap { inspect(line: $0, of: paragraph, lines, settings, styles: styles) }
}

/// Checks one finished line.
package func inspect(
  line number: Int, of paragraph: Paragraph, _ lines: [Line], _ settings: LineSettings,
  styles: StyleTable
) -> [TypographyFinding] {
  guard let inspector = LineInspector(number, paragraph, lines, settings, styles) else { return [] }
  var copy = inspector
  copy.inspectWidth()
  guard copy.isChinese else { return copy.findings }
  copy.inspectEdges()
  copy.inspectMarks()
  copy.inspectSpaces()
  return copy.findings
}

/// One finished line and what is found on it.
struct LineInspector {
  let number: Int
  let paragraph: Paragraph
  let lines: [Line]
  let settings: LineSettings
  let styles: StyleTable
  let line: Line
  /// The text of the line as UTF-16 offsets.
  let range: Range<Int>
  let seams: [Seam]
  var findings: [TypographyFinding] = []

  /// Nil for a line without text.
  init?(
    _ number: Int, _ paragraph: Paragraph, _ lines: [Line], _ settings: LineSettings,
    _ styles: StyleTable
  ) {
    line = lines[number]
    range = paragraph.textRange(of: line)
    guard !range.isEmpty else { return nil }
    self.number = number
    self.paragraph = paragraph
    self.lines = lines
    self.settings = settings
    self.styles = styles
    seams = paragraph.seams(of: line, styles)
  }

  var text: [UInt16] { paragraph.source.text }
  var house: HouseStyle { styles.house }
  var isFirst: Bool { number == 0 }
  var isLast: Bool { number == lines.count - 1 }

  var isOnGrid: Bool { paragraph.isOnGrid(settings) }

  /// Whether the paragraph is in Chinese.
  var isChinese: Bool {
    paragraph.source.runs.first.map { styles.resolved[$0.style].isChinese } ?? false
  }

  mutating func add(
    _ rule: String, _ message: String, _ range: Range<Int>,
    _ severity: TypographyFinding.Severity = .violation
  ) {
    findings.append(
      TypographyFinding(
        rule: rule, severity: severity, line: number, message: message, range: range))
  }

  /// Whether the character is a full-width Chinese mark: shared ones by the face they are set in.
  func isFullWidth(_ offset: Int) -> Bool {
    guard ChineseMarks.fullWidth.contains(text[offset]) else { return false }
    return !ChineseMarks.shared.contains(text[offset]) || paragraph.isInHanFace(offset, styles)
  }
}

/// The marks of Chinese as the rules list them.
enum ChineseMarks {
  static let pauses = Set("，、；：".utf16)
  static let stops = Set("。．？！".utf16)
  static let closingBrackets = Set("”’」』）］｝】》〉〗〕".utf16)
  static let openingBrackets = Set("“‘「『（［｛【《〈〖〔".utf16)
  static let closing = pauses.union(stops).union(closingBrackets)
  static let fullWidth = closing.union(openingBrackets)
  /// Marks that Latin text uses too.
  static let shared = Set("“”‘’·—…".utf16)
  static let noStart = closing.union("～－–·々〻ー".utf16)
  static let noEnd = openingBrackets.union("￥＄€£№§".utf16)
  static let solidi = Set("／".utf16)
}

extension Paragraph {
  /// The text of a line as UTF-16 offsets.
  package func textRange(of line: Line) -> Range<Int> {
    guard let first = line.boxes.first, let last = line.boxes.last else { return 0..<0 }
    return Int(boxes[first].textStart)..<Int(boxes[last].textEnd)
  }

  /// Whether a character is set in the Han face of its style.
  func isInHanFace(_ offset: Int, _ styles: StyleTable) -> Bool {
    let index = boxes.partitioningIndex { Int($0.textEnd) > offset }
    guard index < boxes.count else { return false }
    let segment = segments[Int(boxes[index].segment)]
    return segment.face == styles.resolved[Int(segment.style)].faces.han
  }
}
