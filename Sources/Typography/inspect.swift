internal import Diagnostics

/// Checks finished lines against the rules for Chinese, whoever made them.
///
/// Only text, places and widths are looked at, never break opportunities, penalties or classes that
/// composition went by, so that a mistake in those is found and not repeated.
package func inspect(
  _ paragraph: Paragraph, _ lines: [Line], _ settings: LineSettings, styles: StyleTable
) -> [TypographyFinding] {
  guard let first = paragraph.source.runs.first, styles.resolved[first.style].isChinese else {
    return inspectWidths(paragraph, lines, settings)
  }
  var inspector = Inspector(paragraph: paragraph, lines: lines, settings: settings, styles: styles)
  for number in lines.indices { inspector.inspect(number) }
  return inspector.findings + inspectWidths(paragraph, lines, settings)
}

/// Gaps and widths (E4.3): what any language's lines must hold to.
private func inspectWidths(
  _ paragraph: Paragraph, _ lines: [Line], _ settings: LineSettings
) -> [TypographyFinding] {
  var findings: [TypographyFinding] = []
  for (number, line) in lines.enumerated() {
    let range = paragraph.textRange(of: line)
    let add = { (severity: TypographyFinding.Severity, message: String) in
      findings.append(
        TypographyFinding(
          rule: "E4.3", severity: severity, line: number, message: message, range: range))
    }
    let indent = number == 0 ? settings.indent : 0
    if line.width > settings.measure - indent + 0.05 {
      add(.violation, "the line is wider than its measure")
    } else if line.looseness > 2.5 {
      add(.violation, "gaps between characters are more than a quarter em wide")
    } else if line.looseness > 1 {
      add(.relaxation, "gaps between characters are more than a tenth of an em wide")
    }
  }
  return findings
}

private struct Inspector {
  let paragraph: Paragraph
  let lines: [Line]
  let settings: LineSettings
  let styles: StyleTable
  var findings: [TypographyFinding] = []

  init(paragraph: Paragraph, lines: [Line], settings: LineSettings, styles: StyleTable) {
    self.paragraph = paragraph
    self.lines = lines
    self.settings = settings
    self.styles = styles
  }

  private var text: [UInt16] { paragraph.source.text }

  mutating func inspect(_ number: Int) {
    let range = paragraph.textRange(of: lines[number])
    guard !range.isEmpty else { return }
    if number > 0 {
      inspectStart(range.lowerBound, number)
      inspectParting(before: range.lowerBound, number)
    }
    if number < lines.count - 1 { inspectEnd(range, number) }
    if number == lines.count - 1, number > 0 { inspectRunt(range, number) }
    inspectMarks(number)
  }

  private mutating func add(_ rule: String, _ message: String, _ line: Int, _ range: Range<Int>) {
    findings.append(
      TypographyFinding(
        rule: rule, severity: .violation, line: line, message: message, range: range))
  }

  private mutating func inspectStart(_ offset: Int, _ line: Int) {
    let unit = text[offset]
    if styles.house.lineBreaking != .none, noStart.contains(unit), !isLatin(offset) {
      add("E1.1", "a mark begins a line that may not", line, offset..<offset + 1)
    }
    if paragraph.source.run(at: offset).options.contains(.noteMark) {
      add("E6.1", "a note mark begins a line", line, offset..<offset + 1)
    }
    let isLongMark = offset + 1 < text.count && text[offset + 1] == unit
    if styles.house.lineBreaking == .strict, isLongMark, unit == 0x2014 || unit == 0x2026 {
      add("E1.3", "a dash or an ellipsis begins a line", line, offset..<offset + 2)
    }
  }

  private mutating func inspectEnd(_ range: Range<Int>, _ line: Int) {
    let offset = range.upperBound - 1
    guard styles.house.lineBreaking != .none, noEnd.contains(text[offset]), !isLatin(offset) else {
      return
    }
    add("E1.2", "a mark ends a line that may not", line, offset..<offset + 1)
  }

