internal import Diagnostics

func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

func outcome(_ compilation: Compilation, _ clock: PhaseClock) -> BuildOutcome {
  var clock = clock
  clock.end()
  var diagnostics = compilation.diagnostics
  placeMissingGlyphs(&diagnostics, in: compilation.map)
  return BuildOutcome(
    diagnostics: compilation.policy.judge(diagnostics, in: compilation.map),
    sourceMap: compilation.map,
    sourceFolder: compilation.folder.path, timings: clock.timings)
}
