import Foundation
import RenderingFixtures
import Testing

/// A finished PDF as qpdf reads it, for questions about its objects.
struct PDFJSON {
  private let objects: [String: Any]

  init(_ bytes: [UInt8]) throws {
    let (status, text) = try Tool.run("qpdf", ["--json=2", "--json-key=qpdf", "%"], on: bytes)
    try #require(status == 0, "\(text)")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let parts = try #require(json?["qpdf"] as? [[String: Any]])
    objects = try #require(parts.last)
  }

  /// The value at a path of keys and indices from the trailer, references followed.
  subscript(path: Any...) -> Any? {
    var value: Any? = (objects["trailer"] as? [String: Any])?["value"]
    for step in path {
      switch step {
      case let key as String: value = (resolved(value) as? [String: Any])?[key]
      case let index as Int:
        let array = resolved(value) as? [Any]
        value = array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      default: value = nil
      }
    }
    return resolved(value)
  }

  func text(_ path: Any...) -> String? {
    var value: Any? = (objects["trailer"] as? [String: Any])?["value"]
    for step in path {
      let container = resolved(value)
      if let key = step as? String { value = (container as? [String: Any])?[key] }
      if let index = step as? Int { value = (container as? [Any])?[index] }
    }
    return resolved(value) as? String
  }

  /// All objects of a type.
  func all(type: String) -> [[String: Any]] {
    objects.keys.sorted().compactMap { key in
      let value = (objects[key] as? [String: Any])?["value"] as? [String: Any]
      return value?["/Type"] as? String == type ? value : nil
    }
  }

  /// What stands behind a reference, to any depth; for a stream its dictionary.
  func resolved(_ value: Any?) -> Any? {
    var value = value
    while let name = value as? String, name.hasSuffix(" 0 R"), !name.hasPrefix("u:") {
      let object = objects["obj:\(name)"] as? [String: Any]
      value = object?["value"] ?? (object?["stream"] as? [String: Any])?["dict"]
    }
    return value
  }
}
