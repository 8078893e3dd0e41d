package import Diagnostics

/// What a command has done, whether or not it succeeded.
package struct BuildOutcome: Sendable {
  package var diagnostics: [Diagnostic]
  /// The texts that the diagnostics point into.
  package var sourceMap: SourceMap
  /// The folder that the file names in `sourceMap` are relative to.
  package var sourceFolder: String
  /// Paths of the finished files in the order of writing; empty when there are errors.
  package var writtenFiles: [String]
  /// What was made, in a few words for the last line on the terminal: `28 pages, 9 charts`.
  package var summary: String
  /// What the command was asked to show, for standard output.
  package var text = ""
  package var timings: [Timing]
  /// What the command was asked to print on standard output besides findings.
  package var product = ""

  package init(
    diagnostics: [Diagnostic] = [], sourceMap: SourceMap = SourceMap(), sourceFolder: String = "",
    writtenFiles: [String] = [], summary: String = "", timings: [Timing] = []
  ) {
    self.diagnostics = diagnostics
    self.sourceMap = sourceMap
    self.sourceFolder = sourceFolder
    self.writtenFiles = writtenFiles
    self.summary = summary
    self.timings = timings
  }

  package var hasErrors: Bool { diagnostics.contains(where: \.isFailure) }
}

/// How long one phase took, on the wall clock.
package struct Timing: Sendable, Hashable {
  package var phase: String
  /// Since the start of the command.
  package var start: Duration
  package var duration: Duration

  package init(phase: String, start: Duration, duration: Duration) {
    self.phase = phase
    self.start = start
    self.duration = duration
  }
}

/// How far a command has come.
package struct Progress: Sendable, Hashable {
  /// What is being done, as a participle: `composing`.
  package var phase: String
  package var completed: Int
  /// How many pieces there are; 0 when that is not known.
  package var total: Int

  package init(_ phase: String, completed: Int = 0, total: Int = 0) {
    self.phase = phase
    self.completed = completed
    self.total = total
  }
}

/// Called from any thread, in any number, with how far a command has come.
package typealias ProgressHandler = @Sendable (Progress) -> Void
