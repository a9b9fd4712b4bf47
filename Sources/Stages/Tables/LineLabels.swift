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

  private struct Entry: BitwiseCopyable {
    var label: LabelID
    /// The place of its word in `words`.
    var word: Slice
    /// Whether it is long enough to be meant wherever it stands before a colon.
    var isDistinctive: Bool
    /// Whether it is meant before a unit of money only.
    var needsUnit: Bool
    /// Whether a number goes on with it, which may have parts: `附件2-1`, `Annex 3`.
    var isNumbered: Bool
  }

  /// How words begin, all of them without as many bytes.
  private struct Beginnings {
    let skipped: Int
    let words: WordHeads
    /// How each of them begins, as `head` has it, in the order of `words`.
    let heads: [UInt64]

    init(_ list: [[UInt8]], without skipped: Int) {
      self.skipped = skipped
      words = WordHeads(list, from: skipped)
      heads = words.words.map { LineLabels.head(list[$0], from: skipped) }
    }
  }

  /// The words, the longest first.
  private let entries: [Entry]
  /// The letters of all words, one word after the other.
  private let words: [UInt8]
  /// How the words begin, and how they begin without their first three bytes.
  private let wholes: Beginnings
  private let rests: Beginnings
  /// The first characters of all words.
  private var leads = CharacterFilter()
  /// How a line may begin: the first character of a word may be lost there.
  private(set) var starts = CharacterFilter()
  /// The units that captions name.
  private let units: UnitTable
  /// The labels of a form's fields.
  let ofForms: Set<LabelID>

  init(_ profile: Profile) {
    units = profile.units
    let fields = profile.detail.fields
    let attachment = profile.detail.attachment
    let numbered = fields.first { $0.name == attachment }?.labels ?? []
    var labels = fields.indices.filter { fields[$0].isLine }.flatMap { fields[$0].labels }
    ofForms = Set(labels)
    for field in profile.summary.fields.indices { labels += profile.summary.fields[field].labels }
    let first = labels.count
    labels += profile.captions
    var found: [(label: LabelID, word: [UInt8], needsUnit: Bool)] = []
    var isKnown = [Bool](repeating: false, count: profile.labels.count + 1)
    for (place, label) in labels.enumerated() where !isKnown[Int(label.rawValue)] {
      isKnown[Int(label.rawValue)] = true
      let word = Array(profile.labels.withoutUnit(label).utf8)
      guard !word.isEmpty else { continue }
      found.append((label, word, needsUnit: place >= first))
      leads.insert(word, 0)
      if word[0].isLetterASCII { leads.insert([word[0] ^ 0x20], 0) }
    }
    found.sort { $0.word.count > $1.word.count }
    var words: [UInt8] = []
    var entries: [Entry] = []
    for (label, word, needsUnit) in found {
      words += word
      // Four Han characters or as many bytes of another script.
      entries.append(
        Entry(
          label: label, word: Slice(words.count - word.count..<words.count),
          isDistinctive: word.count >= 12, needsUnit: needsUnit,
          isNumbered: numbered.contains(label)))
    }
    self.words = words
    self.entries = entries
    wholes = Beginnings(found.map(\.word), without: 0)
    // Of other scripts three letters would be lost.
    let han = found.map { $0.word[0].beginsHan ? $0.word : [] }
    rests = Beginnings(han, without: 3)
    starts = leads
    for word in han where word.count > 3 { starts.insert(word, 3) }
  }

  /// The first eight bytes of a word, without some, that begins with three Han characters; 0 for any
  /// other.
  private static func head(_ word: [UInt8], from skipped: Int) -> UInt64 {
    guard word.count >= skipped + 9, word[skipped].beginsHan, word[skipped + 3].beginsHan,
      word[skipped + 6].beginsHan
    else { return 0 }
    return word.span.word(at: skipped).bits
  }

  /// The eight bytes at a place of a text; 0 where a blank is among them, or fewer are left.
  private static func head(of text: [UInt8], at index: Int) -> UInt64 {
    guard index + 8 <= text.count else { return 0 }
    let word = text.span.word(at: index)
    return word.controls | word.places(of: 0x20) == 0 ? word.bits : 0
  }

  /// Finds the labels of a line, in order; `marks` is a buffer that the caller keeps.
  func find(in line: Slice, _ text: [UInt8], _ marks: inout [Mark]) {
    marks.removeAll(keepingCapacity: true)
    let range = line.range
    guard !range.isEmpty else { return }
    var index = range.lowerBound
    let first = starts.mayHold(text, index) ? mark(text, index, range) : nil
    if let mark = first ?? numbered(line, text) { marks.append(mark) }
    index = marks.last?.word.upperBound ?? index + 1
    // Without a colon behind it only the whole line can be a label.
    let end = lastColon(range, text)
    while index < end {
      index = leads.next(in: text.span, index..<end)
      guard index < end else { return }
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
    guard !range.isEmpty, starts.mayHold(text, range.lowerBound), mayHoldColon(range, text),
      let mark = mark(text, range.lowerBound, range)
    else { return false }
    return !mark.isRestored && mark.word.upperBound < range.upperBound
  }

  /// The label at a place; at the start of a line one whose first character is lost will do.
  func mark(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Mark? {
    let head = Self.head(of: text, at: index)
    if let mark = first(of: wholes, text, index, head, range) { return mark }
    guard index == range.lowerBound, var mark = first(of: rests, text, index, head, range) else {
      return nil
    }
    mark.isRestored = true
    return mark
  }

  /// The first of the words that stand at a place, as far as they are not left out at the beginning.
  private func first(
    of beginnings: Beginnings, _ text: [UInt8], _ index: Int, _ head: UInt64, _ range: Range<Int>
  ) -> Mark? {
    for place in beginnings.words.places(at: index, of: text, range.upperBound) {
      let known = beginnings.heads[place]
      // Where no blank stands between the characters nearly all other words differ at once.
      guard known == head || known == 0 || head == 0 else { continue }
      let entry = entries[beginnings.words.words[place]]
      let passed = known == head && head != 0 ? 8 : 0
      if let mark = match(entry, text, index, passed, range, from: beginnings.skipped) {
        return mark
      }
    }
    return nil
  }

  /// - Parameter passed: how many bytes are known to be the same, without a blank between characters.
  private func match(
    _ entry: Entry, _ text: [UInt8], _ index: Int, _ passed: Int, _ range: Range<Int>,
    from skipped: Int
  ) -> Mark? {
    guard entry.isDistinctive || hasBoundary(text, index, range),
      let end = end(entry.word, from: skipped, passed, text, index, range.upperBound)
    else { return nil }
    var after = Self.numeralEnd(text, end, range.upperBound, isNumbered: entry.isNumbered)
    let isNumbered = entry.isNumbered && after > end
    while after < range.upperBound, text[after].isBlankASCII { after += 1 }
    after = bracketsEnd(text, after, range.upperBound)
    let colon = colonLength(text, after, range.upperBound)
    let isWhole = index == range.lowerBound && after == range.upperBound && skipped == 0
    guard colon > 0 || isWhole else { return nil }
    // With words behind its number it is a title or prose: `Annex 1: Schedule of bids`.
    if isNumbered, index > range.lowerBound || after + colon < range.upperBound { return nil }
    if entry.needsUnit {
      let value = Slice(after + colon..<range.upperBound)
      guard skipped == 0, units.money(leading: value, in: text) != nil else { return nil }
    }
    return Mark(label: entry.label, word: index..<after + colon)
  }

  /// Whether a word that begins at a place of a line is no end of another one.
  private func hasBoundary(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    if index == range.lowerBound || text[index - 1].isBlankASCII { return true }
    let before = range.lowerBound..<index
    return before.count <= 3
      && Self.brackets.contains { $0.0.elementsEqual(text[before]) }
  }

  /// Where brackets that stand here end, as in `金额（万元）：`; where none do, here.
  private func bracketsEnd(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard Self.mayOpen(text, index, end) else { return index }
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
  /// Whether a bracket may open at a place: mostly a colon stands there.
  static func mayOpen(_ text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    if text[index] == 0x28 { return true }
    return text[index] == 0xEF && index + 2 < end && text[index + 2] == 0x88
  }

  static let brackets = [("（", "）"), ("(", ")"), ("（", ")"), ("(", "）")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  /// Where a word, without its first bytes, ends that begins at a place; `nil` where it does not
  /// stand there.
  ///
  /// Papers print labels in capitals as they like, engines drop the blanks between words, and Han
  /// characters may stand apart, each as far from the next: `单 位`.
  private func end(
    _ word: Slice, from skipped: Int, _ passed: Int, _ text: [UInt8], _ index: Int, _ limit: Int
  ) -> Int? {
    let (words, text) = (words.span, text.span)
    let first = Int(word.start) + skipped
    var index = index + passed
    var gap = passed > 0 ? 0 : nil as Int?
    for place in first + passed..<Int(word.end) {
      let other = words[place]
      guard index < limit else { return nil }
      if other >= 0xE0, place > first {
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

  /// Where the last byte of a colon may stand in a range; its beginning where none does.
  private func lastColon(_ range: Range<Int>, _ text: [UInt8]) -> Int {
    let text = text.span
    var end = range.upperBound
    while end > range.lowerBound {
      let start = max(end - 8, range.lowerBound)
      let word = text.word(start..<end)
      let places = word.places(of: 0x3A) | word.places(of: 0x9A)
      if places != 0 { return start + 7 - places.leadingZeroBitCount / 8 }
      end = start
    }
    return end
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
  func stand(in text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index + count <= end && text[index..<index + count].elementsEqual(self)
  }
}
