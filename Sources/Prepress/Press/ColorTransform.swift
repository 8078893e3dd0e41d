import CLCMS

/// The way from sRGB to the inks of a printing condition: relative colorimetric with black point
/// compensation, by the condition's ICC profile.
@safe
struct ColorTransform: ~Copyable {
  private let bytewise: cmsHTRANSFORM
  private let exact: cmsHTRANSFORM

  /// Nil when the profile is not that of an output device with four process inks.
  init?(profile: [UInt8]) {
    let output = unsafe cmsOpenProfileFromMem(profile, cmsUInt32Number(clamping: profile.count))
    guard let output = unsafe output else { return nil }
    defer { unsafe cmsCloseProfile(output) }
    guard unsafe cmsGetColorSpace(output) == cmsSigCmykData,
      unsafe cmsGetDeviceClass(output) == cmsSigOutputClass,
      let input = unsafe cmsCreate_sRGBProfile()
    else { return nil }
    defer { unsafe cmsCloseProfile(input) }
    let flags = cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION)
    let intent = cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC)
    guard
      let bytewise = unsafe cmsCreateTransform(
        input, SampleFormat.rgb8, output, SampleFormat.cmyk8, intent, flags),
      let exact = unsafe cmsCreateTransform(
        input, SampleFormat.rgb16, output, SampleFormat.cmyk16, intent, flags)
    else { return nil }
    unsafe self.bytewise = bytewise
    unsafe self.exact = exact
  }

  deinit {
    unsafe cmsDeleteTransform(bytewise)
    unsafe cmsDeleteTransform(exact)
  }

  func convert(_ value: ScreenValue) -> ProcessColor {
    let screen = [value.red, value.green, value.blue]
    var inks: [UInt16] = [0, 0, 0, 0]
    unsafe cmsDoTransform(exact, screen, &inks, 1)
    let parts = inks.map { (Double($0) / 65_535 * 1000).rounded() / 1000 }
    return ProcessColor(cyan: parts[0], magenta: parts[1], yellow: parts[2], black: parts[3])
  }

  /// - Parameter pixels: three bytes each; what lies beyond whole pixels is left out.
  /// - Returns: four bytes each, 255 for solid ink.
  func convert(pixels: [UInt8]) -> [UInt8] {
    let count = pixels.count / 3
    return unsafe [UInt8](unsafeUninitializedCapacity: count * 4) { inks, length in
      unsafe cmsDoTransform(bytewise, pixels, inks.baseAddress, cmsUInt32Number(clamping: count))
      length = count * 4
    }
  }
}

/// Sample layouts as lcms2 encodes them; its own names are macros that Swift does not see.
private enum SampleFormat {
  static let rgb8: cmsUInt32Number = 4 << 16 | 3 << 3 | 1
  static let rgb16: cmsUInt32Number = 4 << 16 | 3 << 3 | 2
  static let cmyk8: cmsUInt32Number = 6 << 16 | 4 << 3 | 1
  static let cmyk16: cmsUInt32Number = 6 << 16 | 4 << 3 | 2
}

/// The sRGB profile that a screen edition embeds, the same bytes every time.
func sRGBProfile() -> [UInt8] {
  guard let profile = unsafe cmsCreate_sRGBProfile() else { return [] }
  defer { unsafe cmsCloseProfile(profile) }
  var length: cmsUInt32Number = 0
  guard unsafe cmsSaveProfileToMem(profile, nil, &length) != 0 else { return [] }
  var bytes = [UInt8](repeating: 0, count: Int(length))
  guard unsafe cmsSaveProfileToMem(profile, &bytes, &length) != 0, bytes.count > 36 else {
    return []
  }
  // The header's date and time (ICC.1, 7.2.8) would otherwise be that of the build.
  bytes.replaceSubrange(24..<36, with: [0x07, 0xE9, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
  return bytes
}
