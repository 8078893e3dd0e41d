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
