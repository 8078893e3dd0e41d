/// Words that the layout prints of itself, in one language.
package struct Words: Sendable {
  package var figure = "Figure"
  package var table = "Table"
  package var box = "Box"
  /// How a further piece of a table is called, with `{label}`; without it, what stands before.
  package var continued = "{label} (continued)"
  /// The last line of a table's piece with the sums so far, and the first line of the next piece.
  package var carriedOver = "Carried forward"
  package var broughtForward = "Brought forward"
  /// Mark of a table's own note, with `{n}`, `{n:alpha}` or `{n:circled}`.
  package var tableNote = "{n:alpha}"
  package var source = "Source: "
  package var note = "Note: "
  package var unit = "Unit: "
  package var contents = "Contents"
  package var figures = "Figures"
  package var tables = "Tables"
  package var captions = "Figures and tables"
  package var index = "Index"
  package var references = "References"
  /// Before the number of a reference that stands in the line: `文献[1]`.
  package var reference = "reference "
  /// After three authors of more (GB/T 7714—2015, 8.1.2).
  package var others = "et al."
  package var see = "see "
  package var seeAlso = "see also "
  /// Title of the appendix of a proof and of its list of files; what stands before the texts and the
  /// pages of a number.
  package var proof = "Figures and their sources"
  package var proofFiles = "Files"
  package var proofPrint = "In print: "
  package var proofPages = "Pages: "
  /// Label of an item of an ordered list, with `{n}` or `{n:han}`.
  package var itemLabel = "{n}."
  package var bullet = "•"
  /// Between label and number, and between number and title, of a caption.
  package var numberSeparator = "\u{00A0}"
  package var titleSeparator = "\u{2002}"
  /// Between a term of the index and its pages, between pages, and in a range of pages.
  package var termSeparator = ", "
  package var pageSeparator = ", "
  package var pageRange = "–"
  /// A term of the index where a column goes on with those below it, with `{term}`.
  package var termContinued = "{term} (continued)"
  /// Between the pages of a term and another term that it sends to.
  package var seeSeparator = "; "

  package init() {}

  /// The label of a further piece of a table: `续表 3`, `Table 3 (continued)`.
  package func continuation(of label: String) -> String {
    continued.contains("{label}") ? continued.replacing("{label}", with: label) : continued + label
  }
}

extension Words {
  /// The words by the name that a layout gives them.
  static var paths: [String: WritableKeyPath<Words, String>] {
    [
      "figure": \.figure, "table": \.table, "box": \.box, "continued": \.continued,
      "carried-over": \.carriedOver, "brought-forward": \.broughtForward,
      "table-note": \.tableNote,
      "source": \.source, "note": \.note, "unit": \.unit, "contents": \.contents,
      "figures": \.figures, "tables": \.tables, "captions": \.captions, "index": \.index,
      "proof": \.proof, "proof-files": \.proofFiles, "proof-print": \.proofPrint,
      "proof-pages": \.proofPages,
      "references": \.references, "reference": \.reference, "others": \.others,
      "see": \.see, "see-also": \.seeAlso, "item-label": \.itemLabel, "bullet": \.bullet,
      "number-separator": \.numberSeparator, "title-separator": \.titleSeparator,
      "term-separator": \.termSeparator, "page-separator": \.pageSeparator,
      "page-range": \.pageRange, "see-separator": \.seeSeparator,
      "term-continued": \.termContinued,
    ]
  }

  /// What ships for the official languages of the United Nations; a layout may say otherwise.
  static let shipped: [String: Words] = [
    "ar": .arabic, "en": Words(), "es": .spanish, "fr": .french, "ru": .russian, "zh": .chinese,
  ]

  private static var chinese: Words {
    var words = Words()
    (words.figure, words.table, words.box) = ("图", "表", "案例")
    (words.source, words.note, words.unit) = ("资料来源：", "注：", "单位：")
    (words.contents, words.index) = ("目录", "索引")
    (words.figures, words.tables, words.captions) = ("图目录", "表目录", "图表目录")
    (words.see, words.seeAlso) = ("见", "参见")
    (words.references, words.reference) = ("参考文献", "文献")
    words.others = "等"
    words.continued = "续{label}"
    words.termContinued = "{term}（续）"
    (words.carriedOver, words.broughtForward) = ("过次页", "承前页")
    (words.numberSeparator, words.titleSeparator) = ("\u{202F}", "\u{3000}")
    (words.termSeparator, words.seeSeparator) = ("\u{2003}", "；")
    (words.proof, words.proofFiles) = ("数字及其来源", "文件")
    (words.proofPrint, words.proofPages) = ("印作：", "页码：")
    return words
  }

