internal import TieoutModel

/// Reads the letter and its slip out of the prose before the tables.
struct LetterReader {
  let reader: ValueReader
  var profile: Profile { _read { yield reader.profile } }

  init(_ reader: ValueReader) { self.reader = reader }

  func read(_ rows: Range<Int>, _ submission: inout Submission) {
    var draft = Draft()
    let start = unannouncedStart(in: rows)
    for place in linesOfLetter(in: rows) {
      if place == start { begin(&draft) }
      let row = reader.rows[place]
      let line = reader.document.slice(of: row)
      // A label alone (`附件:`) introduces what follows.
      if row.cellCount == 1, reader.cells[Int(row.firstCell)].label != .none {
        draft.labels.append(line)
        continue
      }
      for segment in segments(line) { take(segment, &draft) }
    }
    finish(&draft, &submission, rows)
  }

  /// What was read so far.
  private struct Draft {
    var part = 0
    var fields: [Field] = []
    /// Words around values: `签发人：`.
    var labels: [Slice] = []
    /// Lines that say again what a field says.
    var repeated: [Slice] = []
    var notes: [Record.Item] = []
    /// Lines that no rule took, waiting for the name of who wrote them.
    var remarks: [Slice] = []
    /// Lines that belong to the running text of a part, without a gap between them.
    var body = Slice.none
    var isBodyOpen = false
    func has(_ name: FieldName) -> Bool { fields.contains { $0.name == name } }
  }

  /// A line cut at wide gaps.
  func segments(_ line: Slice) -> [Slice] { line.parts(betweenWideBlanksIn: reader.text) }

  private func take(_ segment: Slice, _ draft: inout Draft) {
    let next = draft.part
    if next < profile.letter.partStarts.count,
      profile.letter.partStarts[next].contains(where: { ends(segment, $0) })
    {
      begin(&draft)
    }
    for rule in profile.letter.rules
    where rule.part == draft.part && !draft.has(rule.field) {
      guard let field = match(rule, segment) else { continue }
      if rule.field == profile.letter.date { sign(&draft) }
      draft.fields.append(field)
      draft.labels.append(segment)
      draft.isBodyOpen = false
      return
    }
    if draft.fields.contains(where: { reader.document.same($0.printed, segment) }) {
      // Who issued the letter signs it again at its end.
      draft.repeated.append(segment)
    } else if let note = signature(segment, &draft) {
      draft.notes.append(note)
    } else if let name = profile.letter.signer, draft.part == 0, !draft.has(name),
      isPerson(segment), profile.labels.label(segment, in: reader.text) == .none
    {
      flush(&draft)
      draft.fields.append(Field(name: name, printed: segment, value: .text(segment)))
    } else if remainder(draft.part) == nil || !body(segment, &draft) {
      draft.remarks.append(segment)
    }
  }

  /// Begins the next part.
  private func begin(_ draft: inout Draft) {
    flush(&draft)
    draft.part += 1
    draft.isBodyOpen = false
  }

  /// Takes the body above a letter's date for who issued it, where nothing has said so before.
  private func sign(_ draft: inout Draft) {
    guard !profile.letter.partStarts.isEmpty, let issuer = profile.letter.issuer,
      !draft.has(issuer), let line = draft.remarks.last, isBody(line)
    else { return }
    // It may stand above the number as well.
    let above = draft.remarks.first { reader.document.same($0, line) } ?? line
    draft.remarks.removeAll { reader.document.same($0, line) }
    if above != line { draft.repeated.append(line) }
    draft.fields.append(Field(name: issuer, printed: above, value: .text(above)))
  }

  private func remainder(_ part: Int) -> FieldName? {
    part < profile.letter.remainder.count ? profile.letter.remainder[part] : nil
  }

  /// Adds a line to the running text: sentences only, the first unbroken run of them.
  private func body(_ segment: Slice, _ draft: inout Draft) -> Bool {
    guard isSentence(segment), draft.body.isEmpty || draft.isBodyOpen else { return false }
    draft.body = draft.body.joined(with: segment)
    draft.isBodyOpen = true
    return true
  }

  // MARK: Rules

  func match(_ rule: LetterSpec.LineRule, _ segment: Slice) -> Field? {
    // A salutation or a heading has at most twenty Han characters.
    if rule.isShort, segment.count > 60 { return nil }
    let value: Slice
    switch rule.pattern {
    case .after(let words):
      guard let word = words.first(where: { starts(segment, $0) }) else { return nil }
      value = Slice(Int(segment.start) + word.utf8.count..<Int(segment.end))
    case .before(let words):
      guard let word = words.first(where: { ends(segment, $0) }) else { return nil }
      value = Slice(Int(segment.start)..<Int(segment.end) - word.utf8.count)
    case .ending(let words):
      guard words.contains(where: { ends(segment, $0) }) else { return nil }
      value = segment
    case .containing(let words):
      guard words.contains(where: { reader.document.contains($0, in: segment) }) else {
        return nil
      }
      value = segment
    case .whole: value = segment
    }
    let trimmed = reader.document.trimmed(value)
    guard !trimmed.isEmpty, fits(trimmed, rule) else { return nil }
    return reader.field(rule.field, trimmed, rule.type)
  }

