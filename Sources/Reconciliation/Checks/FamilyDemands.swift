internal import TieoutModel

/// The families of indicators that the footnotes of a profile's forms may ask for.
struct FamilyDemands: Sendable {
  /// A family of indicators.
  struct Family: Sendable {
    /// What a footnote calls it.
    var stem: [UInt8]
    /// The words of the first level that belong to it.
    var terms: [TermID]
  }

  /// The group of indicators.
  let group: FieldName
  /// The column of the first level.
  let level: FieldName
  private let demands: WordList
  private let families: [Family]

  /// Reads a profile; `nil` where its footnotes ask for nothing.
  init?(_ profile: Profile) {
    guard let spec = profile.detail.groups.first(where: { $0.kind == .indicators }),
      let level = spec.roles[.level1], !profile.rules.demandWords.isEmpty
    else { return nil }
    group = spec.name
    self.level = level
    demands = WordList(profile.rules.demandWords)
    families = Self.families(spec, level, profile)
  }

  /// The families that a footnote asks for.
  func families(in footnote: Slice, _ text: [UInt8]) -> [Family] {
    var asked: [Family] = []
    for sentence in text.sentences(in: footnote.range) where demands.isIn(sentence, of: text) {
      asked += families.filter { text.contains($0.stem, in: sentence) }
    }
    return asked
  }

  /// The words of the first level without 指标; one that ends with another one is its kind:
  /// 服务对象满意度 is 满意度.
  private static func families(
    _ spec: GroupSpec, _ level: FieldName, _ profile: Profile
  ) -> [Family] {
    let ending = Array("指标".utf8)
    var families: [Family] = []
    for term in spec.columns.first(where: { $0.name == level })?.terms ?? [] {
      var stem = Array(profile.terms[Int(term.term.rawValue)].utf8)
      if stem.count > ending.count, stem.suffix(ending.count).elementsEqual(ending) {
        stem.removeLast(ending.count)
      }
      if let known = families.firstIndex(where: {
        stem.suffix($0.stem.count).elementsEqual($0.stem)
          || $0.stem.suffix(stem.count).elementsEqual(stem)
      }) {
        families[known].terms.append(term.term)
        if stem.count < families[known].stem.count { families[known].stem = stem }
      } else {
        families.append(Family(stem: stem, terms: [term.term]))
      }
    }
    return families
  }
}
