import CCairo
import Geometry

/// Owner of a Cairo drawing context; its calls are thin, so that painting reads as painting.
@safe
struct Context: ~Copyable {
  let pointer: OpaquePointer

  init(_ surface: borrowing Surface) throws(RenderingError) {
    guard let pointer = unsafe cairo_create(surface.pointer) else { throw .cairo("no context") }
    let status = unsafe cairo_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_destroy(pointer)
      throw .status(status)
    }
    unsafe self.pointer = pointer
    setFontOptions()
  }

  deinit { unsafe cairo_destroy(pointer) }

  var status: cairo_status_t { unsafe cairo_status(pointer) }

  /// Glyphs as the designer drew them, placed where they were told: grey edges, no hinting.
  private func setFontOptions() {
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_set_font_options(pointer, options)
    unsafe cairo_font_options_destroy(options)
  }

  func save() { unsafe cairo_save(pointer) }
  func restore() { unsafe cairo_restore(pointer) }
  func clip() { unsafe cairo_clip(pointer) }
  func fill() { unsafe cairo_fill(pointer) }
  func stroke() { unsafe cairo_stroke(pointer) }
  func paint() { unsafe cairo_paint(pointer) }
  func showPage() { unsafe cairo_show_page(pointer) }
  func translate(by offset: Point) { unsafe cairo_translate(pointer, offset.x, offset.y) }
  func rotate(by angle: Double) { unsafe cairo_rotate(pointer, angle) }
  func scale(_ x: Double, _ y: Double) { unsafe cairo_scale(pointer, x, y) }

  func beginTag(_ name: String) { unsafe cairo_tag_begin(pointer, name, "") }
  func endTag(_ name: String) { unsafe cairo_tag_end(pointer, name) }

  func setSource(_ color: Color) {
    unsafe cairo_set_source_rgb(pointer, color.red, color.green, color.blue)
  }

  func beginTransparency() { unsafe cairo_push_group(pointer) }

  func endTransparency(opacity: Double) {
    unsafe cairo_pop_group_to_source(pointer)
    unsafe cairo_paint_with_alpha(pointer, opacity)
  }

  /// Starts a new path; one with a coordinate that is no number is left empty.
  func setPath(_ path: Path) {
    unsafe cairo_new_path(pointer)
    guard path.isFinite else { return }
    for element in path.elements {
      switch element {
      case .move(let point): unsafe cairo_move_to(pointer, point.x, point.y)
      case .line(let point): unsafe cairo_line_to(pointer, point.x, point.y)
      case .cubic(let first, let second, let end):
        unsafe cairo_curve_to(pointer, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: unsafe cairo_close_path(pointer)
      }
    }
  }
}

extension Path {
  fileprivate var isFinite: Bool {
    elements.allSatisfy { element in
      switch element {
      case .move(let point), .line(let point): point.isFinite
      case .cubic(let first, let second, let end):
        first.isFinite && second.isFinite && end.isFinite
      case .close: true
      }
    }
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}
