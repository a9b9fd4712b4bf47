/// Which words of a list may stand somewhere, as far as the first character tells.
///
/// A line has few places at which a label may begin, and a profile many labels: nearly all of them
/// begin otherwise, and need no closer look.
struct WordHeads {
  private static let slots = 64
  /// What stands for the slot of a word that may stand nowhere, and of one that may stand anywhere.
  private static let none = -1, all = -2
  /// The places of the words in their list, slot by slot; a blank of a word may be left out, so that
  /// one which begins with a blank may stand anywhere.
  private var words: [Int] = []
  /// Where the words of each slot begin, and where those of the last one end.
  private var starts: [Int] = []

  /// Takes the heads of words without so many bytes; one that has no more may stand nowhere.
  init(_ list: [[UInt8]], from skipped: Int) {
    let slots = list.map { word in
      guard word.count > skipped else { return Self.none }
      return word[skipped] == 0x20 ? Self.all : Self.slot(word, skipped, word.count)
    }
    starts.reserveCapacity(Self.slots + 1)
    words.reserveCapacity(list.count)
    for slot in 0..<Self.slots {
      starts.append(words.count)
      for place in slots.indices where slots[place] == slot || slots[place] == Self.all {
        words.append(place)
      }
    }
    starts.append(words.count)
  }

  /// Calls a function with the place of each word that may stand at an offset of a text, in the order
  /// of the list, until it gives something.
  @inline(__always)
  func first<T>(at index: Int, of text: [UInt8], _ end: Int, _ body: (Int) -> T?) -> T? {
    let slot = Self.slot(text, index, end)
    for place in starts[slot]..<starts[slot + 1] {
      if let found = body(words[place]) { return found }
    }
    return nil
  }

  /// The slot of the first character where it has three bytes, else of its first byte without case.
  private static func slot(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    let lead = Int(text[index])
    guard lead >= 0xE0, index + 2 < end else { return (lead | 0x20) % slots }
    return (lead ^ Int(text[index + 1]) &* 5 ^ Int(text[index + 2])) % slots
  }
}
