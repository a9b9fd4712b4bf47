internal import TieoutModel

/// What texts that begin in line say about columns.
extension Levels {
  /// How far off texts in line may begin, in widths of a Han character.
  private static let inLine = 0.3
  /// How many levels apart they stand at the most.
  private static let near = 8
  /// How wide a gap is at the least at which a text is parted, in widths of a Han character, and one that
  /// no wider ones prove: one text that is printed in several rows is torn alike in all of them.
  private static let narrowest = 0.6
  private static let unproven = 0.9
  /// How many texts must begin at a place before others are parted there, and how far away they stand
  /// at the most, in widths of a Han character.
  private static let proofs = 2
  private static let reach = 8.0

  /// Parts texts at gaps that are too narrow to part words by themselves, where a column begins.
  ///
  /// Texts above and below begin there behind wide gaps, or in rows of a table behind others as narrow,
  /// and nothing between runs over the place. A row proves nothing about a text that runs over its
  /// columns.
  mutating func partColumns(_ page: WordPage, _ straight: StraightPage, _ text: [UInt8]) {
    let known = self
    for level in levels.indices where levels[level].contains(where: { $0.words.count > 1 }) {
      var parted: [Segment] = []
      for segment in levels[level] {
        var rest = segment.words[...]
        let cuts = known.cuts(segment, from: Self.narrowest, page, straight, text)
        let gaps = cuts.map { straight.rects[segment.words[$0]].left }
        for (cut, place) in zip(cuts, gaps)
        where known.beginsColumn(at: place, segment, gaps, level, page, straight, text) {
          parted.append(Segment(Array(rest[..<cut]), page, straight.rects, text))
          rest = rest[cut...]
        }
        parted.append(
          rest.count == segment.words.count
            ? segment : Segment(Array(rest), page, straight.rects, text))
      }
      levels[level] = parted
    }
  }

  /// The places of the words of a text before which there is a gap that is none of a sign: brackets and
  /// what ends a sentence leave half of their square blank.
  private func cuts(
    _ segment: Segment, from least: Double, _ page: WordPage, _ straight: StraightPage,
    _ text: [UInt8]
  ) -> [Int] {
    // No line of a sheet has more words.
    guard segment.words.count <= Self.most else { return [] }
    var right = -Double.infinity
    return segment.words.indices.filter { place in
      let word = segment.words[place]
      let rect = straight.rects[word]
      // Of some words engines draw a box of a few dots only.
      let width = TextWidth.of(text[page.words[word].text]) * straight.em
      defer { right = max(right, rect.right, rect.left + width) }
      guard place > 0, rect.left - right >= least * straight.em else { return false }
      let before = text[page.words[segment.words[place - 1]].text]
      let after = text[page.words[word].text]
      if Self.enders.contains(where: { before.suffix($0.count).elementsEqual($0) }) { return false }
      return !Bar.holds(after) && !Self.openers.contains { after.starts(with: $0) }
    }
  }

  private static let enders = ["，", "。", "、", "；", "：", "？", "！"].map { Array($0.utf8) }
  private static let openers = ["（", "(", "《", "“", "「", "【"].map { Array($0.utf8) }

  /// Whether enough texts near a level begin a column at a place.
  ///
  /// - Parameters:
  ///   - segment: the text of the level that is to be parted.
  ///   - gaps: the places in it behind its gaps.
  private func beginsColumn(
    at place: Double, _ segment: Segment, _ gaps: [Double], _ level: Int, _ page: WordPage,
    _ straight: StraightPage, _ text: [UInt8]
  ) -> Bool {
    let slack = Self.inLine * straight.em
    var proofs = 0
    for step in [-1, 1] {
      var other = level + step
      while levels.indices.contains(other),
        abs(middles[other] - middles[level]) < Self.reach * straight.em
      {
        // The last text that begins left of the place or in line with it.
        let count = levels[other].partitionPoint { $0.left < place + slack }
        defer { other += step }
        guard count > 0 else { continue }
        let last = levels[other][count - 1]
        let isKept = { (columns: [Int]) in
          !columns.contains {
            runsOver(segment, gaps, startOf: $0, levels[other], slack)
          }
        }
        if last.left > place - slack {
          if count > 1, isKept([count - 2, count]) { proofs += 1 }
        } else if levels[level].count > 1, levels[other].count > 1,
          cuts(last, from: Self.unproven, page, straight, text).contains(where: {
            abs(straight.rects[last.words[$0]].left - place) < slack
          })
        {
          if isKept([count - 1, count]) { proofs += 1 }
        } else if last.words.count > Self.most
          || last.words.contains(where: {
            straight.rects[$0].left < place - slack && straight.rects[$0].right > place + slack
          })
        {
          break
        }
        if proofs == Self.proofs { return true }
      }
    }
    return false
  }

  /// Whether a text runs over the start of a column as a row has it, from one of its texts to the next,
  /// without a gap there: it is of a cell that spans columns, and gaps in it stand anywhere.
  private func runsOver(
    _ segment: Segment, _ gaps: [Double], startOf column: Int, _ row: [Segment], _ slack: Double
  ) -> Bool {
    guard row.indices.contains(column), column > 0 else { return false }
    let start = row[column].left
    return segment.left < row[column - 1].right - slack && segment.right > start + slack
      && !gaps.contains { abs($0 - start) < slack }
  }

  /// Marks the texts that begin in line with others as those to the left of them do, such as a value
  /// behind its label: a gap in a line of prose stands anywhere.
  mutating func markColumns(em: Double) {
    for level in levels.indices {
      let near = max(0, level - Self.near)..<min(levels.count, level + Self.near + 1)
      for place in levels[level].indices.dropFirst() {
        let (before, text) = (levels[level][place - 1], levels[level][place])
        var (befores, texts) = (0, 0)
        for other in near where other != level {
          let isBefore = begins(at: before.left, other, em)
          let isText = begins(at: text.left, other, em)
          if isBefore { befores += 1 }
          if isText { texts += 1 }
          // A row with both says as much as two with one of them each.
          if isBefore, isText { texts += 1 }
        }
        levels[level][place].isInLine = befores > 0 && texts > 1
      }
    }
  }

  /// Whether a text of a level begins at a place.
  private func begins(at place: Double, _ level: Int, _ em: Double) -> Bool {
    let next = levels[level].partitionPoint { $0.left <= place - Self.inLine * em }
    return next < levels[level].count && levels[level][next].left < place + Self.inLine * em
  }
}
