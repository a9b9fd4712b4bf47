internal import TieoutModel

extension Draft {
  /// How many cells and pieces there are.
  var size: (cells: Int, pieces: Int) { (cells.count, pieces.count) }

  /// Says of the cells behind a size how sure the engine was of their characters, where that is known.
  mutating func weigh(
    from first: (cells: Int, pieces: Int), _ confidence: (ArraySlice<UInt8>) -> UInt8?
  ) {
    var place = first.pieces
    for cell in cells.dropFirst(first.cells) where !cell.text.isEmpty {
      guard let sure = confidence(bytes[cell.text.range]) else { continue }
      while place < pieces.count, pieces[place].text.end <= cell.text.start { place += 1 }
      while place < pieces.count, pieces[place].text.start < cell.text.end {
        let isMarked = pieces[place].mark != SourceFile.Piece.unmarked
        var mark = isMarked ? marks[Int(pieces[place].mark)] : SourceFile.Mark()
        mark.confidence = sure
        pieces[place].mark = UInt32(marks.count)
        marks.append(mark)
        place += 1
      }
    }
  }
}
