import CCairo

/// Throws what a sticky Cairo status stands for; called after creation and at the end, never per
/// drawing call.
func check(_ status: cairo_status_t) throws(RenderingError) {
  if status != CAIRO_STATUS_SUCCESS { throw .status(status) }
}

extension RenderingError {
  static func status(_ status: cairo_status_t) -> RenderingError {
    .cairo(unsafe String(cString: cairo_status_to_string(status)))
  }
}
