internal import TieoutModel

/// A letter whose first line does not say so: `某局文件` stands above some, above others the name of who
/// issued it alone, or nothing.
extension LetterReader {
  /// The line with which the part of the letter begins that has its title, where no line announces that
  /// part; `nil` where one does, or where there is no letter.
  ///
  /// A title alone may be one of a list: a number, a date behind it, whom it addresses right below it, or
  /// a sentence that hands in papers make a letter. It begins with the first line of all, unless a slip stands above the title: then with
  /// the number above the title, and with the body above that.
  func unannouncedStart(in rows: Range<Int>) -> Int? {
    let letter = profile.letter
    guard let rule = letter.rules.first(where: { $0.field == letter.title }), rule.part == 1 else {
      return nil
    }
    let lines = rows.filter { reader.rows[$0].isLine }
    let announced = letter.partStarts[0]
    guard let title = title(among: lines, rule) ?? opening(of: lines, rule),
      !lines.contains(where: { line in announced.contains { ends(slice(line), $0) } })
    else { return nil }
    guard hasSlip(above: title, lines) else { return lines[0] }
    var start = title
    if start > 0, isField(letter.number, lines[start - 1]) { start -= 1 }
    if start > 0, isBody(slice(lines[start - 1])) { start -= 1 }
    return lines[start]
  }

  /// The place of the title among some lines.
  private func title(among lines: [Int], _ rule: LetterSpec.LineRule) -> Int? {
    let titles = lines.indices.filter { place in
      let line = slice(lines[place])
      return match(rule, line) != nil && reader.document.withoutEnumerator(line) == line
    }
    let addressed = titles.last { place in
      place + 1 < lines.count && endsInColon(slice(lines[place + 1]))
    }
    if let addressed { return addressed }
    return titles.first { place in
      lines[..<place].contains { isField(profile.letter.number, $0) }
        || lines[place...].contains { isField(profile.letter.date, $0) }
    }
  }

  /// The first line, where a letter has nothing but its title, or whom it addresses, or neither, right
  /// above a sentence that hands in what follows.
  private func opening(of lines: [Int], _ rule: LetterSpec.LineRule) -> Int? {
    guard let sentence = lines.firstIndex(where: { handsIn(slice($0)) }) else { return nil }
    let isHead = lines[..<sentence].allSatisfy {
      endsInColon(slice($0)) || match(rule, slice($0)) != nil
    }
    return isHead && sentence < 3 ? 0 : nil
  }

  /// Whether a line is a sentence that hands in papers: `现报送2025年度项目5个…`, `现将…报上`.
  private func handsIn(_ line: Slice) -> Bool {
    guard isSentence(line) else { return false }
    func holds(_ word: String) -> Bool { reader.document.contains(word, in: line) }
    return ["现报送", "现上报", "现呈报", "现报上"].contains { isClause($0, in: line) }
      || holds("现将") && ["报送", "上报", "呈报", "报上", "报来"].contains(where: holds)
  }

  /// Whether a word begins a clause of a line: `根据通知，现报送…`, but not `各单位现上报的项目`.
  private func isClause(_ word: String, in line: Slice) -> Bool {
    let text = reader.text
    guard let place = text.first(of: Array(word.utf8), in: line.range) else { return false }
    if place.lowerBound == Int(line.start) || text[place.lowerBound - 1] < 0x80 { return true }
    return ["，", "。", "；", "："].contains { mark in
      text[..<place.lowerBound].suffix(3).elementsEqual(mark.utf8)
    }
  }

  /// Whether a slip stands above a line: a line says so, or two of its fields are there.
  private func hasSlip(above place: Int, _ lines: [Int]) -> Bool {
    let slip = profile.letter.rules.filter { $0.part == 0 && $0.pattern != .whole }
    var fields: Set<FieldName> = []
    for line in lines[..<place] {
      guard let rule = slip.first(where: { match($0, slice(line)) != nil }) else { continue }
      if rule.field == slip[0].field { return true }
      fields.insert(rule.field)
    }
    return fields.count > 1
  }

  /// Whether a line is a value of a field of the letter's.
  func isField(_ name: FieldName?, _ line: Int) -> Bool {
    profile.letter.rules.contains {
      $0.field == name && $0.part == 1 && match($0, slice(line)) != nil
    }
  }

  private func endsInColon(_ line: Slice) -> Bool {
    !line.isEmpty && line.count <= 60 && (ends(line, "：") || ends(line, ":"))
  }

  /// Whether a line is nothing but the name of a body, as far as its end tells, and of no place.
  func isBody(_ line: Slice) -> Bool {
    guard (6...90).contains(line.count), !isSentence(line),
      (0xE4...0xE9).contains(reader.text[Int(line.end) - 3]), line.mayNameBody(in: reader.text)
    else { return false }
    return !["：", ":"].contains { reader.document.contains($0, in: line) }
      && !["县", "市", "镇", "乡", "级", "位"].contains { ends(line, $0) }
      && !line.hasDigit(in: reader.text)
  }

  func slice(_ line: Int) -> Slice { reader.document.slice(of: reader.rows[line]) }
}
