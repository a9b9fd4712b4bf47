internal import TieoutModel

/// Cleans one cell after the other into one text, and keeps the way back.
///
/// What no rule changes is copied in one piece, cells and what parts them alike, when the next
/// change comes.
struct Cleaner {
  /// The rules, asked in this order where several share a lead byte.
  static let rules: [any CleaningRule.Type] = [
    FoldBlanks.self, TableRule.self, LatexDelimiters.self, LatexCommands.self, HTMLTags.self,
    FoldComparators.self, HTMLEntities.self, FoldWidths.self,
  ]
  /// The names of the rules, as `Document.rules` numbers them; the spacing rule comes last.
  static let names = rules.map { $0.name } + [Spacing.name]
  private static let spacing = rules.count
  /// The place of what a whole paper settles, behind all rules.
  private static let separators = rules.count + 1

  /// The cleaned text so far.
  private(set) var output: [UInt8] = []
  /// The changes so far.
  private(set) var map = SourceMap()
  private var pending: [SourceMap.Entry] = []
  private let source: [UInt8]
  /// How much of the source stands in the output, or was replaced there.
  private var copied: Int
  private let leads = LeadTable.shared
  /// Cells that some rule looked at, and what became of each, by its place there.
  private var texts: PrintedTexts
  private var edits: [Edits]

  /// The changes of a cell.
  private struct Edits {
    /// Their places in the map.
    var entries = 0..<0
    /// Where the cell begins in the source.
    var start: UInt32 = 0
    var isOfLine = false
  }

  /// Creates a cleaner of a text from an offset on, which remembers so many cells.
  init(_ source: [UInt8], from start: Int = 0, memory places: Int = 2048) {
    self.source = source
    copied = start
    texts = PrintedTexts(places: places)
    edits = Array(repeating: Edits(), count: places)
  }

  /// Cleans a cell behind the last one; its place in the cleaned text.
  @inline(__always)
  mutating func clean(_ cell: Slice, isLine: Bool) -> Slice {
    let start = cell.start &+ UInt32(truncatingIfNeeded: output.count &- copied)
    // Nearly every second cell of a table is empty.
    guard !cell.isEmpty else { return Slice(start: start, count: 0) }
    let first = leads.next(in: source, cell.range)
    guard first < Int(cell.end) else { return Slice(start: start, count: cell.count) }
    look(at: cell, from: first, isLine: isLine)
    return Slice(Int(start)..<output.count + Int(cell.end) - copied)
  }

  /// Puts other separators into a number behind the last cell, at which no rule has a look.
  mutating func clean(_ cell: Slice, changing signs: [(place: Range<Int>, sign: UInt8)]) -> Slice {
    let start = Int(cell.start) + output.count - copied
    for (place, sign) in signs { edit(place, Unicode.Scalar(sign), Self.separators) }
    for entry in pending { map.append(entry) }
    pending.removeAll(keepingCapacity: true)
    return Slice(start..<output.count + Int(cell.end) - copied)
  }

  /// Looks at a cell in which some rule may change something; the same characters change in the same
  /// way.
  @inline(never)
  private mutating func look(at cell: Slice, from first: Int, isLine: Bool) {
    let (place, isKnown) = texts.find(cell, in: source.span)
    let known = edits[place]
    if isKnown, known.isOfLine == isLine {
      for number in known.entries { repeatEdit(number, in: cell, known) }
    } else {
      let count = map.entries.count
      rewrite(cell.range, from: first, isLine: isLine)
      texts.keep(cell, at: place)
      edits[place] = Edits(entries: count..<map.entries.count, start: cell.start, isOfLine: isLine)
    }
  }

  /// Makes a change of a cell with the same characters once more.
  private mutating func repeatEdit(_ number: Int, in cell: Slice, _ known: Edits) {
    let entry = map.entries[number]
    var source = entry.source
    source.start = source.start - known.start + cell.start
    copy(until: Int(source.start))
    let start = output.count
    for place in entry.text.range { output.append(output[place]) }
    copied = Int(source.end)
    map.append(
      SourceMap.Entry(text: Slice(start..<output.count), source: source, rule: entry.rule))
  }

  /// Completes the cleaned text.
  mutating func finish() { copy(until: source.count) }

  private mutating func copy(until end: Int) {
    guard copied < end else { return }
    if output.isEmpty { output.reserveCapacity(source.count - copied + 64) }
    output.append(contentsOf: source[copied..<end])
    copied = end
  }

