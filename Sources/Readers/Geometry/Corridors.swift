/// Finds the white lines that part columns, over all rows of a table at once.
///
/// A line runs through some rows of a table, mostly all of them. It costs something, and something
/// more for each text that it runs through; two texts side by side that no line parts cost more the
/// wider the gap between them is. Lines are drawn, the best first, as long as they save more than
/// they cost: a stray mark opens no column, and a text over several columns closes none.
struct Corridors {
  /// One line: where it is, and the levels that it runs through.
  struct Line {
    var place: Double
    var levels: Range<Int>
  }

  /// The lines, from left to right.
  private(set) var lines: [Line] = []
  /// What they cost, with the gaps that they leave open.
  private(set) var cost = 0.0

  /// The lines with their levels counted from one on.
  func lines(from first: Int) -> [Line] {
    lines.map {
      Line(
        place: $0.place, levels: $0.levels.lowerBound - first..<$0.levels.upperBound - first)
    }
  }

  /// Finds the lines of a run of levels, whose heights are `middles`.
  init(_ levels: ArraySlice<[Segment]>, _ middles: ArraySlice<Double>, _ sheet: Sheet) {
    var gaps = Gaps(levels, middles, sheet)
    let left = levels.compactMap { $0.first?.left }.min() ?? 0
    let right = levels.joined().reduce(-.infinity) { max($0, $1.right) }
    let wide = (right - left) * Weight.wide
    let places = gaps.candidates
    var candidates = zip(places, gaps.holding(places)).map {
      Candidate($0, levels, gaps: $1, wide: wide, em: sheet.em)
    }
    while let best = gaps.best(&candidates) {
      lines.append(
        Line(
          place: best.place,
          levels: levels.startIndex + best.levels.lowerBound..<levels.startIndex
            + best.levels.upperBound))
      cost += best.cost
      gaps.close(at: best.place, best.levels)
    }
    lines.sort { $0.place < $1.place }
    cost += gaps.open
  }

  /// The weights by which lines are judged, in the measure of a wide gap that stays open.
  enum Weight {
    /// What a line costs, and each of its ends inside of the table.
    static let line = 1.3
    static let end = 0.7
    /// What each run of levels costs in which texts run over a line, and each such text.
    static let run = 0.5
    static let text = 0.1
    /// What a text costs that is wider than such a part of the table: it spans columns anyway.
    static let wideText = 0.25
    static let wide = 0.4
    /// What a wide gap costs, and one behind which a column begins.
    static let wideGap = 3.0
    /// What it costs to leave the rule of a table open, for each height that it passes.
    static let rule = 0.6
    /// How far a text may reach over a line, in widths of a Han character.
    static let edge = 0.3
  }

  /// A place where a line could be, and how the texts of each level stand to it.
  struct Candidate {
    /// How a level's texts stand to a line.
    enum Stand {
      /// Texts stand on one side at the most.
      case aside
      /// Texts stand on both sides.
      case parted
      /// A text runs over it, or one that is wide.
      case over
      case overWide
    }

    let place: Double
    let stands: [Stand]
    /// The gaps in which it lies.
    let gaps: [Int32]
    /// What the line saved when it was judged last: gaps only close, so that it never saves more.
    var bound = Double.infinity

    init(
      _ place: Double, _ levels: ArraySlice<[Segment]>, gaps: [Int32], wide: Double, em: Double
    ) {
      self.place = place
      self.gaps = gaps
      stands = levels.map { level in
        // What only touches a line does not run over it; texts stand from left to right.
        var over: Segment?
        for text in level {
          let edge = text.edge(em: em)
          if text.left + edge >= place { break }
          if text.right - edge > place {
            over = text
            break
          }
        }
        if let over {
          return over.width > wide ? .overWide : .over
        }
        guard let first = level.first, let last = level.last else { return .aside }
        return first.left < place && last.right > place ? .parted : .aside
      }
    }

    /// The levels through which a line saves most, by what it saves on each level.
    func best(_ saved: [Double]) -> (levels: Range<Int>, saved: Double, cost: Double)? {
      // The best run of levels that ends at a level, with a text over the line there or without.
      struct Run {
        var value: Double
        var cost: Double
        var start: Int
      }
      var open: Run?
      var over: Run?
      var best: (levels: Range<Int>, saved: Double, cost: Double)?
      func better(_ left: Run?, _ right: Run?) -> Run? {
        guard let left, let right else { return left ?? right }
        return right.value > left.value ? right : left
      }
      for (level, stand) in stands.enumerated() {
        let start = Weight.line + (level > 0 ? Weight.end : 0)
        let fresh = Run(value: -start, cost: start, start: level)
        func extended(_ run: Run?, by cost: Double) -> Run? {
          run.map {
            Run(value: $0.value + saved[level] - cost, cost: $0.cost + cost, start: $0.start)
          }
        }
        switch stand {
        case .aside:
          open = extended(better(open, fresh), by: 0)
          over = extended(over, by: 0)
        case .parted:
          open = extended(better(better(open, over), fresh), by: 0)
          over = nil
        case .over:
          over = better(
            extended(better(open, fresh), by: Weight.run + Weight.text),
            extended(over, by: Weight.text))
          open = nil
        case .overWide:
          open = extended(better(open, fresh), by: Weight.wideText)
          over = extended(over, by: Weight.wideText)
        }
        let end = level + 1 < stands.count ? Weight.end : 0
        if let run = better(open, over), run.value - end >= best?.saved ?? 0 {
          best = (run.start..<level + 1, run.value - end, run.cost + end)
        }
      }
      return best
    }
  }
}
