/// How far words make a number approximate: 约, 近, 余, 左右.
struct Vagueness {
  /// Some less: 近.
  var isLess = false
  /// Some more or less: 约, 左右.
  var isAbout = false
  /// More, up to the next unit of the last digit that is no zero: 余, 多.
  var isMore = false

  /// Either kind.
  static func + (left: Vagueness, right: Vagueness) -> Vagueness {
    Vagueness(
      isLess: left.isLess || right.isLess, isAbout: left.isAbout || right.isAbout,
      isMore: left.isMore || right.isMore)
  }

  /// Whether a number that is said so may mean another one.
  func covers(_ said: Int128, _ meant: Int128) -> Bool {
    if said == meant { return true }
    guard said > 0 else { return false }
    var last: Int128 = 1
    while (said / last).isMultiple(of: 10) { last *= 10 }
    if isMore, meant > said, meant < said + last { return true }
    // 约3000 is meant to the hundred: two digits say something.
    let unit = said / last < 10 ? max(last / 10, 1) : last
    let apart = meant - said
    return (isAbout && apart.magnitude <= unit.magnitude)
      || (isLess && apart < 0 && -apart <= unit)
  }

  private static let before =
    ProseLanguage.bytes { $0.vague.about }.map { ($0, Vagueness(isAbout: true)) }
    + ProseLanguage.bytes { $0.vague.less }.map { ($0, Vagueness(isLess: true)) }
  private static let after =
    ProseLanguage.bytes { $0.vagueBehind.more }.map { ($0, Vagueness(isMore: true)) }
    + ProseLanguage.bytes { $0.vagueBehind.about }.map { ($0, Vagueness(isAbout: true)) }

  /// Reads the words behind a number, with their length.
  static func read(
    behind start: Int, _ end: Int, _ text: [UInt8]
  ) -> (vagueness: Vagueness, length: Int) {
    for (word, vagueness) in after where word.stands(in: text, at: start, before: end) {
      return (vagueness, word.count)
    }
    return (Vagueness(), 0)
  }

  /// Reads the word before a number.
  static func read(before start: Int, _ least: Int, _ text: [UInt8]) -> Vagueness {
    for (word, vagueness) in before
    where start - word.count >= least
      && word.stands(in: text, at: start - word.count, before: start)
    {
      return vagueness
    }
    return Vagueness()
  }
}
