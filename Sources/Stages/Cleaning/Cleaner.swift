internal import TieoutModel

/// Cleans one cell after the other into one text, and keeps the way back.
struct Cleaner {
  /// The rules, asked in this order where several share a lead byte.
  static let rules: [any CleaningRule.Type] = [
    FoldBlanks.self, TableRule.self, LatexDelimiters.self, LatexCommands.self, HTMLTags.self,
    FoldComparators.self, HTMLEntities.self, FoldWidths.self,
  ]
  /// The names of the rules, as `Document.rules` numbers them; the spacing rule comes last.
  static let names = rules.map { $0.name } + [Spacing.name]
  private static let spacing = rules.count

  /// For each byte, the rules that look there as a bit each; the highest bit marks white space.
  private static let leads: [UInt16] = {
    var leads = [UInt16](repeating: 0, count: 256)
    for (place, rule) in rules.enumerated() {
      for lead in rule.leads { leads[Int(lead)] |= 1 << UInt16(place) }
    }
    for blank in [0x20, 0x09, 0x0B] { leads[blank] |= blankBit }
    return leads
  }()
  private static let blankBit: UInt16 = 0x8000

  /// The cleaned text so far.
  private(set) var output: [UInt8] = []
  /// The changes so far.
  private(set) var map = SourceMap()
  private var pending: [SourceMap.Entry] = []

  init(capacity: Int) { output.reserveCapacity(capacity) }

  /// Copies bytes between cells as they are.
  mutating func copy(_ text: [UInt8], _ range: Range<Int>) {
    output.append(contentsOf: text[range])
  }

  /// Cleans a cell; its place in the cleaned text.
  mutating func clean(_ text: [UInt8], _ range: Range<Int>, isLine: Bool) -> Slice {
    let start = output.count
    guard Self.isSuspicious(text, range) else {
      copy(text, range)
      return Slice(start..<output.count)
    }
    pending.removeAll(keepingCapacity: true)
    rewrite(CellView(text, range, isLine: isLine))
    guard !pending.isEmpty else { return Slice(start..<output.count) }
    if Self.isStable(Array(output[start...]), isLine: isLine) {
      for entry in pending { map.append(entry) }
    } else {
      // What is clean stays clean: a cell that would change again is ambiguous and left alone.
      output.removeLast(output.count - start)
      copy(text, range)
    }
    return Slice(start..<output.count)
  }

  private static func isSuspicious(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range where leads[Int(text[index])] != 0 { return true }
    return false
  }

  private static func isStable(_ text: [UInt8], isLine: Bool) -> Bool {
    guard isSuspicious(text, 0..<text.count) else { return true }
    var cleaner = Cleaner(capacity: text.count)
    cleaner.rewrite(CellView(text, 0..<text.count, isLine: isLine))
    return cleaner.pending.isEmpty
  }

  private mutating func rewrite(_ cell: CellView) {
    let start = output.count
    var index = cell.range.lowerBound
    var gap: Gap?
    while index < cell.range.upperBound {
      let byte = cell.text[index]
      let candidates = Self.leads[Int(byte)]
      if candidates & Self.blankBit != 0 {
        Gap.extend(&gap, index..<index + 1, rule: Self.spacing)
        index += 1
        continue
      }
      let (replacement, rule) =
        candidates == 0 ? (nil, 0) : Self.ask(candidates, cell, index)
      if let replacement, replacement.isGap {
        Gap.extend(&gap, index..<index + replacement.length, rule: rule)
        index += replacement.length
        continue
      }
      if let replacement, replacement.bytes.isEmpty {
        if gap != nil {
          // The gap stays open behind what is removed.
          Gap.extend(&gap, index..<index + replacement.length, rule: rule)
        } else {
          edit(index..<index + replacement.length, [], rule)
        }
        index += replacement.length
        continue
      }
      settle(&gap, cell, start, next: replacement?.bytes, at: index)
      if let replacement {
        edit(index..<index + replacement.length, replacement.bytes, rule)
        index += replacement.length
      } else {
        let end = plainEnd(cell, index)
        output.append(contentsOf: cell.text[index..<end])
        index = end
      }
    }
    if let gap { edit(gap.range, [], gap.rule) }
  }

  /// White space that waits for the characters behind it.
  private struct Gap {
    var range: Range<Int>
    /// The rule that found it: the spacing rule for plain white space.
    var rule: Int

    static func extend(_ gap: inout Gap?, _ range: Range<Int>, rule: Int) {
      let isPlain = rule == Cleaner.spacing
      gap = Gap(
        range: (gap?.range.lowerBound ?? range.lowerBound)..<range.upperBound,
        rule: isPlain ? gap?.rule ?? rule : rule)
    }
  }

  /// The end of the characters from a place on at which no rule looks.
  private func plainEnd(_ cell: borrowing CellView, _ index: Int) -> Int {
    var end = index + 1
    while end < cell.range.upperBound,
      !cell.text[end].isScalarStart || Self.leads[Int(cell.text[end])] == 0
    {
      end += 1
    }
    return end
  }

  private static func ask(
    _ candidates: UInt16, _ cell: borrowing CellView, _ index: Int
  ) -> (Replacement?, Int) {
    var rest = candidates
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      if let replacement = rules[place].match(cell, at: index) { return (replacement, place) }
      rest &= rest - 1
    }
    return (nil, 0)
  }

  /// Writes or drops the white space before the next characters.
  private mutating func settle(
    _ gap: inout Gap?, _ cell: borrowing CellView, _ start: Int, next: [UInt8]?,
    at index: Int
  ) {
    guard let (range, rule) = gap.map({ ($0.range, $0.rule) }) else { return }
    gap = nil
    let right =
      next.map { bytes in
        Spacing.neighbour(
          bytes[0], bytes.count > 1 ? bytes[1] : 0, bytes.count > 2 ? bytes[2] : 0)
      } ?? Spacing.neighbour(cell.text[index], cell.byte(index + 1), cell.byte(index + 2))
    let isPlain = cell.text[range].allSatisfy { $0 == 0x20 }
    if cell.isLine, isPlain, range.count > 1, output.count > start {
      output.append(contentsOf: cell.text[range])
      return
    }
    let isMeaningless = Spacing.isMeaningless(
      between: lastNeighbour(start), and: right, in: cell, at: index)
    if isMeaningless {
      edit(range, [], rule)
    } else if isPlain, range.count == 1 {
      output.append(0x20)
    } else {
      edit(range, [0x20], rule)
    }
  }

  private func lastNeighbour(_ start: Int) -> Spacing.Neighbour {
    var first = output.count - 1
    guard first >= start else { return .nothing }
    while first > start, !output[first].isScalarStart { first -= 1 }
    return Spacing.neighbour(
      output[first], first + 1 < output.count ? output[first + 1] : 0,
      first + 2 < output.count ? output[first + 2] : 0)
  }

  private mutating func edit(_ source: Range<Int>, _ bytes: [UInt8], _ rule: Int) {
    let start = output.count
    output.append(contentsOf: bytes)
    pending.append(
      SourceMap.Entry(
        text: Slice(start..<output.count), source: Slice(source), rule: UInt16(rule)))
  }
}
