extension [UInt8] {
  /// Where the tag begins that a parser has just read; `nil` for an element that is only implied.
  func tagStart(of name: String, in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start < range.upperBound {
      if self[start] == 0x3C, isName(name, at: start + 1, before: range.upperBound) { return start }
      start += 1
    }
    return nil
  }

  /// Whether an element's name stands at an offset, with or without a prefix.
  func isName(_ name: String, at offset: Int, before end: Int) -> Bool {
    guard offset < end else { return false }
    let word = self[offset..<end].prefix {
      $0 > 0x20 && $0 != 0x3E && $0 != 0x2F && $0 != 0x3C
    }
    // XML hands names over without their prefix, HTML with it.
    if word.isSame(name) { return true }
    guard let colon = word.firstIndex(of: 0x3A) else { return false }
    return word[(colon + 1)...].isSame(name)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a word is a name, in whatever case.
  fileprivate func isSame(_ name: String) -> Bool {
    count == name.utf8.count && zip(self, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
