import Foundation
import Seeds
import Testing

@testable import Diagnostics

struct JSONValueTests {
  @Test func membersKeepTheirOrder() {
    let value: JSONValue = ["z": 1, "a": [true, .null, "x"], "empty": [], "none": [:]]
    #expect(value.text() == #"{"z":1,"a":[true,null,"x"],"empty":[],"none":{}}"#)
    #expect(
      value.text(isIndented: true) == """
        {
          "z": 1,
          "a": [
            true,
            null,
            "x"
          ],
          "empty": [],
          "none": {}
        }

        """)
  }

  @Test func membersWithoutValueAreLeftOut() {
    #expect(JSONValue.object([("a", nil), ("b", 2)]).text() == #"{"b":2}"#)
  }

  @Test(arguments: [
    (JSONValue.number(0.1), "0.1"), (.number(12), "12"), (.number(-0.5), "-0.5"),
    (.number(1e300), "1e+300"), (.number(.nan), "null"), (.number(.infinity), "null"),
    (.decimal("51.80"), "51.80"), (.decimal("-0.05"), "-0.05"), (.decimal("0"), "0"),
    (.decimal("1,000"), "null"), (.decimal("007"), "null"), (.decimal(""), "null"),
    (.decimal("1."), "null"), (.decimal("--1"), "null"), (.decimal("١"), "null"),
    (.integer(.min), "-9223372036854775808"),
  ])
  func numbersAreExact(value: JSONValue, text: String) {
    #expect(value.text() == text)
  }

  @Test func stringsEscapeWhatTheyMust() {
    #expect(
      JSONValue.string("“引”\"\\/\n\r\t\u{1}\u{1F}\u{7F}é").text()
        == #""“引”\"\\/\n\r\t\u0001\u001f"# + "\u{7F}é\"")
  }

  /// Another reader gets every string back, whatever it holds.
  @Test(arguments: 0..<20) func stringsSurviveReading(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let highest: UInt32 = seed.isMultiple(of: 2) ? 0x7F : 0x2_FFFF
    let scalars = (0..<200).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...highest, using: &random))
    }
    let text = String(String.UnicodeScalarView(scalars))
    let data = Data(JSONValue.array([.string(text)]).text().utf8)
    let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
    #expect(read.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }
}
