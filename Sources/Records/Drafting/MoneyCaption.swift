internal import TieoutModel

/// The line above a table that names the unit of money.
struct MoneyCaption {
  /// The unit that it names.
  private(set) var unit: String?
  /// The label before it, or the words of the line.
  private(set) var label: String?
  private(set) var words: String?

  init(_ paper: DraftPaper, _ summary: DraftSummary?) {
    for row in summary?.lines ?? [] {
      for piece in paper.rows[row].cells {
        if let (label, value) = paper.label(of: piece),
          DraftWords.isOne(paper.key(label), of: DraftWords.caption)
        {
          self.label = paper.string(label)
          unit = Self.unit(paper.string(value))
          return
        }
        let line = paper.string(piece.slice)
        if let words = DraftWords.moneyLines.first(where: { line.contains($0) }) {
          self.words = words
          // What stands before the words may be a name: `Eurovision: figures in £000`.
          unit = Self.unit(line.range(of: words).map { String(line[$0.lowerBound...]) } ?? line)
          return
        }
      }
    }
  }

  /// The unit of money in the brackets of a label, where nothing else stands there but remarks
  /// behind a comma: `in £k`, `单位：万元`, `£, incl. VAT`; nothing in `euro zone`.
  static func unit(inBrackets text: Substring) -> String? {
    var words = text
    if let colon = words.lastIndex(where: { $0 == ":" || $0 == "：" }) {
      words = words[words.index(after: colon)...]
    }
    if words.hasPrefix("in ") { words = words.dropFirst(3) }
    let word = words.prefix { !",，;；、".contains($0) }.filter { $0 != " " }
    return DraftWords.moneyUnits.first { $0.name.filter { $0 != " " } == word }?.name
  }

  /// The longest unit of money that a text names.
  static func unit(_ text: String) -> String? {
    DraftWords.moneyUnits.map(\.name).filter { name in
      guard let found = text.range(of: name) else { return false }
      func isLetter(_ character: Character?) -> Bool {
        character.map { $0.isASCII && $0.isLetter } ?? false
      }
      let before =
        found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : nil
      let after = found.upperBound < text.endIndex ? text[found.upperBound] : nil
      return !(isLetter(name.first) && isLetter(before))
        && !(isLetter(name.last) && isLetter(after))
    }.max { $0.utf8.count < $1.utf8.count }
  }
}

extension String {
  /// Where a word first stands.
  fileprivate func range(of word: String) -> Range<Index>? {
    guard !word.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
