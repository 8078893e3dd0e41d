import Foundation
import Testing

/// The tree of one manuscript that holds every construct, compared with the tree that was approved.
@Test func treeOfEveryConstructIsAsApproved() throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let manuscript = try Data(contentsOf: folder.appending(path: "constructs.md"))
  let sample = Sample(bytes: Array(manuscript))
  let golden = folder.appending(path: "constructs.txt")
  if ProcessInfo.processInfo.environment["COLOPHON_BLESS"] == "1" {
    try Data(sample.dump.utf8).write(to: golden)
  }
  let approved = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
  #expect(sample.dump == approved)
  #expect(sample.findings == [])
}
