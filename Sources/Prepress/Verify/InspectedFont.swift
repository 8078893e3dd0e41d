/// A font as a file has it, with the codes that pages show in it.
struct InspectedFont {
  var name: String
  var isComposite: Bool
  var isEmbedded: Bool
  var isType3: Bool
  /// The first page that uses it.
  var page: Int
  var codes: CodeSet
  /// Whether glyphs of it are shown that are not invisible.
  var isRendered: Bool
  /// What the codes mean; nil without a ToUnicode map.
  var meanings: [Int: [UInt8]]?
  /// Whether the standard knows what the codes mean without a map: an encoding of the Latin set.
  var hasKnownEncoding: Bool

  /// Whether a standard that wants fonts embedded misses its glyphs; those of text that is not seen,
  /// as scanned pages have, need not be there (ISO 19005-3, 6.2.11.4.1; ISO 14289-1, 7.21.4.1).
  var isMissing: Bool { isRendered && !isEmbedded }

  static func fonts(of pages: [Inspection.Page], in file: PDFFile) -> [InspectedFont] {
    var order: [ObjectNumber] = []
    var codes: [ObjectNumber: (page: Int, codes: CodeSet)] = [:]
    let rendered = pages.reduce(into: Set()) { $0.formUnion($1.content.renderedFonts) }
    for (index, page) in pages.enumerated() {
      for number in page.content.codes.keys.sorted() {
        if codes[number] == nil {
          codes[number] = (index, CodeSet())
          order.append(number)
        }
        codes[number]?.codes.formUnion(page.content.codes[number] ?? CodeSet())
      }
    }
    var costs = Costs()
    return order.compactMap { number in
      guard let used = codes[number], let font = file.dictionary(.reference(number)) else {
        return nil
      }
      var inspected = InspectedFont(font, page: used.page, codes: used.codes, in: file, &costs)
      inspected.isRendered = rendered.contains(number)
      return inspected
    }
  }

  /// What the fonts of a file may cost: they may share a program, and a map that goes on without end.
  struct Costs {
    /// In bytes decoded.
    var data = WorkBudget(1 << 32)
    /// In codes, and bytes of what they mean.
    var meanings = WorkBudget(10_000_000)
  }

  private init(
    _ font: PDFDictionary, page: Int, codes: CodeSet, in file: PDFFile, _ costs: inout Costs
  ) {
    name = file.name(font["BaseFont"]) ?? "without a name"
    let subtype = file.name(font["Subtype"])
    isComposite = subtype == "Type0"
    isType3 = subtype == "Type3"
    let descendant = file.array(font["DescendantFonts"])?.first
    let own = isComposite ? file.dictionary(descendant) : font
    let descriptor = file.dictionary(own?["FontDescriptor"])
    isEmbedded =
      isType3
      || ["FontFile", "FontFile2", "FontFile3"].contains { key in
        file.data(descriptor?[key], &costs.data) != nil
      }
    self.page = page
    self.codes = codes
    isRendered = true
    meanings = file.data(font["ToUnicode"], &costs.data).map {
      InspectedFont.meanings($0, &costs.meanings)
    }
    hasKnownEncoding =
      isComposite
      ? InspectedFont.isOfKnownCollection(own, in: file)
      : InspectedFont.isKnown(encoding: font["Encoding"], of: descriptor, in: file)
  }

  /// Whether the codes of a composite font are, or lead to, numbers of a collection whose characters
  /// Adobe tells (ISO 32000-1, 9.10.2).
  private static func isOfKnownCollection(_ font: PDFDictionary?, in file: PDFFile) -> Bool {
    let collection = file.dictionary(font?["CIDSystemInfo"])
    let known = ["GB1", "CNS1", "Japan1", "Korea1"].map { Array($0.utf8) }
    return file.string(collection?["Registry"]) == Array("Adobe".utf8)
      && known.contains(file.string(collection?["Ordering"]) ?? [])
  }

