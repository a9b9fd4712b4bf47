public import TieoutModel

/// Drafts a profile from the papers themselves.
///
/// What repeats tells the forms, the longest table outside of them is the summary, what stands in a
/// column tells its type, and what both sides repeat tells keys and amounts. The draft says what it
/// saw; a person who knows the papers finishes it.
public enum ProfileDrafter {
  /// The YAML of a draft for a cleaned document; `nil` where neither a summary nor forms show.
  ///
  /// - Parameter relations: What `RelationFinder` found in the papers as an earlier draft reads them.
  public static func draft(
    _ document: Document, id: String, relations: [DraftRelation] = []
  ) -> [UInt8]? {
    let paper = DraftPaper(document)
    let forms = DraftForms(paper)
    let summary = DraftSummary(paper, forms)
    let fields = forms.forms.isEmpty ? nil : DraftFields(paper, forms, summary)
    guard summary != nil || fields?.values.isEmpty == false else { return nil }
    var draft = ProfileDraft()
    draft.isChinese = document.text.contains { $0 >= 0xE4 && $0 <= 0xE9 }
    draft.formCount = forms.forms.count
    draft.relations = relations
    let caption = MoneyCaption(paper, summary)
    if let summary { draft.add(summary, caption, paper) }
    if let fields { draft.add(fields, caption, paper) }
    draft.addMeanings(DraftMeanings(summary, fields, paper), summary, fields)
    guard draft.isUsable else { return nil }
    return DraftWriter(draft, id: id).bytes
  }
}

/// A relation that holds in the papers, as a line of a profile, and what speaks for it.
public struct DraftRelation: Hashable, Sendable {
  /// The entry of `relations`.
  public var entry: String
  /// How often it holds, and where it does not.
  public var evidence: String
}

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
          unit = Self.unit(line)
          return
        }
      }
    }
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
