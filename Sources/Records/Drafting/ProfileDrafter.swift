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
