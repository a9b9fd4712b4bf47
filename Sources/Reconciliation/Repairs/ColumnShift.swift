/// The supposition that in a run of lines each line's value is printed some lines further on.
struct ColumnShift {
  /// How many lines further down a line's value is printed; negative: further up.
  let offset: Int
  /// The lines that take part, from the end at which values are missing to the other; the total's
  /// line may be left out.
  let lines: [Int]
  /// The places in `lines` whose values moved.
  private(set) var run: Range<Int>
  /// The moves: each line of the run with the line on which its value is printed.
  private(set) var moves: [(line: Int, source: Int?)] = []
  /// The moves by line, where an amount moves; `nil` where a line is left without one.
  private(set) var amounts: [(line: Int, source: Int?)] = []
  /// The lines whose form agrees with the moved value and not with the one printed on them.
  private(set) var matches: [Int] = []
  /// The number of different amounts among the matches.
  private(set) var distinct = 0
  /// The lines whose form agrees with the value printed on them and not with the moved one.
  private(set) var vetoes: [Int] = []
  /// The lines whose form agrees with neither, and whose amount would change.
  private(set) var misses: [Int] = []
  /// The lines with values that would belong to nobody, or to two lines, if the run moved.
  private(set) var conflicts: [Int] = []
  /// The number of blank cells at the end from which the values moved away.
  private(set) var blanks = 0
  /// The lines without a row on which values of the run stand.
  private(set) var overflow: [Int] = []
  /// The lines whose values go round to the other end of the run, or to the total's blank line.
  private(set) var returned: [Int] = []
  /// Whether the total's line is in the run and gets an amount, and whether that is the total.
  private(set) var total: (line: Int, agrees: Bool)?

  /// Finds the run in which an offset explains most; `nil` where it explains nothing.
  init?(_ reading: ColumnReading, offset: Int, skippingTotal: Bool) {
    self.offset = offset
    var lines = Array(reading.lines.indices)
    if skippingTotal { lines.removeAll { reading.lines[$0].isTotal } }
    if offset < 0 { lines.reverse() }
    self.lines = lines
    guard let core = Self.core(reading, lines, abs(offset)) else { return nil }
    run = core
    extend(reading)
    moves = run.map { (lines[$0], source($0)) }
    goRound(reading)
    amounts = moves.map { line, source in
      let amount = source.flatMap { reading.lines[$0].value }
      return (line: line, source: amount == nil ? nil : source)
    }
    amounts.sort { $0.line < $1.line }
    judge(reading)
  }

  /// The line on which the value of a place is printed; `nil` past the end of the page.
  func source(_ place: Int) -> Int? {
    let source = place + abs(offset)
    return source < lines.count ? lines[source] : nil
  }

  /// What it explains against what it contradicts.
  var score: Int {
    matches.count + (total?.agrees == true ? 1 : 0) - misses.count - 3 * vetoes.count
      - 3 * conflicts.count
  }

  /// Whether no value would be lost, and values are missing at one end, left over at the other, or
  /// went round.
  var isClean: Bool { conflicts.isEmpty && hasEnd }

  /// Whether values are missing at one end, left over at the other, or went round.
  var hasEnd: Bool { blanks > 0 || !overflow.isEmpty || !returned.isEmpty }

  /// The run with the greatest balance of what the offset explains and contradicts.
  private static func core(
    _ reading: ColumnReading, _ lines: [Int], _ distance: Int
  ) -> Range<Int>? {
    var best: (sum: Int, run: Range<Int>)?
    var sum = 0
    var start = 0
    for place in lines.indices {
      let moved = place + distance < lines.count ? reading.lines[lines[place + distance]] : nil
      let gain = gain(reading, lines[place], moved: moved?.value)
      if sum + gain < gain || sum == 0 {
        sum = 0
        start = place
      }
      sum += gain
      if gain > 0, sum > best?.sum ?? 0 { best = (sum, start..<(place + 1)) }
    }
    return best?.run
  }

