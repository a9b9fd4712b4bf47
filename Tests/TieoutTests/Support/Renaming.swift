import TieoutMaking

/// Gives projects, units, departments, persons, phones and numbers other names, the same for the
/// same, in a text and in its truth.
///
/// Words that the forms are made of stay; every other Han character becomes another one, or two, so
/// that an abbreviation stays one. Numbers become others of the same length that keep what they
/// have to do with each other.
struct Renaming: Sendable {
  private var phrases: [Phrase]
  private var letters: [Unicode.Scalar: String] = [:]
  private var numbers = RenamedNumbers()

  /// Characters that stand for others, white space between them left out of account.
  private struct Phrase: Sendable {
    var scalars: [Unicode.Scalar]
    var replacement: String?
  }

  init(_ text: String, _ truth: Truth, seed: UInt64) {
    var random = SplitMix(seed: seed)
    let fixed = FormWords.all
    phrases = fixed.map { Phrase(scalars: Array($0.unicodeScalars), replacement: nil) }
    for (old, new) in Self.persons(truth, &random) + Self.phones(truth, &random) {
      phrases.append(Phrase(scalars: Array(old.unicodeScalars), replacement: new))
    }
    phrases.sort { $0.scalars.count > $1.scalars.count }
    let taken = Set(text.unicodeScalars).union(fixed.joined().unicodeScalars)
    var fresh = (0x4E00...0x9FA5).compactMap { Unicode.Scalar($0) }.filter { !taken.contains($0) }
    fresh.shuffle(using: &random)
    for letter in Set(text.unicodeScalars).sorted() where letter.isHan {
      var name = String(fresh.removeLast())
      if Int.random(in: 0..<6, using: &random) == 0 {
        name.unicodeScalars.append(fresh.removeLast())
      }
      letters[letter] = name
    }
    numbers = RenamedNumbers(text, truth, &random)
  }

  /// The total of all rows that are left, as the paper prints it.
  func total(of amounts: [String]) -> String { RenamedNumbers.sum(amounts) }

  /// The text with other names.
  func apply(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let (phrase, end) = phrase(scalars, index) {
        result.append(
          contentsOf: phrase.replacement.map { Array($0.unicodeScalars) }
            ?? Array(scalars[index..<end]))
        index = end
      } else if scalars[index].isDigit {
        var end = index
        while end < scalars.count,
          scalars[end].isDigit
            || ([",", "."].contains(scalars[end]) && end + 1 < scalars.count
              && scalars[end + 1].isDigit)
        {
          end += 1
        }
        let number = String(String.UnicodeScalarView(scalars[index..<end]))
        result.append(contentsOf: numbers.apply(number).unicodeScalars)
        index = end
      } else {
        let letter = scalars[index]
        result.append(contentsOf: (letters[letter] ?? String(letter)).unicodeScalars)
        index += 1
      }
    }
    return String(result)
  }

  /// The phrase that begins at an offset, and where it ends.
  private func phrase(_ scalars: [Unicode.Scalar], _ start: Int) -> (Phrase, Int)? {
    for phrase in phrases {
      var index = start
      var matched = 0
      while index < scalars.count, matched < phrase.scalars.count {
        if scalars[index] == phrase.scalars[matched] {
          matched += 1
        } else if matched == 0 || scalars[index] != " " {
          break
        }
        index += 1
      }
      if matched == phrase.scalars.count { return (phrase, index) }
    }
    return nil
  }

  private static func persons(
    _ truth: Truth, _ random: inout SplitMix
  ) -> [(String, String)] {
    let surnames = Array("赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严华")
    let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英")
    let onSlip = ["望舒", "予安", "羽", "褚以", "葛听澜", "翟以宁", "周可言"]
    let names = truth.forms.flatMap { [$0.text("head"), $0.text("finance_head")] }
    var used: Set<String> = []
    return Set(names.compactMap { $0 } + onSlip).sorted().map { name in
      var new = name
      while used.contains(new) || new == name {
        new = String(surnames.randomElement(using: &random) ?? "赵")
        while new.count < name.count { new.append(given.randomElement(using: &random) ?? "伟") }
      }
      used.insert(new)
      return (name, new)
    }
  }

  private static func phones(
    _ truth: Truth, _ random: inout SplitMix
  ) -> [(String, String)] {
    let numbers = truth.forms.flatMap { [$0.text("head_phone"), $0.text("finance_phone")] }
    var used: Set<String> = []
    return Set(numbers.compactMap { $0 } + ["5551037"]).sorted().map { number in
      var new = number
      while used.contains(new) || new == number {
        new = String(number.prefix(1))
        for sign in number.dropFirst() {
          new += sign.isNumber ? String(Int.random(in: 0...9, using: &random)) : String(sign)
        }
      }
      used.insert(new)
      return (number, new)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(value) }
  /// Whether it is a Han character.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}
