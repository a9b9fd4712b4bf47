internal import TieoutModel

extension LatexTable {
  /// Goes on to an argument where only blanks stand before it.
  mutating func blanks() {
    var end = index
    while end < range.upperBound, bytes[end].isBlankASCII { end += 1 }
    if end < range.upperBound, [0x7B, 0x5B, 0x28, 0x2A].contains(bytes[end]) { drop(end - index) }
  }

  /// Leaves out an argument in brackets, where one follows.
  mutating func option(_ open: UInt8, _ close: UInt8) {
    blanks()
    let rest = bytes[index..<range.upperBound].prefix(256)
    guard rest.first == open, let end = rest.firstIndex(of: close) else { return }
    drop(end + 1 - index)
  }

  /// Leaves out the next argument: braces and what they hold, or a star; what it is.
  mutating func argument() -> ArraySlice<UInt8> {
    blanks()
    let rest = bytes[index..<range.upperBound].prefix(512)
    if rest.first == 0x2A {
      drop(1)
      return []
    }
    guard rest.first == 0x7B else { return [] }
    var depth = 0
    for place in rest.indices {
      if rest[place] == 0x7B { depth += 1 }
      if rest[place] == 0x7D { depth -= 1 }
      if depth == 0 {
        drop(place + 1 - index)
        return rest[rest.startIndex + 1..<place]
      }
    }
    return []
  }

  /// The number that an argument is.
  func number(_ group: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: group.filter { $0 != 0x20 }, as: UTF8.self))
  }
}
