import CCairo
import Drawing

/// A FreeType face with the Cairo face made of it.
///
/// Cairo keeps scaled fonts in a cache of its own after their last use, so the FreeType objects are
/// released by Cairo, when it lets go of the face, and not before. Every face has a FreeType library
/// to itself: whichever thread Cairo's cache frees it on, it shares nothing.
@safe
final class Face {
  let pointer: OpaquePointer
  private let outline: FreeTypeFace

  /// Opens the file itself.
  convenience init(_ resource: FaceResource) throws(RenderingError) {
    try self.init(FreeTypeFace(resource), resource)
  }

  /// Opens a font in memory that stands for the file.
  convenience init(_ data: FontData, for resource: FaceResource) throws(RenderingError) {
    try self.init(FreeTypeFace(data), resource)
  }

  private init(_ face: FreeTypeFace?, _ resource: FaceResource) throws(RenderingError) {
    guard let face, let pointer = unsafe face.makeCairoFace() else {
      throw .face(path: resource.path, index: resource.index)
    }
    unsafe self.pointer = pointer
    outline = face
  }

  deinit { unsafe cairo_font_face_destroy(pointer) }

  /// The glyph that the face's character map has for a character; 0 when there is none.
  func glyph(for scalar: Unicode.Scalar) -> UInt { outline.glyph(for: scalar) }

  /// Advance width in thousandths of the type size.
  func advance(of glyph: UInt) -> Double { outline.advance(of: glyph) }
}

/// Owner of a FreeType library with one face in it.
@safe
private final class FreeTypeFace {
  private let library: FT_Library
  private let face: FT_Face
  private let data: FontData?

  convenience init?(_ resource: FaceResource) {
    unsafe self.init(data: nil) { library, face in
      unsafe FT_New_Face(library, resource.path, resource.index, face)
    }
  }

  convenience init?(_ data: FontData) {
    let bytes = unsafe data.bytes
    unsafe self.init(data: data) { library, face in
      unsafe FT_New_Memory_Face(library, bytes.baseAddress, bytes.count, 0, face)
    }
  }

  private init?(
    data: FontData?, open: (FT_Library, UnsafeMutablePointer<FT_Face?>) -> FT_Error
  ) {
    var library: FT_Library?
    var face: FT_Face?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
    guard unsafe open(library, &face) == 0, let face = unsafe face else {
      unsafe FT_Done_FreeType(library)
      return nil
    }
    unsafe self.library = library
    unsafe self.face = face
    self.data = data
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_FreeType(library)
  }

  func makeCairoFace() -> OpaquePointer? {
    let flags = Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard let pointer = unsafe cairo_ft_font_face_create_for_ft_face(face, flags) else {
      return nil
    }
    let owner = unsafe Unmanaged.passRetained(self).toOpaque()
    // Only the address of the key counts, and the owner's is unique to this face.
    let status = unsafe cairo_font_face_set_user_data(
      pointer, UnsafePointer(owner.assumingMemoryBound(to: cairo_user_data_key_t.self)), owner
    ) { owner in
      guard let owner = unsafe owner else { return }
      unsafe Unmanaged<FreeTypeFace>.fromOpaque(owner).release()
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe Unmanaged<FreeTypeFace>.fromOpaque(owner).release()
      unsafe cairo_font_face_destroy(pointer)
      return nil
    }
    return unsafe pointer
  }

  func glyph(for scalar: Unicode.Scalar) -> UInt {
    unsafe UInt(FT_Get_Char_Index(face, FT_ULong(scalar.value)))
  }

  func advance(of glyph: UInt) -> Double {
    let flags = Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING)
    guard unsafe FT_Load_Glyph(face, FT_UInt(clamping: glyph), flags) == 0 else { return 0 }
    let units = Double(unsafe face.pointee.units_per_EM)
    return unsafe Double(face.pointee.glyph.pointee.metrics.horiAdvance) * 1000 / max(units, 1)
  }
}
