import Testing
import TieoutModel

@testable import TieoutReconciliation

/// Sentences made from a seed, with what they must come to.
private struct SentenceMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  /// Hundredths as they are printed, zeros dropped.
  static func print(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    if rest % 10 == 0 { return "\(hundredths / 100).\(rest / 10)" }
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  mutating func sentence(_ kind: Int, error: Bool) -> String {
    switch kind {
    case 0: list(error: error)
    case 1: product(error: error)
    default: english(error: error)
    }
  }

  /// A list with its total: in ten-thousands with decimals, in persons, or in both units mixed.
  mutating func list(error: Bool) -> String {
    let names = ["设备", "施工", "培训", "宣传", "监理", "差旅"]
    let parts = (0..<(2 + below(5))).map { _ in 100 + below(90_000) }
    // Far enough from the sum that no precision explains it, and no multiple of it.
    var total = parts.reduce(0, +)
    if error { total += 700 + below(total / 3) }
    let style = below(6)
    if style < 2 {
      let list = zip(names, parts).map { "\($0)\($1)人" }.joined(separator: "、")
      return style == 0
        ? "培训合计\(total)人（\(list)）。" : "\(list)，共计\(total)人。"
    }
    let mixed = zip(names, parts).enumerated().map { place, part in
      place == 0 && style == 5
        ? "\(part.0)\(part.1 * 100)元" : "\(part.0)\(Self.print(part.1))万元"
    }
    let stated = Self.print(total) + "万元"
    switch style {
    case 2: return "所需经费总计\(stated)：\(mixed.joined(separator: "，"))。"
    case 3: return "\(mixed.joined(separator: "，"))，合计\(stated)。"
    case 4: return "\(stated)=" + mixed.joined(separator: "+") + "。"
    default: return "经费合计：\(stated)（\(mixed.joined(separator: "；"))）。"
    }
  }

  /// A product: so many times so much.
  mutating func product(error: Bool) -> String {
    let count = 3 + below(900)
    let price = 50 * (3 + below(400))
    var sum = count * price
    if error { sum += 37 * (1 + below(sum / 50)) }
    switch below(4) {
    case 0: return "为\(count)名教师每人发放\(price)元，共计\(sum)元。"
    case 1: return "购置\(count)台，单价\(price)元，合计\(sum)元。"
    case 2: return "\(count)户×\(price)元=\(sum)元。"
    default: return "补助标准\(price)元/人，共\(count)人，合计\(sum)元。"
    }
  }

  /// A list or a product in English.
  mutating func english(error: Bool) -> String {
    let parts = (0..<3).map { _ in 500 + below(90_000) }
    let total = parts.reduce(0, +) + (error ? 700 + below(5_000) : 0)
    let count = 3 + below(90), price = 20 + below(500)
    let sum = count * price + (error ? 37 + below(50) : 0)
    let list = "£\(parts[0]) for hire, £\(parts[1]) for staff and £\(parts[2]) for materials"
    switch below(3) {
    case 0: return "The project needs a total of £\(total): \(list)."
    case 1: return "We ask for \(list), in total £\(total)."
    default: return "We will run \(count) sessions at £\(price) each, a total of £\(sum)."
    }
  }
}

@Suite struct MadeSentences {
  @Test(arguments: 0..<40)
  func rightSumsAreTicksAndWrongOnesAreFound(_ seed: Int) {
    var maker = SentenceMaker(seed: UInt64(seed) + 1)
    for _ in 0..<10 {
      for kind in 0..<3 {
        let right = maker.sentence(kind, error: false)
        #expect(claims(right).count == 1 && claims(right)[0].hasSuffix("exact"), "\(right)")
        let wrong = maker.sentence(kind, error: true)
        // Coarse where hardly a decimal is printed.
        let found = claims(wrong)
        #expect(found.count == 1 && found.allSatisfy { !$0.hasSuffix("exact") }, "\(wrong)")
        #expect(found.allSatisfy { !$0.hasSuffix("rounded") }, "\(wrong)")
      }
    }
  }

  @Test func takesAnyBytesWithoutAFall() {
    var maker = SentenceMaker(seed: 99)
    let pieces = [
      "合计", "1", "23.5", "万元", "（", "）", "(", ")", "，", "、", "。", "=", "+", "×", "其中", "每人", "每",
      "人", "-",
      "~", "《", "[", "£", "total", "of which", " ", "\u{3000}", "2024年", "1、", "共", "%",
      "999999999999999999",
      "元/", "约", "以上", "其他", ".", "1,234", "万", "亿",
    ]
    for _ in 0..<3000 {
      let text = (0..<(1 + maker.below(30))).map { _ in pieces[maker.below(pieces.count)] }.joined()
      _ = claims(text)
      // Cut anywhere, even inside a character.
      let bytes = Array(text.utf8)
      let cut = bytes.count - maker.below(bytes.count)
      _ = ProseClaims(bytes, ProseScanner.read(bytes, 0..<cut), floor: 2)
      var letters = GoalLetters()
      letters.add(bytes, 0..<cut)
      #expect(Array(letters[0]) == NameText.letters(of: bytes, 0..<cut), "\(text)")
    }
  }
}
