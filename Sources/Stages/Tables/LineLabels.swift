internal import TieoutModel

/// Finds `label：value` in lines of prose.
struct LineLabels {
  /// A label in a line.
  struct Mark {
    var label: LabelID
    /// The label's place, its numeral and colon included; its value begins behind it.
    var word: Range<Int>
    /// Whether the line lacks the label's first character.
    var isRestored = false
  }

  private struct Entry {
    var label: LabelID
    var word: [UInt8]
    /// Whether it is long enough to be meant wherever it stands before a colon.
    var isDistinctive: Bool
    /// Whether it is meant before a unit of money only.
    var needsUnit: Bool
  }

  /// The words, the longest first.
  private var entries: [Entry] = []
  /// How the words begin, and how they begin without their first three bytes.
  private let wholes: WordHeads
  private let rests: WordHeads
  /// The first characters of all words.
  private var leads = CharacterFilter()
  /// How a line may begin: the first character of a word may be lost there.
  private var starts = CharacterFilter()
  /// The units that captions name.
  private let units: UnitTable

  init(_ profile: Profile) {
    units = profile.units
    let fields = profile.detail.fields
    var labels = fields.indices.filter { fields[$0].isLine }.flatMap { fields[$0].labels }
    for field in profile.summary.fields.indices { labels += profile.summary.fields[field].labels }
    let first = labels.count
    labels += profile.captions
    var isKnown = [Bool](repeating: false, count: profile.labels.count + 1)
    for (place, label) in labels.enumerated() where !isKnown[Int(label.rawValue)] {
      isKnown[Int(label.rawValue)] = true
      let word = Array(profile.labels.word(label).utf8)
      guard !word.isEmpty else { continue }
      // Four Han characters or as many bytes of another script.
      entries.append(
        Entry(
          label: label, word: word, isDistinctive: word.count >= 12, needsUnit: place >= first))
      leads.insert(word, 0)
      if word[0].isLetterASCII { leads.insert([word[0] ^ 0x20], 0) }
    }
    entries.sort { $0.word.count > $1.word.count }
    wholes = WordHeads(entries.map(\.word), from: 0)
    rests = WordHeads(entries.map(\.word), from: 3)
    starts = leads
    for entry in entries where entry.word.count > 3 { starts.insert(entry.word, 3) }
  }

  /// Finds the labels of a line, in order; `marks` is a buffer that the caller keeps.
  func find(in line: Slice, _ text: [UInt8], _ marks: inout [Mark]) {
    marks.removeAll(keepingCapacity: true)
    let range = line.range
    guard !range.isEmpty else { return }
    var index = range.lowerBound
    if starts.mayHold(text, index), let mark = mark(text, index, range) {
      marks.append(mark)
      index = mark.word.upperBound
    } else {
      index += 1
    }
    // Without a colon only the whole line can be a label.
    guard mayHoldColon(range, text) else { return }
    while true {
      index = leads.next(in: text.span, index..<max(range.upperBound, index))
      guard index < range.upperBound else { return }
      if let mark = mark(text, index, range) {
        marks.append(mark)
        index = mark.word.upperBound
      } else {
        index += 1
      }
    }
  }

  /// Whether a cell begins with a label and a colon, and its value stands behind.
  func begins(_ cell: Slice, _ text: [UInt8]) -> Bool {
    let range = cell.range
    guard !range.isEmpty, mayHoldColon(range, text), starts.mayHold(text, range.lowerBound),
      let mark = mark(text, range.lowerBound, range)
    else { return false }
    return !mark.isRestored && mark.word.upperBound < range.upperBound
  }

  /// Puts the cells of a line that is cut at its labels into a buffer, which the caller keeps.
  func cut(
    _ line: Slice, at marks: [Mark], _ text: [UInt8], into cells: inout [Document.Cell]
  ) {
    cells.removeAll(keepingCapacity: true)
    func append(_ range: Range<Int>, _ label: LabelID) {
      let slice = Slice(range).trimmed(in: text)
      guard !slice.isEmpty else { return }
      var part = Document.Cell(text: slice, column: UInt16(cells.count))
      part.label = label
      cells.append(part)
    }
    // Brackets around a whole line are of its labels: `（单位：万元）`.
    let brackets = enclosing(line, marks[0], text)
    let start = brackets?.lowerBound ?? line.range.lowerBound
    append(start..<marks[0].word.lowerBound, .none)
    for (place, mark) in marks.enumerated() {
      let isFirst = place == 0 && brackets != nil
      append(
        (isFirst ? line.range.lowerBound : mark.word.lowerBound)..<mark.word.upperBound, mark.label)
      let last = brackets?.upperBound ?? Int(line.end)
      let end = place + 1 < marks.count ? marks[place + 1].word.lowerBound : last
      let value = mark.word.upperBound..<max(end, mark.word.upperBound)
      // Behind a gap, a label that nobody knows ends the value all the same.
      let cut = NextPair.gap(in: value, text)?.lowerBound ?? value.upperBound
      append(value.lowerBound..<cut, .none)
      append(cut..<value.upperBound, .none)
    }
    if let brackets { append(brackets.upperBound..<Int(line.end), marks[marks.count - 1].label) }
  }

