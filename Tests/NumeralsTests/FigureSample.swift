import Diagnostics
import Figures

/// A data layer of one figure `a`.
func figure(value: Int) -> DataLayer {
  let text = Array("figures: { a: { value: \(value) } }".utf8)
  let file = DataFile(source: SourceID(index: 1), text: text)
  return DataLayer.load(FiguresInput(declarations: file) { _, _ in Diagnosed(nil) }).value
}
