internal import TieoutModel

/// What is left of a table without its columns is no letter's, nor is its title.
extension LetterReader {
  /// The lines among some rows that may be a letter's.
  ///
  /// Behind a lost table they are who issued the letter and its date, unless it is dated before.
  func linesOfLetter(in rows: Range<Int>) -> [Int] {
    let all = rows.filter { reader.rows[$0].isLine }
    guard let head = all.firstIndex(where: headsTable) else { return all }
    var lines = Array(all[..<head])
    let isBegun = lines.contains {
      isField(profile.letter.number, $0) || isField(profile.letter.title, $0)
    }
    let isOpen = isBegun && !lines.dropLast().contains { isField(profile.letter.date, $0) }
    if let last = lines.last, !isOpen || !endsLetter(last) && !isSentence(slice(last)) {
      lines.removeLast()
    }
    let behind = all[head...]
    guard isOpen, !lines.contains(where: { isField(profile.letter.date, $0) }),
      let date = behind.first(where: { isField(profile.letter.date, $0) })
    else { return lines }
    return lines + behind.filter { $0 <= date && endsLetter($0) }
  }

  /// Whether a line is a date, or nothing but the name of a body.
  private func endsLetter(_ line: Int) -> Bool {
    isField(profile.letter.date, line) || isBody(slice(line))
  }

  /// Whether a line has the heads of a table's columns, parted by wide gaps: three of the summary's, or
  /// one at the beginning of four.
  private func headsTable(_ place: Int) -> Bool {
    let heads = segments(slice(place)).map { segment in
      let label = profile.labels.label(segment, in: reader.text)
      return profile.meanings.traits(label).contains(.summaryColumn)
    }
    return heads.count(where: \.self) > 2 || heads.count > 3 && heads[0]
  }
}