  private func fits(_ slice: Slice, _ rule: LetterSpec.LineRule) -> Bool {
    let text = reader.text[slice.range]
    switch rule.type {
    case .date: return PartialDate.read(reader.text, slice)?.year ?? 0 > 0
    case .code:
      // 〔2024〕26号: a year in brackets and a running number.
      return slice.count <= 60 && text.suffix(3).elementsEqual("号".utf8)
        && ["〔", "[", "【", "（", "("].contains { reader.document.contains($0, in: slice) }
    case .phone: return text.contains { $0.isDigitASCII }
    default: return true
    }
  }

  // MARK: Remarks

  /// `甲 14/3`: a name with a day behind it, and the remark above it.
  private func signature(_ segment: Slice, _ draft: inout Draft) -> Record.Item? {
    guard let names = profile.letter.notes, segment.count <= 30 else { return nil }
    var start = Int(segment.end)
    while start > Int(segment.start),
      reader.text[start - 1].isDigitASCII || reader.text[start - 1] == 0x2F
    {
      start -= 1
    }
    let day = Slice(start..<Int(segment.end))
    guard !day.isEmpty, let date = PartialDate.read(reader.text, day), date.year == 0
    else { return nil }
    let person = reader.document.trimmed(Slice(Int(segment.start)..<start))
    guard !person.isEmpty, !isSentence(person) else { return nil }
    let text = draft.remarks.popLast()
    flush(&draft)
    var fields: [Field] = []
    if let text { fields.append(Field(name: names.text, printed: text, value: .text(text))) }
    fields.append(Field(name: names.person, printed: person, value: .text(person)))
    fields.append(Field(name: names.date, printed: day, value: .date(date)))
    return Record.Item(at: (text ?? .none).joined(with: segment), fields: fields)
  }

  /// Keeps remarks that nobody signed.
  private func flush(_ draft: inout Draft) {
    guard let names = profile.letter.notes else { return }
    for text in draft.remarks {
      draft.notes.append(
        Record.Item(
          at: text, fields: [Field(name: names.text, printed: text, value: .text(text))]))
    }
    draft.remarks = []
  }

  /// Whether a letter or a slip was read: two to four Han characters alone may be any word, unless who
  /// signed has put a day behind a name as well.
  private func isLetter(_ draft: Draft) -> Bool {
    draft.fields.contains { $0.name != profile.letter.signer }
      || !draft.fields.isEmpty && draft.notes.contains { $0.fields.count > 1 }
  }

  private func finish(
    _ draft: inout Draft, _ submission: inout Submission, _ rows: Range<Int>
  ) {
    flush(&draft)
    if let name = remainder(draft.part), !draft.body.isEmpty {
      draft.fields.append(Field(name: name, printed: draft.body, value: .text(draft.body)))
    }
    guard isLetter(draft) else { return }
    var letter = Record(
      id: "letter", kind: .letter, at: reader.document.slice(of: rows), fields: draft.fields)
    if let names = profile.letter.notes, !draft.notes.isEmpty {
      letter.groups.append(Record.Group(name: names.group, items: draft.notes))
    }
    for line in draft.repeated { submission.ledger.book(line, .boilerplate) }
    for label in draft.labels { submission.ledger.book(label, .label) }
    for field in draft.fields { submission.ledger.book(field.printed, .value) }
    for note in draft.notes {
      for field in note.fields { submission.ledger.book(field.printed, .value) }
    }
    submission.letter = letter
  }

  // MARK: Words

  private func starts(_ slice: Slice, _ word: String) -> Bool {
    // Most lines begin otherwise.
    guard let first = word.utf8.first, !slice.isEmpty else { return word.isEmpty }
    return reader.text[Int(slice.start)] == first
      && reader.text[slice.range].starts(with: word.utf8)
  }

  func ends(_ slice: Slice, _ word: String) -> Bool {
    guard let last = word.utf8.last, slice.count >= word.utf8.count else { return word.isEmpty }
    return reader.text[Int(slice.end) - 1] == last
      && reader.text[slice.range].suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  /// Two to four Han characters and nothing else.
  private func isPerson(_ slice: Slice) -> Bool {
    let text = reader.text[slice.range]
    return (6...12).contains(text.count) && text.count.isMultiple(of: 3)
      && stride(from: text.startIndex, to: text.endIndex, by: 3).allSatisfy {
        (0xE4...0xE9).contains(text[$0])
      }
  }

  func isSentence(_ slice: Slice) -> Bool {
    ["。", "，", "；", "、"].contains { reader.document.contains($0, in: slice) }
      || slice.count > 30 && reader.text[Int(slice.end) - 1] == 0x2E
  }
}
