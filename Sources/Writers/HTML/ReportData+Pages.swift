internal import TieoutModel

extension JSONOutput {
  /// Writes the members with the pages: where each begins, its image, and the boxes on it.
  mutating func reportPages(_ document: Document, _ places: inout SourcePlaces) {
    pageStarts(document, &places)
    images(document)
    boxes(document, places)
  }

  /// Writes the number of each page and where it begins.
  private mutating func pageStarts(_ document: Document, _ places: inout SourcePlaces) {
    key("\"pages\":")
    open("[")
    var page: UInt32 = 0
    var place: [Int] = []
    for row in document.rows where row.page != page && row.cellCount > 0 {
      places.place(of: document.cells[Int(row.firstCell)].text, into: &place)
      guard let start = place.first else { continue }
      page = row.page
      comma()
      integers([Int(page), start])
    }
    close("]")
  }

  /// Writes the images that the inputs name, those that lie beside them with their bytes.
  private mutating func images(_ document: Document) {
    key("\"images\":")
    open("[")
    for image in document.sources.flatMap({ $0.file?.images ?? [] }) {
      comma()
      open("{")
      member("\"page\":", image.page)
      member("\"name\":", image.name)
      if let box = image.box {
        key("\"box\":")
        integers(box.edges)
      }
      if let bytes = options.images[image.name], let type = mediaType(of: bytes) {
        member("\"data\":", "data:\(type);base64," + base64(bytes))
      }
      close("}")
    }
    close("]")
  }

  /// Writes for each word with a box its place, its page and its box, seven numbers in a row.
  private mutating func boxes(_ document: Document, _ places: SourcePlaces) {
    key("\"boxes\":")
    open("[")
    var number = 0
    for row in document.rows {
      for cell in document.cells[row.cells] where !cell.text.isEmpty {
        let range = document.map.source(of: cell.text).range
        while number + 1 < document.sources.count,
          document.sources[number + 1].range.lowerBound <= range.lowerBound
        {
          number += 1
        }
        guard let file = document.sources[number].file else { continue }
        let base = document.sources[number].range.lowerBound
        guard range.lowerBound >= base else { continue }
        boxes(
          in: Slice(range.lowerBound - base..<range.upperBound - base), file, number, row, places)
      }
    }
    close("]")
  }

  /// Writes the boxes of a cell; the pieces of one word have one box.
  private mutating func boxes(
    in text: Slice, _ file: SourceFile, _ number: Int, _ row: Document.Row, _ places: SourcePlaces
  ) {
    var mark = SourceFile.Piece.unmarked
    var place = Slice.none
    func entry() -> [Int]? {
      guard mark != SourceFile.Piece.unmarked, let box = file.marks[Int(mark)].box else {
        return nil
      }
      return places.place(ofFile: place.range, in: number) + [Int(row.page)] + box.edges
    }
    var entries: [[Int]] = []
    for piece in file.pieces(in: text) {
      if piece.mark != mark {
        if let entry = entry() { entries.append(entry) }
        (mark, place) = (piece.mark, piece.file)
      }
      place = place.joined(with: piece.file)
    }
    if let entry = entry() { entries.append(entry) }
    for number in entries.joined() {
      comma()
      buffer.integer(number)
    }
  }
}

extension Box {
  /// Left, top, right, bottom.
  fileprivate var edges: [Int] { [left, top, right, bottom].map { Int($0) } }
}

/// The type of an image that browsers show, by its first bytes; `nil` for any other file.
func mediaType(of bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
  if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
  if bytes.starts(with: "GIF8".utf8) { return "image/gif" }
  if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
    return "image/webp"
  }
  return nil
}
