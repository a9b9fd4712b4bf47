internal import TieoutMarkup
internal import TieoutModel

/// JSON that stands as a string in other JSON: it is read as a file of its own, and its places are
/// those of the string's characters.
struct NestedJSON {
  /// The JSON pointer of the string.
  let pointer: String
  /// Whether it holds nothing but records, which is the least that JSON may be read for.
  let isOfRecords: Bool
  private let tree: JSONTree
  private let text: DecodedText
  private let reader: any Reader.Type

  /// The string at a place in a tree; `nil` where it is JSON in no format that can be read.
  init?(_ place: Int, pointer: String, of tree: JSONTree, name: String = "") {
    let text = tree.text(place) ?? DecodedText()
    guard let (reader, isOfRecords) = Self.reader(text.bytes, name) else { return nil }
    self.pointer = pointer
    self.isOfRecords = isOfRecords
    self.tree = tree
    self.text = text
    self.reader = reader
  }

  /// The longest string in a tree that looks like JSON; `nil` where that is none that can be read.
  init?(in tree: JSONTree) {
    let strings = tree.nodes.indices.lazy.filter { place in
      let node = tree.nodes[place]
      return node.kind == .string && node.start < node.end
        && [0x5B, 0x60, 0x7B].contains(tree.bytes[Int(node.start)])
    }
    guard
      let longest = strings.max(by: { tree.nodes[$0].range.count < tree.nodes[$1].range.count }),
      let text = tree.text(longest), JSONSketch.isMeant(text.bytes)
    else { return nil }
    self.init(longest, pointer: tree.pointer(of: longest), of: tree)
  }

  /// What reads some JSON, and whether for its records alone.
  private static func reader(
    _ bytes: [UInt8], _ name: String
  ) -> (reader: any Reader.Type, isOfRecords: Bool)? {
    let looked = Readers.digest(bytes) ?? bytes
    for reader in Readers.all where Readers.readsJSON(reader) && reader != AnswerReader.self {
      if reader != JSONReader.self {
        if reader.recognise(looked, name: name) != nil { return (reader, false) }
        continue
      }
      switch JSONReader.content(JSONTree(bytes), isNested: true) {
      case .records: return (reader, true)
      case .parts, .string: return (reader, false)
      case nil: continue
      }
    }
    return nil
  }

  /// Reads it.
  func read(
    name: String, format: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    if reader == JSONReader.self {
      try JSONReader.read(
        text.bytes, name: name, reason: reason, isNested: true, into: &document)
    } else {
      try reader.read(text.bytes, name: name, reason: reason, into: &document)
    }
    let last = document.sources.count - 1
    guard let file = document.sources[last].file else { return }
    let text = SourceText(text)
    let marks = file.marks.map { mark in
      SourceFile.Mark(
        element: "\(pointer)#\(mark.element)", box: mark.box, confidence: mark.confidence)
    }
    var outer = SourceFile(
      bytes: tree.bytes, pieces: file.pieces.flatMap { Self.pieces(of: $0, in: text) },
      marks: marks)
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

extension JSONTree {
  /// The JSON pointer of a value.
  fileprivate func pointer(of place: Int) -> String {
    guard var parent = root else { return "" }
    var pointer = ""
    while parent < place {
      let children = children(of: parent)
      guard let index = children.lastIndex(where: { $0 <= place }) else { break }
      pointer +=
        nodes[parent].kind == .array ? "/\(index)" : "/" + pointerName(of: children[index])
      parent = children[index]
    }
    return pointer
  }
}
