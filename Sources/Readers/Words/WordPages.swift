internal import TieoutMarkup
internal import TieoutModel

/// Collects the words of a file, page by page and line by line, and lays them out at the end.
struct WordPages {
  private var text = DecodedText()
  private var pages: [WordPage] = []
  private var line = 0
  private var block = 0
  /// What the reader has to say about the file, and where that shows.
  private var remarks: [(message: Message, offset: Int?)] = []
  private var images: [SourceFile.Image] = []
  private var page = 0
  private var part = 0

  /// Begins a page, by its number counted from 1; `image` is what the file calls its image, `box` the
  /// whole page; `boxes` is where those of the words come from.
  mutating func beginPage(
    _ number: Int? = nil, image: String? = nil, box: Box? = nil, boxes: WordPage.Boxes = .seen
  ) {
    page = Draft.bounded(number ?? page + 1)
    if let image { images.append(SourceFile.Image(page: page, name: image, box: box)) }
    pages.append(WordPage(number: page, boxes: boxes))
    line += 1
  }

  /// Begins a paragraph, for engines that know some.
  mutating func beginBlock() {
    block += 1
    line += 1
  }

  /// Begins a part of the page that is laid out for itself.
  mutating func beginPart() { part += 1 }

  /// Begins a line.
  mutating func beginLine() { line += 1 }

  /// Begins a word, whose characters follow.
  mutating func beginWord(_ mark: SourceFile.Mark, cell: WordPage.Cell? = nil) {
    if pages.isEmpty { beginPage() }
    let start = text.bytes.count
    pages[pages.count - 1].words.append(
      WordPage.Word(
        text: start..<start, line: line, block: block, part: part, mark: mark, cell: cell))
  }

  /// Adds characters of the file to the word.
  mutating func append(_ file: [UInt8], _ range: Range<Int>) {
    text.copy(file, range)
    extendWord()
  }

  /// Adds what a reference means to the word.
  mutating func append(_ characters: some Sequence<UInt8>, of range: Range<Int>) {
    text.decode(characters, range)
    extendWord()
  }

  /// Adds a decoded string to the word.
  mutating func append(_ decoded: DecodedText) {
    text.append(decoded)
    extendWord()
  }

  /// Widens the word by the box of a character of it, and lowers its confidence to that of it.
  mutating func widenWord(_ box: Box, _ confidence: UInt8?) {
    guard let page = pages.indices.last, let word = pages[page].words.indices.last else { return }
    let mark = pages[page].words[word].mark
    pages[page].words[word].mark.box = mark.box?.union(box) ?? box
    pages[page].words[word].mark.confidence =
      [mark.confidence, confidence].compactMap { $0 }.min()
  }

  /// Says of the last word that it goes on in the next one: it is broken at the end of its line.
  mutating func breakWord() {
    guard let page = pages.indices.last, let word = pages[page].words.indices.last else { return }
    pages[page].words[word].goesOn = true
  }

  private mutating func extendWord() {
    guard let page = pages.indices.last, let word = pages[page].words.indices.last else { return }
    let start = pages[page].words[word].text.lowerBound
    pages[page].words[word].text = start..<text.bytes.count
  }

  /// Ends a word; whether it has characters: one without them is none.
  @discardableResult
  mutating func endWord() -> Bool {
    guard let page = pages.indices.last, let word = pages[page].words.last,
      text.bytes[word.text].allSatisfy(\.isBlankASCII)
    else { return true }
    pages[page].words.removeLast()
    return false
  }

  /// The number of words of the page.
  var wordCount: Int { pages.last?.words.count ?? 0 }

  /// The number of bytes, blanks left out, of the page's words from one on.
  func solidCount(from first: Int) -> Int {
    pages.last?.words.dropFirst(first).reduce(0) { count, word in
      count + text.bytes[word.text].count { !$0.isBlankASCII }
    } ?? 0
  }

  /// Whether the page's words from one on spell what the bytes say, blanks left out.
  func spells(_ characters: [UInt8], from first: Int) -> Bool {
    let words = pages.last?.words.dropFirst(first).flatMap { word in
      text.bytes[word.text].filter { !$0.isBlankASCII }
    }
    return words == characters
  }

  /// Takes the page's words from one on back.
  mutating func removeWords(from first: Int) {
    guard let page = pages.indices.last else { return }
    pages[page].words.removeLast(max(0, pages[page].words.count - first))
  }

  /// Puts the words of the page in the order of their ranks, those of a region having the same.
  mutating func arrange(_ ranks: [Int]) {
    guard let page = pages.indices.last, ranks.count == pages[page].words.count else { return }
    let sorted = zip(ranks.indices, ranks).sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    pages[page].words = sorted.map { pages[page].words[$0.0] }
    var parts = OrderedParts()
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].1 == sorted[start].1 { end += 1 }
      let boxes = pages[page].words[start..<end].compactMap(\.mark.box)
      let part = parts.add(boxes.dropFirst().reduce(boxes.first) { $0?.union($1) })
      for place in start..<end { pages[page].words[place].part = part }
      start = end
    }
  }

  /// Adds what may be a rule of a table.
  mutating func addRule(_ box: Box) {
    if pages.isEmpty { beginPage() }
    pages[pages.count - 1].rules.append(box)
  }

  /// Says something about the file, or about a place in it.
  mutating func remark(_ message: Message, at offset: Int? = nil) {
    remarks.append((message, offset))
  }

  /// Adds the file to a document.
  consuming func finish(
    _ file: [UInt8], name: String, format: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var draft = Draft()
    for remark in remarks where remark.offset == nil { draft.remark(remark.message) }
    let source = SourceText(text)
    for page in pages { PageLayout.add(page, source, to: &draft) }
    for remark in remarks {
      if let offset = remark.offset { draft.remark(remark.message, atFile: offset) }
    }
    try draft.finish(file, name: name, format: format, reason: reason, into: &document)
    document.sources[document.sources.count - 1].file?.images = images
  }
}
