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
    LiteralRule(
      "year", "⟨2025⟩年", "⟨2020⟩—2024年", "《报告⟨2024⟩》", "二〇二五年是⟨2025⟩年", "⟨二〇二五⟩年", "2024/⟨25⟩年度"
    ) {
      $0.isYear && ($0.leads(to: "年") || !$0.hasUnit) || $0.isSecondYear
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
      "p. ⟨7⟩", "第5.1.⟨4⟩条", "附录A.⟨1⟩", "192.168.⟨0⟩.1",
      "Figures 5 and ⟨6⟩", "pp. 12–⟨14⟩", "resolution 70/⟨1⟩", "artículo ⟨5⟩", "статья ⟨12⟩",
      "الجدول ⟨3⟩"
    ) {
      $0.leads(to: "页") || $0.isDotted
        || !$0.hasUnit
          && ($0.isPreceded(
            by: "图", "表", "式", "案例", "专栏", "附件", "附录", "注", "目标", "§", "¶", "卷", "页")
            || $0.isReferred(to: referenceWords) || $0.isSubreference)
    },
    LiteralRule("serial number", "（⟨1⟩）总则", "(⟨2⟩) 附则", "［⟨3⟩］", "⟨1⟩．总则") { $0.isListNumber },
    LiteralRule("serial column", "序号|⟨11⟩") {
      ["序号", "编号", "No.", "#", "№", "N°"].contains($0.prose.columnHead)
        && $0.digitCount == $0.prose.scalars.count
    },
    LiteralRule("version", "⟨3.0⟩版", "v⟨2.1⟩", "版本⟨4⟩", "⟨2.0⟩时代", "工业⟨4.0⟩") {
      $0.follows("版", "时代") || $0.isPreceded(by: "工业", "Web")
        || $0.isPreceded(by: "版本", "Version", "version", "v")
    },
    LiteralRule(
      "name", "G⟨20⟩", "⟨5⟩G", "“⟨2⟩Africa”海缆", "CO⟨2⟩", "COVID-⟨19⟩", "GB/T ⟨15835⟩", "ISO ⟨9001⟩",
      "⟨二十⟩国集团"
    ) {
      $0.isPartOfLatinName || standards.contains($0.latinWordBefore)
        || $0.follows("国集团", "国峰会", "四节气", "五史") || $0.isPreceded(by: "Group of")
    },
    LiteralRule(
      "telephone", "电话：⟨010⟩-12345678", "电话：010-⟨12345678⟩", "ISBN ⟨978⟩-7", "手机⟨13800138000⟩",
      "热线12345、⟨12306⟩", "DOI 10.1000/⟨182⟩"
    ) {
      $0.isIdentifier
    },
    LiteralRule(
      "symbol", "HTTP/⟨2⟩", "A/RES/⟨70⟩/1", "https://x.org/2025/⟨1⟩", "a@b.org/⟨7⟩"
    ) {
      $0.isPartOfSymbol
    },
    LiteralRule("position", "北纬⟨30⟩°", "东经⟨116⟩度") {
      $0.isPreceded(by: "北纬", "南纬", "东经", "西经")
    },
    LiteralRule("name in quotes", "“⟨十四五⟩”规划", "“双⟨11⟩”", "“⟨3060⟩”目标", "“⟨7⟩·20”特大暴雨", "“16+⟨1⟩”")
    {
      $0.isNameInQuotes
    },
    LiteralRule(
      "idiom", "百分之⟨百⟩", "⟨三十⟩而立", "⟨十万⟩火急", "⟨一五一十⟩", "⟨一千零一⟩夜", "⟨三六九⟩等", "⟨十四五⟩规划", "两个⟨一百⟩年"
    ) { context in
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

/// Words before a number that refers; those of several numbers are in the plural.
private let referenceWords = ReferenceWords(
  singular: [
    "figure", "fig.", "table", "chapter", "section", "box", "annex", "appendix", "page", "p.",
    "article", "art.", "part", "goal", "sdg", "note", "paragraph", "para.", "clause", "resolution",
    "decision", "volume", "vol.", "issue", "item", "step", "phase", "level", "type", "option",
    "room", "route", "rev.", "group of", "#", "objectif", "tableau", "chapitre", "annexe",
    "paragraphe", "résolution", "alinéa", "objetivo", "cuadro", "capítulo", "gráfico", "figura",
    "tabla", "sección", "anexo", "artículo", "párrafo", "resolución", "página", "цель", "таблица",
    "таблице", "табл.", "рисунок", "рис.", "глава", "главе", "раздел", "статья", "статьи", "статье",
    "пункт", "пункта", "пункте", "резолюция", "резолюции", "стр.", "с.", "приложение", "الشكل",
    "شكل",
    "الجدول", "جدول", "المادة", "الفقرة", "القرار", "قرار", "الفصل", "الصفحة", "الهدف", "المرفق",
  ],
  plural: [
    "figures", "tables", "chapters", "sections", "boxes", "annexes", "pages", "pp.", "articles",
    "arts.", "parts", "goals", "paragraphs", "paras.", "resolutions", "objectifs", "tableaux",
    "chapitres", "paragraphes", "objetivos", "cuadros", "capítulos", "artículos", "párrafos",
    "páginas", "цели", "целей", "таблицы", "главы", "пункты", "пунктах",
  ])

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
  "十一五", "十二五", "十三五", "十四五", "十五五", "两个一百年", "一二三产业", "三一重工", "九二共识", "五四运动", "九一八事变", "七七事变",
  "24/7", "9/11",
]
