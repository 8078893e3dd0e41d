internal import Typography

/// Where in the lists of the whole document that stands which collecting a part has added.
struct CollectedExtent: Hashable, Sendable {
  var jobs: Range<Int>
  var attachments: Range<Int>

  /// Nothing yet, behind all that has been collected.
  init(endOf collector: Collector) {
    jobs = collector.jobs.count..<collector.jobs.count
    attachments = collector.attachments.count..<collector.attachments.count
  }

  /// All that has been added since.
  func upTo(endOf collector: Collector) -> CollectedExtent {
    var extent = self
    extent.jobs = jobs.lowerBound..<collector.jobs.count
    extent.attachments = attachments.lowerBound..<collector.attachments.count
    return extent
  }
}

/// Finds the parts whose pages need not be planned again; nil for those that must.
///
/// Stacking and paginating read of a part its flow, the jobs and attachments that it has added, and the
/// notes that it marks. These are compared as values, with the places where they stand in the lists of
/// the document: what has moved there counts as another.
func keepParts(
  _ parts: [PartFlow], _ collector: Collector, after last: SettledText?
) -> [PlannedPart?] {
  guard let last, collector.styles.agrees(with: last.collector.styles) else {
    return parts.map { _ in nil }
  }
  return parts.enumerated().map { index, part in
    guard last.parts.indices.contains(index), last.parts[index] == part,
      part.extents.allSatisfy({ collector.holdsTheSame(in: $0, as: last.collector) })
    else { return nil }
    return last.planned[index]
  }
}

extension Collector {
  fileprivate func holdsTheSame(in extent: CollectedExtent, as other: Collector) -> Bool {
    jobs[extent.jobs] == other.jobs[extent.jobs]
      && attachments[extent.attachments] == other.attachments[extent.attachments]
      && attachments[extent.attachments].allSatisfy { attachment in
        guard case .note(let note) = attachment else { return true }
        return notes[note] == other.notes[note] && innerNotes[note] == other.innerNotes[note]
      }
  }
}

extension StyleTable {
  /// Whether an index that both have means the same style in both.
  func agrees(with other: StyleTable) -> Bool {
    zip(styles, other.styles).allSatisfy { $0 == $1 }
  }
}
