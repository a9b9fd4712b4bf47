internal import TieoutModel

/// Reads Tesseract's TSV, and Poppler's, whose columns bear the same names in another order: a line a
/// word, with its box and confidence.
///
/// Nothing is quoted; what stands behind the eleventh tab is the word. Rules of tables are words of
/// blanks. A file may be several outputs one behind the other, each with its header.
enum TesseractTSVReader: Reader {
  static let format = "tesseract-tsv"
  static let summary = Message(
    zh: "Tesseract、Poppler 的 TSV：每行一个词及其位置，表格由位置重建",
    en: "Tesseract’s and Poppler’s TSV: a line a word, tables are rebuilt from the words’ places")

  /// The headers of those who write this, up to where they are alike.
  private static let headers = [
    (name: "Tesseract", columns: "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num"),
    (name: "Poppler", columns: "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num"),
  ]

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    headers.first { bytes.starts(with: $0.columns.utf8) }
      .map { "begins with the header of \($0.name)’s TSV" }
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var pages = WordPages()
    var rows = Rows(bytes)
    var page = 0
    var line: [Int] = []
    var damaged = DamagedLines()
    while let row = rows.next() {
      // Trailing tabs are often lost.
      guard row.count >= 11 else {
        damaged.add(row, bytes)
        continue
      }
      let numbers = row.prefix(11).map { number(bytes[$0]) }
      guard let level = numbers[0], let pageNumber = numbers[1] else { continue }
      if level == 1 || pageNumber != Double(page) && level == 5 {
        page = Int(pageNumber)
        pages.beginPage(page)
        line = []
      }
      guard level == 5 else { continue }
      let place = numbers[1...4].map { Int($0 ?? 0) }
      // Whichever of block and paragraph holds the other.
      if place.prefix(3) != line.prefix(3) { pages.beginBlock() }
      if place != line { pages.beginLine() }
      line = place
      let box = Box(
        numbers[6], numbers[7], sum(numbers[6], numbers[8]), sum(numbers[7], numbers[9]))
      pages.beginWord(SourceFile.Mark(box: box, confidence: confidence(numbers[10])))
      if row.count > 11 { pages.append(bytes, row[11]) }
      // A word without characters is what Tesseract takes for a picture, or for a rule.
      if !pages.endWord(), let box { pages.addRule(box) }
    }
    if let offset = damaged.first {
      pages.remark(
        Message(
          zh: "有 \(damaged.count) 行不完整（首行从第 \(offset) 字节起），未读入；文件可能被截断",
          en: "lines that are not whole: \(damaged.count), the first from byte \(offset) on; not "
            + "read, the file may be cut off"), at: offset)
    } else if bytes.last != 0x0A {
      pages.remark(
        Message(
          zh: "最后一行没有换行，文件可能被截断", en: "the last line has no end: the file may be cut off"),
        at: bytes.count)
    }
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  private static func sum(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right else { return nil }
    return left + right
  }

  /// A number that a box or a count may be.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.count < 32, let value = Double(String(decoding: bytes, as: UTF8.self)),
      value.magnitude < 1e9
    else { return nil }
    return value
  }

  private static func confidence(_ value: Double?) -> UInt8? {
    guard let value, value >= 0, value <= 100 else { return nil }
    return UInt8(value)
  }

  /// The lines that have too few fields.
  private struct DamagedLines {
    var count = 0
    var first: Int?

    mutating func add(_ row: [Range<Int>], _ bytes: [UInt8]) {
      guard let start = row.first?.lowerBound, let end = row.last?.upperBound,
        bytes[start..<end].contains(where: { !$0.isBlankASCII })
      else { return }
      count += 1
      first = first ?? start
    }
  }

  /// The lines of a file, cut at tabs; the twelfth field is the rest of its line.
  private struct Rows {
    let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> [Range<Int>]? {
      guard offset < bytes.count else { return nil }
      var fields: [Range<Int>] = []
      var start = offset
      while offset < bytes.count, bytes[offset] != 0x0A {
        if bytes[offset] == 0x09, fields.count < 11 {
          fields.append(start..<offset)
          start = offset + 1
        }
        offset += 1
      }
      var end = offset
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      fields.append(start..<end)
      offset += 1
      return fields
    }
  }
}
