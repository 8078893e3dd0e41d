/// What differs between two manifests.
package struct RecordComparison: Hashable, Sendable {
  package var figures: [FigureChange] = []
  package var charts: [RecordChange] = []
  package var inputs: [RecordChange] = []
  package var outputs: [RecordChange] = []
  package var faces: [RecordChange] = []
  package var tools: [RecordChange] = []
}

/// Compares what two builds say of themselves.
package func compareRecords(_ old: OutputRecord, _ new: OutputRecord) -> RecordComparison {
  let inputs = compareFiles(old.inputs ?? [], new.inputs ?? [])
  let outputs = compareFiles(old.namelessOutputs, new.namelessOutputs)
  let changed = Set(inputs.map(\.name))
  return RecordComparison(
    figures: compareFigures(old, new, changedFiles: changed),
    charts: compareCharts(old, new, outputs),
    inputs: inputs, outputs: outputs, faces: compareFaces(old.fonts ?? [], new.fonts ?? []),
    tools: compareTools(old.tools ?? [:], new.tools ?? [:]))
}

private func compareFiles(
  _ old: [OutputRecord.File], _ new: [OutputRecord.File]
) -> [RecordChange] {
  compare(old, new, by: \.path) { $0.sha256 == $1.sha256 ? nil : "" }
}

private func compareTools(_ old: [String: String], _ new: [String: String]) -> [RecordChange] {
  compare(old.keys.sorted(), new.keys.sorted(), by: \.self) { name, _ in
    let (before, after) = (old[name] ?? "", new[name] ?? "")
    return before == after ? nil : "\(before) → \(after)"
  }
}

private func compareFaces(
  _ old: [OutputRecord.Face], _ new: [OutputRecord.Face]
) -> [RecordChange] {
  let name = { @Sendable (face: OutputRecord.Face) in
    "\(face.family) \(face.weight)\(face.italic ? " italic" : "")"
  }
  return compare(old, new, by: name) { $0.sha256 == $1.sha256 ? nil : "" }
}

/// A chart has other data when its CSV differs, another look when only its pictures do.
private func compareCharts(
  _ old: OutputRecord, _ new: OutputRecord, _ outputs: [RecordChange]
) -> [RecordChange] {
  let changed = Set(outputs.filter { $0.kind == .changed }.map(\.name))
  let changes = compare(old.charts ?? [], new.charts ?? [], by: \.id) { old, new in
    var details: [String] = []
    if changed.contains("charts/\(new.id).csv") { details.append("data") }
    if old.kind != new.kind { details.append("kind \(old.kind ?? "none") → \(new.kind ?? "none")") }
    if old.title != new.title { details.append("title") }
    let isRedrawn = ["svg", "png", "pdf"].contains { changed.contains("charts/\(new.id).\($0)") }
    if details.isEmpty && isRedrawn { details.append("look") }
    return details.isEmpty ? nil : details.joined(separator: ", ")
  }
  return changes.map { change in
    var change = change
    change.label = (change.kind == .removed ? old : new).exhibits?[change.name]
    return change
  }
}

/// What only one list has, and what both have with a difference, in the order of the new one.
private func compare<Element>(
  _ old: [Element], _ new: [Element], by name: (Element) -> String,
  difference: (Element, Element) -> String?
) -> [RecordChange] {
  let before = Dictionary(old.map { (name($0), $0) }) { first, _ in first }
  let after = Set(new.map(name))
  var changes: [RecordChange] = old.map(name).filter { !after.contains($0) }.map {
    RecordChange(kind: .removed, name: $0)
  }
  for element in new {
    if let other = before[name(element)] {
      guard let detail = difference(other, element) else { continue }
      changes.append(
        RecordChange(
          kind: .changed, name: name(element), detail: detail.isEmpty ? nil : detail))
    } else {
      changes.append(RecordChange(kind: .added, name: name(element)))
    }
  }
  return changes
}
