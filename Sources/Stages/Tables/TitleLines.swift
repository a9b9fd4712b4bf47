internal import TieoutModel

/// Tells titles of the summary and of forms by how they end; a year in brackets may stand behind.
struct TitleLines {
  private let endings: [(bytes: [UInt8], kind: Document.Region.Kind)]
  /// A title is a line, not a sentence: at most 60 Han characters.
  private let longest = 180

  init(_ profile: Profile) {
    endings =
      profile.summary.titleEndings.map { (Array($0.utf8), .summary) }
      + profile.detail.titleEndings.map { (Array($0.utf8), .form) }
  }

  /// What a line is the title of; `nil` where it is none.
  func kind(_ row: Document.Row, _ document: Document) -> Document.Region.Kind? {
    guard row.cellCount == 1 else { return nil }
    let cell = document.cells[Int(row.firstCell)]
    guard cell.label == .none, cell.text.count <= longest else { return nil }
    let line = Self.withoutYear(cell.text, document.text)
    guard mayEnd(line, document.text) else { return nil }
    let printed = document.text[line.range]
    let text =
      printed.contains(where: \.isBlankASCII)
      ? ArraySlice(printed.filter { !$0.isBlankASCII }) : printed
    for ending in endings where text.count >= ending.bytes.count {
      if text.suffix(ending.bytes.count).elementsEqual(ending.bytes),
        !isSentence(text.dropLast(ending.bytes.count))
      {
        return ending.kind
      }
    }
    return nil
  }

  /// A line without the year in brackets at its end: `绩效目标表（2024年度）`.
  private static func withoutYear(_ line: Slice, _ text: [UInt8]) -> Slice {
    for (open, close) in brackets where text[line.range].suffix(close.count).elementsEqual(close) {
      let end = Int(line.end) - close.count
      guard let start = text[Int(line.start)..<end].lastIndex(of: open[0]), start > line.start,
        text[start..<end].starts(with: open),
        Slice(start + open.count..<end).trimmed(in: text).isYear(in: text)
      else { continue }
      return Slice(Int(line.start)..<start).trimmed(in: text)
    }
    return line
  }

  private static let brackets = [("（", "）"), ("(", ")")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  /// Whether a title may end as a line does: most end with another byte.
  private func mayEnd(_ line: Slice, _ text: [UInt8]) -> Bool {
    guard let last = line.range.last(where: { !text[$0].isBlankASCII }) else { return false }
    return endings.contains { $0.bytes.last == text[last] }
  }

  /// Whether what stands before a title's ending has the punctuation of a sentence: a full stop, a
  /// comma, a colon; but for one colon right before the ending: `Grants 2025/26: Summary of bids`.
  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { place in
      text[place] == 0x3A && place + 1 < text.endIndex
        || Self.leads.contains(text[place])
          && Self.signs.contains { text[place...].starts(with: $0) }
    }
  }

  /// The bytes with which the signs begin; Han characters begin with others.
  private static let leads: [UInt8] = [0xE3, 0xEF]
  private static let signs: [[UInt8]] = ["。", "，", "：", "；"].map { Array($0.utf8) }
}
