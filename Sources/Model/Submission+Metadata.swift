/// What an archive keeps of a document, as far as its letter and its tables tell.
///
/// The five elements that Dublin Core and the Chinese standards for archives (DA/T 46) share.
public struct Metadata: Hashable, Sendable {
  /// What it is called: Dublin Core's `title`, 题名.
  public var title: String?
  /// Its reference: `identifier`, 文件编号.
  public var number: String?
  /// When it was issued, in ISO 8601 as far as it is printed: `date`, 日期.
  public var date: String?
  /// Who issued it: `creator`, 责任者.
  public var issuer: String?
  /// The number of its pages, where the format tells them: `extent`, 页数.
  public var pages: Int?

  /// Whether nothing is known.
  public var isEmpty: Bool { self == Metadata() }

  /// The date, where it is a whole one.
  public var day: String? {
    date.flatMap { $0.utf8.count == 10 && $0.utf8.first != 0x2D ? $0 : nil }
  }
}

extension Submission {
  /// What an archive keeps of it.
  public var metadata: Metadata {
    func text(_ field: Field?) -> String? {
      guard let text = field.map({ self.text($0) }), !text.isEmpty else { return nil }
      return text
    }
    var metadata = Metadata()
    metadata.title =
      (text(letter?[profile.letter.title]) ?? text(summary.fields.named(profile.summary.title)))?
      .withoutBlanksInChinese
    metadata.number = text(letter?[profile.letter.number])
    metadata.date = text(letter?[profile.letter.date])
    metadata.issuer = text(letter?[profile.letter.issuer])
    let pages = document.pageCount
    metadata.pages = pages > 0 ? pages : nil
    return metadata
  }
}

extension String {
  /// The text without blanks between Chinese characters, which a title that goes on in a second line
  /// has and which mean nothing.
  fileprivate var withoutBlanksInChinese: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value == 0x3000 || !isWide(scalar) && scalar.properties.isWhitespace
    }
    func isWide(_ scalar: Unicode.Scalar) -> Bool { (0x2E80...0x9FFF).contains(scalar.value) }
    var kept = ""
    // What is not kept yet begins here, and the blanks behind it where they begin.
    var start = startIndex
    var blanks: Index?
    var isBehindWide = true
    for index in unicodeScalars.indices {
      let scalar = unicodeScalars[index]
      if isBlank(scalar) {
        blanks = blanks ?? index
        continue
      }
      if let end = blanks, isBehindWide, isWide(scalar) {
        kept += self[start..<end]
        start = index
      }
      blanks = nil
      isBehindWide = isWide(scalar)
    }
    return kept + self[start..<(blanks ?? endIndex)]
  }
}

extension Document {
  /// The pages of all inputs; 0 where their formats have none.
  public var pageCount: Int {
    // An input alone has pages throughout or none.
    if sources.count < 2, rows.last?.page ?? 0 == 0 { return 0 }
    var count = 0, source = 0
    var last: (source: Int, page: UInt32) = (0, 0)
    let rows = rows.span
    for index in rows.indices where rows[index].page > 0 {
      let row = rows[index]
      if sources.count > 1, row.cellCount > 0 {
        let place = Int(map.source(of: cells[Int(row.firstCell)].text).start)
        while source + 1 < sources.count, sources[source + 1].range.lowerBound <= place {
          source += 1
        }
      }
      if last != (source, row.page) { count += 1 }
      last = (source, row.page)
    }
    return count
  }
}
