extension ChartWords {
  static let chinese = ChartWords(
    other: "其他", total: "合计", category: "类别", value: "数值", share: "占比", unit: "单位：{0}",
    source: "资料来源：{0}", note: "注：{0}", measured: "单位：{0}", joined: "“{0}”包括{1}。", cell: "每格代表{0}%",
    broken: "“{0}”的柱形已截断，实际值见标注。", truncated: "纵轴不从零开始。",
    kinds: [
      "百分比堆积图", "堆积条形图", "正负对比条形图", "条形图", "柱形图", "棒棒糖图", "点图", "折线图", "饼图", "环形图",
      "半环图", "华夫格图", "分组小图",
    ],
    parts: "共{0}部分：", missing: "{0}项缺数据", noData: "{0}无数据", single: "{0}为{1}",
    allEqual: "{0}项均为{1}", range: "共{0}项，最大为{1}（{2}），最小为{3}（{4}）",
    rise: "由{1}的{0}升至{3}的{2}", fall: "由{1}的{0}降至{3}的{2}", level: "首尾持平",
    interval: "区间从{0}到{1}", colon: "：", comma: "，", stop: "。", enumeration: "、")

  static let english = ChartWords(
    other: "Other", total: "Total", category: "Category", value: "Value", share: "Share",
    unit: "Unit: {0}", source: "Source: {0}", note: "Note: {0}", measured: "in {0}",
    joined: "“{0}” is {1}.",
    cell: "Each cell is {0}%",
    broken: "The bar of {0} is broken; its label shows the value.",
    truncated: "The vertical axis does not begin at zero.",
    kinds: [
      "100% stacked bar chart", "Stacked bar chart", "Diverging bar chart", "Bar chart",
      "Column chart", "Lollipop chart", "Dot plot", "Line chart", "Pie chart", "Donut chart",
      "Half-donut chart", "Waffle chart", "Small multiples",
    ],
    parts: "{0} parts: ", missing: "{0} missing", noData: "{0}: no data", single: "{0} is {1}",
    allEqual: "all {0} are {1}",
    range: "{0} values, largest {1} ({2}), smallest {3} ({4})",
    rise: "from {0} in {1} up to {2} in {3}", fall: "from {0} in {1} down to {2} in {3}",
    level: "the same at both ends", interval: "intervals from {0} to {1}", colon: ": ",
    comma: ", ", stop: ". ", enumeration: ", ")

  static let french = ChartWords(
    other: "Autres", total: "Total", category: "Catégorie", value: "Valeur", share: "Part",
    unit: "Unité : {0}", source: "Source : {0}", note: "Note : {0}", measured: "en {0}",
    joined: "« {0} » comprend {1}.", cell: "Chaque case vaut {0} %",
    broken: "La barre de {0} est interrompue ; son étiquette donne la valeur.",
    truncated: "L’axe vertical ne commence pas à zéro.",
    kinds: [
      "Barres empilées à 100 %", "Barres empilées", "Barres divergentes", "Graphique en barres",
      "Histogramme", "Graphique en sucettes", "Graphique à points", "Courbe", "Camembert",
      "Anneau", "Demi-anneau", "Gaufre", "Petits multiples",
    ],
    parts: "{0} parts : ", missing: "données manquantes : {0}", noData: "{0} : pas de données",
    single: "{0} : {1}", allEqual: "les {0} valeurs sont égales à {1}",
    range: "{0} valeurs, la plus grande {1} ({2}), la plus petite {3} ({4})",
    rise: "de {0} en {1}, en hausse à {2} en {3}", fall: "de {0} en {1}, en baisse à {2} en {3}",
    level: "la même valeur au début et à la fin", interval: "intervalles de {0} à {1}",
    colon: " : ", comma: ", ", stop: ". ", enumeration: ", ")

