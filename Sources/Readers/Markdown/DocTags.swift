internal import TieoutModel

/// Reads DocTags, docling's own markup: an element a piece of text, with its place on the page in
/// front of it, and tables in OTSL.
///
/// `<text><loc_50><loc_60><loc_450><loc_80>单位：万元</text>`: places are five-hundredths of the page.
/// What is between tags is text, whatever the tags are; a tag is never text.
struct DocTags {
  private let text: SourceText
  private let range: Range<Int>
  private var bytes: [UInt8] { text.bytes }
  /// The numbers of the place that is being read.
  private var edges: [Int32] = []
  private var isLineOpen = false
  private var isRaised = false
  private var documents = 0
  private var isClosed = true

  /// Whether the first tag in a range is one of DocTags.
  static func isMeant(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let tag = firstTag(bytes, range), !tag.isEnd else { return false }
    if tag.name == "doctag" { return true }
    guard tag.name != "otsl", tag.isBlock,
      let next = DocTag(bytes, tag.range.upperBound..<range.upperBound)
    else { return false }
    return next.edge != nil
  }

  /// The first of what look like tags of DocTags in a range, as those of HTML may.
  static func firstTag(_ bytes: [UInt8], _ range: Range<Int>) -> DocTag? {
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(of: 0x3C) {
      if let tag = DocTag(bytes, start..<range.upperBound) { return tag }
      index = start + 1
    }
    return nil
  }

  init(_ text: SourceText, _ range: Range<Int>) {
    self.text = text
    self.range = range.lowerBound..<ModelToken.endBefore(text.bytes, range)
  }

  /// Hands everything over to a draft; marks that the draft bears already stay.
  mutating func draft(into draft: inout Draft) {
    let isMarking = draft.marking == SourceFile.Piece.unmarked
    var copied = range.lowerBound
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(of: 0x3C) {
      guard let tag = DocTag(bytes, start..<range.upperBound) else {
        index = start + 1
        continue
      }
      characters(copied..<start, &draft)
      index = tag.range.upperBound
      if tag.beginsTable {
        endBlock(&draft)
        index = table(from: start, isMarking, &draft)
      } else {
        read(tag, isMarking, &draft)
      }
      copied = index
    }
    characters(copied..<DocTag.endBeforeCut(bytes, copied..<range.upperBound), &draft)
    endBlock(&draft)
    if isMarking { draft.mark(nil) }
    guard !isClosed else { return }
    draft.remark(
      Message(
        zh: "DocTags 没有结束标记，可能被截断；已有的文字全部保留",
        en: "DocTags without their end tag may be cut off; all text that is there is kept"))
  }

  private mutating func read(_ tag: DocTag, _ isMarking: Bool, _ draft: inout Draft) {
    if let edge = tag.edge { return place(edge, isMarking, &draft) }
    switch tag.name {
    case "doctag":
      endBlock(&draft)
      isClosed = tag.isEnd
      // Several documents one behind the other are pages.
      if !tag.isEnd, documents > 0 { draft.beginPage() }
      if !tag.isEnd { documents += 1 }
    case "page_break":
      endBlock(&draft)
      draft.beginPage()
    case "checkbox_selected" where !tag.isEnd: sign("☑", tag, &draft)
    case "checkbox_unselected" where !tag.isEnd: sign("☐", tag, &draft)
    case "formula":
      // Elsewhere dollar signs say that characters are a formula.
      if !tag.isEnd { endBlock(&draft) }
      if !tag.isEnd || isLineOpen { sign("$", tag, &draft) }
      if tag.isEnd { endBlock(&draft) }
    case "sup", "superscript": isRaised = !tag.isEnd
    case "s", "strikethrough": if isLineOpen || !tag.isEnd { sign("~~", tag, &draft) }
    default:
      if tag.isBlock {
        endBlock(&draft)
        if isMarking { draft.mark(nil) }
      } else if !tag.isStyle {
        draft.space()
      }
    }
  }

  /// Takes a number of a place; the fourth makes it a box.
  private mutating func place(_ edge: Int32, _ isMarking: Bool, _ draft: inout Draft) {
    edges.append(edge)
    guard edges.count == 4 else { return }
    if isMarking {
      let box = Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
      draft.mark(SourceFile.Mark(element: "", box: box))
    }
    edges.removeAll()
  }

  private mutating func characters(_ range: Range<Int>, _ draft: inout Draft) {
    if bytes[range].allSatisfy(\.isBlankASCII) {
      if isLineOpen { draft.space() }
      return
    }
    open(&draft)
    guard isRaised else { return draft.appendMarkup(text, range) }
    for index in range {
      if let sign = ScriptSigns.raised(bytes[index]) {
        draft.append(decoded: ArraySlice(sign.utf8), of: text, index..<index + 1)
      } else {
        draft.appendMarkup(text, index..<index + 1)
      }
    }
  }

  private mutating func sign(_ sign: String, _ tag: DocTag, _ draft: inout Draft) {
    open(&draft)
    draft.append(decoded: ArraySlice(sign.utf8), of: text, tag.range)
  }

  private mutating func open(_ draft: inout Draft) {
    edges.removeAll()
    if isLineOpen { return }
    draft.beginLine()
    isLineOpen = true
  }

  private mutating func endBlock(_ draft: inout Draft) {
    edges.removeAll()
    isLineOpen = false
    isRaised = false
    draft.endBlock()
  }

  /// Reads a table; the offset behind it.
  private mutating func table(from start: Int, _ isMarking: Bool, _ draft: inout Draft) -> Int {
    var index = start
    var end = range.upperBound
    var isCaption = false
    // It ends with any end tag but that of its caption.
    while let next = bytes[index..<range.upperBound].firstIndex(of: 0x3C) {
      index = next + 1
      guard let tag = DocTag(bytes, next..<range.upperBound) else { continue }
      if tag.name == "caption" {
        isCaption = !tag.isEnd
      } else if let edge = tag.edge, !isCaption {
        place(edge, isMarking, &draft)
      } else if tag.isEnd || tag.name == "page_break" {
        end = tag.name == "otsl" ? tag.range.upperBound : next
        break
      }
    }
    edges.removeAll()
    var last = end
    while last > start, bytes[last - 1].isBlankASCII { last -= 1 }
    OTSLTable(text, start..<last).draft(into: &draft)
    if isMarking { draft.mark(nil) }
    return end
  }
}