  private mutating func rewrite(_ range: Range<Int>, from first: Int, isLine: Bool) {
    let (oldCount, oldCopied) = (output.count, copied)
    let start = oldCount + range.lowerBound - oldCopied
    change(CellView(source, range, isLine: isLine, from: first), from: first, start)
    guard let change = pending.first else { return }
    copy(until: range.upperBound)
    let same = min(first, Int(change.source.start)) - range.lowerBound
    if isStable(from: start, same: same, isLine: isLine) {
      for entry in pending { map.append(entry) }
    } else {
      // What is clean stays clean: a cell that would change again is ambiguous and left alone.
      output.removeLast(output.count - oldCount)
      copied = oldCopied
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Whether the output from an offset on would be left alone as a cell.
  ///
  /// - Parameter same: how many bytes of it are as they were printed, and no rule looks at them.
  private func isStable(from start: Int, same: Int, isLine: Bool) -> Bool {
    let first = leads.next(in: output, start + same..<output.count)
    guard first < output.count else { return true }
    var cleaner = Cleaner(output, from: start, memory: 0)
    let cell = CellView(output, start..<output.count, isLine: isLine, from: first)
    cleaner.change(cell, from: first, 0)
    return cleaner.pending.isEmpty
  }

  /// Asks the rules about a cell from its first lead byte on; the cell begins at the offset `start`
  /// of the output.
  private mutating func change(_ cell: borrowing CellView, from first: Int, _ start: Int) {
    // Beside a bar, signs may be dirt that elsewhere no rule changes.
    let looksAtAll = cell.hasBar
    var index = looksAtAll ? cell.range.lowerBound : first
    var gap: Gap?
    while index < cell.range.upperBound {
      let candidates = leads[cell.text[index]]
      if candidates & LeadTable.blank != 0 {
        Gap.extend(&gap, index..<index + 1, rule: Self.spacing)
        index += 1
        continue
      }
      let (replacement, rule) = candidates == 0 ? (nil, 0) : Self.ask(candidates, cell, index)
      if let replacement, replacement.isGap {
        Gap.extend(&gap, index..<index + replacement.length, rule: rule)
        index += replacement.length
        continue
      }
      if let replacement, replacement.character == nil {
        if gap != nil {
          // The gap stays open behind what is removed.
          Gap.extend(&gap, index..<index + replacement.length, rule: rule)
        } else {
          edit(index..<index + replacement.length, nil, rule)
        }
        index += replacement.length
        continue
      }
      if let white = gap {
        gap = nil
        settle(white, cell, start, next: replacement?.character, at: index)
      }
      if let replacement {
        edit(
          index..<index + replacement.length, replacement.character, rule, replacement.further)
        index += replacement.length
      } else {
        let next = index + 1
        index = looksAtAll ? next : leads.next(in: cell.text, next..<cell.range.upperBound)
      }
    }
    if let gap { edit(gap.range, nil, gap.rule) }
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

  /// Drops the white space before the next characters, or leaves it where it stands.
  private mutating func settle(
    _ gap: Gap, _ cell: borrowing CellView, _ start: Int, next: Unicode.Scalar?, at index: Int
  ) {
    let range = gap.range
    let right =
      next.map { Spacing.neighbour($0) }
      ?? Spacing.neighbour(cell.text[index], cell.byte(index + 1), cell.byte(index + 2))
    var isPlain = true
    for place in range where cell.text[place] != 0x20 { isPlain = false }
    let before = max(copied, cell.range.lowerBound)..<range.lowerBound
    if cell.isLine, isPlain, range.count > 1, !before.isEmpty || output.count > start { return }
    let left =
      before.isEmpty
      ? Self.lastNeighbour(output.span, min(start, output.count)..<output.count)
      : Self.lastNeighbour(source.span, before)
    if Spacing.isMeaningless(between: left, and: right, in: cell, at: index) {
      edit(range, nil, gap.rule)
    } else if !isPlain || range.count > 1 {
      edit(range, " ", gap.rule)
    }
  }

  /// What kind of neighbour the last character of some bytes is.
  private static func lastNeighbour(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Spacing.Neighbour {
    guard !range.isEmpty else { return .nothing }
    var first = range.upperBound - 1
    while first > range.lowerBound, !text[first].isScalarStart { first -= 1 }
    return Spacing.neighbour(
      text[first], first + 1 < range.upperBound ? text[first + 1] : 0,
      first + 2 < range.upperBound ? text[first + 2] : 0)
  }

  private mutating func edit(
    _ range: Range<Int>, _ character: Unicode.Scalar?, _ rule: Int,
    _ further: [Unicode.Scalar] = []
  ) {
    copy(until: range.lowerBound)
    let start = output.count
    if let character { put(character) }
    for character in further { put(character) }
    copied = range.upperBound
    pending.append(
      SourceMap.Entry(
        text: Slice(start..<output.count), source: Slice(range), rule: UInt16(rule)))
  }

  /// Puts a character behind; byte by byte, which for so few takes less time than in one piece.
  private mutating func put(_ character: Unicode.Scalar) {
    for byte in character.utf8 { output.append(byte) }
  }
}
