import Compression

/// Takes RGB out of everything that pages use besides their own content: forms, patterns, images,
/// shadings, blend spaces.
///
/// What soft masks are drawn with becomes grey: its colours are opacities and no inks.
struct ObjectSeparator {
  /// Whether the file may have no transparency groups.
  private let isOpaque: Bool
  private var resources: Set<Int> = []
  private var masks: Set<Int> = []
  /// Whether the object that is being separated is part of a soft mask.
  private var isMask = false
  private var functions: [ObjectNumber] = []
  private var converted: Set<Int> = []

  init(_ file: FinishedFile, isOpaque: Bool) throws(PrepressError) {
    self.isOpaque = isOpaque
    var pending: [ObjectNumber] = []
    for number in file.contents.indices {
      if let value = try file.value(number) { collect(value, masks: &pending) }
    }
    while let number = pending.popLast() {
      guard masks.insert(number.value).inserted, let value = try file.value(number.value) else {
        continue
      }
      value.forEachReference { pending.append($0) }
    }
  }

  /// Remembers which objects are resources, and the groups of soft masks (11.6.5.3).
  private mutating func collect(_ object: PDFObject, masks: inout [ObjectNumber]) {
    switch object {
    case .array(let elements): for element in elements { collect(element, masks: &masks) }
    case .dictionary(let dictionary):
      if case .reference(let number)? = dictionary["Resources"] { resources.insert(number.value) }
      if case .dictionary(let mask)? = dictionary["SMask"], case .reference(let group)? = mask["G"]
      {
        masks.append(group)
      }
      for entry in dictionary.entries { collect(entry.value, masks: &masks) }
    default: break
    }
  }

  /// Separates the content of forms and patterns and the pixels of images.
  mutating func separateStreams(
    in file: inout FinishedFile, into separation: inout Separation
  ) throws(PrepressError) {
    let decompressor = Decompressor()
    let compressor = Compressor()
    for number in file.contents.indices {
      guard case .stream(var dictionary, .kept(let range)) = file.contents[number],
        dictionary.isContent || dictionary.isPlainRGB
      else { continue }
      let coded = file.painted.bytes[range]
      let isCoded = dictionary["Filter"] != nil
      guard let bytes = isCoded ? decompressor.decompress(coded) : Array(coded) else {
        throw .malformed("the stream of object \(number) cannot be read")
      }
      isMask = masks.contains(number)
      let data =
        dictionary.isContent ? separated(bytes, &separation) : separated(pixels: bytes, &separation)
      if !dictionary.isContent {
        dictionary["ColorSpace"] = .name(isMask ? "DeviceGray" : "DeviceCMYK")
      }
      dictionary["Filter"] = .name("FlateDecode")
      file.setStream(ObjectNumber(value: number), dictionary, compressor.compress(data))
    }
  }

  private func separated(_ content: [UInt8], _ separation: inout Separation) -> [UInt8] {
    isMask ? grayContent(content) : separateContent(content, into: &separation).content
  }

  private func separated(pixels: [UInt8], _ separation: inout Separation) -> [UInt8] {
    isMask ? grayPixels(pixels) : separation.convert(pixels: pixels)
  }

  /// Separates dictionaries; to be done when all inks are known.
  mutating func separateDictionaries(
    in file: inout FinishedFile, adding shared: PressResources, into separation: inout Separation
  ) throws(PrepressError) {
    for number in file.contents.indices {
      isMask = masks.contains(number)
      switch file.contents[number] {
      case .kept:
        let value = try file.painted.object(ObjectNumber(value: number)).value
        let isResources = resources.contains(number)
        let object = separated(value, isResources: isResources, adding: shared, &separation)
        guard object != value else { continue }
        file.write(ObjectNumber(value: number)) { $0.object(object) }
      case .amended(let dictionary):
        let object = separated(
          .dictionary(dictionary), isResources: false, adding: shared, &separation)
        file.write(ObjectNumber(value: number)) { $0.object(object) }
      case .stream(let dictionary, let data):
        let object = separated(
          .dictionary(dictionary), isResources: false, adding: shared, &separation)
        guard case .dictionary(let separated) = object else { continue }
        file.setStream(ObjectNumber(value: number), separated, data)
      default: continue
      }
    }
    try separateFunctions(in: &file, &separation)
  }

