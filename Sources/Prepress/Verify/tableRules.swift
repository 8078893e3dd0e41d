extension Rule {
  /// Rows, cells, spans and head cells of every table.
  static func tables(_ inspection: Inspection) -> [Finding] {
    var findings = parents(of: ["TR"], must: ["Table", "THead", "TBody", "TFoot"], inspection)
    findings += parents(of: ["TH", "TD"], must: ["TR"], inspection)
    findings += parents(of: ["THead", "TBody", "TFoot"], must: ["Table"], inspection)
    findings += kids(of: "TR", may: ["TH", "TD"], inspection)
    findings += kids(
      of: "Table", may: ["TR", "THead", "TBody", "TFoot", "Caption"], inspection)
    for index in inspection.structure.elements.indices
    where inspection.structure.elements[index].standardRole == "Table" {
      findings += grid(index, inspection)
      findings += heads(index, inspection)
    }
    return findings
  }

  private static func rows(_ table: Int, _ structure: StructureElements) -> [Int] {
    structure.elements[table].kids.flatMap { kid -> [Int] in
      switch structure.elements[kid].standardRole {
      case "TR": [kid]
      case "THead", "TBody", "TFoot":
        structure.elements[kid].kids.filter { structure.elements[$0].standardRole == "TR" }
      default: []
      }
    }
  }

  private static func span(
    _ name: String, _ cell: PDFDictionary, _ inspection: Inspection
  ) -> Int {
    guard case .integer(let span)? = attribute(name, cell, inspection) else { return 1 }
    return min(max(span, 1), 1000)
  }

  private static let columnLimit = 100_000

  /// Rows must be of one length when spans are counted.
  private static func grid(_ table: Int, _ inspection: Inspection) -> [Finding] {
    let structure = inspection.structure
    // For each column how many of the rows to come a cell above still covers.
    var covered: [Int] = []
    var width: Int?
    for row in rows(table, structure) {
      var column = 0
      for cell in structure.elements[row].kids {
        let dictionary = structure.elements[cell].dictionary
        while column < covered.count, covered[column] > 0 { column += 1 }
        let height = span("RowSpan", dictionary, inspection)
        for _ in 0..<span("ColSpan", dictionary, inspection) {
          if column == covered.count { covered.append(0) }
          if column < covered.count { covered[column] = height }
          column += 1
        }
        if column > columnLimit { return [Finding("a table has more columns than any")] }
      }
      while column < covered.count, covered[column] > 0 { column += 1 }
      for index in covered.indices { covered[index] = max(0, covered[index] - 1) }
      if let width, width != column {
        return [Finding("a table has rows of \(width) and of \(column) columns")]
      }
      width = column
    }
    return width == nil ? [Finding("a table has no rows")] : []
  }

  /// A table has head cells, and each says for what, unless cells name their heads.
  private static func heads(_ table: Int, _ inspection: Inspection) -> [Finding] {
    let structure = inspection.structure
    let cells = rows(table, structure).flatMap { structure.elements[$0].kids }
    let heads = cells.filter { structure.elements[$0].standardRole == "TH" }
    if heads.isEmpty { return [Finding("a table has no head cells")] }
    let named = cells.flatMap { cell in
      let names = attribute("Headers", structure.elements[cell].dictionary, inspection)
      return inspection.file.list(names).compactMap { inspection.file.string($0) }
    }
    let known = Set(named)
    let unscoped = heads.count { head in
      let dictionary = structure.elements[head].dictionary
      let isNamed = inspection.file.string(dictionary["ID"]).map(known.contains) ?? false
      return attribute("Scope", dictionary, inspection) == nil && !isNamed
    }
    return unscoped == 0 ? [] : [Finding("\(unscoped) head cells of a table have no scope")]
  }
}
