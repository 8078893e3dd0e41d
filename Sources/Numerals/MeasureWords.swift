/// What may stand behind a number as its unit.
enum MeasureWords {
  /// Units that measure: even one of them is a quantity that comes from somewhere.
  private static let measured = [
    "个百分点", "百分点", "个小时", "小时", "个半小时", "分钟", "倍", "成", "美元", "欧元", "英镑", "日元", "卢布", "元",
    "平方公里", "平方米", "立方米", "公里", "千米", "厘米", "毫米", "海里", "米", "万吨", "吨", "公斤", "千克",
    "克", "公顷", "亩", "千瓦时", "千瓦", "兆瓦", "吉瓦", "标准箱", "人次", "摄氏度", "度", "天", "%", "％", "‰",
  ]

  /// Words that count.
  private static let counting = [
    "个", "家", "人", "名", "项", "条", "座", "场", "次", "份", "种", "类", "艘", "列", "架", "辆", "台",
    "套", "件", "国", "岁", "位", "批", "届", "门", "部", "篇", "户", "所", "站", "级", "周", "年", "月",
    "日", "号", "期", "秒", "分", "时", "倍速",
  ]

  /// Letters of units of the SI and of trade; a capital G alone is a generation (5G), not a unit.
  private static let letters = [
    "per cent", "percent", "million", "billion", "trillion", "millions", "milliards", "km²", "km2",
    "m²", "m2", "m³", "m3", "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "TW", "kg",
    "km", "cm", "mm", "TEU", "Mbps", "Gbps", "GB", "TB", "MB", "Mt", "Gt", "ha", "t", "m", "g", "h",
    "€", "$", "¥",
  ]

  /// 成 begins other words than the tenth.
  private static let notTenths = [
    "成员", "成为", "成果", "成立", "成功", "成效", "成熟", "成本", "成就", "成都", "成长", "成交", "成绩", "成品", "成年",
  ]

  static func unit(at index: Int, _ prose: Prose, isHan: Bool) -> String? {
    if prose.has("成", at: index), notTenths.contains(where: { prose.has($0, at: index) }) {
      return nil
    }
    if let unit = (measured + counting).first(where: { prose.has($0, at: index) }) { return unit }
    return isHan ? nil : letters.first { endsAsWord($0, at: index, prose) }
  }

  static func isMeasured(_ unit: String) -> Bool {
    measured.contains(unit) || letters.contains(unit)
  }

  private static func endsAsWord(_ unit: String, at index: Int, _ prose: Prose) -> Bool {
    guard prose.has(unit, at: index) else { return false }
    let next = prose.scalars[safe: index + unit.unicodeScalars.count]
    return next.map { !$0.properties.isAlphabetic || !$0.isASCII } ?? true
  }
}
