internal import Foundation

/// An answer to a request.
struct HTTPResponse: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case noContent = 204
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case headTooLarge = 431
  }

  let status: Status
  private let fields: [(String, String)]
  private let content: [UInt8]

  /// An answer without content.
  init(_ status: Status) { self.init(status, fields: [], []) }

  /// An answer with content, and the fields that say what it is.
  init(_ status: Status, fields: [(String, String)], _ content: [UInt8]) {
    self.status = status
    self.fields = fields
    self.content = content
  }

  /// The answer as it goes over the wire (RFC 9112, section 4).
  func message(closesConnection: Bool) -> Data {
    var lines = ["HTTP/1.1 \(status.rawValue) "]
    lines += fields.map { "\($0): \($1)" }
    // 204 has no content, nor a length of it (RFC 9110, section 8.6).
    if status != .noContent { lines.append("Content-Length: \(content.count)") }
    if closesConnection { lines.append("Connection: close") }
    return Data((lines + ["", ""]).joined(separator: "\r\n").utf8) + content
  }
}
