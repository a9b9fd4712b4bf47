internal import TieoutModel

/// Joins the words of a page to segments: at wide gaps, and at the rules of tables, a new one begins.
struct SegmentMaker {
  private let page: WordPage
  private let straight: StraightPage
  private let text: [UInt8]
  private var segments: [Segment] = []
  /// The words of a line without a wide gap between them.
  private var run: [Int] = []
  /// Bars at the beginning of a line, which go with the text behind them.
  private var bars: [Int] = []

  /// Words further apart than that are not joined, in widths of a Han character: engines draw their
  /// boxes too narrow, and leave gaps inside of a text that are none.
  private static let gap = 1.3
  private static let exactGap = 0.8
  /// Words nearer than that are joined even over a rule.
  private static let least = 0.5
  /// How far a rule runs inside a word at the least before it is taken for none.
  private static let inside = 0.25

  /// The segments of a page, from top to bottom.
  static func segments(_ page: WordPage, _ straight: StraightPage, _ text: [UInt8]) -> [Segment] {
    var maker = SegmentMaker(page: page, straight: straight, text: text)
    maker.join()
    return maker.segments.sorted { $0.middle < $1.middle }
  }

  private init(page: WordPage, straight: StraightPage, text: [UInt8]) {
    self.page = page
    self.straight = straight
    self.text = text
  }

  private mutating func join() {
    let gap = (page.boxes == .set ? Self.exactGap : Self.gap) * straight.em
    var right = 0.0
    for place in page.words.indices {
      let rect = straight.rects[place]
      if place > 0, page.words[place - 1].line != page.words[place].line {
        close()
        attachBars()
      }
      if isBar(place) {
        close()
        bars.append(place)
        if !segments.isEmpty, isBehindLast(place) { attachBars() }
        continue
      }
      if let last = run.last {
        let isBack = rect.left < straight.rects[last].left - 2 * straight.em
        if rect.left - right > gap || isBack { close() }
      }
      right = run.isEmpty ? rect.right : max(right, rect.right)
      run.append(place)
    }
    close()
    attachBars()
  }

  /// Whether a word is what a rule was read as, or a small sign behind one.
  private func isBar(_ place: Int) -> Bool {
    let word = text[page.words[place].text]
    if Bar.holds(word) { return true }
    guard place > 0, page.words[place - 1].line == page.words[place].line else { return false }
    return Bar.isSigns(word) && Bar.holds(text[page.words[place - 1].text])
  }

  /// Whether a bar stands on the line of the last segment.
  private func isBehindLast(_ bar: Int) -> Bool {
    guard let last = segments.last?.words.last else { return false }
    return page.words[last].line == page.words[bar].line
  }

  /// Adds bars to the last segment: what a rule was read as stays beside what it parts.
  private mutating func attachBars() {
    guard let last = segments.indices.last, !bars.isEmpty else { return }
    segments[last].words += bars
    bars.removeAll()
  }

  /// Ends a run: it is cut at the rules that do not run through its words.
  private mutating func close() {
    guard !run.isEmpty else { return }
    let em = straight.em
    let first = straight.rects[run[0]]
    let right = run.map { straight.rects[$0].right }.max() ?? first.right
    let crossing = straight.rules.places(from: first.left, to: right, at: first.middle)
    // A text that a rule runs through goes on over all of them.
    let isThrough = crossing.contains { place in
      run.contains {
        straight.rects[$0].left + Self.inside * em < place
          && straight.rects[$0].right - Self.inside * em > place
      }
    }
    var open: [Int] = []
    for word in run {
      if let last = open.last, !isThrough,
        straight.rects[word].left - straight.rects[last].right > Self.least * em,
        crossing.contains(where: {
          $0 > straight.rects[last].centre && $0 < straight.rects[word].centre
        })
      {
        add(&open)
      }
      open.append(word)
    }
    add(&open)
    run.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ words: inout [Int]) {
    var segment = Segment(words, page, straight.rects, text)
    segment.words = bars + segment.words
    segments.append(segment)
    bars.removeAll()
    words.removeAll()
  }
}

/// Tells what an engine made of the rule of a table: `|`, `“|`, `|]`.
enum Bar {
  private static let signs: [[UInt8]] =
    ["|", "“", "”", "‘", "’", "[", "]", "!", ".", ",", "，", "。", "、", ":", ";", "'", "\""]
    .map { Array($0.utf8) }

  /// Whether a word is a bar with nothing but small signs around it.
  static func holds(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(0x7C) && isSigns(word)
  }

  /// Whether a word is nothing but bars and small signs.
  static func isSigns(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 12 else { return false }
    var rest = word
    while !rest.isEmpty {
      guard let sign = signs.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(sign.count)
    }
    return true
  }
}
