/// Which words of a list may stand somewhere, as far as the first character tells.
///
/// A line has few places at which a label may begin, and a profile many labels: nearly all of them
/// begin otherwise, and need no closer look.
public struct WordHeads: Sendable {
  @usableFromInline static let slots = 256
  /// The places of the words in their list, slot by slot; a blank of a word may be left out, so that
  /// one which begins with a blank may stand anywhere.
  public private(set) var words: [Int]
  /// Where the words of each slot begin, and where those of the last one end.
  @usableFromInline let starts: [Int]

  /// Takes the heads of words without so many bytes; one that has no more may stand nowhere.
  public init(_ list: [[UInt8]], from skipped: Int = 0) {
    var counts = [Int](repeating: 0, count: Self.slots + 1)
    for place in list.indices {
      for slot in Self.slots(of: list[place], skipped) { counts[slot + 1] += 1 }
    }
    for slot in 0..<Self.slots { counts[slot + 1] += counts[slot] }
    starts = counts
    words = [Int](repeating: 0, count: counts[Self.slots])
    for place in list.indices {
      for slot in Self.slots(of: list[place], skipped) {
        words[counts[slot]] = place
        counts[slot] += 1
      }
    }
  }

  /// The slots in which a word is looked for.
  private static func slots(of word: [UInt8], _ skipped: Int) -> Range<Int> {
    guard word.count > skipped else { return 0..<0 }
    if word[skipped] == 0x20 { return 0..<slots }
    let slot = slot(word, skipped, word.count)
    return slot..<slot + 1
  }

  /// The places in `words` of those that may stand at an offset of a text, in the order of their list.
  @inlinable @inline(__always)
  public func places(at index: Int, of text: [UInt8], _ end: Int) -> Range<Int> {
    let slot = Self.slot(text, index, end)
    return starts[slot]..<starts[slot + 1]
  }

  /// Calls a function with the place of each word that may stand at an offset of a text, in the order
  /// of the list, until it gives something.
  @inlinable @inline(__always)
  public func first<T>(at index: Int, of text: [UInt8], _ end: Int, _ body: (Int) -> T?) -> T? {
    for place in places(at: index, of: text, end) {
      if let found = body(words[place]) { return found }
    }
    return nil
  }

  /// The slot of the first character where it has three bytes, else of its first byte without case.
  @inlinable
  static func slot(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    let lead = Int(text[index])
    guard lead >= 0xE0, index + 2 < end else { return (lead | 0x20) % slots }
    return (lead ^ Int(text[index + 1]) &* 5 ^ Int(text[index + 2])) % slots
  }
}
