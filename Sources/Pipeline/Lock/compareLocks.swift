package import Diagnostics

extension DiagnosticCode {
  package static let missingLock = DiagnosticCode(
    "lock.missing",
    "A locked build needs colophon.lock, in the report's folder or beside Layouts/ and Fonts/. Write "
      + "it with `colophon fonts lock` on the machine whose output is approved, and commit it.")
  package static let lockDiffers = DiagnosticCode(
    "lock.differs",
    "This machine has another version, or another file, than colophon.lock records, so the output "
      + "would not be the same bytes. Install what is recorded, or approve what is here by "
      + "`colophon fonts lock`.")

  /// The codes of locked builds.
  static let lockCodes: [DiagnosticCode] = [.missingLock, .lockDiffers]
}

/// Every difference between what a lock records and what this machine has, sorted by name.
func compare(recorded: Lock, found: Lock) -> [Diagnostic] {
  Lock.Section.allCases.flatMap { section in
    let (old, new) = (recorded[section], found[section])
    return Set(old.keys).union(new.keys).sorted().compactMap { name in
      difference(in: section, of: name, recorded: old[name], found: new[name])
    }
  }
}

private func difference(
  in section: Lock.Section, of name: String, recorded: Spanned<String>?, found: Spanned<String>?
) -> Diagnostic? {
  switch (recorded, found) {
  case (let recorded?, let found?) where recorded.value != found.value:
    let message = "\(name): recorded \(recorded.value), found \(found.value)"
    return Diagnostic(.lockDiffers, message, at: recorded.span)
  case (let recorded?, nil):
    return Diagnostic(
      .lockDiffers, "\(name): recorded \(recorded.value), found none", at: recorded.span)
  case (nil, let found?):
    return Diagnostic(.lockDiffers, "\(name): not recorded, found \(found.value)", at: found.span)
  default: return nil
  }
}
