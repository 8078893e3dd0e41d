import Seeds
import Testing

@testable import Preview

/// Heads of requests: what the preview understands, and what it refuses (RFC 9112).
struct HTTPRequestTests {
  private func read(_ lines: String...) -> HTTPRequest? {
    HTTPRequest(head: lines.joined(separator: "\r\n").utf8)
  }

  @Test func aHeadIsTakenApart() throws {
    let request = try #require(
      read("GET /page/3?dpi=110&x HTTP/1.1", "Host: 127.0.0.1:8720", "Accept:  */* "))
    #expect(request.method == "GET")
    #expect(request.path == ["page", "3"])
    #expect(request.query == ["dpi": "110", "x": ""])
    #expect(request.host == "127.0.0.1:8720")
    #expect(!request.hasContent && !request.closesConnection)
  }

  @Test func whatIsSaidOfTheConnectionIsHeard() throws {
    let closing = try #require(read("GET / HTTP/1.1", "connection: Close"))
    #expect(closing.closesConnection)
    #expect(read("POST / HTTP/1.1", "Content-Length: 5")?.hasContent == true)
    #expect(read("POST / HTTP/1.1", "Transfer-Encoding: chunked")?.hasContent == true)
    #expect(read("GET / HTTP/1.1", "Content-Length: 0")?.hasContent == false)
  }

  @Test(arguments: [
    "", "GET", "GET /", "GET / HTTP/2", "GET  / HTTP/1.1", "GET http://a/ HTTP/1.1",
    "GET * HTTP/1.1", " / HTTP/1.1", "GET / HTTP/1.1\r\nHost", "GET / HTTP/1.1\r\n: a",
    "GET / HTTP/1.1\r\nHost : a", "GET / HTTP/1.1\r\nHost: a\r\nhost: b",
    "GET / HTTP/1.1\r\nHost: a\n b", "GET / HTTP/1.1\nHost: a", "GET / HTTP/1.1\r\n\tHost: a",
    "GET /\u{0} HTTP/1.1", "GET /年 HTTP/1.1",
  ])
  func whatIsAmbiguousIsRefused(_ head: String) {
    #expect(HTTPRequest(head: head.utf8) == nil)
  }

  @Test func anyBytesAreReadOrRefused() {
    var seed = SplitMix64(seed: 7)
    let alphabet = Array("GET /?=&: \r\n\tHTTP/1.1host\u{0}\u{7f}".utf8) + [0xFF, 0xC3]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0..<60, using: &seed)
      let head = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &seed)] }
      if let request = HTTPRequest(head: head) { #expect(!request.method.isEmpty) }
    }
  }
}
