internal import TieoutModel

/// Where characters stand in the texts that the report shows: the files, one behind the other.
///
/// A place is a list of starts and lengths in UTF-16 units; it has several where signs of the format
/// stand between the characters.
struct SourcePlaces {
  private let document: Document
  private var indices: [CharacterIndex] = []
  /// The units of all texts before each one.
  private var bases: [Int] = []

  /// Looks through the files of a document.
  init(_ document: Document) {
    self.document = document
    var base = 0
    for source in document.sources {
      bases.append(base)
      let index =
        if let file = source.file {
          CharacterIndex(file.bytes.span)
        } else {
          CharacterIndex(document.bytes.span.extracting(source.range))
        }
      indices.append(index)
      base += index.count
    }
  }

  /// The place of a slice of the cleaned text.
  func place(of slice: Slice, into place: inout [Int]) {
    place.removeAll(keepingCapacity: true)
    guard document.hasCharacters(slice) else { return }
    self.place(ofSource: document.map.source(of: slice), into: &place)
  }

  /// The place of a range of `Document.bytes`.
  func place(ofSource range: Slice, into place: inout [Int]) {
    let sources = document.sources
    place.removeAll(keepingCapacity: true)
    let start = range.range.lowerBound
    guard let number = sources.lastIndex(where: { $0.range.lowerBound <= start }) else { return }
    let source = sources[number]
    let text = range.range.clamped(to: source.range)
    let base = source.range.lowerBound
    guard let file = source.file else {
      let bytes = document.bytes.span.extracting(source.range)
      add(text.lowerBound - base..<text.upperBound - base, bytes, number, to: &place)
      return
    }
    let slice = Slice(text.lowerBound - base..<text.upperBound - base)
    for piece in file.pieces(in: slice) {
      add(file.file(of: slice, in: piece).range, file.bytes.span, number, to: &place)
    }
  }

  /// The place of a range of a file's bytes.
  func place(ofFile range: Range<Int>, in number: Int) -> [Int] {
    guard let file = document.sources[number].file else { return [0, 0] }
    let start = indices[number].units(before: range.lowerBound, in: file.bytes.span)
    let end = indices[number].units(before: range.upperBound, in: file.bytes.span)
    return [bases[number] + start, end - start]
  }

  /// Adds a range of a file's bytes, joined with the one before where they touch.
  private func add(
    _ range: Range<Int>, _ bytes: borrowing Span<UInt8>, _ number: Int, to place: inout [Int]
  ) {
    let start = bases[number] + indices[number].units(before: range.lowerBound, in: bytes)
    let end = bases[number] + indices[number].units(before: range.upperBound, in: bytes)
    guard end > start else { return }
    if place.count >= 2, place[place.count - 2] + place[place.count - 1] == start {
      place[place.count - 1] += end - start
    } else {
      place += [start, end - start]
    }
  }

  /// Whether the characters at a slice's place in the file are some bytes.
  func reads(_ slice: Slice, like bytes: borrowing Span<UInt8>) -> Bool {
    let range = document.map.source(of: slice).range
    guard document.sources.allSatisfy({ $0.file == nil }), range.count == bytes.count
    else { return false }
    let source = document.bytes.span.extracting(range)
    for index in source.indices where source[index] != bytes[index] { return false }
    return true
  }
}