  private static func gain(_ reading: ColumnReading, _ line: Int, moved: MoneyReading?) -> Int {
    let isExplained = reading.agrees(moved, with: line)
    let isRight = reading.lines[line].isRight
    if isExplained == true { return isRight ? 0 : 2 }
    if isRight { return -3 }
    return isExplained == false && moved != nil ? -1 : 0
  }

  /// Extends the run at both ends until each value belongs to exactly one line, as far as no line
  /// is right as it stands and would not be after the move.
  private mutating func extend(_ reading: ColumnReading) {
    let distance = abs(offset)
    func isRight(_ place: Int) -> Bool {
      let line = lines[place]
      if reading.lines[line].isNobodys { return true }
      guard reading.lines[line].isRight else { return false }
      // Equal amounts below one another are right either way.
      let moved = source(place).flatMap { reading.lines[$0].value }
      return reading.agrees(moved, with: line) != true
    }
    while run.lowerBound > 0, !isRight(run.lowerBound - 1),
      (run.lowerBound..<min(run.lowerBound + distance, lines.count))
        .contains(where: { reading.lines[lines[$0]].value != nil })
    {
      run = (run.lowerBound - 1)..<run.upperBound
    }
    while run.upperBound < lines.count, !isRight(run.upperBound),
      (run.upperBound..<min(run.upperBound + distance, lines.count)).contains(where: { place in
        let line = reading.lines[lines[place]]
        return line.value != nil && !line.isNobodys
      })
    {
      run = run.lowerBound..<(run.upperBound + 1)
    }
  }

  /// Takes values from the end that is vacated to lines that would be left without one, where they
  /// are just what is due there: a total in the first row, say, to the total's line.
  private mutating func goRound(_ reading: ColumnReading) {
    for place in run.prefix(abs(offset)) {
      let line = lines[place]
      guard let value = reading.lines[line].value else { continue }
      let home = moves.indices.suffix(abs(offset)).last { index in
        moves[index].source.flatMap { reading.lines[$0].value } == nil
          && reading.agrees(value, with: moves[index].line) == true
      }
      if let home {
        moves[home].source = line
      } else if let total = reading.lines.lastIndex(where: \.isTotal),
        reading.lines[total].value == nil, reading.agrees(value, with: total) == true,
        !moves.contains(where: { $0.line == total })
      {
        moves.append((total, line))
      } else {
        continue
      }
      returned.append(line)
    }
  }

  private mutating func judge(_ reading: ColumnReading) {
    var keys = KeyNumbers()
    for (line, source) in moves {
      let own = reading.lines[line].value
      let moved = source.flatMap { reading.lines[$0].value }
      let isExplained = reading.agrees(moved, with: line)
      let isRight = reading.lines[line].isRight
      if reading.lines[line].isNobodys {
        if moved != nil { conflicts.append(line) }
      } else if reading.lines[line].isTotal {
        if isRight, isExplained != true {
          vetoes.append(line)
        } else if moved != nil {
          total = (line, isExplained == true)
        }
      } else if isExplained == true {
        if !isRight, let moved {
          matches.append(line)
          _ = keys.number(of: moved.key)
        }
      } else if isRight {
        vetoes.append(line)
      } else if isExplained == false, let moved, own.map({ !$0.equals(moved) }) ?? true {
        misses.append(line)
      }
    }
    distinct = keys.count
    let distance = abs(offset)
    for place in run.lowerBound..<min(run.lowerBound + distance, lines.count) {
      if reading.lines[lines[place]].value == nil {
        blanks += 1
      } else if !returned.contains(lines[place]) {
        conflicts.append(lines[place])
      }
    }
    for place in run.upperBound..<max(run.upperBound, min(run.upperBound + distance, lines.count))
    where reading.lines[lines[place]].value != nil {
      if reading.lines[lines[place]].isNobodys {
        overflow.append(lines[place])
      } else {
        conflicts.append(lines[place])
      }
    }
  }
}
