/// The words of one language that make numbers, as CLDR's spell-out rules name them: what is added,
/// what multiplies, what divides.
struct NumberWords: Sendable {
  /// 0 to 99, and hundreds that are one word.
  var values: [String: Int]
  /// Hundred, thousand and more.
  var scales: [String: Int]
  /// Scales that count without a number before them: *mil* is a thousand, *thousand* is not.
  var alone: Set<String>
  /// Half, quarter: what one is divided by.
  var fractions: [String: Int]
  /// Thirds, which are a fraction behind a count only.
  var parts: [String: Int] = [:]
  /// Dozen: a count in one word, with what may stand before it.
  var collections: [String: Int]
  /// Words inside a number: two hundred *and* five.
  var links: Set<String>
  /// Words before which, or behind which, a word counts nothing: the *second half*, per *cent*.
  var annulling: Set<String>
  /// What joins a number to an ordinal: twenty-*first*.
  var ordinals: Set<String> = []
  /// Whether five and twenty is 25, as in Arabic.
  var isUnitFirst = false

  static func of(_ tag: String) -> NumberWords? {
    known[tag.split(separator: "-").first.map { $0.lowercased() } ?? ""]
  }

  private static let known: [String: NumberWords] = [
    "en": english, "fr": french, "es": spanish, "ru": russian, "ar": arabic,
  ]

  /// Words in the order of their values from a first one on; several forms are parted by bars.
  private static func counted(_ words: String, from first: Int = 0, by step: Int = 1) -> [String:
    Int]
  {
    var values: [String: Int] = [:]
    for (index, forms) in words.split(separator: " ").enumerated() {
      for form in forms.split(separator: "|") { values[String(form)] = first + index * step }
    }
    return values
  }

  private static func joined(_ parts: [String: Int]...) -> [String: Int] {
    parts.reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
  }

  private static let english = NumberWords(
    values: joined(
      counted(
        "zero one|a two three four five six seven eight nine ten eleven twelve thirteen fourteen "
          + "fifteen sixteen seventeen eighteen nineteen"),
      counted("twenty thirty forty fifty sixty seventy eighty ninety", from: 20, by: 10)),
    scales: [
      "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
      "trillion": 1_000_000_000_000,
    ],
    alone: [], fractions: ["half": 2],
    parts: ["third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "tenths": 10],
    collections: ["dozen": 12],
    links: ["and"],
    annulling: [
      "first", "second", "third", "fourth", "last", "this", "next", "other", "latter", "former",
      "better", "party", "parties", "country", "countries", "phase", "edition", "session", "each",
      "every", "per", "year", "time",
    ],
    ordinals: [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    ])

  private static let french = NumberWords(
    values: joined(
      counted(
        "zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
          + "quinze seize"),
      counted("vingt|vingts trente quarante cinquante soixante septante", from: 20, by: 10),
      ["huitante": 80, "nonante": 90]),
    scales: [
      "cent": 100, "cents": 100, "mille": 1_000, "million": 1_000_000, "millions": 1_000_000,
      "milliard": 1_000_000_000, "milliards": 1_000_000_000,
    ],
    alone: ["cent", "mille"], fractions: ["moitié": 2],
    parts: ["tiers": 3, "quart": 4, "quarts": 4, "cinquièmes": 5, "dixièmes": 10],
    collections: [
      "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "centaine": 100,
    ],
    links: ["et"],
    annulling: ["pour", "premier", "première", "second", "seconde", "dernière", "dernier", "pays"],
    ordinals: ["unième", "deuxième", "troisième"])

  private static let spanish = NumberWords(
    values: joined(
      counted(
        "cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
          + "quince dieciséis diecisiete dieciocho diecinueve veinte veintiún|veintiuno|veintiuna "
          + "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
          + "veintinueve"),
      counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", from: 30, by: 10),
      counted(
        "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas "
          + "quinientos|quinientas seiscientos|seiscientas setecientos|setecientas "
          + "ochocientos|ochocientas novecientos|novecientas", from: 200, by: 100),
      ["cien": 100, "ciento": 100]),
    scales: [
      "mil": 1_000, "millón": 1_000_000, "millones": 1_000_000, "billón": 1_000_000_000_000,
      "billones": 1_000_000_000_000,
    ],
    alone: ["mil"], fractions: ["mitad": 2],
    parts: ["tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quintos": 5],
    collections: ["docena": 12, "veintena": 20, "centenar": 100],
    links: ["y"],
    annulling: ["por", "primera", "segunda", "última"])

  private static let russian = NumberWords(
    values: joined(
      counted(
        "ноль|нуль один|одна|одно|одного|одной два|две|двух|двум|двумя "
          + "три|трёх|трех|трём|трем|тремя четыре|четырёх|четырех|четырём|четырем|четырьмя "
          + "пять|пяти|пятью шесть|шести|шестью семь|семи|семью восемь|восьми|восемью "
          + "девять|девяти|девятью десять|десяти|десятью"),
      counted(
        "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат "
          + "девятнадцат двадцат", from: 11
      ).reduce(into: [:]) { all, word in
        for ending in ["ь", "и", "ью"] { all[word.key + ending] = word.value }
      },
      counted(
        "тридцать|тридцати|тридцатью сорок|сорока пятьдесят|пятидесяти|пятьюдесятью "
          + "шестьдесят|шестидесяти|шестьюдесятью семьдесят|семидесяти|семьюдесятью "
          + "восемьдесят|восьмидесяти девяносто|девяноста", from: 30, by: 10),
      counted(
        "сто|ста двести|двухсот триста|трёхсот|трехсот четыреста|четырёхсот|четырехсот "
          + "пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот "
          + "девятьсот|девятисот", from: 100, by: 100)),
    scales: joined(
      counted("тысяча|тысячи|тысяч|тысячу|тысячам|тысячами|тысячах", from: 1_000),
      counted("миллион|миллиона|миллионов|миллионам", from: 1_000_000),
      counted("миллиард|миллиарда|миллиардов|миллиардам", from: 1_000_000_000)),
    alone: ["тысяча", "тысячу"],
    fractions: [
      "половина": 2, "половину": 2, "половины": 2, "половине": 2, "треть": 3, "трети": 3,
      "четверть": 4, "четверти": 4,
    ],
    collections: ["дюжина": 12, "дюжины": 12, "дюжину": 12],
    links: [],
    annulling: [
      "первой", "первая", "второй", "вторая", "первую", "вторую", "третьей", "третья", "третью",
    ])

  private static let arabic = NumberWords(
    values: joined(
      counted(
        "صفر واحد|واحدة اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع "
          + "ثمانية|ثماني|ثمان تسعة|تسع عشرة|عشر"),
      counted(
        "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين "
          + "ثمانون|ثمانين تسعون|تسعين", from: 20, by: 10),
      ["مئتان": 200, "مئتين": 200, "مائتان": 200, "مائتين": 200, "ألفان": 2_000, "ألفين": 2_000]),
    scales: [
      "مئة": 100, "مائة": 100,
      "ألف": 1_000, "آلاف": 1_000, "ألفا": 1_000, "ألفًا": 1_000, "مليون": 1_000_000,
      "ملايين": 1_000_000, "مليار": 1_000_000_000, "مليارات": 1_000_000_000,
    ],
    alone: ["مئة", "مائة", "ألف"],
    fractions: ["نصف": 2, "ثلث": 3, "ثلثي": 3, "ثلثا": 3, "ربع": 4],
    collections: [:],
    links: [],
    annulling: ["الأول", "الثاني", "الأخير"],
    isUnitFirst: true)
}