  private mutating func separated(
    _ object: PDFObject, isResources: Bool, adding shared: PressResources,
    _ separation: inout Separation
  ) -> PDFObject {
    switch object {
    case .array(let elements):
      return .array(
        elements.map { separated($0, isResources: false, adding: shared, &separation) })
    case .dictionary(var dictionary):
      for entry in dictionary.entries {
        dictionary[entry.key] = separated(
          entry.value, isResources: entry.key == "Resources", adding: shared, &separation)
      }
      if dictionary.isRGBShading { separateShading(&dictionary, &separation) }
      if dictionary["S"] == .name("Transparency"), dictionary["CS"] == .name("DeviceRGB") {
        dictionary["CS"] = space
      }
      if isOpaque { dictionary["Group"] = nil }
      if isResources { shared.add(to: &dictionary) }
      return .dictionary(dictionary)
    default: return object
    }
  }

  private var space: PDFObject { .name(isMask ? "DeviceGray" : "DeviceCMYK") }

  // MARK: Shadings

  private mutating func separateShading(
    _ shading: inout PDFDictionary, _ separation: inout Separation
  ) {
    shading["ColorSpace"] = space
    guard let function = shading["Function"] else { return }
    shading["Function"] = self.function(function, &separation)
  }

  /// A function whose values are RGB, as one whose values are process inks.
  private mutating func function(
    _ object: PDFObject, _ separation: inout Separation
  ) -> PDFObject {
    switch object {
    case .reference(let number):
      functions.append(number)
      return object
    case .dictionary(var dictionary):
      for key in ["C0", "C1"] {
        guard case .array(let parts)? = dictionary[key], parts.count == 3 else { continue }
        let value = ScreenValue(
          red: parts[0].number, green: parts[1].number, blue: parts[2].number)
        let inks = isMask ? [value.luminance] : separation.color(value).process.components
        dictionary[key] = .array(inks.map(PDFObject.real))
      }
      if case .array(let parts)? = dictionary["Functions"] {
        dictionary["Functions"] = .array(parts.map { function($0, &separation) })
      }
      return .dictionary(dictionary)
    default: return object
    }
  }

  private mutating func separateFunctions(
    in file: inout FinishedFile, _ separation: inout Separation
  ) throws(PrepressError) {
    while let number = functions.popLast() {
      guard converted.insert(number.value).inserted else { continue }
      isMask = masks.contains(number.value)
      let value = try file.painted.object(number).value
      let object = function(value, &separation)
      file.write(number) { $0.object(object) }
    }
  }
}

extension PDFObject {
  /// A number as such; 0 for anything else.
  var number: Double {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: 0
    }
  }
}

extension PDFDictionary {
  /// A shading that its function colours; those with colours in their data are left for the rules
  /// to find.
  fileprivate var isRGBShading: Bool {
    guard self["ColorSpace"] == .name("DeviceRGB") else { return false }
    return self["ShadingType"] == .integer(2) || self["ShadingType"] == .integer(3)
  }

  /// An image whose pixels are three bytes each.
  fileprivate var isPlainRGB: Bool {
    self["Subtype"] == .name("Image") && self["ColorSpace"] == .name("DeviceRGB")
      && self["BitsPerComponent"] == .integer(8)
      && self["Filter"] == .name("FlateDecode") && self["DecodeParms"] == nil
  }

  /// A form or a tiling pattern.
  fileprivate var isContent: Bool {
    self["Subtype"] == .name("Form") || self["PatternType"] == .integer(1)
  }
}

extension FinishedFile {
  /// The object as it stands, for a stream its dictionary; nil for what finishing has written.
  fileprivate func value(_ number: Int) throws(PrepressError) -> PDFObject? {
    guard contents.indices.contains(number) else { return nil }
    switch contents[number] {
    case .kept: return try painted.object(ObjectNumber(value: number)).value
    case .stream(let dictionary, _), .amended(let dictionary): return .dictionary(dictionary)
    default: return nil
    }
  }
}
