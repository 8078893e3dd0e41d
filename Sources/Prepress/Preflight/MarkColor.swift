/// How much of an ink that is none of the process.
struct NamedTint: Hashable {
  var name: String
  var tint: Double
}

/// A colour as the plates see it.
enum MarkColor: Hashable {
  case inks(ProcessColor, named: [NamedTint] = [])
  /// A colour that is still to be separated, of this kind for people.
  case unseparated(String)
  /// A pattern, or what cannot be known.
  case unknown

  static let black = MarkColor.inks(.black(1))

  /// Total ink; nil for what is not known.
  var coverage: Double? {
    guard case .inks(let process, let named) = self else { return nil }
    return named.reduce(process.coverage) { $0 + $1.tint }
  }

  /// Plates that carry more than a tenth; nil for what is not known.
  var plates: Int? {
    guard case .inks(let process, let named) = self else { return nil }
    return process.components.count { $0 > 0.1 } + named.count { $0.tint > 0.1 }
  }
}

/// A colour space as far as plates are concerned (ISO 32000-1, 8.6).
indirect enum MarkSpace {
  case gray
  case cmyk
  case unseparated(String, components: Int)
  /// Named inks; a process ink may be among them.
  case named([String])
  /// Samples choose from a table of colours.
  case indexed(MarkSpace, [UInt8])
  case unknown

  init(_ object: PDFObject?, in file: PDFFile, depth: Int = 0) {
    switch file.resolved(object) {
    case .name("DeviceGray"), .name("G"), .name("CalGray"): self = .gray
    case .name("DeviceCMYK"), .name("CMYK"): self = .cmyk
    case .name("DeviceRGB"), .name("RGB"), .name("CalRGB"):
      self = .unseparated("RGB", components: 3)
    case .array(let parts) where depth < 4: self = MarkSpace.family(parts, in: file, depth)
    default: self = .unknown
    }
  }

  private static func family(_ parts: [PDFObject], in file: PDFFile, _ depth: Int) -> MarkSpace {
    let second = parts.count > 1 ? parts[1] : .null
    switch file.name(parts.first) {
    case "CalGray": return .gray
    case "CalRGB": return .unseparated("RGB", components: 3)
    case "Lab": return .unseparated("Lab", components: 3)
    case "ICCBased":
      switch file.number(file.dictionary(second)?["N"]) {
      case 1: return .gray
      case 4: return .cmyk
      case 3: return .unseparated("RGB with a profile", components: 3)
      default: return .unknown
      }
    case "Separation": return .named([file.name(second) ?? ""])
    case "DeviceN": return .named((file.array(second) ?? []).map { file.name($0) ?? "" })
    case "Indexed", "I":
      guard parts.count > 3 else { return .unknown }
      let table = file.string(parts[3]) ?? file.data(parts[3], limit: 1 << 16) ?? []
      return .indexed(MarkSpace(second, in: file, depth: depth + 1), table)
    case "DeviceGray", "DeviceCMYK", "DeviceRGB":
      return MarkSpace(parts.first, in: file, depth: depth + 1)
    default: return .unknown
    }
  }

  var components: Int {
    switch self {
    case .gray, .indexed: 1
    case .cmyk: 4
    case .unseparated(_, let components): components
    case .named(let names): names.count
    case .unknown: 0
    }
  }

  /// What it takes to read, in bytes.
  var cost: Int {
    switch self {
    case .gray, .cmyk, .unseparated, .unknown: 64
    case .named(let names): 64 * names.count
    case .indexed(let base, let table): base.cost + table.count
    }
  }

  /// Whether inks that a colour of it does not use stay when it overprints: named ones always do, those
  /// of DeviceCMYK by the mode `nonzero` alone (8.6.7).
  func keepsUnused(nonzero: Bool) -> Bool {
    switch self {
    case .named: true
    case .cmyk: nonzero
    default: false
    }
  }

  var isIndexed: Bool { if case .indexed = self { true } else { false } }

  /// The colour of components, each 0 to 1 (of an index its position).
  func color(_ parts: [Double]) -> MarkColor {
    guard parts.count >= components, components > 0 else { return .unknown }
    switch self {
    case .gray: return .inks(.black((1 - parts[0]).tint))
    case .cmyk: return .inks(MarkSpace.process(parts))
    case .unseparated(let kind, _): return .unseparated(kind)
    case .named(let names): return MarkSpace.named(names, parts)
    case .indexed(let base, let table):
      let start = Int(parts[0].limited(to: 0...65_535)) * base.components
      guard base.components > 0, start + base.components <= table.count else { return .unknown }
      return base.color(table[start..<start + base.components].map { Double($0) / 255 })
    case .unknown: return .unknown
    }
  }

  private static func process(_ parts: [Double]) -> ProcessColor {
    let inks = parts.map(\.tint)
    return ProcessColor(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
  }

  private static func named(_ names: [String], _ tints: [Double]) -> MarkColor {
    var process = ProcessColor.paper
    var named: [NamedTint] = []
    for (name, tint) in zip(names, tints.map(\.tint)) {
      switch name {
      case "Cyan": process.cyan = tint
      case "Magenta": process.magenta = tint
      case "Yellow": process.yellow = tint
      case "Black": process.black = tint
      case "All": process = ProcessColor(cyan: tint, magenta: tint, yellow: tint, black: tint)
      case "None": break
      default: named.append(NamedTint(name: name, tint: tint))
      }
    }
    return .inks(process, named: named)
  }
}
