import Diagnostics
import Geometry
import Testing

@testable import Declarations

private enum Align: String, CaseIterable {
  case left
  case right
}

private struct Column: Declared {
  var name = ""
  var align = Align.left

  static let fields: [Field<Column>] = [
    Field("name", .string, "Column of the query.", isRequired: true) { $0.name = $1 },
    Field("align", .choice(Align.self), "Which edge the cells keep to.") { $0.align = $1 },
  ]
}

private struct Block: Declared {
  var id = ""
  var height = Length.zero
  var columns: [Column] = []
  var names: [Named<String>] = []
  var count = 0
  var share = 0.0
  var isOpen = false

  static let fields: [Field<Block>] = [
    Field("id", .string, "Name for references.", isRequired: true) { $0.id = $1 },
    Field("height", .length, "Height.") { $0.height = $1 },
    Field("columns", .list(.object(Column.self)), "What is shown.") { $0.columns = $1 },
    Field("names", .dictionary(.string), "Display names.") { $0.names = $1 },
    Field("count", .integer, "How many.") { $0.count = $1 },
    Field("share", .number, "How much.") { $0.share = $1 },
    Field("open", .boolean, "Whether it is open.") { $0.isOpen = $1 },
  ]
}

struct DeclaredTests {
  @Test func valuesGoWhereTheyBelong() {
    let (block, findings) = Reading(
      """
      id: tbl-x
      height: 60mm
      columns:
        - { name: a, align: right }
        - name: b
      names: { y2024: 2024年, y2025: 上半年 }
      count: 3
      share: 0.5
      open: yes
      """
    ).decoded(Block.self)
    #expect(findings.isEmpty)
    #expect(block.id == "tbl-x" && block.height == Length(60, .mm))
    #expect(block.columns.map(\.name) == ["a", "b"])
    #expect(block.columns.map(\.align) == [.right, .left])
    #expect(block.names.map(\.key.name) == ["y2024", "y2025"])
    #expect(block.names.map(\.value) == ["2024年", "上半年"])
    #expect(block.count == 3 && block.share == 0.5 && block.isOpen)
  }

  @Test func aSingleValueIsAListOfOne() {
    let block = Reading("id: x\ncolumns: { name: a }\n").decoded(Block.self).value
    #expect(block.columns.map(\.name) == ["a"])
  }

  @Test func everythingWrongIsReportedAtItsPlace() {
    let reading = Reading(
      """
      hieght: 60mm
      height: 60 furlongs
      columns:
        - { nmae: a, align: rihgt }
      count: 1.5
      share: nan
      open: maybe
      colour: red
      names: [a]
      """)
    #expect(
      reading.decoded(Block.self).findings == [
        "1:1 yaml.unknown-key unknown key “hieght” -> did you mean “height”?",
        "2:9 yaml.invalid-value expected a length such as 12pt, 25mm, 2em, 1lines, 50% or 小四, "
          + "found “60 furlongs”",
        "4:7 yaml.unknown-key unknown key “nmae” -> did you mean “name”?",
        "4:23 yaml.invalid-value “rihgt” is none of left, right -> did you mean “right”?",
        "4:5 yaml.missing-key “name” is missing",
        "5:8 yaml.invalid-value expected a whole number, found “1.5”",
        "6:8 yaml.invalid-value expected a number, found “nan”",
        "7:7 yaml.invalid-value expected true or false, found “maybe”",
        "8:1 yaml.unknown-key unknown key “colour” -> known keys: id, height, columns, names, "
          + "count, share, open",
        "9:8 yaml.invalid-value expected a mapping, found a list",
        "1:1 yaml.missing-key “id” is missing",
      ])
  }

  @Test func aQuotedNumberIsText() {
    #expect(
      Reading("id: x\ncount: '3'\n").decoded(Block.self).findings
        == ["2:8 yaml.invalid-value expected a whole number, found “3”"])
  }

  @Test func nothingWrittenKeepsTheDefault() {
    let (block, findings) = Reading("id: x\ncount:\nshare: ~\nheight: null\n").decoded(Block.self)
    #expect(findings.isEmpty && block.count == 0 && block.height == .zero)
    #expect(
      Reading("id:\n").decoded(Block.self).findings == ["1:1 yaml.missing-key “id” is missing"])
  }

  @Test func anUnreadableTextLacksNothing() {
    let reading = Reading("id: [")
    #expect(reading.findings.count == 1)
    #expect(reading.decoded(Block.self).findings.isEmpty)
  }

  @Test(arguments: ["- a", "text"]) func aDocumentMustBeAMapping(text: String) {
    let findings = Reading(text).decoded(Block.self).findings
    #expect(findings.first?.hasPrefix("1:1 yaml.invalid-value expected a mapping") == true)
  }

  @Test func theSchemaSaysWhatTheParserAccepts() {
    let schema = JSONSchema.object(of: Block.self).document(title: "Block")
    #expect(
      schema.text(isIndented: true) == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Block",
          "type": "object",
          "properties": {
            "id": {
              "description": "Name for references.",
              "type": [
                "string",
                "number",
                "boolean"
              ]
            },
            "height": {
              "description": "Height.",
              "type": [
                "string",
                "number",
                "boolean"
              ]
            },
            "columns": {
              "description": "What is shown.",
              "anyOf": [
                {
                  "type": "array",
                  "items": \(column(at: 5))
                },
                \(column(at: 4))
              ]
            },
            "names": {
              "description": "Display names.",
              "type": "object",
              "additionalProperties": {
                "type": [
                  "string",
                  "number",
                  "boolean"
                ]
              }
            },
            "count": {
              "description": "How many.",
              "type": "integer"
            },
            "share": {
              "description": "How much.",
              "type": "number"
            },
            "open": {
              "description": "Whether it is open.",
              "enum": [
                true,
                false,
                "yes",
                "no",
                "on",
                "off"
              ]
            }
          },
          "required": [
            "id"
          ],
          "additionalProperties": false
        }

        """)
  }

  private func column(at depth: Int) -> String {
    JSONSchema.object(of: Column.self).json.text(isIndented: true)
      .split(separator: "\n").joined(separator: "\n" + String(repeating: "  ", count: depth))
  }

  @Test func theSchemaOfANestedObjectIsClosed() {
    #expect(
      JSONSchema.object(of: Column.self).json.text() == """
        {"type":"object","properties":{\
        "name":{"description":"Column of the query.","type":["string","number","boolean"]},\
        "align":{"description":"Which edge the cells keep to.","enum":["left","right"]}},\
        "required":["name"],"additionalProperties":false}
        """)
  }
}
