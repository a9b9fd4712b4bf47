internal import TieoutMarkup
internal import TieoutModel

/// Characters of a file that a reader takes as a text of its own.
///
/// They are the whole file, or a string of JSON with its escapes decoded; the text knows where each
/// of them stands in the file.
struct SourceText {
  /// The characters, UTF-8.
  let bytes: [UInt8]
  /// Where they stand, offsets of `text` counted in `bytes`; empty where they are the file itself.
  private let pieces: [SourceFile.Piece]
  private let isFile: Bool

  /// Takes a whole file.
  init(file bytes: [UInt8]) {
    self.bytes = bytes
    pieces = []
    isFile = true
  }

  /// Takes a decoded string whose places count from an offset in the file.
  init(_ decoded: DecodedText, at offset: Int = 0) {
    bytes = decoded.bytes
    pieces = decoded.runs.map {
      let file = $0.source.lowerBound + offset..<$0.source.upperBound + offset
      return SourceFile.Piece(text: Slice($0.text), file: Slice(file), isCopy: $0.isCopy)
    }
    isFile = false
  }

  /// Takes the characters that a reader found in a file.
  init(_ bytes: [UInt8], in file: SourceFile?) {
    self.bytes = bytes
    pieces = file?.pieces ?? []
    isFile = file == nil
  }

  /// The pieces of the file that stand for a range, `text` counted in `bytes`.
  func forEachPiece(in range: Range<Int>, _ body: (SourceFile.Piece) -> Void) {
    guard !range.isEmpty else { return }
    if isFile {
      return body(SourceFile.Piece(text: Slice(range), file: Slice(range), isCopy: true))
    }
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].text.end) > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    while low < pieces.count, Int(pieces[low].text.start) < range.upperBound {
      var piece = pieces[low]
      if piece.isCopy {
        let start = max(range.lowerBound, Int(piece.text.start))
        let end = min(range.upperBound, Int(piece.text.end))
        piece.file = Slice(
          start: piece.file.start + UInt32(start) - piece.text.start, count: UInt32(end - start))
        piece.text = Slice(start..<end)
      }
      body(piece)
      low += 1
    }
  }
}
