internal import TieoutModel

extension ListedTable {
  /// What it costs that no column takes a text, and one that is a single character.
  private static let stray: Int32 = 9
  private static let shortStray: Int32 = 4
  /// What it costs that a cell wraps around others, that it goes on in the next line, and behind a blank
  /// that parts no Latin words.
  private static let wrap: Int32 = 2
  private static let line: Int32 = 2
  private static let blank: Int32 = 4
  /// What it costs that no form has words by the name that they are together.
  private static let unknown: Int32 = 1
  /// What it costs that a single character in a line of its own is a part of what stands beside it: more
  /// than that it is a piece of a stamp.
  private static let sign: Int32 = 5
  /// What it costs that a number is a part of a name.
  private static let figure: Int32 = 3
  /// Over how many texts one cell goes on.
  static let longestRun = 8
  /// The most bytes of a Latin word that no longer fits a line.
  private static let longestWord = 12

  /// What it costs that no column takes a line: little where it is a piece of a stamp.
  func stray(_ place: Int) -> Int32 {
    line(place).parts[0].count <= ListedFit.shortest && isWords(place)
      ? Self.shortStray : Self.stray
  }

  /// What a cell that wraps costs in each column.
  func costs(_ wrap: Wrap) -> [Int32] {
    if let costs = known.wraps[wrap] { return costs }
    let whole = Array(text[line(wrap.first).parts[0].range]) + text[line(wrap.rest).parts[0].range]
    let slice = Slice(0..<whole.count)
    let type = fit.values.type(whole, slice)
    let costs = columns.map { column in
      guard column.number != -1 else { return 2 * Self.wrap }
      let here = fit.cost(whole, slice, .none, column.spec, column.number)
      // A name that a form has is one for sure; others wrap sooner than the words of a list do.
      if type == column.spec.type { return here }
      // Without numbers nothing tells that the first line stands above its row.
      let isLoose = column.spec.type == .text || sequence == nil
      return here + Self.wrap + (isLoose ? 1 : 0)
    }
    known.wraps[wrap] = costs
    return costs
  }

  /// What it costs that a cell goes on in the line of a text.
  private func cost(ofBreak place: Int) -> Int32 {
    let shortest = min(line(place - 1).parts[0].count, line(place).parts[0].count)
    return shortest > ListedFit.shortest && isFull(place - 1, before: place) ? Self.line : Self.sign
  }

  /// Whether a line is full, as one is whose cell goes on: it is no shorter than the next but for a Latin
  /// word.
  func isFull(_ place: Int, before next: Int) -> Bool {
    let (above, rest) = (line(place).parts[0], line(next).parts[0])
    let room = text[Int(rest.start)] < 0x80 ? Self.longestWord : 0
    return Int(rest.count) <= Int(above.count) + room
  }

  /// What texts cost in each column that are one cell together.
  func costs(_ run: Range<Int>) -> [Int32] {
    if let costs = known.runs[run] { return costs }
    var whole: [UInt8] = []
    var joins: Int32 = 0
    var figures: Int32 = 0
    let isBroken = line(run.lowerBound).line != line(run.upperBound - 1).line
    for place in run {
      let part = text[line(place).parts[0].range]
      let isLatin =
        whole.last.map { $0 < 0x80 } ?? true && part.first.map { $0 < 0x80 } ?? true
      if place > run.lowerBound {
        let isBroken = line(place).line != line(place - 1).line
        joins += isBroken ? cost(ofBreak: place) : isLatin ? 0 : Self.blank
      }
      if fit.isFigure(text, line(place).parts[0]) { figures += 1 }
      if isLatin, !whole.isEmpty { whole.append(0x20) }
      whole += part
    }
    let slice = Slice(0..<whole.count)
    let type = fit.values.type(whole, slice)
    let costs = columns.map { column in
      var joins = joins
      switch column.spec.type {
      case .target: joins = joins > 0 && isBroken ? Self.sign : 1
      case .name, .text, .organisation, .person: joins += Self.figure * figures
      default: return Self.never
      }
      guard column.number != -1 else { return 1 + joins }
      let here = fit.cost(whole, slice, .none, column.spec, column.number)
      if type == column.spec.type { return here }
      // What no form calls so may as well be the names of two columns.
      return here + joins + (isBroken ? 0 : Self.unknown)
    }
    known.runs[run] = costs
    return costs
  }
}
