internal import TieoutMarkup
internal import TieoutModel

extension DecodedText {
  /// A part of the text, with its places.
  ///
  /// - Parameter file: the file that the places are counted in.
  func part(_ range: Range<Int>, of file: [UInt8]) -> DecodedText {
    var part = DecodedText()
    let first = runs.partitionPoint { $0.text.upperBound <= range.lowerBound }
    for run in runs[first...] {
      guard run.text.lowerBound < range.upperBound else { break }
      let inside = run.text.clamped(to: range)
      if run.isCopy {
        let start = run.source.lowerBound + inside.lowerBound - run.text.lowerBound
        part.copy(file, start..<start + inside.count)
      } else {
        part.decode(bytes[inside], run.source)
      }
    }
    return part
  }

  /// The text with boxes to tick in place of the words that Azure writes for them.
  func ticked(_ file: [UInt8]) -> DecodedText {
    guard bytes.contains(0x3A) else { return self }
    var ticked = DecodedText()
    var start = 0
    var colon = bytes.firstIndex(of: 0x3A)
    while let place = colon {
      let rest = bytes[place...]
      if let (word, tick) = Self.ticks.first(where: { rest.starts(with: $0.word.utf8) }) {
        let end = place + word.utf8.count
        ticked.append(part(start..<place, of: file))
        let signs = part(place..<end, of: file).runs
        ticked.decode(
          tick.utf8,
          (signs.first?.source.lowerBound ?? 0)..<(signs.last?.source.upperBound ?? 0))
        start = end
      }
      colon = bytes[max(start, place + 1)...].firstIndex(of: 0x3A)
    }
    ticked.append(part(start..<bytes.count, of: file))
    return ticked
  }

  private static let ticks = [
    (word: ":selected:", tick: "☑"), (word: ":unselected:", tick: "☐"),
  ]

  /// A box to tick that a string names the state of: it stands for that string.
  init?(tick state: String?, at string: Range<Int>, selected: String, unselected: String) {
    guard state == selected || state == unselected else { return nil }
    self.init()
    decode((state == selected ? "☑" : "☐").utf8, string)
  }

  /// Adds a word behind the others, a space between them unless one of them is written without.
  mutating func join(_ word: DecodedText) {
    if !bytes.isEmpty, let start = word.runs.first?.source.lowerBound, Self.isSpaced(bytes[...]),
      let first = word.bytes.first, first < 0xE3
    {
      decode([0x20], start..<start)
    }
    append(word)
  }

  /// Whether the last character is of a writing with spaces between words, as those before U+3000 are.
  private static func isSpaced(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last { $0 & 0xC0 != 0x80 }.map { $0 < 0xE3 } ?? false
  }
}
