internal import TieoutModel

/// The line that a reader made of a file's pieces, with the place of some of its characters.
///
/// A file of words and boxes shows nobody what stands beside a value: the line does.
struct RebuiltLine {
  /// The line, or the part of it around the characters.
  let text: String
  /// Where the characters begin and how many they are, in UTF-16.
  let start: Int, length: Int

  /// The most bytes on either side of the characters, and of them.
  private static let reach = 180

  /// Finds the line; `nil` for plain text, which is its own line, and where nothing is printed.
  init?(_ slice: Slice, in document: borrowing Document) {
    guard !slice.isEmpty else { return nil }
    let place = document.map.source(of: slice).range
    guard !place.isEmpty,
      let source = document.sources.last(where: { $0.range.lowerBound <= place.lowerBound }),
      source.file != nil, place.upperBound <= source.range.upperBound
    else { return nil }
    func isInside(_ index: Int) -> Bool { document.bytes[index] & 0xC0 == 0x80 }
    func isLineEnd(_ index: Int) -> Bool { [0x0A, 0x0C, 0x0D].contains(document.bytes[index]) }
    let earliest = max(source.range.lowerBound, place.lowerBound - Self.reach)
    var first = place.lowerBound
    while first > earliest, !isLineEnd(first - 1) { first -= 1 }
    while first < place.lowerBound, isInside(first) { first += 1 }
    var end = place.lowerBound
    let latest = min(source.range.upperBound, place.lowerBound + 2 * Self.reach)
    while end < latest, !isLineEnd(end) { end += 1 }
    while end > place.lowerBound, end < document.bytes.count, isInside(end) { end -= 1 }
    func text(_ range: Range<Int>) -> String {
      String(decoding: document.bytes[range], as: UTF8.self)
    }
    start = text(first..<place.lowerBound).utf16.count
    length = text(place.lowerBound..<min(place.upperBound, end)).utf16.count
    self.text = text(first..<end)
  }
}

extension JSONOutput {
  /// Writes the line around some characters: its text, and their start and length in it; 0 for none.
  mutating func rebuiltLine(of slice: Slice, _ document: borrowing Document) {
    guard let line = RebuiltLine(slice, in: document) else {
      buffer.byte(0x30)
      return
    }
    open("[")
    string(line.text)
    for number in [line.start, line.length] {
      comma()
      buffer.integer(number)
    }
    close("]")
  }
}