  /// Whether each code of an encoding leads to the name of a glyph whose character is known (9.10.2).
  private static func isKnown(
    encoding: PDFObject?, of descriptor: PDFDictionary?, in file: PDFFile
  ) -> Bool {
    let latin = ["WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding", "StandardEncoding"]
    guard let dictionary = file.dictionary(encoding) else {
      return latin.contains(file.name(encoding) ?? "")
    }
    // Without a base encoding only fonts of the Latin set have one of their own (9.6.6.1).
    let flags = Int(exactly: file.number(descriptor?["Flags"]) ?? 0) ?? 0
    let isSymbolic = flags & 4 != 0
    let base = file.name(dictionary["BaseEncoding"])
    guard base.map(latin.contains) ?? !isSymbolic else { return false }
    return (file.array(dictionary["Differences"]) ?? []).allSatisfy { entry in
      file.name(entry).map(isGlyphNameKnown) ?? true
    }
  }

  /// Reads the `bfchar` and `bfrange` sections of a CMap (ISO 32000-1, 9.10.3).
  ///
  /// Of a map that goes on without end, as ranges of thousands may by the thousand, only the
  /// beginning is read.
  static func meanings(_ map: [UInt8], _ budget: inout WorkBudget) -> [Int: [UInt8]] {
    var meanings = Meanings(budget: WorkBudget(min(Meanings.limit, budget.rest)))
    defer { budget.spend(min(Meanings.limit, budget.rest) - meanings.budget.rest) }
    var scanner = ContentScanner(map)
    while !meanings.budget.isSpent, let operation = scanner.next() {
      let name = scanner.content[operation.range].suffix(10)
      let operands = scanner.operands.compactMap { range -> PDFObject? in
        var parser = PDFParser(map, at: range.lowerBound, upTo: range.upperBound)
        return try? parser.object()
      }
      if name.suffix(9).elementsEqual("endbfchar".utf8) {
        meanings.addCharacters(operands)
      } else if name.elementsEqual("endbfrange".utf8) {
        meanings.addRanges(operands)
      }
    }
    return meanings.texts
  }

  private struct Meanings {
    var texts: [Int: [UInt8]] = [:]
    var budget: WorkBudget
    static let limit = 1_000_000

    mutating func set(_ code: Int, _ text: [UInt8]) {
      budget.spend(1 + text.count)
      texts[code] = text
    }

    mutating func addCharacters(_ operands: [PDFObject]) {
      for index in stride(from: 0, to: operands.count - 1, by: 2) {
        if case .string(let code) = operands[index], case .string(let text) = operands[index + 1] {
          set(value(code), text)
        }
      }
    }

    mutating func addRanges(_ operands: [PDFObject]) {
      for index in stride(from: 0, to: operands.count - 2, by: 3) {
        guard case .string(let low) = operands[index], case .string(let high) = operands[index + 1]
        else { continue }
        let (first, last) = (value(low), min(value(high), value(low) + 65_535))
        guard first <= last else { continue }
        switch operands[index + 2] {
        case .string(let text):
          for code in first...last where !budget.isSpent {
            set(code, advanced(text, by: code - first))
          }
        case .array(let texts):
          for (code, text) in zip(first...last, texts) {
            if case .string(let text) = text { set(code, text) }
          }
        default: continue
        }
      }
    }
  }

  private static func advanced(_ text: [UInt8], by distance: Int) -> [UInt8] {
    var text = text
    if let last = text.indices.last {
      let sum = Int(text[last]) + distance
      text[last] = UInt8(truncatingIfNeeded: sum)
      if last > 0 { text[last - 1] = UInt8(truncatingIfNeeded: Int(text[last - 1]) + sum >> 8) }
    }
    return text
  }

  private static func value(_ code: [UInt8]) -> Int {
    code.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The codes that mean nothing: left out of the map, or mapped to no character.
  var meaningless: [Int] {
    guard let meanings else { return hasKnownEncoding ? [] : codes.sorted }
    return codes.sorted.filter { code in
      guard let text = meanings[code] else { return !hasKnownEncoding }
      let noCharacter: [[UInt8]] = [[], [0, 0], [0xFE, 0xFF], [0xFF, 0xFE]]
      return noCharacter.contains(text)
    }
  }
}
