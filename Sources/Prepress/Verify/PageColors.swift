/// The kinds of colour spaces that a page uses, also as what others stand on.
struct PageColors {
  var usesRGB = false
  var usesGray = false
  var usesCMYK = false
  /// What RGB is used by, for people: `text`, `image Im1`.
  private(set) var rgbUsers: [String] = []
  /// Families that no device has: `ICCBased`, `Lab`.
  private(set) var measuredSpaces: Set<String> = []

  mutating func useRGB(_ user: String) {
    usesRGB = true
    if rgbUsers.count < 3, !rgbUsers.contains(user) { rgbUsers.append(user) }
  }

  /// Notes the device spaces that a colour space is or stands on.
  mutating func use(space: PDFObject?, by user: String, in file: PDFFile, depth: Int = 0) {
    guard depth < 8 else { return }
    switch file.resolved(space) {
    case .name("DeviceRGB"), .name("RGB"), .name("CalRGB"): useRGB(user)
    case .name("DeviceGray"), .name("G"): usesGray = true
    case .name("DeviceCMYK"), .name("CMYK"): usesCMYK = true
    case .array(let parts):
      noteMeasured(parts, in: file)
      let alternate = ["Indexed": 1, "Separation": 2, "DeviceN": 2, "Pattern": 1]
      guard let family = file.name(parts.first), let index = alternate[family],
        parts.indices.contains(index)
      else { return }
      use(space: parts[index], by: user, in: file, depth: depth + 1)
    default: break
    }
  }

  private mutating func noteMeasured(_ parts: [PDFObject], in file: PDFFile) {
    guard let family = file.name(parts.first),
      ["ICCBased", "CalRGB", "CalGray", "Lab"].contains(family)
    else { return }
    let profile = parts.count > 1 ? file.dictionary(parts[1]) : nil
    let isRGB = family == "ICCBased" && file.number(profile?["N"]) == 3
    measuredSpaces.insert(isRGB ? "ICCBased RGB" : family)
  }
}
