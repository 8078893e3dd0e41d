/// The value of number words as they are read, one after the other.
struct SpelledNumber {
  private let words: NumberWords
  private var total = 0
  /// What stands before the next thousand or million.
  private var section = 0
  /// The word's value before; 0 behind a scale.
  private var last = 0
  private var isEmpty = true
  private(set) var divisor: Int?

  init(words: NumberWords) { self.words = words }

  /// Half alone is one half.
  var value: Int { isEmpty ? 1 : total + section }

  /// Whether a word may follow a link: two hundred and *five*.
  func accepts(_ word: String) -> Bool {
    guard !isEmpty, last == 0 || last >= 20, let value = words.values[word] else { return false }
    return fits(value)
  }

  /// Takes a word in; false where it does not go on with the number.
  mutating func take(_ word: String) -> Bool {
    guard divisor == nil else { return false }
    if let value = words.values[word] { return add(value) }
    if let scale = words.scales[word] {
      return multiply(by: scale, alone: words.alone.contains(word))
    }
    if let size = words.collections[word], isEmpty || value <= 10 {
      (section, last, isEmpty) = (value * size, 1, false)
      return true
    }
    divisor = words.fractions[word] ?? (isEmpty ? nil : words.parts[word])
    return divisor != nil
  }

  private mutating func add(_ value: Int) -> Bool {
    guard isEmpty || fits(value) else { return false }
    // Quatre-vingts.
    let isFourScore = last == 4 && value == 20 && !isEmpty
    section += isFourScore ? 76 : value
    (last, isEmpty) = (isFourScore ? 80 : value, false)
    return true
  }

  private func fits(_ value: Int) -> Bool {
    switch last {
    case 0: value > 0
    case 4 where value == 20: true
    case 1..<10: words.isUnitFirst && value >= 10 && value < 100
    // Quatre-vingt-dix-sept.
    case 10: (7...9).contains(value)
    // Soixante-dix, quatre-vingt-onze.
    case 60, 80: value > 0 && value < 20
    case 20..<100: last % 10 == 0 && value > 0 && value < 10
    case 100...: value > 0 && value < 100
    default: false
    }
  }

  private mutating func multiply(by scale: Int, alone: Bool) -> Bool {
    guard !isEmpty || alone else { return false }
    let (product, overflow) = max(section, 1).multipliedReportingOverflow(by: scale)
    guard !overflow, product < 1_000_000_000_000_000_000 - total else { return false }
    if scale == 100 {
      (section, last) = (product, 100)
    } else {
      (total, section, last) = (total + product, 0, 0)
    }
    isEmpty = false
    return true
  }
}
