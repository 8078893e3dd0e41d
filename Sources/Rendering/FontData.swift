import CHarfBuzzSubset
import Drawing

/// The bytes of a font that FreeType reads: owned by HarfBuzz, freed with the last reference.
///
/// The blob is never written to, and HarfBuzz counts its references atomically: that is why the
/// class may be sent between threads without a check.
@safe
final class FontData: @unchecked Sendable {
  private let blob: OpaquePointer

  private init(owning blob: OpaquePointer) { unsafe self.blob = blob }

  deinit { unsafe hb_blob_destroy(blob) }

  /// Bytes that stay valid as long as this object.
  var bytes: UnsafeBufferPointer<UInt8> {
    var length: UInt32 = 0
    let data = unsafe hb_blob_get_data(blob, &length)
    return unsafe UnsafeRawBufferPointer(start: data, count: Int(length))
      .assumingMemoryBound(to: UInt8.self)
  }

  /// The glyphs of a face that a document shows, with their ids, as a font of their own.
  ///
  /// Cairo copies a whole CFF table (20 MB of a Han font) to subset it and walks the `cmap` once
  /// for every new glyph; of this font both are small, so that painting takes less time and memory.
  /// Without a `cmap`, extraction rests on the text that the document gives for each cluster, also
  /// for ligatures and for glyphs that several characters share.
  ///
  /// - Returns: nil when the file cannot be read or is not subsettable.
  static func subset(of face: FaceResource, glyphs: [UInt32]) -> FontData? {
    guard let file = unsafe hb_blob_create_from_file_or_fail(face.path) else { return nil }
    defer { unsafe hb_blob_destroy(file) }
    let count = unsafe hb_face_count(file)
    guard UInt32(clamping: face.index) < count,
      let source = unsafe hb_face_create(file, UInt32(clamping: face.index))
    else { return nil }
    defer { unsafe hb_face_destroy(source) }
    guard let input = unsafe makeInput(glyphs: glyphs) else { return nil }
    defer { unsafe hb_subset_input_destroy(input) }
    guard let subset = unsafe hb_subset_or_fail(source, input) else { return nil }
    defer { unsafe hb_face_destroy(subset) }
    guard let blob = unsafe hb_face_reference_blob(subset) else { return nil }
    return unsafe FontData(owning: blob)
  }

  private static func makeInput(glyphs: [UInt32]) -> OpaquePointer? {
    guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
    // Subroutines save little in a file of few glyphs and take most of the time to keep.
    let flags =
      HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
      | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
    unsafe hb_subset_input_set_flags(input, flags)
    let wanted = unsafe hb_subset_input_glyph_set(input)
    for glyph in glyphs { unsafe hb_set_add(wanted, glyph) }
    let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in unneededTables { unsafe hb_set_add(dropped, hb_tag_from_string(tag, -1)) }
    return unsafe input
  }

  /// Layout is done, pages run horizontally, and text comes from the clusters.
  private static let unneededTables = [
    "cmap", "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "vhea", "vmtx", "VORG", "STAT", "DSIG",
    "kern", "gasp", "hdmx", "VDMX", "LTSH", "meta",
  ]
}
