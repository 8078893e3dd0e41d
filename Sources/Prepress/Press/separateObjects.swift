import Compression

/// Objects that every separated page shares.
struct PressResources {
  let overprint: ObjectNumber
  let knockout: ObjectNumber
  /// The colour space of marks that stand on every plate.
  let registration: ObjectNumber
  /// The colour spaces of the named inks.
  var spots: [ObjectNumber] = []

  init(in file: inout FinishedFile) {
    overprint = file.write { $0.append("<</Type/ExtGState/OP true/op true/OPM 1>>") }
    knockout = file.write { $0.append("<</Type/ExtGState/OP false/op false/OPM 1>>") }
    registration = file.write { bytes in
      bytes.append("[/Separation/All/DeviceCMYK")
      bytes.tintTransform(ProcessColor(cyan: 1, magenta: 1, yellow: 1, black: 1))
      bytes.append("]")
    }
  }

  mutating func write(_ spots: [Separation.Spot], in file: inout FinishedFile) {
    self.spots = spots.map { spot in
      file.write { bytes in
        bytes.append("[/Separation")
        bytes.name(spot.name)
        bytes.append("/DeviceCMYK")
        bytes.tintTransform(spot.solid)
        bytes.append("]")
      }
    }
  }

  /// Adds the shared names to the resources of a page or form.
  func add(to resources: inout PDFDictionary) {
    var states = PDFDictionary(resources["ExtGState"])
    states[PressResource.overprint] = .reference(overprint)
    states[PressResource.knockout] = .reference(knockout)
    resources["ExtGState"] = .dictionary(states)
    var spaces = PDFDictionary(resources["ColorSpace"])
    spaces[PressResource.registration] = .reference(registration)
    for (index, spot) in spots.enumerated() {
      spaces[PressResource.spot(index)] = .reference(spot)
    }
    resources["ColorSpace"] = .dictionary(spaces)
  }
}

extension PDFDictionary {
  fileprivate init(_ object: PDFObject?) {
    if case .dictionary(let dictionary) = object { self = dictionary } else { self.init() }
  }
}

extension PDFBytes {
  /// A function from a tint to process inks (ISO 32000-1, 7.10.3).
  fileprivate mutating func tintTransform(_ solid: ProcessColor) {
    append("<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1")
    numbers(solid.components)
    append(">>")
  }
}

/// Takes RGB out of everything that pages use besides their own content: forms, images, shadings,
/// blend spaces.
struct ObjectSeparator {
  private var resources: Set<Int> = []
  private var functions: [ObjectNumber] = []
  private var converted: Set<Int> = []

  /// Separates the content of forms and the pixels of images.
  mutating func separateStreams(
    in file: inout FinishedFile, into separation: inout Separation
  ) throws(PrepressError) {
    let decompressor = Decompressor()
    let compressor = Compressor()
    for number in file.contents.indices {
      guard case .stream(var dictionary, .kept(let range)) = file.contents[number] else { continue }
      let isForm = dictionary["Subtype"] == .name("Form") && !dictionary.isLuminosityGroup
      let isImage = dictionary["Subtype"] == .name("Image") && dictionary.isPlainRGB
      guard isForm || isImage else { continue }
      guard let bytes = decompressor.decompress(file.painted.bytes[range]) else {
        throw .malformed("the stream of object \(number) cannot be read")
      }
      if isImage { dictionary["ColorSpace"] = .name("DeviceCMYK") }
      let data =
        isImage
        ? separation.convert(pixels: bytes)
        : separateContent(bytes, into: &separation).content
      file.setStream(ObjectNumber(value: number), dictionary, compressor.compress(data))
    }
  }

  /// Separates dictionaries; to be done when all inks are known.
  mutating func separateDictionaries(
    in file: inout FinishedFile, adding shared: PressResources, into separation: inout Separation
  ) throws(PrepressError) {
    try collectResources(in: file)
    for number in file.contents.indices {
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

  private mutating func collectResources(in file: FinishedFile) throws(PrepressError) {
    for number in file.contents.indices {
      let value: PDFObject
      switch file.contents[number] {
      case .kept: value = try file.painted.object(ObjectNumber(value: number)).value
      case .stream(let dictionary, _), .amended(let dictionary): value = .dictionary(dictionary)
      default: continue
      }
      if case .dictionary(let dictionary) = value,
        case .reference(let reference)? = dictionary["Resources"]
      {
        resources.insert(reference.value)
      }
    }
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
        dictionary["CS"] = .name("DeviceCMYK")
      }
      if isResources { shared.add(to: &dictionary) }
      return .dictionary(dictionary)
    default: return object
    }
  }

  // MARK: Shadings

  private mutating func separateShading(
    _ shading: inout PDFDictionary, _ separation: inout Separation
  ) {
    shading["ColorSpace"] = .name("DeviceCMYK")
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
        let inks = separation.color(value).process.components
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

  fileprivate var isPlainRGB: Bool {
    self["ColorSpace"] == .name("DeviceRGB") && self["BitsPerComponent"] == .integer(8)
      && self["Filter"] == .name("FlateDecode") && self["DecodeParms"] == nil
  }

  /// Whether a form is a mask: its grey values are opacities and no inks.
  fileprivate var isLuminosityGroup: Bool {
    guard case .dictionary(let group)? = self["Group"] else { return false }
    return group["CS"] == .name("DeviceGray")
  }
}
