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
    let items = PlacedTexts(JSONTree(bytes)).items
    guard items.count >= fewest else { return nil }
    return "JSON of no known engine, with texts and their places, the first at \(items[0].pointer)"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let tree = JSONTree(bytes)
    let texts = PlacedTexts(tree)
    let items = texts.items
    let isSize = PlacedTexts.isSize(items.map(\.frame))
    let frames = items.map { $0.frame.edges(unsaidIsSize: isSize) }
    let isUpward = isUpward(items, frames)
    // Pages are counted from 0 by some and from 1 by others.
    let first = texts.pages.compactMap(\.number).min() == 0 ? 0 : 1
    let areWords = areWords(items, frames)
    let tellsBreaks = items.contains(where: \.isBeforeBreak)
    var pages = WordPages()
    for (index, page) in texts.pages.enumerated() {
      let own = items.indices.filter { items[$0].page == index }
      guard !own.isEmpty else { continue }
      let scale = scale(own.map { frames[$0] }, page.size)
      let ceiling = ceiling(own.map { frames[$0] }, page.size)
      pages.beginPage(page.number.map { $0 - first + 1 })
      for place in own {
        let (item, frame) = (items[place], frames[place])
        let (top, bottom) = isUpward ? (ceiling - frame.y.1, ceiling - frame.y.0) : frame.y
        let box = Box(
          frame.x.0 * scale.x, top * scale.y, frame.x.1 * scale.x, bottom * scale.y)
        let confidence = tree.confidence(item.score)
        let goesOn =
          areWords && place > own[0] && item.group == items[place - 1].group
          && frames[place - 1].isFollowed(by: frame)
        // Signs between letters are words to Google: `e-mail` is three.
        if goesOn, tellsBreaks, !items[place - 1].isBeforeBreak, let box,
          frames[place - 1].isNear(frame)
        {
          pages.widenWord(box, confidence)
        } else {
          if !goesOn { pages.beginLine() }
          pages.beginWord(
            SourceFile.Mark(element: item.pointer, box: box, confidence: confidence))
        }
        for text in item.texts {
          if let text = tree.text(text) { pages.append(text) }
        }
        pages.endWord()
      }
    }
    for remark in tree.remarks() { pages.remark(remark.message, at: remark.offset) }
    pages.remark(passedOver)
    try pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
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
  private static func areWords(_ items: [PlacedTexts.Item], _ frames: [JSONFrame]) -> Bool {
    var (near, far) = (0, 0)
    for place in items.indices.dropFirst() where items[place].page == items[place - 1].page {
      let (one, next) = (frames[place - 1], frames[place])
      guard one.isFollowed(by: next) else { continue }
      if one.isNear(next) { near += 1 } else { far += 1 }
    }
    return near > far
  }

  /// Whether the numbers grow upwards, as in PDF: reading goes down the page.
  private static func isUpward(_ items: [PlacedTexts.Item], _ frames: [JSONFrame]) -> Bool {
    var (ups, downs) = (0, 0)
    for place in items.indices.dropFirst() where items[place].page == items[place - 1].page {
      let (one, next) = (frames[place - 1].y, frames[place].y)
      if next.0 > one.1 { downs += 1 }
      if next.1 < one.0 { ups += 1 }
    }
    return ups > 1 && ups > 3 * downs
  }
}
