/// Words as a format writes them, one behind the other, by number: names of fields are written far
/// more often than there are names.
struct PackedWords: ~Copyable {
  private var bytes = ByteBuffer()
  private var ends: [Int] = [0]

  /// Packs what `render` writes for each word.
  init(_ words: borrowing [String], _ render: (borrowing String, inout ByteBuffer) -> Void) {
    let words = words.span
    ends.reserveCapacity(words.count + 1)
    for index in words.indices {
      render(words[index], &bytes)
      ends.append(bytes.count)
    }
  }

  /// Appends the word with a number to a buffer.
  @inline(__always)
  func append(_ number: Int, to output: inout ByteBuffer) {
    output.raw(bytes, ends[number]..<ends[number + 1])
  }
}
