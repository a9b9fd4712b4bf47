/// Words of the language by which an organisation's name is taken apart: what kind of body it is,
/// and where it sits.
///
/// These are words of Chinese, not of a family of papers; what papers do to names (endings,
/// aliases) stands in the profile.
enum OrganisationWords {
  /// English legal forms, written out and short.
  static let legalForms: [(long: [UInt32], short: [UInt32])] = [
    ("limited", "ltd"), ("community interest company", "cic"), ("public limited company", "plc"),
    ("limited liability partnership", "llp"), ("incorporated", "inc"), ("corporation", "corp"),
    ("company", "co"),
  ].map { (NameText.letters(of: $0.0), NameText.letters(of: $0.1)) }

  /// A word for a kind of body, with the number of the kind: words that mean the same share it.
  struct Body: Sendable {
    /// The number of its letters.
    var length: Int
    var kind: Int
  }

  /// One spelling of a word for a body.
  private struct Spelling: Sendable {
    var letters: [UInt32]
    var kind: Int
  }

  /// The kinds of body, each with its spellings.
  private static let kinds: [[String]] = [
    ["委员会", "委"], ["办公室", "办"], ["人民政府", "政府"], ["人民法院", "法院"],
    ["人民检察院", "检察院"], ["分局"], ["局"], ["厅"], ["署"], ["总队"], ["支队"], ["大队"],
    ["中队"], ["中心"], ["联合会", "联"], ["部"], ["处"], ["科"], ["所"], ["站"], ["分院"], ["院"],
    ["馆"], ["公司"], ["集团"], ["协会"], ["银行"], ["分行"], ["支行"], ["大学"], ["中学"],
    ["小学"], ["学校"], ["幼儿园"], ["街道"], ["社区"],
  ]

  /// The numbers of the last letters of all spellings.
  private static let lasts: KeyNumbers = {
    var lasts = KeyNumbers()
    for word in kinds.joined() {
      if let last = NameText.letters(of: word).last { _ = lasts.number(of: UInt64(last)) }
    }
    return lasts
  }()

  /// The last letters of all words for a kind of body: a letter that is not among them ends none.
  static let lastLetters = LetterSet(lasts.keys.map { UInt32(truncatingIfNeeded: $0) })

  /// The spellings by number of their last letter, longer ones before those that they end with.
  private static let spellings: [[Spelling]] = {
    var spellings: [[Spelling]] = Array(repeating: [], count: lasts.count)
    for (kind, words) in kinds.enumerated() {
      for word in words {
        let letters = NameText.letters(of: word)
        guard let last = letters.last, let place = lasts.find(UInt64(last)) else { continue }
        spellings[place].append(Spelling(letters: letters, kind: kind))
      }
    }
    return spellings.map { same in
      same.sorted { ($1.letters.count, $0.kind) < ($0.letters.count, $1.kind) }
    }
  }()

  /// Words that say how a body works, not on what: names leave them out.
  private static let manners: [[UInt32]] = [
    "管理", "监督", "运输", "事务", "服务", "保障", "执法", "综合", "行政", "工作",
  ].map { NameText.letters(of: $0) }

  /// Whether letters are nothing but words that say how a body works.
  static func sayHow(_ letters: ArraySlice<UInt32>) -> Bool {
    if letters.isEmpty { return true }
    return manners.contains { letters.starts(with: $0) && sayHow(letters.dropFirst($0.count)) }
  }

  /// The last letters of the names of places: 省 市 县 区 州 盟 旗 镇 乡.
  static let places: [UInt32] = NameText.letters(of: "省市县区州盟旗镇乡")

  private static let placeSet = LetterSet(places)

  /// Numerals: what tells the first school from the second is never left out.
  static func isNumeral(_ letter: UInt32) -> Bool {
    (letter >= 0x30 && letter <= 0x39) || numerals.contains(letter)
  }

  private static let numerals = NameText.letters(of: "一二三四五六七八九十百")

  /// The longest word for a body that ends at an offset and begins at another one or behind it.
  static func body(endingAt end: Int, in letters: [UInt32], from first: Int) -> Body? {
    guard end > first, let place = lasts.find(UInt64(letters[end - 1])) else { return nil }
    for spelling in spellings[place] {
      let start = end - spelling.letters.count
      if start >= first, stands(spelling.letters, in: letters, at: start) {
        return Body(length: spelling.letters.count, kind: spelling.kind)
      }
    }
    return nil
  }

  private static func stands(_ word: [UInt32], in letters: [UInt32], at start: Int) -> Bool {
    for index in word.indices where letters[start + index] != word[index] { return false }
    return true
  }

  /// The most places that a name is supposed to begin with.
  static let mostPlaces = 4

  /// Where the next of the places ends that a name may begin with; `nil` where there is none.
  ///
  /// A place has two letters or more before its last one, or is that letter alone; so
  /// `城市管理局` and `社区中心` name no place. What looks like one may be a part of the body
  /// (`住房和城乡建设局`), therefore all of them are tried.
  static func endOfPlace(_ letters: [UInt32], _ name: Range<Int>, from start: Int) -> Int? {
    let placeSet = placeSet
    // Something must be left to name the body.
    for index in start..<max(start, name.upperBound - 1)
    where placeSet.mayHold(letters[index]) && places.contains(letters[index]) {
      if index - start >= 2 || index == name.lowerBound, index - start < 8 { return index + 1 }
    }
    return nil
  }

  /// The lengths of the places that a name may begin with, none first: 0, 3 and 6 for
  /// `江东省河西市法院`.
  static func placeLengths(_ letters: [UInt32]) -> [Int] {
    var lengths = [0]
    while lengths.count <= mostPlaces,
      let end = endOfPlace(letters, letters.indices, from: lengths[lengths.count - 1])
    {
      lengths.append(end)
    }
    return lengths
  }
}
