internal import TieoutModel

/// Joins the parts of a summary that was too wide for its paper: tables that number the same rows, each
/// with columns of its own.
///
/// - before: `序号|项目名称|预算单位` over `1|甲|某局`, and below it `序号|预算金额` over `1|152.0`
/// - after: `序号|项目名称|预算单位|预算金额` over `1|甲|某局|152.0`
/// - leaves alone: tables that share a head besides that of the numbers, and those whose rows are
///   numbered otherwise
enum JoinParts: Stage {
  static let name = "join-parts"

  static func prepare(_ profile: inout Profile) { profile.prepare(TitleLines.init) }

  static func run(_ document: inout Document, _ profile: Profile) {
    let all = pairs(document, profile)
    guard !all.isEmpty else { return }
    let titles = profile.prepared(TitleLines.init).kinds(document)
    let pairs = all.filter { areOfOne($0.block, $0.pair, titles, document, profile) }
    guard !pairs.isEmpty else { return }
    var rebuild = TableRebuild()
    var next = 0
    for (number, pair) in pairs {
      keep(next..<number, of: document, &rebuild)
      let between = document.blocks[number].rows.upperBound..<pair.right.rows.lowerBound
      let raised = between.filter { place in
        titles[place] == .summary || isCaption(place, document, profile)
      }
      pair.write(raised, titles: titles, to: &rebuild, &document)
      // Their places are kept, so that all that stands behind them is found on its page.
      for place in between {
        let row = document.rows[place]
        let first = document.cells[Int(row.firstCell)]
        rebuild.begin(.paragraph)
        rebuild.add(
          raised.contains(place)
            ? [Document.Cell.blank(before: first)] : Array(document.cells[row.cells]),
          like: row)
      }
      pair.writeRest(to: &rebuild, document)
      next = pair.last + 1
    }
    keep(next..<document.blocks.count, of: document, &rebuild)
    rebuild.apply(to: &document)
  }

  private static func keep(
    _ blocks: Range<Int>, of document: Document, _ rebuild: inout TableRebuild
  ) {
    for block in document.blocks[blocks] { rebuild.keep(block.kind, block.rows, of: document) }
  }

  /// The tables with their other halves behind them, by the block of the first.
  private static func pairs(
    _ document: Document, _ profile: Profile
  ) -> [(block: Int, pair: SummaryPair)] {
    var pairs: [(block: Int, pair: SummaryPair)] = []
    var above: (block: Int, part: SummaryPart)?
    for (number, block) in document.blocks.enumerated() where block.kind == .table {
      guard let part = SummaryPart(block.rows, document, profile) else {
        above = nil
        continue
      }
      if let left = above, let pair = SummaryPair(left.part, part, last: number, document, profile)
      {
        pairs.append((left.block, pair))
        above = nil
      } else {
        above = (number, part)
      }
    }
    return pairs
  }

  /// Whether nothing stands between two tables but what stands above a summary: what names another thing
  /// begins another table.
  private static func areOfOne(
    _ block: Int, _ pair: SummaryPair, _ titles: [Document.Region.Kind?], _ document: Document,
    _ profile: Profile
  ) -> Bool {
    (document.blocks[block].rows.upperBound..<pair.right.rows.lowerBound).allSatisfy { place in
      let line = document.cells[Int(document.rows[place].firstCell)].text
      return titles[place] == .summary || isCaption(place, document, profile)
        || Marginalia.holds(line, document)
    }
  }

  private static func isCaption(_ place: Int, _ document: Document, _ profile: Profile) -> Bool {
    document.rows[place].cells.contains { index in
      let label = document.cells[index].label
      return label != .none && profile.summary.fields.contains { $0.labels.contains(label) }
    }
  }
}
