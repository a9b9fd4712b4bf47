internal import TieoutModel

extension ValueReader {
  /// A sum of money in words, and what names it before them: `大写：`, `人民币`.
  struct SumInWords {
    var name: Slice
    var words: Slice
  }

  /// The most bytes of what stands before the words or the digits: six Han characters.
  private static let longestName = 18

  /// The words in brackets behind a sum: `（大写：壹拾贰万捌仟伍佰元整）`; `nil` for another remark.
  func sumInWords(inBrackets remark: Slice) -> SumInWords? {
    guard let brackets = Brackets(endOf: remark.range, text),
      Slice(Int(remark.start)..<brackets.start).trimmed(in: text).isEmpty
    else { return nil }
    return sumInWords(brackets.inside)
  }

  /// The digits in brackets behind words, and the words: `人民币壹拾贰万捌仟伍佰元整（¥128,500.00）`; `nil`
  /// where something else stands in or before the brackets.
  func digits(behindWords slice: Slice) -> (digits: Slice, words: SumInWords)? {
    guard quantity(slice) == nil, let brackets = Brackets(endOf: slice.range, text),
      let start = starts(of: brackets.inside).first(where: { index in
        quantity(Slice(index..<brackets.inside.upperBound)) != nil
      }),
      let words = sumInWords(
        Slice(Int(slice.start)..<brackets.start).trimmed(in: text).range)
    else { return nil }
    return (Slice(start..<brackets.inside.upperBound), words)
  }

  private func sumInWords(_ range: Range<Int>) -> SumInWords? {
    let start = starts(of: range).first { index in
      let words = Numeral.read(text, index..<range.upperBound)
      return words?.kind == .money && words?.end == range.upperBound
    }
    return start.map {
      SumInWords(
        name: Slice(range.lowerBound..<$0).trimmed(in: text), words: Slice($0..<range.upperBound))
    }
  }

  /// The places at which characters begin that may follow a name.
  private func starts(of range: Range<Int>) -> some Sequence<Int> {
    range.prefix(Self.longestName + 1).lazy.filter { self.text[$0].isScalarStart }
  }
}
