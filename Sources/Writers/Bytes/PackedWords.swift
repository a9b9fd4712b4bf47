internal import TieoutModel

/// Words as a format writes them, one behind the other, by number: names of fields are written far
/// more often than there are names.
struct PackedWords: Sendable {
  private let bytes: [UInt8]
  private let places: [Slice]

  /// Packs what `render` writes for each word.
  init(_ words: [String], _ render: (String, inout ByteBuffer) -> Void) {
    var packed = ByteBuffer()
    places = words.map { word in
      let start = packed.count
      render(word, &packed)
      return Slice(start..<packed.count)
    }
    packed.fill(0, ByteBuffer.spill)
    bytes = packed.array
  }

  /// Appends the word with a number to a buffer.
  @inline(__always)
  func append(_ number: Int, to output: inout ByteBuffer) {
    output.raw(bytes.span, places[number])
  }
}
