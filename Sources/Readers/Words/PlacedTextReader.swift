internal import TieoutMarkup
internal import TieoutModel

/// Reads JSON of no known engine that holds texts with their places on the page, whatever it calls
/// them; tables are rebuilt from the places.
///
/// Google Vision, docTR, OCR.space, CLOVA, Apple's Vision, PyMuPDF and many more write such files, and
/// each names and nests what it says in its own way.
enum PlacedTextReader: Reader {
  static let format = "json-words"
  static let summary = Message(
    zh: "其他 JSON：带位置的文字（Google Vision、docTR、OCR.space 等），表格由位置重建",
    en:
      "other JSON: texts with boxes (Google Vision, docTR, OCR.space and others): tables are rebuilt "
      + "from the boxes")

  /// So many texts with places are no chance.
  private static let fewest = 4

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard JSONSketch.isMeant(bytes) else { return nil }
    return first(JSONTree(bytes)).map {
      "JSON of no known engine, with texts and their places, the first at \($0)"
    }
  }

  /// The JSON pointer of the first text that says its place; `nil` where there are too few.
  static func first(_ tree: JSONTree) -> String? {
    let pages = PlacedTexts(tree).pages
    return pages.reduce(0) { $0 + $1.count } >= fewest ? pages[0][0].pointer : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let tree = JSONTree(bytes)
    let texts = PlacedTexts(tree)
    let isSize = SameTexts.isSize(texts.pages.joined().map(\.frame))
    let sheets = texts.pages.map { page in page.map { $0.frame.edges(unsaidIsSize: isSize) } }
    let isUpward = isUpward(sheets)
    let areWords = areWords(sheets)
    let tellsBreaks = texts.pages.joined().contains(where: \.isBeforeBreak)
    // Pages are counted from 0 by some and from 1 by others.
    let first = texts.pages.compactMap(\.first?.sheet.number).min() == 0 ? 0 : 1
    var pages = WordPages()
    for (items, frames) in zip(texts.pages, sheets) {
      let sheet = items[0].sheet
      let scale = scale(frames, sheet.size)
      let ceiling = ceiling(frames, sheet.size)
      let place = items[0].page.count == 1 ? items[0].page[0] + 1 : nil
      pages.beginPage(sheet.number.map { $0 - first + 1 } ?? place)
      for (index, (item, frame)) in zip(items, frames).enumerated() {
        let (top, bottom) = isUpward ? (ceiling - frame.y.1, ceiling - frame.y.0) : frame.y
        let box = Box(
          frame.x.0 * scale.x, top * scale.y, frame.x.1 * scale.x, bottom * scale.y)
        let confidence = tree.confidence(item.score)
        let goesOn =
          areWords && index > 0 && item.group == items[index - 1].group
          && frames[index - 1].isFollowed(by: frame)
        // Signs between letters are words to Google: `e-mail` is three.
        if goesOn, tellsBreaks, !items[index - 1].isBeforeBreak, let box,
          frames[index - 1].isNear(frame)
        {
          pages.widenWord(box, confidence)
        } else {
          if !goesOn { pages.beginLine() }
          pages.beginWord(
            SourceFile.Mark(element: item.pointer, box: box, confidence: confidence))
        }
        for text in item.texts {
          if let text = tree.printed(text) { pages.append(text) }
        }
        pages.endWord()
      }
    }
    for remark in tree.remarks() { pages.remark(remark.message, at: remark.offset) }
    pages.remark(passedOver)
    if texts.unplaced.count > 0 { pages.remark(unplaced(texts.unplaced)) }
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }

  private static func unplaced(_ texts: (count: Int, first: String)) -> Message {
    Message(
      zh: "有 \(texts.count) 段文字没有位置（首个在 \(texts.first)），未读入",
      en: "texts beside others that say no place: \(texts.count), the first at \(texts.first); "
        + "they were not read")
  }

  private static let passedOver = Message(
    zh: "JSON 出自未知的引擎：只读入带有位置的文字，整行与其中的字词重复的只读一次",
    en:
      "JSON of no known engine: read were the texts that say where they stand, of lines and their "
      + "words only one")

  /// What one unit of a page's numbers is in its boxes, which are whole numbers: some engines tell
  /// shares of the page, some points.
  private static func scale(
    _ frames: [JSONFrame], _ size: (width: Double, height: Double)?
  ) -> (x: Double, y: Double) {
    if areShares(frames) {
      guard let size, size.width > 1.5, size.height > 1.5 else { return paper }
      let scale = size.width < points ? paper.x / size.width : 1
      return (size.width * scale, size.height * scale)
    }
    let isOfPoints =
      frames.allSatisfy { $0.x.1 < points && $0.y.1 < points }
      && frames.contains { $0.x.0 != $0.x.0.rounded() || $0.y.0 != $0.y.0.rounded() }
    return isOfPoints ? (finePoint, finePoint) : (1, 1)
  }

  /// Whether numbers are shares of the page; a text may reach over its edge a little.
  private static func areShares(_ frames: [JSONFrame]) -> Bool {
    frames.allSatisfy { abs($0.x.1) <= 1.5 && abs($0.y.1) <= 1.5 }
  }

  /// The upper edge of a page whose numbers grow upwards.
  private static func ceiling(
    _ frames: [JSONFrame], _ size: (width: Double, height: Double)?
  ) -> Double {
    areShares(frames) ? 1 : size?.height ?? frames.map(\.y.1).max() ?? 0
  }

  /// A sheet, where nothing is known of it.
  private static let paper = (x: 2000.0, y: 2828.0)
  /// No sheet of common size is longer in points, nor any page in dots shorter.
  private static let points = 1300.0
  /// The parts of a point that count.
  private static let finePoint = 4.0

  /// Whether texts are words, which follow each other closely, and not cells or whole lines.
  private static func areWords(_ pages: [[JSONFrame]]) -> Bool {
    var (near, far) = (0, 0)
    for frames in pages {
      for (one, next) in zip(frames, frames.dropFirst()) where one.isFollowed(by: next) {
        if one.isNear(next) { near += 1 } else { far += 1 }
      }
    }
    return near > far
  }

  /// Whether the numbers grow upwards, as in PDF: reading goes down the page.
  private static func isUpward(_ pages: [[JSONFrame]]) -> Bool {
    var (ups, downs) = (0, 0)
    for frames in pages {
      for (one, next) in zip(frames, frames.dropFirst()) {
        if next.y.0 > one.y.1 { downs += 1 }
        if next.y.1 < one.y.0 { ups += 1 }
      }
    }
    return ups > 1 && ups > 3 * downs
  }
}
