/// A length as an author writes it: a number with a unit, resolved to points when a size is known.
package struct Length: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case pt
    case mm
    case cm
    case `in`
    case pc
    /// Printer's quarter millimetre (級), common in East Asian specifications.
    case q
    /// The font size of the text the length applies to.
    case em
    /// A line of the layout's baseline grid.
    case lines
    /// A fraction of the containing width, in hundredths.
    case percent = "%"
  }

  package var value: Double
  package var unit: Unit

  package init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  package static let zero = Length(0, .pt)

  /// What relative units refer to, in points.
  package struct Basis: Hashable, Sendable {
    package var em: Double
    package var line: Double
    package var container: Double

    package init(em: Double, line: Double, container: Double) {
      self.em = em
      self.line = line
      self.container = container
    }
  }

  package func points(_ basis: Basis) -> Double {
    switch unit {
    case .pt: value
    case .mm: value * 72 / 25.4
    case .cm: value * 72 / 2.54
    case .in: value * 72
    case .pc: value * 12
    case .q: value * 72 / 101.6
    case .em: value * basis.em
    case .lines: value * basis.line
    case .percent: value / 100 * basis.container
    }
  }

  /// Chinese type sizes (号数) in points, as GB/T 9704 and the trade use them.
  package static let chineseSizes: [String: Double] = [
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
  ]

  /// Reads `12pt`, `25 mm`, `2em`, `1.5lines`, `50%`, a bare `0`, or a 号数 such as `小四`.
  package init?(parsing text: String) {
    let text = text.utf8[...].trimmed
    let number = text.prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"):
        true
      default: false
      }
    }
    if number.isEmpty, let size = Length.chineseSizes[String(Substring(text))] {
      self.init(size, .pt)
      return
    }
    guard let value = Double(String(Substring(number))), value.isFinite, abs(value) < 1e6 else {
      return nil
    }
    let suffix = String(Substring(text.dropFirst(number.count).trimmed)).lowercased()
    if suffix.isEmpty && value == 0 {
      self = .zero
    } else if let unit = Unit(rawValue: suffix == "line" ? "lines" : suffix) {
      self.init(value, unit)
    } else {
      return nil
    }
  }
}

extension Substring.UTF8View {
  /// The text without spaces at its ends.
  fileprivate var trimmed: Substring.UTF8View {
    var rest = self
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    return rest
  }
}
