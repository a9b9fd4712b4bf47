/// Words as a format writes them, by number: names of fields are written far more often than there are
/// names.
struct PackedWords: Sendable {
  /// A word of at most 32 bytes, which is written in one step.
  private struct Short {
    /// Its bytes, the first one lowest, and zeros behind them.
    var bytes = SIMD4<UInt64>.zero
    /// Their number; more than it holds where the word is a long one.
    var count: Int

    init(_ word: borrowing Span<UInt8>) {
      count = word.count
      guard count <= ByteBuffer.spill else { return }
      for place in word.indices {
        bytes[place / 8] |= UInt64(word[place]) << UInt64(place % 8 * 8)
      }
    }
  }

  private let words: [Short]
  /// The words that are longer; nothing in the places of those that are not.
  private let long: [[UInt8]]

  /// Packs what `render` writes for each word.
  init(_ words: [String], _ render: (String, inout ByteBuffer) -> Void) {
    var buffer = ByteBuffer()
    var short: [Short] = []
    var long: [[UInt8]] = []
    short.reserveCapacity(words.count)
    for word in words {
      buffer.clear()
      render(word, &buffer)
      short.append(buffer.read { Short($0) })
      if buffer.count > ByteBuffer.spill {
        long += Array(repeating: [], count: short.count - 1 - long.count)
        long.append(buffer.array)
      }
    }
    self.words = short
    self.long = long
  }

  /// Appends the word with a number to a buffer.
  @inline(__always)
  func append(_ number: Int, to output: inout ByteBuffer) {
    let count = words[number].count
    if count <= ByteBuffer.spill {
      output.bytes(words[number].bytes, count)
    } else {
      let word = long[number]
      output.raw(word.span)
    }
  }
}
