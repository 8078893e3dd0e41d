/// A kind of numeral that says nothing of the data, and so needs no figure.
///
/// An example marks its numeral by ⟨ ⟩; the tests hold every rule to its examples.
struct LiteralRule: Sendable {
  var name: String
  var examples: [String]
  var holds: @Sendable (NumberContext) -> Bool

  init(
    _ name: String, _ examples: String..., holds: @escaping @Sendable (NumberContext) -> Bool
  ) {
    self.name = name
    self.examples = examples
    self.holds = holds
  }

  /// All rules; the first that holds names the numeral.
  static let all: [LiteralRule] = [
    LiteralRule("document number", "国发〔⟨2025⟩〕12号", "国办发[⟨2024⟩]5号") {
      $0.isYear && $0.isPreceded(by: "〔", "[", "［") && $0.follows("〕", "]", "］")
    },
    LiteralRule("year", "⟨2025⟩年", "⟨2020⟩—2024年", "《报告⟨2024⟩》", "二〇二五年是⟨2025⟩年", "⟨二〇二五⟩年") {
      $0.isYear && ($0.leads(to: "年") || !$0.hasUnit)
    },
    LiteralRule(
      "date", "2025年⟨12⟩月", "⟨1⟩—9月", "10月⟨9⟩日", "10月⟨9⟩、10日", "2025-⟨12⟩-31", "⟨21⟩世纪",
      "⟨八十⟩年代", "⟨12⟩ May 2025", "May ⟨12⟩, 2025", "⟨12⟩ de mayo"
    ) {
      $0.isMonth && $0.leads(to: "月") && !$0.follows("个月")
        || $0.isDay && $0.leads(to: "日") || $0.isPartOfISODate
        || $0.leads(to: "世纪", "年代") || $0.isDay && $0.isBeside(month: monthNames)
    },
    LiteralRule("time", "⟨14⟩:30", "14:⟨30⟩", "上午⟨8⟩时", "8时⟨30⟩分") {
      $0.isClock || $0.isPreceded(by: "上午", "下午", "凌晨", "晚上", "中午") && $0.follows("时", "点")
        || $0.isPreceded(by: "时") && $0.follows("分")
    },
    LiteralRule("indefinite", "⟨七八⟩次", "数⟨十⟩年", "几⟨十⟩个", "⟨十⟩几天", "⟨十⟩余国") {
      $0.number.isHan
        && ($0.begins(with: "十") && $0.isPreceded(by: "数", "几") || $0.isApproximateSequence
          || $0.begins(with: "十") && $0.digitCount == 1 && $0.follows("几", "余", "多", "来"))
    },
    LiteralRule("period", "近⟨五⟩年", "此前⟨十二⟩个月", "⟨三⟩季度") {
      $0.number.isHan && $0.isMonth && $0.leads(to: "年", "个月", "周", "个季度", "季度")
    },
    LiteralRule(
      "ordinal", "第⟨三⟩届", "第⟨78⟩届", "第三、⟨四⟩两点", "⟨二十⟩届四中全会", "⟨12⟩号", "the ⟨21⟩st", "No. ⟨7⟩"
    ) {
      $0.isPreceded(by: "第", "No.", "No", "Nr.", "№", "n°", "nº") || $0.isListedOrdinal
        || $0.number.isHan && $0.isPreceded(by: "初")
        || $0.follows("号", "大报告", "届中", "届一", "届二", "届三", "届四", "届五", "届六", "届七")
        || ["st", "nd", "rd", "th", "er", "e", "º", "ª"].contains($0.latinWordAfter)
          && $0.next != " "
    },
    LiteralRule(
      "reference", "见图⟨1⟩", "表 ⟨2⟩", "案例1、案例⟨2⟩", "图1-⟨2⟩", "附件⟨3⟩", "§ ⟨4⟩", "Table ⟨5⟩", "目标⟨6⟩",
      "⟨12⟩页",
      "p. ⟨7⟩"
    ) {
      $0.leads(to: "页")
        || !$0.hasUnit
          && ($0.isPreceded(
            by: "图", "表", "式", "案例", "专栏", "附件", "附录", "注", "目标", "§", "¶", "卷", "页")
            || referenceWords.contains($0.latinWordBefore.lowercased()) || $0.isSubreference)
    },
    LiteralRule("serial number", "（⟨1⟩）总则", "(⟨2⟩) 附则", "［⟨3⟩］", "⟨1⟩．总则") { $0.isListNumber },
    LiteralRule("serial column", "序号|⟨11⟩") {
      ["序号", "编号", "No.", "#", "№", "N°"].contains($0.prose.columnHead)
        && $0.digitCount == $0.prose.scalars.count
    },
    LiteralRule("version", "⟨3.0⟩版", "v⟨2.1⟩", "版本⟨4⟩") {
      $0.follows("版") || $0.isPreceded(by: "版本", "Version", "version", "v")
    },
    LiteralRule(
      "name", "G⟨20⟩", "⟨5⟩G", "“⟨2⟩Africa”海缆", "CO⟨2⟩", "COVID-⟨19⟩", "GB/T ⟨15835⟩", "ISO ⟨9001⟩",
      "⟨二十⟩国集团"
    ) {
      $0.isPartOfLatinName || standards.contains($0.latinWordBefore)
        || $0.follows("国集团", "国峰会", "四节气", "五史")
    },
    LiteralRule("telephone", "电话：⟨010⟩-12345678", "电话：010-⟨12345678⟩", "ISBN ⟨978⟩-7") {
      $0.isIdentifier
    },
    LiteralRule("idiom", "百分之⟨百⟩", "⟨三十⟩而立", "⟨十万⟩火急", "⟨一五一十⟩", "⟨一千零一⟩夜", "⟨三六九⟩等") { context in
      idioms.contains { idiom in
        (0..<idiom.unicodeScalars.count).contains {
          context.prose.has(idiom, at: context.number.range.lowerBound - $0)
        }
      }
    },
    LiteralRule("small count", "⟨三⟩个方面", "⟨一⟩些", "⟨十⟩分", "统⟨一⟩", "⟨两⟩项设想", "⟨一⟩天") {
      $0.isSmallCount
    },
  ]
}

/// Words before a number that refers.
private let referenceWords: Set<String> = [
  "figure", "fig.", "table", "chapter", "section", "box", "annex", "appendix", "page", "p.", "pp.",
  "article", "art.", "part", "goal", "objectif", "objetivo", "цель", "цели", "tableau", "chapitre",
  "cuadro", "capítulo", "note",
]

/// Bodies whose standards are named by numbers.
private let standards: Set<String> = [
  "GB", "GB/T", "GB/Z", "ISO", "ISO/IEC", "IEC", "IEEE", "RFC", "ITU", "EN", "DIN", "ANSI", "DB",
]

private let monthNames: Set<String> = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
  "septembre", "octobre", "novembre", "décembre", "enero", "febrero", "marzo", "abril", "mayo",
  "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "января",
  "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
  "декабря",
]

/// Words of the language that hold numerals and count nothing.
private let idioms = [
  "百分之百", "三十而立", "四十不惑", "十万火急", "十万八千里", "一五一十", "一千零一夜", "五十步笑百步", "三六九等",
  "九九归一", "一一对应", "百分百",
]
