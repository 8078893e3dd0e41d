internal import Prepress

/// Compares the paragraphs between two that are equal in both texts.
struct GapComparison {
  private let old: [TokenizedParagraph]
  private let new: [TokenizedParagraph]
  /// Every token with the paragraph it stands in.
  private let oldTokens: [(paragraph: Int, token: Token)]
  private let newTokens: [(paragraph: Int, token: Token)]
  private var pairs: [(old: Int, new: Int)] = []

  init(_ old: ArraySlice<TokenizedParagraph>, _ new: ArraySlice<TokenizedParagraph>) {
    self.old = Array(old)
    self.new = Array(new)
    oldTokens = old.enumerated().flatMap { index, text in text.tokens.map { (index, $0) } }
    newTokens = new.enumerated().flatMap { index, text in text.tokens.map { (index, $0) } }
    guard !oldTokens.isEmpty, !newTokens.isEmpty else { return }
    var interner = Interner<String>()
    let oldWords = oldTokens.map { interner.number(of: $0.token.text) }
    let newWords = newTokens.map { interner.number(of: $0.token.text) }
    pairs = matchElements(oldWords, newWords)
    let related = dropChancePairs()
    if !related.isEmpty { pairMore(oldWords, newWords, related) }
  }

  /// Pairs words that chance pairs have kept from each other.
  private mutating func pairMore(_ oldWords: [Int], _ newWords: [Int], _ related: Set<[Int]>) {
    var all: [(old: Int, new: Int)] = []
    var (x, y) = (0, 0)
    for pair in pairs + [(oldWords.count, newWords.count)] {
      let found = matchElements(Array(oldWords[x..<pair.old]), Array(newWords[y..<pair.new]))
        .map { (old: x + $0.old, new: y + $0.new) }
      all += found.filter { related.contains(paragraphs($0)) }
      if pair.old < oldWords.count { all.append(pair) }
      (x, y) = (pair.old + 1, pair.new + 1)
    }
    pairs = all
  }

  private func paragraphs(_ pair: (old: Int, new: Int)) -> [Int] {
    [oldTokens[pair.old].paragraph, newTokens[pair.new].paragraph]
  }

  /// Paragraphs that share only a few common words are others, not changed ones.
  ///
  /// - Returns: the pairs of paragraphs that stay, when any was dropped.
  private mutating func dropChancePairs() -> Set<[Int]> {
    var shared: [[Int]: Int] = [:]
    for pair in pairs { shared[paragraphs(pair), default: 0] += 1 }
    let related = shared.filter { both, count in
      count * 3 > min(old[both[0]].tokens.count, new[both[1]].tokens.count)
    }
    guard related.count < shared.count else { return [] }
    pairs = pairs.filter { related[paragraphs($0)] != nil }
    return Set(related.keys)
  }

  func changes() -> [TextChange] {
    if pairs.isEmpty { return replaced() }
    var drafts = new.map { TextChange(draft: $0, isNew: true) }
    var gone = old.map { TextChange(draft: $0, isNew: false) }
    let heirs = self.heirs()
    var (x, y) = (0, 0)
    for pair in pairs + [(oldTokens.count, newTokens.count)] {
      for index in x..<pair.old {
        let (paragraph, token) = oldTokens[index]
        if let heir = heirs[index] {
          drafts[heir].append(token, .removed)
        } else {
          gone[paragraph].append(token, .removed)
        }
      }
      for index in y..<pair.new {
        drafts[newTokens[index].paragraph].append(newTokens[index].token, .added)
      }
      if pair.new < newTokens.count {
        let (paragraph, token) = newTokens[pair.new]
        drafts[paragraph].append(token, .kept)
        drafts[paragraph].oldPage =
          drafts[paragraph].oldPage ?? old[oldTokens[pair.old].paragraph].source.page
      }
      (x, y) = (pair.old + 1, pair.new + 1)
    }
    return inOrder(gone, drafts)
  }

  /// The new paragraph that each token of an old one stood in, by its nearest neighbour there; nil
  /// for tokens of paragraphs that are gone.
  private func heirs() -> [Int?] {
    var heirs: [Int?] = Array(repeating: nil, count: oldTokens.count)
    for pair in pairs { heirs[pair.old] = newTokens[pair.new].paragraph }
    func fill(_ indices: some Sequence<Int>) {
      var last: (paragraph: Int, heir: Int)?
      for index in indices {
        let paragraph = oldTokens[index].paragraph
        if let heir = heirs[index] {
          last = (paragraph, heir)
        } else if let last, last.paragraph == paragraph {
          heirs[index] = last.heir
        }
      }
    }
    fill(oldTokens.indices)
    fill(oldTokens.indices.reversed())
    return heirs
  }

  /// Nothing in common: all that was is gone, all that is has come.
  private func replaced() -> [TextChange] {
    let (gone, come) = (
      old.map { TextChange(whole: $0, isNew: false) },
      new.map { TextChange(whole: $0, isNew: true) }
    )
    return (gone + come).filter { !$0.runs.isEmpty }
  }

  private func inOrder(_ gone: [TextChange], _ drafts: [TextChange]) -> [TextChange] {
    let removed = gone.filter { !$0.runs.isEmpty }
    let changed = drafts.compactMap { draft -> TextChange? in
      var draft = draft
      let kinds = Set(draft.runs.map(\.kind))
      if kinds.isEmpty || kinds == [.kept] { return nil }
      draft.kind = kinds == [.added] ? .added : .changed
      return draft
    }
    return removed + changed
  }
}

extension TextChange {
  fileprivate init(draft text: TokenizedParagraph, isNew: Bool) {
    self.init(
      kind: isNew ? .changed : .removed, role: text.source.role,
      oldPage: isNew ? nil : text.source.page, newPage: isNew ? text.source.page : nil, runs: [])
  }

  fileprivate init(whole text: TokenizedParagraph, isNew: Bool) {
    self.init(draft: text, isNew: isNew)
    kind = isNew ? .added : .removed
    for token in text.tokens { append(token, isNew ? .added : .removed) }
  }

  fileprivate mutating func append(_ token: Token, _ kind: Run.Kind) {
    let text = (token.isSpaced ? " " : "") + token.text
    if runs.last?.kind == kind {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(kind: kind, text: text))
    }
  }
}
