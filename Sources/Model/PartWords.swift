/// The words by which a paper marks that something is part of what stands before it: `其中：`,
/// `of which`.
public struct PartWords: Sendable {
  private let words: [[UInt8]]
  /// The first characters of the words: most cells need no closer look.
  @usableFromInline private(set) var leads = CharacterFilter()

  /// Takes the words; how their letters are written does not matter.
  public init(_ words: [String]) {
    self.words = words.map { word in word.utf8.map(Self.small) }.filter { !$0.isEmpty }
    for word in self.words {
      leads.insert(word, 0)
      if word[0].isLetterASCII { leads.insert([word[0] ^ 0x20], 0) }
    }
  }

  /// What stands behind such a word, its colon left out; `nil` where a slice begins with none.
  ///
  /// - `其中：设备购置`: `设备购置`
  /// - `of which: equipment`: `equipment`
  /// - begins with none: `offices`, `项目其中`
  @inlinable
  public func rest(of slice: Slice, in text: [UInt8]) -> Slice? {
    guard !slice.isEmpty, leads.mayHold(text, Int(slice.start)) else { return nil }
    return rest(behind: slice, text)
  }

  /// The same for a slice that may begin with such a word.
  @usableFromInline
  func rest(behind slice: Slice, _ text: [UInt8]) -> Slice? {
    let end = Int(slice.end)
    let first = Self.small(text[Int(slice.start)])
    for word in words where word[0] == first && Int(slice.count) >= word.count {
      var index = Int(slice.start)
      for byte in word where index >= 0 {
        index = Self.small(text[index]) == byte ? index + 1 : -1
      }
      guard index >= 0 else { continue }
      let isWhole = index == end || !(text[index].isLetterASCII && text[index - 1].isLetterASCII)
      guard isWhole else { continue }
      while index < end, let length = Self.separator(text, index, end) { index += length }
      return Slice(index..<end)
    }
    return nil
  }

  /// What stands before the sign in front of the first such word: the sum of which parts follow;
  /// `nil` where no such word stands behind a sign in the first words of a slice.
  ///
  /// - `48000元，其中：教材费12000元`: `48000元`
  /// - none: `其中：教材费12000元`, `48,000元`
  public func sum(of slice: Slice, in text: [UInt8]) -> Slice? {
    let range = slice.range
    for index in range.prefix(Self.longestSum) {
      guard let length = Self.stop(text, index, range.upperBound) else { continue }
      let rest = Slice(index + length..<range.upperBound).trimmed(in: text)
      guard self.rest(of: rest, in: text) != nil else { continue }
      return Slice(range.lowerBound..<index).trimmed(in: text)
    }
    return nil
  }

  /// The bytes of the longest sum before its parts.
  private static let longestSum = 48

  /// The length of a comma, a semicolon or a full stop, narrow or wide; `nil` for anything else.
  private static func stop(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    if text[index] == 0x2C || text[index] == 0x3B { return 1 }
    guard index + 3 <= end else { return nil }
    let isStop =
      text[index] == 0xEF && text[index + 1] == 0xBC
      && (text[index + 2] == 0x8C || text[index + 2] == 0x9B)
      || text[index] == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x82
    return isStop ? 3 : nil
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The length of a blank, a colon or a comma, narrow or wide; `nil` for anything else.
  private static func separator(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    if text[index].isBlankASCII || text[index] == 0x3A || text[index] == 0x2C { return 1 }
    guard index + 3 <= end, text[index] == 0xEF, text[index + 1] == 0xBC else { return nil }
    return text[index + 2] == 0x9A || text[index + 2] == 0x8C ? 3 : nil
  }
}
