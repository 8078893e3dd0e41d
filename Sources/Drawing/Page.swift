package import Geometry

/// One composed page: what it shows, what its number is, and what can be reached from and on it.
package struct Page: Sendable {
  /// Size of the trimmed page in points.
  package var size: Size
  package var list: DisplayList
  /// The printed page number, such as `iii` or `12`; the PDF's page label.
  package var label: PageLabel
  package var links: [Link]
  package var destinations: [Destination]

  package init(
    size: Size, list: DisplayList, label: PageLabel, links: [Link] = [],
    destinations: [Destination] = []
  ) {
    self.size = size
    self.list = list
    self.label = label
    self.links = links
    self.destinations = destinations
  }
}

/// A page number with its style (ISO 32000-1, 12.4.2).
package struct PageLabel: Hashable, Sendable {
  package enum Style: String, Hashable, Sendable, CaseIterable {
    case decimal
    case lowerRoman = "lower-roman"
    case upperRoman = "upper-roman"
    /// No number at all: covers.
    case none
  }

  package var style: Style
  package var number: Int

  package init(style: Style, number: Int) {
    self.style = style
    self.number = number
  }

  /// The label as it is printed.
  package var text: String {
    switch style {
    case .decimal: String(number)
    case .lowerRoman: roman(number).lowercased()
    case .upperRoman: roman(number)
    case .none: ""
    }
  }

  private func roman(_ number: Int) -> String {
    let values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    let signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    var rest = number
    var text = ""
    for (value, sign) in zip(values, signs) {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}

/// An area of a page that leads somewhere.
package struct Link: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case destination(String)
    case uri(String)
  }

  package var rect: Rect
  package var target: Target
  package var node: StructureNodeID
  /// What a screen reader announces (ISO 14289-1, 7.18.5).
  package var contents: String

  package init(rect: Rect, target: Target, node: StructureNodeID, contents: String) {
    self.rect = rect
    self.target = target
    self.node = node
    self.contents = contents
  }
}

/// A named place that links and the outline lead to.
package struct Destination: Hashable, Sendable {
  package var name: String
  package var point: Point

  package init(name: String, point: Point) {
    self.name = name
    self.point = point
  }
}
