/// Words of the language by which an organisation's name is taken apart: what kind of body it is,
/// and where it sits.
///
/// These are words of Chinese, not of a family of papers; what papers do to names (endings,
/// aliases) stands in the profile.
enum OrganisationWords {
  /// A word for a kind of body, with the number of the kind: words that mean the same share it.
  struct Body: Sendable {
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

  /// All spellings, by their last letter, longer ones before those that they end with.
  private static let bodies: [UInt32: [Body]] = {
    var bodies: [UInt32: [Body]] = [:]
    for (kind, spellings) in kinds.enumerated() {
      for spelling in spellings {
        let letters = NameText.letters(of: spelling.utf8)
        guard let last = letters.last else { continue }
        bodies[last, default: []].append(Body(letters: letters, kind: kind))
      }
    }
    return bodies.mapValues { same in
      same.sorted { ($1.letters.count, $0.kind) < ($0.letters.count, $1.kind) }
    }
  }()

  /// The last letters of the names of places: 省 市 县 区 州 盟 旗 镇 乡.
  static let places: [UInt32] = NameText.letters(of: "省市县区州盟旗镇乡".utf8)

  /// Numerals: what tells the first school from the second is never left out.
  static func isNumeral(_ letter: UInt32) -> Bool {
    (letter >= 0x30 && letter <= 0x39) || numerals.contains(letter)
  }

  private static let numerals = NameText.letters(of: "一二三四五六七八九十百".utf8)

  /// The longest word for a body that ends at an offset.
  static func body(endingAt end: Int, in letters: ArraySlice<UInt32>) -> Body? {
    guard end > letters.startIndex, let bodies = bodies[letters[end - 1]] else { return nil }
    return bodies.first { body in
      let start = end - body.letters.count
      return start >= letters.startIndex && letters[start..<end].elementsEqual(body.letters)
    }
  }

  /// The lengths of the places that a name may begin with, none first: 0, 3 and 6 for
  /// `江东省河西市法院`.
  ///
  /// A place has two letters or more before its last one, or is that letter alone; so
  /// `城市管理局` and `社区中心` name no place. What looks like one may be a part of the body
  /// (`住房和城乡建设局`), therefore all of them are tried.
  static func placeLengths(_ letters: [UInt32]) -> [Int] {
    var lengths = [0]
    var start = 0
    // Something must be left to name the body.
    for index in letters.indices.dropLast() where places.contains(letters[index]) {
      guard index - start >= 2 || index == 0, index - start < 8, lengths.count < 5 else { continue }
      start = index + 1
      lengths.append(start)
    }
    return lengths
  }
}
