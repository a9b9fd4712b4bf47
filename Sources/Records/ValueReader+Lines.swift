internal import TieoutModel

extension ValueReader {
  /// Whether a value of a line is another label with its value.
  func isPair(_ value: Slice) -> Bool {
    let start = Int(value.start)
    guard start > 1, text[start - 1].isBlankASCII else { return false }
    return NextPair.begins(at: start, text, Int(value.end), isWide: text[start - 2].isBlankASCII)
  }

  /// The value behind `（盖章）` and its like.
  func withoutStamps(
    _ slice: Slice, _ stamps: [String], _ submission: inout Submission
  ) -> Slice {
    guard !stamps.isEmpty, !slice.isEmpty else { return slice }
    for stamp in stamps {
      let stamp = stamp.utf8Span.span
      var end = Int(slice.start)
      var length = 0
      while length < stamp.count, end < Int(slice.end), text[end] == stamp[length] {
        end += 1
        length += 1
      }
      guard length > 0, length == stamp.count else { continue }
      submission.ledger.book(Slice(Int(slice.start)..<end), .boilerplate)
      return Slice(end..<Int(slice.end)).trimmed(in: text)
    }
    return slice
  }

  /// A label that carries its own number (`附件1`) is its own value.
  func numbered(
    _ cell: Document.Cell, _ name: FieldName, _ submission: inout Submission
  ) -> Field? {
    // Behind the number stands a colon at the most.
    guard let last = cell.text.range.suffix(4).last(where: { text[$0].isDigitASCII }) else {
      return nil
    }
    // `Award for 2025/26` is a label to its end.
    if profile.labels.key(cell.label).last?.isDigitASCII == true { return nil }
    let slice = Slice(Int(cell.text.start)..<last + 1)
    submission.ledger.book(slice, .value)
    return field(name, slice, .text)
  }
}
