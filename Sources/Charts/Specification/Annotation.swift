package import Declarations
package import Diagnostics

/// A remark on one value, with a line that leads to it.
package struct Annotation: Declared {
  /// The category of the value.
  package var category: Spanned<String>?
  /// The series of the value; the first one when nil.
  package var series: Spanned<String>?
  package var text = ""

  package init() {}

  package static let fields: [Field<Annotation>] = [
    Field("at", .spanned(.string), "Category of the value.", isRequired: true) {
      $0.category = $1
    },
    Field("series", .spanned(.string), "Series of the value, when there are several.") {
      $0.series = $1
    },
    Field("text", .string, "The remark.", isRequired: true) { $0.text = $1 },
  ]
}

extension ChartData {
  /// The value that an annotation is on; nil where there is none.
  package func datum(of annotation: Annotation) -> Datum? {
    guard let category = categories.firstIndex(where: { $0 == annotation.category?.value }) else {
      return nil
    }
    let name = annotation.series?.value
    guard let place = series.firstIndex(where: { name == nil || $0.name == name }) else {
      return nil
    }
    let datum = Datum(series: place, category: category)
    return value(datum) == nil ? nil : datum
  }
}
