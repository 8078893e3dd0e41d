#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A function of colours (ISO 32000-1, 7.10); of those in PostScript nothing is known.
indirect enum PDFFunction {
  case sampled(Samples)
  case exponential(from: [Double], to: [Double], exponent: Double, domain: ClosedRange<Double>)
  case stitched([PDFFunction], bounds: [Double], encode: [Double], domain: ClosedRange<Double>)
  /// One function for each value.
  case side([PDFFunction])

  /// What samples stand at equal distances.
  struct Samples {
    var domain: ClosedRange<Double>
    var count: Int
    var outputs: Int
    /// Value by value, position by position, decoded.
    var values: [Double]
  }

  private static let nestingLimit = 4
  /// What a function costs apart from its samples, in bytes.
  private static let cost = 256

  /// Reads a function; stitched ones may name each other without end, so that all it costs is charged.
  init?(_ object: PDFObject?, in file: PDFFile, _ budget: inout WorkBudget, depth: Int = 0) {
    budget.spend(PDFFunction.cost)
    guard depth < PDFFunction.nestingLimit, !budget.isSpent else { return nil }
    if let parts = file.array(object) {
      guard parts.count <= 32,
        let functions = PDFFunction.functions(parts, in: file, &budget, depth)
      else { return nil }
      self = .side(functions)
      return
    }
    guard let dictionary = file.dictionary(object) else { return nil }
    func numbers(_ key: String) -> [Double]? {
      guard let elements = file.array(dictionary[key]) else { return nil }
      budget.spend(elements.count)
      return elements.map { file.number($0) ?? 0 }
    }
    let domain = numbers("Domain").flatMap { $0.count == 2 ? ClosedRange(between: $0) : nil }
    switch file.number(dictionary["FunctionType"]) {
    case 0:
      guard let domain, let samples = Samples(object, dictionary, domain, in: file, &budget) else {
        return nil
      }
      self = .sampled(samples)
    case 2:
      let (from, to) = (numbers("C0") ?? [0], numbers("C1") ?? [1])
      guard from.count == to.count, from.count <= 64 else { return nil }
      self = .exponential(
        from: from, to: to, exponent: file.number(dictionary["N"]) ?? 1, domain: domain ?? 0...1)
    case 3:
      let parts = file.array(dictionary["Functions"]) ?? []
      guard parts.count <= 256,
        let functions = PDFFunction.functions(parts, in: file, &budget, depth)
      else { return nil }
      let (bounds, encode) = (numbers("Bounds") ?? [], numbers("Encode") ?? [])
      guard bounds.count == functions.count - 1, encode.count == 2 * functions.count else {
        return nil
      }
      self = .stitched(functions, bounds: bounds, encode: encode, domain: domain ?? 0...1)
    default: return nil
    }
  }

  /// Nil when there are none, or not all of them can be read.
  private static func functions(
    _ parts: [PDFObject], in file: PDFFile, _ budget: inout WorkBudget, _ depth: Int
  ) -> [PDFFunction]? {
    var functions: [PDFFunction] = []
    for part in parts {
      guard let function = PDFFunction(part, in: file, &budget, depth: depth + 1) else {
        return nil
      }
      functions.append(function)
    }
    return functions.isEmpty ? nil : functions
  }

  func values(at input: Double) -> [Double] {
    guard input.isFinite else { return [] }
    switch self {
    case .sampled(let samples): return samples.values(at: input)
    case .exponential(let from, let to, let exponent, let domain):
      let input = min(max(input, domain.lowerBound), domain.upperBound)
      let part = exponent == 1 ? input : pow(input, exponent)
      return zip(from, to).map { $0 + part * ($1 - $0) }
    case .stitched(let functions, let bounds, let encode, let domain):
      let input = min(max(input, domain.lowerBound), domain.upperBound)
      let index = bounds.firstIndex { input < $0 } ?? functions.count - 1
      let low = index == 0 ? domain.lowerBound : bounds[index - 1]
      let high = index == bounds.count ? domain.upperBound : bounds[index]
      let part = high > low ? (input - low) / (high - low) : 0
      let (first, last) = (encode[2 * index], encode[2 * index + 1])
      return functions[index].values(at: first + part * (last - first))
    case .side(let functions): return functions.flatMap { $0.values(at: input).prefix(1) }
    }
  }
}

extension PDFFunction.Samples {
  /// Nil for functions of several values, and for damaged ones.
  init?(
    _ object: PDFObject?, _ dictionary: PDFDictionary, _ domain: ClosedRange<Double>,
    in file: PDFFile, _ budget: inout WorkBudget
  ) {
    guard let range = file.array(dictionary["Range"])?.map({ file.number($0) ?? 0 }),
      let size = file.array(dictionary["Size"]), size.count == 1,
      let count = file.number(size[0]).flatMap(Int.init(exactly:)), (1...65_536).contains(count),
      let bits = file.number(dictionary["BitsPerSample"]).flatMap(Int.init(exactly:)),
      (1...64).contains(range.count), let data = file.data(object, &budget),
      let packed = PackedSamples(
        data, bits: bits, width: count, height: 1, components: range.count / 2)
    else { return nil }
    let decode = file.array(dictionary["Decode"])?.map { file.number($0) ?? 0 } ?? range
    guard decode.count == range.count, [1, 2, 4, 8, 16].contains(bits) else { return nil }
    let outputs = range.count / 2
    self.outputs = outputs
    (self.domain, self.count) = (domain, count)
    values = (0..<count * outputs).map { index in
      let part = index % outputs
      let share = Double(packed.sample(index)) / Double(packed.maximum)
      return decode[2 * part] + share * (decode[2 * part + 1] - decode[2 * part])
    }
  }

  func values(at input: Double) -> [Double] {
    let input = min(max(input, domain.lowerBound), domain.upperBound)
    let length = domain.upperBound - domain.lowerBound
    let place = length > 0 ? (input - domain.lowerBound) / length * Double(count - 1) : 0
    let (low, share) = (Int(place), place - place.rounded(.down))
    let high = min(low + 1, count - 1)
    return (0..<outputs).map { part in
      values[low * outputs + part] * (1 - share) + values[high * outputs + part] * share
    }
  }
}

extension ClosedRange<Double> {
  /// Nil unless the two are numbers in order, so far apart that their distance is one too.
  init?(between ends: [Double]) {
    guard ends[0] <= ends[1], (ends[1] - ends[0]).isFinite else { return nil }
    self = ends[0]...ends[1]
  }
}