  static let spanish = ChartWords(
    other: "Otros", total: "Total", category: "Categoría", value: "Valor", share: "Proporción",
    unit: "Unidad: {0}", source: "Fuente: {0}", note: "Nota: {0}", measured: "en {0}",
    joined: "«{0}» incluye {1}.",
    cell: "Cada celda equivale al {0} %",
    broken: "La barra de {0} está interrumpida; su etiqueta indica el valor.",
    truncated: "El eje vertical no empieza en cero.",
    kinds: [
      "Barras apiladas al 100 %", "Barras apiladas", "Barras divergentes", "Gráfico de barras",
      "Gráfico de columnas", "Gráfico de piruletas", "Gráfico de puntos", "Gráfico de líneas",
      "Gráfico circular", "Gráfico de anillo", "Gráfico de medio anillo", "Gráfico de gofre",
      "Múltiplos pequeños",
    ],
    parts: "{0} partes: ", missing: "datos que faltan: {0}", noData: "{0}: sin datos",
    single: "{0}: {1}", allEqual: "los {0} valores son iguales a {1}",
    range: "{0} valores, el mayor {1} ({2}), el menor {3} ({4})",
    rise: "de {0} en {1}, sube a {2} en {3}", fall: "de {0} en {1}, baja a {2} en {3}",
    level: "el mismo valor al principio y al final", interval: "intervalos de {0} a {1}",
    colon: ": ", comma: ", ", stop: ". ", enumeration: ", ")

  static let russian = ChartWords(
    other: "Прочие", total: "Всего", category: "Категория", value: "Значение", share: "Доля",
    unit: "Единица: {0}", source: "Источник: {0}", note: "Примечание: {0}",
    measured: "единица: {0}",
    joined: "«{0}» включает: {1}.", cell: "Одна клетка — {0} %",
    broken: "Столбец «{0}» показан с разрывом; значение указано в подписи.",
    truncated: "Вертикальная ось начинается не с нуля.",
    kinds: [
      "Нормированная столбчатая диаграмма", "Столбчатая диаграмма с накоплением",
      "Расходящаяся столбчатая диаграмма", "Линейчатая диаграмма", "Столбчатая диаграмма",
      "Диаграмма-леденец", "Точечная диаграмма", "График", "Круговая диаграмма",
      "Кольцевая диаграмма", "Полукольцевая диаграмма", "Вафельная диаграмма",
      "Серия малых диаграмм",
    ],
    parts: "Частей: {0}. ", missing: "нет данных: {0}", noData: "{0}: нет данных",
    single: "{0}: {1}", allEqual: "все значения ({0}) равны {1}",
    range: "значений: {0}, наибольшее: {1} ({2}), наименьшее: {3} ({4})",
    rise: "рост с {0} ({1}) до {2} ({3})", fall: "снижение с {0} ({1}) до {2} ({3})",
    level: "в начале и в конце одинаково", interval: "интервалы от {0} до {1}", colon: ": ",
    comma: ", ", stop: ". ", enumeration: ", ")

  static let arabic = ChartWords(
    other: "أخرى", total: "المجموع", category: "الفئة", value: "القيمة", share: "الحصة",
    unit: "الوحدة: {0}", source: "المصدر: {0}", note: "ملاحظة: {0}", measured: "بوحدة {0}",
    joined: "«{0}» تشمل {1}.",
    cell: "كل خلية تمثل {0}٪", broken: "عمود {0} مقطوع؛ والقيمة مبينة عليه.",
    truncated: "المحور الرأسي لا يبدأ من الصفر.",
    kinds: [
      "مخطط أعمدة متراكمة بنسبة مئوية", "مخطط أعمدة متراكمة", "مخطط أعمدة متباينة",
      "مخطط أشرطة", "مخطط أعمدة", "مخطط مصاصات", "مخطط نقاط", "مخطط خطي", "مخطط دائري",
      "مخطط حلقي", "مخطط نصف حلقي", "مخطط شبكي", "مخططات صغيرة متعددة",
    ],
    parts: "عدد الأجزاء {0}: ", missing: "بيانات ناقصة: {0}", noData: "{0}: لا بيانات",
    single: "{0}: {1}", allEqual: "القيم كلها ({0}) تساوي {1}",
    range: "عدد القيم {0}، أكبرها {1} ({2})، وأصغرها {3} ({4})",
    rise: "ارتفاع من {0} في {1} إلى {2} في {3}", fall: "انخفاض من {0} في {1} إلى {2} في {3}",
    level: "القيمة نفسها في البداية والنهاية", interval: "الفترات من {0} إلى {1}", colon: ": ",
    comma: "، ", stop: ". ", enumeration: "، ")
}
