internal import Declarations
internal import Diagnostics

/// A number stated in words of the author's own against a figure: `[约16.8%]{.stated figure=id}`.
struct Claim: Sendable {
  var text: String
  var figure: Spanned<String>?
  var span: SourceSpan
}
