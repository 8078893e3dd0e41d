internal import CHarfBuzz
package import Drawing

/// A font face ready for shaping.
///
/// The handles are made immutable at once: HarfBuzz promises that immutable objects may be used from
/// many threads (https://harfbuzz.github.io/object-model-lifecycle.html), which is the reason for
/// `@unchecked Sendable`.
@safe package final class Face: @unchecked Sendable {
  package let resource: FaceResource
  package let unitsPerEm: Double
  /// Typographic ascent and descent in em, both positive.
  package let ascent: Double
  package let descent: Double
  /// The glyph of the word space.
  package let space: UInt
  /// The glyph that marks a divided word, with its advance in font units.
  let hyphen: (glyph: UInt, advance: Int32)
  private let font: OpaquePointer

  /// Opens a face; nil when the file is missing or is no font, or has no such index.
  package init?(_ resource: FaceResource) {
    let blob = unsafe hb_blob_create_from_file_or_fail(resource.path)
    guard let blob = unsafe blob else { return nil }
    defer { unsafe hb_blob_destroy(blob) }
    guard unsafe hb_face_count(blob) > UInt32(resource.index) else { return nil }
    guard let face = unsafe hb_face_create(blob, UInt32(resource.index)) else { return nil }
    defer { unsafe hb_face_destroy(face) }
    guard unsafe hb_face_get_glyph_count(face) > 0, let font = unsafe hb_font_create(face) else {
      return nil
    }
    let upem = unsafe Int32(hb_face_get_upem(face))
    unsafe hb_font_set_scale(font, upem, upem)
    unsafe hb_face_make_immutable(face)
    unsafe hb_font_make_immutable(font)
    var extents = hb_font_extents_t()
    _ = unsafe hb_font_get_h_extents(font, &extents)
    self.resource = resource
    self.unitsPerEm = Double(upem)
    self.ascent = Double(extents.ascender) / Double(upem)
    self.descent = -Double(extents.descender) / Double(upem)
    var space: hb_codepoint_t = 0
    _ = unsafe hb_font_get_nominal_glyph(font, 0x20, &space)
    self.space = UInt(space)
    var hyphen: hb_codepoint_t = 0
    if unsafe hb_font_get_nominal_glyph(font, 0x2010, &hyphen) == 0 {
      _ = unsafe hb_font_get_nominal_glyph(font, 0x2D, &hyphen)
    }
    self.hyphen = unsafe (UInt(hyphen), hb_font_get_glyph_h_advance(font, hyphen))
    unsafe self.font = font
  }

  deinit { unsafe hb_font_destroy(font) }

  /// The glyph of a character by the face's own character map; nil when it has none.
  package func glyph(for scalar: UInt32) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 ? glyph : nil
  }

  /// How far a glyph that runs horizontally takes its line, in em.
  package func advance(of glyph: UInt) -> Double {
    Double(unsafe hb_font_get_glyph_h_advance(font, hb_codepoint_t(truncatingIfNeeded: glyph)))
      / unitsPerEm
  }

  /// Shapes a range of a paragraph and appends its glyphs in visual order.
  ///
  /// - Parameters:
  ///   - text: UTF-16 of the whole paragraph, so that context joins across the range's edges.
  ///   - range: the part of `text` to shape.
  ///   - style: language, direction and features.
  ///   - buffer: is overwritten.
  ///   - glyphs: receives glyphs whose clusters are offsets in `text`.
  func shape(
    _ text: UnsafeBufferPointer<UInt16>, range: Range<Int>, style: ShapingStyle,
    buffer: borrowing ShapingBuffer, into glyphs: inout [ShapedGlyph]
  ) {
    let raw = unsafe buffer.raw
    unsafe hb_buffer_clear_contents(raw)
    unsafe hb_buffer_set_cluster_level(raw, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
    unsafe hb_buffer_add_utf16(
      raw, text.baseAddress, Int32(text.count), UInt32(range.lowerBound), Int32(range.count))
    unsafe hb_buffer_set_direction(
      raw, style.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    unsafe hb_buffer_set_language(raw, hb_language_from_string(style.language, -1))
    if style.isHan { unsafe hb_buffer_set_script(raw, HB_SCRIPT_HAN) }
    unsafe hb_buffer_guess_segment_properties(raw)
    unsafe style.features.withUnsafeBufferPointer { features in
      unsafe hb_shape(font, raw, features.baseAddress, UInt32(features.count))
    }
    unsafe append(from: raw, to: &glyphs)
  }

  private func append(from raw: OpaquePointer, to glyphs: inout [ShapedGlyph]) {
    var count: UInt32 = 0
    guard let infos = unsafe hb_buffer_get_glyph_infos(raw, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(raw, &count)
    else { return }
    for index in 0..<Int(count) {
      let info = unsafe infos[index]
      let position = unsafe positions[index]
      glyphs.append(
        ShapedGlyph(
          id: info.codepoint, cluster: Int32(info.cluster), advance: position.x_advance,
          xOffset: Int16(clamping: position.x_offset),
          yOffset: Int16(clamping: position.y_offset)))
    }
  }
}

/// A glyph as shaped: metrics in font units, `cluster` an offset in the paragraph's UTF-16.
struct ShapedGlyph {
  var id: UInt32
  var cluster: Int32
  var advance: Int32
  var xOffset: Int16
  var yOffset: Int16
}

/// What shaping a run needs besides its text.
struct ShapingStyle {
  var language: String
  var isRightToLeft = false
  /// Whether the script is Han, also where the text itself is only marks.
  var isHan: Bool
  var features: [hb_feature_t]

  /// Features by their OpenType tags; `-kern` switches one off.
  init(language: String, features: [String], isHan: Bool) {
    self.language = language
    self.isHan = isHan
    self.features = features.compactMap { name in
      let isOff = name.hasPrefix("-")
      let tag = isOff ? String(name.dropFirst()) : name
      return unsafe hb_feature_t(
        tag: hb_tag_from_string(tag, -1), value: isOff ? 0 : 1, start: 0, end: UInt32.max)
    }
  }
}

/// A HarfBuzz buffer, reused for every run that a task shapes.
@safe struct ShapingBuffer: ~Copyable {
  fileprivate let raw: OpaquePointer

  init?() {
    guard let raw = unsafe hb_buffer_create() else { return nil }
    unsafe self.raw = raw
  }

  deinit { unsafe hb_buffer_destroy(raw) }
}
