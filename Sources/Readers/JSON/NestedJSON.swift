internal import TieoutMarkup
internal import TieoutModel

/// JSON that stands as a string in other JSON: it is read as a file of its own, and its places are
/// those of the string's characters.
enum NestedJSON {
  /// Reads the string at a place in a tree; whether it is in a format that can be read, which only of
  /// a file that is cut off goes without saying.
  static func read(
    _ tree: JSONTree, _ place: Int, pointer: String, name: String, format: String, reason: String,
    into document: inout Document
  ) throws(ReadError) -> Bool {
    let inner = tree.text(place) ?? DecodedText()
    guard let reader = reader(inner.bytes, name) else {
      if tree.error != nil { return false }
      throw ReadError(
        Message(
          zh: "“\(name)”的 \(pointer) 是 JSON，但不是能读的格式。请向服务索取 Markdown。",
          en:
            "\(pointer) of “\(name)” is JSON and is in no format that can be read. Ask the service "
            + "for Markdown."))
    }
    try reader.read(inner.bytes, name: name, reason: reason, into: &document)
    let last = document.sources.count - 1
    guard let file = document.sources[last].file else { return true }
    let text = SourceText(inner)
    let marks = file.marks.map { mark in
      SourceFile.Mark(
        element: "\(pointer)#\(mark.element)", box: mark.box, confidence: mark.confidence)
    }
    var outer = SourceFile(
      bytes: tree.bytes, pieces: file.pieces.flatMap { pieces(of: $0, in: text) }, marks: marks)
    outer.images = file.images
    let solid = tree.bytes.span.solidScalars(in: 0..<tree.bytes.count)
    let range = document.sources[last].range
    document.sources[last].markup = max(0, solid - document.bytes.span.solidScalars(in: range))
    document.sources[last].lines = outer.lineStarts.count - (tree.bytes.last == 0x0A ? 1 : 0)
    document.sources[last].format = format
    document.sources[last].file = outer
    for remark in tree.remarks() {
      let start = Slice(range.lowerBound..<range.lowerBound)
      document.remarks.append(Document.Remark(remark.message, at: start))
    }
    return true
  }

  /// Whether JSON is in a format that can be read.
  static func reads(_ bytes: [UInt8]) -> Bool { reader(bytes, "") != nil }

  private static func reader(_ bytes: [UInt8], _ name: String) -> (any Reader.Type)? {
    let looked = Readers.digest(bytes) ?? bytes
    return Readers.all.first {
      guard Readers.readsJSON($0), $0 != AnswerReader.self else { return false }
      // Of JSON in JSON in JSON nobody's is read: its depth costs time.
      return $0 == JSONReader.self
        ? JSONReader.table(JSONTree(bytes)) != nil : $0.recognise(looked, name: name) != nil
    }
  }

  /// A piece whose place is counted in a string, as pieces of the file that holds the string.
  private static func pieces(
    of piece: SourceFile.Piece, in text: SourceText
  ) -> [SourceFile.Piece] {
    var parts: [SourceFile.Piece] = []
    var whole = Slice.none
    text.forEachPiece(in: piece.file.range) { part in
      whole = whole.joined(with: part.file)
      guard piece.isCopy else { return }
      let start = max(part.text.start, piece.file.start)
      let end = min(part.text.end, piece.file.end)
      guard start < end else { return }
      let shifted = piece.text.start + (start - piece.file.start)
      parts.append(
        SourceFile.Piece(
          text: Slice(start: shifted, count: end - start), file: part.file, mark: piece.mark,
          isCopy: part.isCopy))
    }
    if !parts.isEmpty { return parts }
    if whole.isEmpty { whole = place(of: Int(piece.file.start), in: text) }
    return [SourceFile.Piece(text: piece.text, file: whole, mark: piece.mark, isCopy: false)]
  }

  /// Where what has no characters stands: before the character at an offset, or behind the last one.
  private static func place(of offset: Int, in text: SourceText) -> Slice {
    guard !text.bytes.isEmpty else { return Slice.none }
    let next = min(offset, text.bytes.count - 1)
    var place = Slice.none
    text.forEachPiece(in: next..<next + 1) { place = place.joined(with: $0.file) }
    return next == offset ? Slice(start: place.start, count: 0) : Slice(start: place.end, count: 0)
  }
}