  private static var french: Words {
    var words = Words()
    (words.table, words.box) = ("Tableau", "Encadré")
    words.source = "Source\u{00A0}: "
    words.note = "Note\u{00A0}: "
    words.unit = "Unité\u{00A0}: "
    words.contents = "Table des matières"
    words.figures = "Liste des figures"
    words.tables = "Liste des tableaux"
    words.captions = "Figures et tableaux"
    (words.see, words.seeAlso) = ("voir ", "voir aussi ")
    (words.references, words.reference) = ("Références", "référence ")
    words.continued = "{label} (suite)"
    words.termContinued = "{term} (suite)"
    (words.carriedOver, words.broughtForward) = ("À reporter", "Report")
    (words.proof, words.proofFiles) = ("Chiffres et sources", "Fichiers")
    (words.proofPrint, words.proofPages) = ("Imprimé\u{00A0}: ", "Pages\u{00A0}: ")
    return words
  }

  private static var spanish: Words {
    var words = Words()
    (words.figure, words.table, words.box) = ("Figura", "Cuadro", "Recuadro")
    (words.source, words.note, words.unit) = ("Fuente: ", "Nota: ", "Unidad: ")
    (words.contents, words.index) = ("Índice", "Índice alfabético")
    words.figures = "Índice de figuras"
    words.tables = "Índice de cuadros"
    words.captions = "Figuras y cuadros"
    (words.see, words.seeAlso) = ("véase ", "véase también ")
    (words.references, words.reference) = ("Referencias", "referencia ")
    words.continued = "{label} (continuación)"
    words.termContinued = "{term} (continuación)"
    (words.carriedOver, words.broughtForward) = ("Suma y sigue", "Suma anterior")
    (words.proof, words.proofFiles) = ("Cifras y sus fuentes", "Archivos")
    (words.proofPrint, words.proofPages) = ("Impreso: ", "Páginas: ")
    return words
  }

  private static var russian: Words {
    var words = Words()
    (words.figure, words.table, words.box) = ("Рисунок", "Таблица", "Вставка")
    (words.source, words.note) = ("Источник: ", "Примечание: ")
    words.unit = "Единица измерения: "
    (words.contents, words.index) = ("Содержание", "Предметный указатель")
    words.figures = "Перечень рисунков"
    words.tables = "Перечень таблиц"
    words.captions = "Рисунки и таблицы"
    (words.see, words.seeAlso) = ("см. ", "см. также ")
    (words.references, words.reference) = ("Список литературы", "источник ")
    words.others = "и др."
    words.continued = "{label} (продолжение)"
    words.termContinued = "{term} (продолжение)"
    words.carriedOver = "К переносу"
    words.broughtForward = "Перенесено"
    (words.proof, words.proofFiles) = ("Показатели и их источники", "Файлы")
    (words.proofPrint, words.proofPages) = ("В тексте: ", "Страницы: ")
    return words
  }

  private static var arabic: Words {
    var words = Words()
    (words.figure, words.table, words.box) = ("الشكل", "الجدول", "الإطار")
    (words.source, words.note, words.unit) = ("المصدر: ", "ملاحظة: ", "الوحدة: ")
    (words.contents, words.index) = ("المحتويات", "الفهرس")
    words.figures = "قائمة الأشكال"
    words.tables = "قائمة الجداول"
    words.captions = "الأشكال والجداول"
    (words.see, words.seeAlso) = ("انظر ", "انظر أيضا ")
    (words.references, words.reference) = ("المراجع", "المرجع ")
    words.others = "وآخرون"
    words.continued = "{label} (تابع)"
    words.termContinued = "{term} (تابع)"
    (words.carriedOver, words.broughtForward) = ("المبلغ المنقول", "المبلغ السابق")
    (words.proof, words.proofFiles) = ("الأرقام ومصادرها", "الملفات")
    (words.proofPrint, words.proofPages) = ("في النص: ", "الصفحات: ")
    (words.termSeparator, words.pageSeparator, words.seeSeparator) = ("، ", "، ", "؛ ")
    return words
  }
}
