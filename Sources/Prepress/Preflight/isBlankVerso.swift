/// Whether a page may be left empty so that the next part opens on the right: an even one before
/// another, counted from index 0.
func isBlankVerso(_ index: Int, of count: Int) -> Bool { index % 2 == 1 && index + 1 < count }
