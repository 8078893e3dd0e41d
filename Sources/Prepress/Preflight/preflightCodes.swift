import Diagnostics

extension DiagnosticCode {
  static let emptyPage = DiagnosticCode(
    "preflight.empty-page",
    "A page shows nothing (GWG 2015, 5). A blank verso before a part that opens on a recto is "
      + "meant; any other is not.")
  static let thinLine = DiagnosticCode(
    "preflight.thin-line",
    "A line is thinner than the press holds (GWG 2015, 17): below an eighth of a point it breaks "
      + "up, below a quarter it may; a tint needs half a point. The limit is the layout's "
      + "press: { minimum-line }.")
  static let smallText = DiagnosticCode(
    "preflight.small-text",
    "Small text of several inks, or light on a dark ground, closes up or blurs when plates are not "
      + "in register (GWG 2015, 16). Set it larger or in black alone.")
  static let richBlackText = DiagnosticCode(
    "preflight.rich-black-text",
    "Text is black on more than the black plate (GWG 2015, 11 and 15), so that its edges show "
      + "colour. Give the colour the print value K 100.")
  static let tooMuchInk = DiagnosticCode(
    "preflight.ink-coverage",
    "A colour puts more ink on the paper than dries (GWG 2015, 22). The limit is the layout's "
      + "press: { maximum-ink }.")
  static let coarseImage = DiagnosticCode(
    "preflight.coarse-image",
    "A picture has too few pixels for the size it is placed at (GWG 2015, 26): below 150 to the "
      + "inch they show. The limit is the layout's press: { minimum-resolution }.")
  static let shortBleed = DiagnosticCode(
    "preflight.short-bleed",
    "Artwork touches the edge of the page but does not reach the bleed, so that a white line shows "
      + "where the cut is off by a hair.")
  static let spotNames = DiagnosticCode(
    "preflight.spot-names",
    "Two named inks differ only in spelling, or one is called All or None, which are reserved (GWG "
      + "2015, 19 to 21).")

  static let unseparatedColour = DiagnosticCode(
    "preflight.rgb",
    "Colours are still RGB (GWG 2015, CMYK variants), so that the printer's program decides what they "
      + "become. Convert them with the profile of the printing condition.")
  static let whiteOverprint = DiagnosticCode(
    "preflight.white-overprint",
    "White is set to overprint (GWG 2015, 8 and 9): it takes nothing away from what lies below, and is "
      + "not seen.")
  static let looseFont = DiagnosticCode(
    "preflight.font",
    "A font is not embedded, so that another one will print in its place; or it is Courier, which "
      + "programs take for fonts that they miss (GWG 2015, 14).")
  static let pageBoxes = DiagnosticCode(
    "preflight.page-boxes",
    "The page does not say where it is cut, its unit is scaled, or it differs in size from the others "
      + "(GWG 2015, 2 to 4).")
  static let encryptedFile = DiagnosticCode(
    "preflight.encrypted", "The file is encrypted. A printer can do nothing with it.")
  static let unreadableContent = DiagnosticCode(
    "preflight.unreadable-content",
    "Content of a page is damaged or coded in a way that is not known here.")
  static let liveTransparency = DiagnosticCode(
    "preflight.live-transparency",
    "A page has opacities, soft masks, blend modes or groups. PDF/X-4 allows them; older workflows do "
      + "not.")
  static let unfinishedPreflight = DiagnosticCode(
    "preflight.unfinished", "The file paints more than a check looks at; its rest is not known.")
  static let transparency = DiagnosticCode(
    "preflight.transparency",
    "A picture has opacities, a soft mask or a blend mode, and the print edition is to be PDF/X-1a, "
      + "which knows only what covers. Flatten the picture, or let the layout print PDF/X-4.")

  static let preflightCodes: [DiagnosticCode] = [
    .transparency, .unseparatedColour, .whiteOverprint, .looseFont, .pageBoxes, .encryptedFile,
    .unreadableContent, .liveTransparency, .unfinishedPreflight,
    .emptyPage, .thinLine, .smallText, .richBlackText, .tooMuchInk, .coarseImage, .shortBleed,
    .spotNames,
  ]
}