  /// What stands on both sides of a line's beginning and belongs together.
  private mutating func inspectParting(before offset: Int, _ line: Int) {
    let left = text[offset - 1]
    let right = text[offset]
    if left == right, left == 0x2014 || left == 0x2026 {
      var count = 0
      while offset - count > 0, text[offset - count - 1] == left { count += 1 }
      if count & 1 == 1 {
        add("E1.4", "a dash or an ellipsis is divided", line, offset - 1..<offset + 1)
      }
    }
    let run = paragraph.source.run(at: offset)
    if run.options.contains(.unbreakable), paragraph.source.runStart(at: offset) < offset {
      add("E5.1", "a piece that is kept together is divided", line, offset - 1..<offset + 1)
    }
    if isDigit(left), isDigit(right) || unitMarks.contains(right) || counters.contains(right),
      !paragraph.source.run(at: offset - 1).options.contains(.noteMark)
    {
      add("E5.1", "a number is parted from what belongs to it", line, offset - 1..<offset + 1)
    }
  }

  private mutating func inspectRunt(_ range: Range<Int>, _ line: Int) {
    guard lines[line].width < settings.shortestLastLine - 0.01 else { return }
    add("E4.4", "the last line holds less than two characters", line, range)
  }

  /// Widths of marks: half an em at the line's end (E2.3), no full em beside another (E2.2).
  private mutating func inspectMarks(_ number: Int) {
    let line = lines[number]
    guard styles.house.punctuation == .quanjiao else { return }
    for index in line.boxes {
      let box = paragraph.boxes[index]
      let style = styles.resolved[Int(paragraph.segments[Int(box.segment)].style)]
      guard box.textEnd - box.textStart == 1, !isLatin(Int(box.textStart)),
        closingMarks.contains(text[Int(box.textStart)])
      else { continue }
      let range = Int(box.textStart)..<Int(box.textEnd)
      let isLast = index + 1 == line.boxes.upperBound
      if isLast, Double(box.width) > style.size * 0.6 {
        add("E2.3", "a mark at the line's end takes more than half an em", number, range)
      }
      guard !isLast else { continue }
      let next = paragraph.boxes[index + 1]
      let total = Double(box.width) + line.width(of: paragraph.gaps[index]) + Double(next.width)
      if closingMarks.contains(text[Int(next.textStart)]), total > style.size * 1.75 {
        add("E2.2", "adjacent marks take more than one and a half em", number, range)
      }
    }
  }

  private func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }

  /// Whether a mark that Chinese and Latin share is set in a Latin face.
  private func isLatin(_ offset: Int) -> Bool {
    guard sharedMarks.contains(text[offset]) else { return false }
    let index = paragraph.boxes.partitioningIndex { Int($0.textEnd) > offset }
    guard index < paragraph.boxes.count else { return false }
    let segment = paragraph.segments[Int(paragraph.boxes[index].segment)]
    return segment.face != styles.resolved[Int(segment.style)].faces.han
  }
}

extension Paragraph {
  /// The text of a line as UTF-16 offsets.
  package func textRange(of line: Line) -> Range<Int> {
    guard let first = line.boxes.first, let last = line.boxes.last else { return 0..<0 }
    return Int(boxes[first].textStart)..<Int(boxes[last].textEnd)
  }
}

extension StyledText {
  fileprivate func runIndex(at offset: Int) -> Int { runs.partitioningIndex { $0.end > offset } }

  fileprivate func run(at offset: Int) -> Run { runs[runIndex(at: offset)] }

  fileprivate func runStart(at offset: Int) -> Int {
    let index = runIndex(at: offset)
    return index > 0 ? runs[index - 1].end : 0
  }
}

private let noStart = Set("。．，、；：？！”’」』）］｝】》〉〗〕～·／々〻ー%‰℃".utf16)
private let noEnd = Set("“‘「『（［｛【《〈〖〔￥＄€£№§／".utf16)
private let closingMarks = Set("。．，、；：？！”’」』）］｝】》〉〗〕".utf16)
private let sharedMarks = Set("“”‘’·".utf16)
private let unitMarks = Set("%‰℃°％万亿".utf16)
private let counters = Set("年月日元".utf16)
