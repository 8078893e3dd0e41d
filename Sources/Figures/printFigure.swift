package import Diagnostics

extension DataLayer {
  /// Formats a figure for the reader: the only way from a value to the page.
  ///
  /// A figure whose value failed prints as `?` without a further word, since loading has reported
  /// it and the build has failed.
  ///
  /// - Parameters:
  ///   - id: the figure.
  ///   - formats: the steps between the bars, such as `["decimals(1)", "approx"]`.
  ///   - language: BCP 47 tag of the text around it.
  ///   - span: where it is used.
  ///   - endSpan: where the other end of a range is named.
  /// - Returns: the text and all that the manifest says of it.
  package func print(
    _ id: String, formats: [String] = [], language: String, at span: SourceSpan,
    endingAt endSpan: SourceSpan? = nil
  ) -> Diagnosed<PrintedNumber> {
    let format = FigureFormat.parse(formats, at: span)
    guard let figure = figure(id) else {
      let unknown = declares(id) ? [] : [unknownFigure(id, at: span)]
      return Diagnosed(.failed(id, at: span), unknown + format.diagnostics)
    }
    let printing = FigurePrinting(figure, format.value, NumberLanguage.of(language), rounding)
    guard let end = format.value.rangeEnd else {
      let problems = printing.misfits.map { finding($0, figure, printing, at: span) }
      let number = PrintedNumber(figure, printing, text: printing.text, at: span)
      return Diagnosed(number, format.diagnostics + problems)
    }
    guard let last = self.figure(end) else {
      let unknown = declares(end) ? [] : [unknownFigure(end, at: span)]
      return Diagnosed(.failed(id, at: span), unknown + format.diagnostics)
    }
    let ending = FigurePrinting(
      last, format.value, NumberLanguage.of(language), rounding, like: printing)
    let range = RangePrinting(printing, ending)
    let texts = range.texts
    let problems = range.misfits.map {
      finding($0, figure, printing, at: span)
        .labelled("“\(end)” is \(last.value.shortened)\(last.unit)", at: last.span)
    }
    var number = PrintedNumber(figure, printing, text: texts.joined(), at: span)
    number.rangeTexts = texts.dropLast()
    number.rangeEnd = [
      PrintedNumber(last, ending, text: texts[texts.count - 1], at: endSpan ?? span)
    ]
    return Diagnosed(number, format.diagnostics + problems)
  }

  private func finding(
    _ message: String, _ figure: Figure, _ printing: FigurePrinting, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(.figuresFormatMisfit, message, at: span)
      .labelled("“\(figure.id)” is \(figure.value.shortened)\(figure.unit)", at: figure.span)
      .hinting(printing.isCutShort ? "print more decimals, or use “approx”" : nil)
  }
}

extension PrintedNumber {
  fileprivate init(
    _ figure: Figure, _ printing: FigurePrinting, text: String, at span: SourceSpan
  ) {
    self.init(
      figure: figure.id, value: figure.value, printedValue: printing.printedValue, text: text,
      origin: figure.origin, files: figure.files, cell: figure.cell, provider: figure.provider,
      asOf: figure.asOf,
      span: span)
  }

  fileprivate static func failed(_ id: String, at span: SourceSpan) -> PrintedNumber {
    PrintedNumber(
      figure: id, value: .zero, printedValue: .zero, text: "?", origin: .literal, files: [],
      span: span)
  }
}