  /// What stands in the brackets around a line that begins with a mark.
  private func enclosing(_ line: Slice, _ first: Mark, _ text: [UInt8]) -> Range<Int>? {
    for (open, close) in Self.brackets where open.stand(in: text, Int(line.start), Int(line.end)) {
      let start = Int(line.start) + open.count
      let end = Int(line.end) - close.count
      guard first.word.lowerBound == start, first.word.upperBound < end,
        close.stand(in: text, end, Int(line.end))
      else { continue }
      return start..<end
    }
    return nil
  }

  /// The label at a place; at the start of a line one whose first character is lost will do.
  private func mark(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Mark? {
    let isStart = index == range.lowerBound
    let end = range.upperBound
    if let mark = wholes.first(at: index, of: text, end, { match($0, text, index, range, from: 0) })
    {
      return mark
    }
    guard isStart,
      var mark = rests.first(at: index, of: text, end, { match($0, text, index, range, from: 3) })
    else { return nil }
    mark.isRestored = true
    return mark
  }

  private func match(
    _ place: Int, _ text: [UInt8], _ index: Int, _ range: Range<Int>, from skipped: Int
  ) -> Mark? {
    guard let end = end(entries[place].word, from: skipped, text, index, range.upperBound) else {
      return nil
    }
    let isStart = index == range.lowerBound
    let hasBoundary =
      isStart || text[index - 1].isBlankASCII || entries[place].isDistinctive
      || Self.brackets.contains {
        $0.0.stand(in: text, range.lowerBound, index)
          && range.lowerBound + $0.0.count == index
      }
    guard hasBoundary else { return nil }
    var after = end
    while after < range.upperBound, text[after].isDigitASCII { after += 1 }
    while after < range.upperBound, text[after].isBlankASCII { after += 1 }
    after = bracketsEnd(text, after, range.upperBound)
    let colon = colonLength(text, after, range.upperBound)
    guard colon > 0 || (isStart && after == range.upperBound && skipped == 0) else { return nil }
    if entries[place].needsUnit {
      let value = Slice(after + colon..<range.upperBound)
      guard skipped == 0, units.money(leading: value, in: text) != nil else { return nil }
    }
    return Mark(label: entries[place].label, word: index..<after + colon)
  }

  /// Where brackets that stand here end, as in `金额（万元）：`; where none do, here.
  private func bracketsEnd(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    for (open, close) in Self.brackets where open.stand(in: text, index, end) {
      let inside = index + open.count..<min(end, index + Self.longestNote)
      guard let found = text.first(of: close, in: inside) else { continue }
      var after = found.upperBound
      while after < end, text[after].isBlankASCII { after += 1 }
      if colonLength(text, after, end) > 0 { return after }
    }
    return index
  }

  /// The bytes of a unit or a note in brackets.
  private static let longestNote = 60
  private static let brackets = [("（", "）"), ("(", ")"), ("（", ")"), ("(", "）")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  /// Where a word, without its first bytes, ends that begins at a place; `nil` where it does not
  /// stand there.
  ///
  /// Papers print labels in capitals as they like, engines drop the blanks between words, and Han
  /// characters may stand apart, each as far from the next: `单 位`.
  private func end(
    _ word: [UInt8], from skipped: Int, _ text: [UInt8], _ index: Int, _ limit: Int
  ) -> Int? {
    var index = index
    var gap: Int?
    for place in skipped..<word.count {
      let other = word[place]
      guard index < limit else { return nil }
      if other >= 0xE0, place > skipped {
        let start = index
        while index < limit - 1, text[index].isBlankASCII { index += 1 }
        guard gap == nil || gap == index - start else { return nil }
        gap = index - start
      }
      let byte = text[index]
      if byte == other || byte ^ other == 0x20 && other.isLetterASCII {
        index += 1
      } else if other != 0x20 {
        return nil
      }
    }
    return index
  }

  /// Whether `:` or the last byte of `：` stands in a range.
  private func mayHoldColon(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    text.span.holds(0x3A, or: 0x9A, in: range)
  }

  private func colonLength(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    if text[index] == 0x3A { return 1 }
    // ：
    let isWide =
      index + 3 <= end && text[index] == 0xEF && text[index + 1] == 0xBC && text[index + 2] == 0x9A
    return isWide ? 3 : 0
  }
}

extension [UInt8] {
  /// Whether these bytes stand at a place of a text.
  fileprivate func stand(in text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index + count <= end && text[index..<index + count].elementsEqual(self)
  }
}
