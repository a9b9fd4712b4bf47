internal import TieoutModel

/// A text in which one figure is replaced.
struct Splice {
  /// The figure as it is printed.
  let figure: String
  /// The text with the other one in its place; `nil` where what was given is none.
  let whole: String?
}

extension Document {
  /// Puts a value in the place of the figure that a finding is about, where that stands amid a text;
  /// `nil` where the finding is about the whole of it.
  ///
  /// The figure is the finding's first in the text that is written like the value, in digits or in
  /// words. Of `540人` the number alone is replaced; a value may repeat what stands behind it.
  func replacing(figureOf finding: Finding, in field: Field, by value: String) -> Splice? {
    guard case .text(let text) = field.value else { return nil }
    let figures = finding.values.compactMap { value -> Slice? in
      let figure = place(of: value, in: field, text)
      return !figure.isEmpty && figure.count < text.count && figure.start >= text.start
        && figure.end <= text.end ? figure : nil
    }
    guard let first = figures.first else { return nil }
    let typed = Array(value.utf8)
    let number = Quantity.read(typed, typed.indices)
    let figure =
      figures.first { self.text[$0.range.lowerBound].isDigitASCII == (number != nil) } ?? first
    var range = figure.range
    if let (_, end) = Quantity.read(self.text, range) {
      range = range.lowerBound..<end
      guard let stop = number?.end,
        let behind = behind(end, Slice(stop..<typed.count).trimmed(in: typed), of: typed, in: text)
      else { return Splice(figure: string(Slice(range)), whole: nil) }
      range = range.lowerBound..<behind
    }
    return Splice(
      figure: string(Slice(range)),
      whole: string(Slice(text.range.lowerBound..<range.lowerBound)) + value
        + string(Slice(range.upperBound..<text.range.upperBound)))
  }

  /// Where a figure stands in a text; of one that was corrected before only its words are known.
  private func place(of value: Finding.Evidence, in field: Field, _ words: Slice) -> Slice {
    guard words != field.printed, value.printed == field.printed else { return value.printed }
    let figure = Array(value.value.utf8)
    guard let found = text.first(of: figure, in: words.range),
      text.first(of: figure, in: found.upperBound..<words.range.upperBound) == nil
    else { return .none }
    return Slice(found)
  }

  /// Behind the words that follow an offset, where they are those that were typed; the offset where
  /// none were.
  private func behind(
    _ offset: Int, _ words: Slice, of typed: [UInt8], in whole: Slice
  ) -> Int? {
    if words.isEmpty { return offset }
    var start = offset
    while start < whole.range.upperBound, text[start].isBlankASCII { start += 1 }
    let end = start + Int(words.count)
    guard end <= whole.range.upperBound, text[start..<end].elementsEqual(typed[words.range]) else {
      return nil
    }
    return end
  }
}

extension Submission {
  /// What a correction changes, as a line: the field, what stands there and what is to stand there;
  /// `nil` for other decisions.
  public func change(by decision: Decision) -> String? {
    guard let correction = decision.correction,
      let place = place(ofRecord: correction.subject.record),
      let path = correction.subject.field.flatMap({ FieldPath($0, profile) })
    else { return nil }
    let record = record(place)?.id ?? correction.subject.record
    let name = Subject(record: record, field: correction.subject.field).path
    let old = fields(place, path.item)?.named(path.field).map { document.string($0.words) } ?? ""
    let (before, after) = Self.difference(old, correction.value)
    return "\(name): “\(before)” → “\(after)”"
  }

  /// So many characters beside a change say where it is.
  private static let context = 10

  /// Two texts, without what they begin and end with alike but for a few characters.
  private static func difference(_ old: String, _ new: String) -> (String, String) {
    let (left, right) = (Array(old), Array(new))
    var first = 0
    while first < min(left.count, right.count), left[first] == right[first] { first += 1 }
    var last = 0
    while last < min(left.count, right.count) - first,
      left[left.count - 1 - last] == right[right.count - 1 - last]
    {
      last += 1
    }
    let (head, tail) = (max(0, first - context), max(0, last - context))
    func part(_ text: [Character]) -> String {
      (head > 0 ? "…" : "") + String(text[head..<(text.count - tail)]) + (tail > 0 ? "…" : "")
    }
    return (part(left), part(right))
  }
}
