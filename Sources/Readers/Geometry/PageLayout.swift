internal import TieoutModel

/// Makes tables and prose of the words of a page, and adds them to a draft.
struct PageLayout {
  private var writer: WordWriter
  private let straight: StraightPage
  private let levels: Levels

  /// Adds a page.
  static func add(_ page: WordPage, _ text: SourceText, to draft: inout Draft) {
    draft.beginPage(page.number)
    var start = 0
    while start < page.words.count {
      let table = page.words[start].cell?.table
      let number = page.words[start].part
      var end = start
      while end < page.words.count, page.words[end].cell?.table == table,
        page.words[end].part == number
      {
        end += 1
      }
      if table == nil {
        var part = page
        part.words = Array(page.words[start..<end])
        var layout = PageLayout(WordWriter(page: part, text: text))
        layout.add(to: &draft)
      } else {
        NamedTable.add(start..<end, WordWriter(page: page, text: text), to: &draft)
      }
      start = end
    }
    draft.mark(nil)
  }

  private init(_ writer: WordWriter) {
    self.writer = writer
    straight = StraightPage(writer.page, writer.text.bytes)
    var levels = Levels(
      SegmentMaker.segments(writer.page, straight, writer.text.bytes), em: straight.em)
    if writer.page.boxes == .set { levels.joinTouching(writer.page, straight, writer.text.bytes) }
    if writer.page.boxes == .seen { levels.partColumns(writer.page, straight, writer.text.bytes) }
    levels.markColumns(em: straight.em)
    self.levels = levels
  }

  private mutating func add(to draft: inout Draft) {
    for zone in Zones(levels, straight.sheet).zones {
      if zone.corridors.lines.isEmpty {
        writer.addLines(Array(levels.levels[zone.levels]), em: straight.em, to: &draft)
      } else {
        addTable(zone, to: &draft)
      }
    }
    draft.endBlock()
  }

  private mutating func addTable(_ zone: Zones.Zone, to draft: inout Draft) {
    var texts = Array(levels.levels[zone.levels])
    let middles = Array(levels.middles[zone.levels])
    var lines = zone.corridors.lines(from: zone.levels.lowerBound)
    let merged = MergedNumbers(
      places: lines.map(\.place), em: straight.em, text: writer.text.bytes)
    if merged.part(&texts, &writer.page) {
      lines = Corridors(texts[...], middles[...], straight.sheet).lines
    }
    var table = PageTable(texts, middles, lines, straight.sheet)
    let strays = StrayMarks(em: straight.em).find(in: table)
    if !strays.isEmpty {
      for level in texts.indices {
        texts[level].removeAll { $0.words.allSatisfy(strays.contains) }
      }
      let corridors = Corridors(texts[...], middles[...], straight.sheet)
      table = PageTable(texts, middles, corridors.lines, straight.sheet)
    }
    TableWriter(table: table, texts: texts, em: straight.em, writer: writer).add(to: &draft)
    // What stands in the table and not of it goes behind it, so that nothing is lost.
    for place in strays.sorted() {
      draft.beginLine()
      writer.add([place], to: &draft)
    }
    draft.endBlock()
  }
}
