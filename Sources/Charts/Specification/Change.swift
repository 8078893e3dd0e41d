internal import Geometry

/// What a bar of a waterfall stands for.
enum Change: Hashable, Sendable, CaseIterable {
  case total
  case rise
  case fall

  init(_ value: ChartValue?) { self = (value?.number ?? 0) < 0 ? .fall : .rise }
}

extension ChartTheme {
  /// The look of totals and changes: of three tones, so that a fall is told from a rise in one ink.
  func look(of change: Change) -> FillLook {
    switch (change, Name(rawValue: name)) {
    case (.total, .okabeIto): FillLook(Color(gray: 0.2))
    case (.total, _): look(0)
    case (.rise, .okabeIto): look(3)
    case (.rise, .ibcs):
      FillLook(
        Color(
          red: 0.42, green: 0.63, blue: 0.2,
          ink: .process(cyan: 0.62, magenta: 0.12, yellow: 1, black: 0.02)))
    case (.rise, .mono): look(3)
    case (.rise, .hatched): look(2)
    case (.rise, _): FillLook(palette[1 % palette.count].tinted(0.62))
    case (.fall, .mono): look(2)
    case (.fall, .hatched): look(1)
    case (.fall, _): FillLook(reference)
    }
  }
}
