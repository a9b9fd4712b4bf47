internal import TieoutModel

/// Finds `label：value` in lines of prose.
struct LineLabels {
  private struct Entry {
    var label: LabelID
    var word: [UInt8]
    /// Whether it is long enough to be meant wherever it stands before a colon.
    var isDistinctive: Bool
  }

  private var entries: [Entry] = []
  private var leads = Array(repeating: false, count: 256)

  init(_ profile: Profile) {
    let fields = profile.detail.fields.filter(\.isLine) + profile.summary.fields
    for label in fields.flatMap(\.labels) {
      let word = Array(profile.labels.word(label).utf8)
      guard !word.isEmpty, !entries.contains(where: { $0.label == label }) else { continue }
      // Four Han characters or as many bytes of another script.
      entries.append(Entry(label: label, word: word, isDistinctive: word.count >= 12))
      leads[Int(word[0])] = true
      if word.count > 3 { leads[Int(word[3])] = true }
    }
    entries.sort { $0.word.count > $1.word.count }
  }

  /// The cells of a line, cut at its labels, and the label whose first character was restored.
  func split(_ cell: Document.Cell, _ document: Document) -> ([Document.Cell], LabelID?) {
    let range = cell.text.range
    var marks: [(label: LabelID, word: Range<Int>, next: Int)] = []
    var restored: LabelID?
    var index = range.lowerBound
    while index < range.upperBound {
      guard leads[Int(document.text[index])] else {
        index += 1
        continue
      }
      let isStart = index == range.lowerBound
      if let (entry, end, next) = match(document.text, index, range, from: 0, isStart) {
        marks.append((entry.label, index..<end, next))
        index = next
      } else if isStart, let (entry, end, next) = match(document.text, index, range, from: 3, true)
      {
        marks.append((entry.label, index..<end, next))
        restored = entry.label
        index = next
      } else {
        index += 1
      }
    }
    guard !marks.isEmpty else { return ([cell], nil) }
    return (cells(marks, cell, document), restored)
  }

  private func cells(
    _ marks: [(label: LabelID, word: Range<Int>, next: Int)], _ cell: Document.Cell,
    _ document: Document
  ) -> [Document.Cell] {
    var cells: [Document.Cell] = []
    func append(_ range: Range<Int>, _ label: LabelID) {
      let slice = document.trimmed(Slice(range))
      guard !slice.isEmpty else { return }
      var part = Document.Cell(text: slice, column: UInt16(cells.count))
      part.label = label
      cells.append(part)
    }
    append(cell.text.range.lowerBound..<marks[0].word.lowerBound, .none)
    for (place, mark) in marks.enumerated() {
      append(mark.word, mark.label)
      let end = place + 1 < marks.count ? marks[place + 1].word.lowerBound : Int(cell.text.end)
      append(mark.next..<max(end, mark.next), .none)
    }
    return cells
  }

  /// The label at a place: its end, numeral and colon included, and where its value begins.
  private func match(
    _ text: [UInt8], _ index: Int, _ range: Range<Int>, from skipped: Int, _ isStart: Bool
  ) -> (Entry, end: Int, next: Int)? {
    for entry in entries where entry.word.count > max(skipped, 3) || skipped == 0 {
      let word = entry.word[skipped...]
      let end = index + word.count
      guard end <= range.upperBound, text[index..<end].elementsEqual(word) else { continue }
      var after = end
      while after < range.upperBound, text[after].isDigitASCII { after += 1 }
      while after < range.upperBound, text[after].isBlankASCII { after += 1 }
      let colon = colonLength(text, after, range.upperBound)
      guard colon > 0 || (isStart && after == range.upperBound && skipped == 0) else { continue }
      let hasBoundary = isStart || text[index - 1].isBlankASCII || entry.isDistinctive
      guard hasBoundary else { continue }
      return (entry, after + colon, after + colon)
    }
    return nil
  }

  private func colonLength(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    if text[index] == 0x3A { return 1 }
    let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
    return index + 3 <= end && text[index..<index + 3].elementsEqual(wide) ? 3 : 0
  }
}
