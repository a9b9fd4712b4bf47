/// The file of a source whose characters stand among signs of the format: tags, escapes, boxes.
///
/// Plain text is its own file. Of every other format the reader hands over the characters alone, in
/// reading order, and lists here for each piece of them where it stands in the file. Offsets of
/// pieces count from the beginning of the source's characters and of the file.
public struct SourceFile: Hashable, Sendable {
  /// One run of characters and its place.
  public struct Piece: Hashable, Sendable, BitwiseCopyable {
    /// The characters, counted from the beginning of the source's range in `Document.bytes`.
    public var text: Slice
    /// The bytes of the file that stand for them.
    public var file: Slice
    /// The mark that they bear, as a place in `marks`; `Piece.unmarked` where the format has none.
    public var mark: UInt32
    /// Whether the bytes are the characters themselves and not an escape or entity for them.
    public var isCopy: Bool

    /// The mark of a piece that has none.
    public static let unmarked: UInt32 = .max

    /// Creates a piece.
    public init(text: Slice, file: Slice, mark: UInt32 = Self.unmarked, isCopy: Bool) {
      self.text = text
      self.file = file
      self.mark = mark
      self.isCopy = isCopy
    }
  }

  /// What a format says about a word, a line or a cell beside its characters.
  public struct Mark: Hashable, Sendable {
    /// The element's id or the JSON pointer; empty where there is none.
    public var element: String
    /// Where it stands on the page, in pixels or in the format's own unit.
    public var box: Box?
    /// How sure the engine was, in hundredths; `nil` where it does not say.
    public var confidence: UInt8?

    /// Creates a mark.
    public init(element: String = "", box: Box? = nil, confidence: UInt8? = nil) {
      self.element = element
      self.box = box
      self.confidence = confidence
    }
  }

  /// The image of a page, as the format names it.
  public struct Image: Hashable, Sendable {
    /// The page, counted from 1.
    public var page: Int
    /// The image's name, as it is written in the file.
    public var name: String
    /// The whole page, in the unit of the boxes; `nil` where the format does not say.
    public var box: Box?

    /// Creates the name of an image.
    public init(page: Int, name: String, box: Box? = nil) {
      self.page = page
      self.name = name
      self.box = box
    }
  }

  /// The file in UTF-8.
  public var bytes: [UInt8]
  /// The offset at which each line begins.
  public var lineStarts: [UInt32]
  /// How many characters begin before each block of the file, so that a column of a long line is
  /// found without counting the line: engines write whole documents as one line of JSON.
  let charactersBefore: [UInt32]
  /// The pieces, in the order of the characters.
  public var pieces: [Piece]
  /// The marks that pieces bear.
  public var marks: [Mark]
  /// The images of the pages that the format names.
  public var images: [Image] = []

  /// Creates the description of a file.
  public init(bytes: [UInt8], pieces: [Piece], marks: [Mark]) {
    self.bytes = bytes
    self.pieces = pieces
    self.marks = marks
    lineStarts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lineStarts.append(UInt32(truncatingIfNeeded: index + 1))
    }
    charactersBefore = bytes.span.charactersBeforeBlocks
  }

  /// The pieces that hold a part of a range of the source's characters.
  public func pieces(in text: Slice) -> ArraySlice<Piece> {
    let first = pieces.partitionIndex { $0.text.end > text.start }
    var last = first
    while last < pieces.count, pieces[last].text.start < text.end { last += 1 }
    return pieces[first..<last]
  }

  /// The bytes of the file that stand for the part of a range that lies in a piece.
  public func file(of text: Slice, in piece: Piece) -> Slice {
    guard piece.isCopy else { return piece.file }
    let start = max(text.start, piece.text.start)
    let end = max(start, min(text.end, piece.text.end))
    return Slice(start: piece.file.start + (start - piece.text.start), count: end - start)
  }
}

extension SourceFile {
  /// Where a range of the source's characters stands, and what the format says about it.
  func place(
    of text: Slice
  ) -> (bytes: Slice, element: String?, box: Box?, confidence: Int?) {
    let pieces = pieces(in: text)
    guard let first = pieces.first else {
      // Nothing printed: the end of what stands before it.
      let next = self.pieces.partitionIndex { $0.text.end > text.start }
      let before = next > 0 ? self.pieces[next - 1].file.end : 0
      return (Slice(start: before, count: 0), nil, nil, nil)
    }
    var place = file(of: text, in: first)
    var box: Box?
    var confidence: Int?
    for piece in pieces {
      place = place.joined(with: file(of: text, in: piece))
      guard piece.mark != Piece.unmarked else { continue }
      let mark = marks[Int(piece.mark)]
      box = mark.box.map { box?.union($0) ?? $0 } ?? box
      if let sure = mark.confidence { confidence = min(confidence ?? 100, Int(sure)) }
    }
    let element = first.mark == Piece.unmarked ? "" : marks[Int(first.mark)].element
    return (place, element.isEmpty ? nil : element, box, confidence)
  }
}
