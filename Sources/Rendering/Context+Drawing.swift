import CCairo
import Drawing
import Geometry

extension Context {
  /// Hands the pools of the list to Cairo as they are: a positioned glyph and a cluster have the
  /// layout of Cairo's structures, so nothing is copied or allocated here.
  func show(_ run: GlyphRun, of list: DisplayList) {
    let context = unsafe pointer
    unsafe list.glyphs.withUnsafeBytes { glyphs in
      unsafe list.clusters.withUnsafeBytes { clusters in
        unsafe list.text.withUnsafeBytes { text in
          let glyphs = unsafe glyphs.assumingMemoryBound(to: cairo_glyph_t.self)[run.glyphs]
          let clusters =
            unsafe clusters.assumingMemoryBound(to: cairo_text_cluster_t.self)[run.clusters]
          let text = unsafe text.assumingMemoryBound(to: CChar.self)[run.text]
          unsafe cairo_show_text_glyphs(
            context, UnsafeBufferPointer(rebasing: text).baseAddress, Int32(text.count),
            UnsafeBufferPointer(rebasing: glyphs).baseAddress, Int32(glyphs.count),
            UnsafeBufferPointer(rebasing: clusters).baseAddress, Int32(clusters.count),
            cairo_text_cluster_flags_t(0))
        }
      }
    }
  }

  func setFace(_ face: Face) { unsafe cairo_set_font_face(pointer, face.pointer) }
  func setFontSize(_ size: Double) { unsafe cairo_set_font_size(pointer, size) }

  func setStroke(_ style: StrokeStyle) {
    unsafe cairo_set_line_width(pointer, style.width)
    unsafe cairo_set_line_cap(pointer, style.cap.cairo)
    let isDashed = style.dash.contains { $0 > 0 } && style.dash.allSatisfy { $0 >= 0 }
    let dash = isDashed ? style.dash : []
    unsafe cairo_set_dash(pointer, dash, Int32(dash.count), 0)
  }

  func setGradient(from: Point, to: Point, stops: [GradientStop]) {
    guard let pattern = unsafe cairo_pattern_create_linear(from.x, from.y, to.x, to.y) else {
      return
    }
    for stop in stops {
      let color = stop.color
      unsafe cairo_pattern_add_color_stop_rgb(
        pattern, stop.location, color.red, color.green, color.blue)
    }
    unsafe cairo_set_source(pointer, pattern)
    unsafe cairo_pattern_destroy(pattern)
  }
}

extension StrokeStyle.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}
