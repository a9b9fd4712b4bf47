internal import TieoutModel

extension Document {
  /// The parts of a cell between the white space that stands in it or that cleaning removed.
  ///
  /// A part shorter than `shortest` bytes goes with the one before it: a word that wraps.
  func parts(_ slice: Slice, shortest: Int = 1) -> [Slice] {
    var cuts: [Int] = []
    for entry in map.edits(in: slice) where entry.text.isEmpty {
      if bytes[entry.source.range].allSatisfy(\.isBlankASCII) { cuts.append(Int(entry.text.start)) }
    }
    for index in slice.range where text[index] == 0x20 { cuts.append(index) }
    guard !cuts.isEmpty else { return slice.isEmpty ? [] : [slice] }
    var parts: [Slice] = []
    var start = Int(slice.start)
    for cut in cuts.sorted() + [Int(slice.end)] where cut > start {
      let part = trimmed(Slice(start..<cut))
      start = cut
      if part.isEmpty { continue }
      if let last = parts.last, part.count < shortest || last.count < shortest {
        parts[parts.count - 1] = last.joined(with: part)
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// Whether a slice is a number with a comparator before and a unit behind it at the most.
  func isBound(_ slice: Slice) -> Bool {
    var start = Int(slice.start)
    if let (_, end) = Comparator.read(text, slice.range) { start = end }
    while start < Int(slice.end), text[start].isBlankASCII { start += 1 }
    guard let (_, end) = Quantity.read(text, start..<Int(slice.end)) else { return false }
    // Four Han characters or as many bytes of another script are the longest unit.
    return Int(slice.end) - end <= 12
  }
}
