import Geometry

/// What a place of a picture or a shading prints, and how much of what lies below shows through.
struct InkSample {
  var inks: InkRaster.Inks
  var opacity = 1.0
}
