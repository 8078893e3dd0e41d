/// Whether the name of a glyph tells its character, as Adobe's list has it (ISO 32000-1, 9.10.2 and
/// annex D): the Latin set, `uni4E00`, `u1F600`; of `f_i.alt` each part does.
func isGlyphNameKnown(_ name: String) -> Bool {
  if name == ".notdef" { return true }
  let base = name.prefix { $0 != "." }
  return !base.isEmpty
    && base.split(separator: "_", omittingEmptySubsequences: false).allSatisfy(isPartKnown)
}

private func isPartKnown(_ name: Substring) -> Bool {
  isLetter(name) || otherNames.contains(name)
    || isHexadecimal(name.dropFirst(3), after: "uni", name)
    || isHexadecimal(name.dropFirst(1), after: "u", name)
}

/// A letter of the Latin alphabet, perhaps with an accent.
private func isLetter(_ name: Substring) -> Bool {
  guard let letter = name.utf8.first, (0x41...0x5A).contains(letter & 0xDF) else { return false }
  return name.utf8.count == 1 || accents.contains(name.dropFirst())
}

private func isHexadecimal(_ digits: Substring, after prefix: String, _ name: Substring) -> Bool {
  guard name.hasPrefix(prefix), digits.allSatisfy(\.isHexDigit) else { return false }
  return prefix == "u"
    ? (4...6).contains(digits.count) : !digits.isEmpty && digits.count.isMultiple(of: 4)
}

private let accents: Set<Substring> = [
  "acute", "breve", "caron", "cedilla", "circumflex", "commaaccent", "croat", "dieresis",
  "dotaccent", "grave", "hungarumlaut", "macron", "ogonek", "ring", "slash", "small", "tilde",
]

/// Punctuation, figures, signs, ligatures and the letters that are no letter with an accent.
private let otherNames: Set<Substring> = Set(
  """
  AE Eth Euro Lslash OE Thorn acute ae ampersand asciicircum asciitilde asterisk at backslash bar \
  braceleft braceright bracketleft bracketright breve brokenbar bullet caron cedilla cent \
  circumflex colon comma copyright currency dagger daggerdbl degree dieresis divide dollar \
  dotaccent dotlessi eight ellipsis emdash endash equal eth exclam exclamdown ff ffi ffl fi five fl \
  florin four fraction germandbls grave greater guillemotleft guillemotright guilsinglleft \
  guilsinglright hungarumlaut hyphen less logicalnot lslash macron minus mu multiply nbspace nine \
  numbersign oe ogonek one onehalf onequarter onesuperior ordfeminine ordmasculine paragraph \
  parenleft parenright percent period periodcentered perthousand plus plusminus question \
  questiondown quotedbl quotedblbase quotedblleft quotedblright quoteleft quoteright quotesinglbase \
  quotesingle registered ring scaron section semicolon seven sfthyphen six slash space sterling \
  thorn three threequarters threesuperior tilde trademark two twosuperior underscore yen zero \
  Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma \
  Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda nu \
  xi omicron pi rho sigma sigma1 tau upsilon phi chi psi omega theta1 phi1 omega1 partialdiff \
  integral summation product radical infinity approxequal notequal lessequal greaterequal lozenge \
  arrowleft arrowup arrowright arrowdown arrowboth element existential universal similar \
  intersection union therefore
  """.split(separator: " "))
