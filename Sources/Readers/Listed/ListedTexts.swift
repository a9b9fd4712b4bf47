internal import TieoutModel

/// Reads the texts of a listed paper, with their labels.
enum ListedTexts {
  /// Within how many lines the two parts of a label stand: as many as a head has cells.
  private static let reach = 10
  /// The most bytes of a part of a label.
  private static let longestPart = 36

  /// How many texts between blanks a label has at the most.
  private static let mostWords = 6
  /// More words than that in a line are no row of a table.
  private static let mostTexts = 64

  /// Reads each line as one text, or, of a paper that has its rows in lines, what stands between blanks.
  ///
  /// Numbers of pages stand among the rows of a table and are none of it: they are the `margins`.
  static func read(
    _ document: borrowing Document, _ profile: Profile, isInRows: Bool
  ) -> (texts: [ListedText], margins: [ListedText]) {
    let titles = TitleEndings(profile)
    let counted = ListedMargins(document)
    var margins: [ListedText] = []
    var texts: [ListedText] = []
    for (line, row) in document.rows.enumerated() {
      let slice = row.cells.reduce(Slice.none) { $0.joined(with: document.cells[$1].text) }
      guard !slice.isEmpty else { continue }
      let whole = ListedText(
        parts: [slice], label: label(slice, document.text, profile), page: row.page, line: line)
      if counted.holds(line, document) {
        margins.append(whole)
      } else if isInRows, whole.label == .none, titles.kind(slice, document.text) == nil {
        texts += cut(whole, document.text, profile)
      } else {
        texts.append(whole)
      }
    }
    return (joined(texts, document.text, profile), margins)
  }

  /// Cuts a line at its blanks, but for those in labels; prose stays whole, and what stands behind a
  /// label if it is prose.
  private static func cut(
    _ line: ListedText, _ text: [UInt8], _ profile: Profile
  ) -> [ListedText] {
    let slice = line.parts[0]
    let words = text.words(in: slice)
    guard words.count <= mostTexts else { return [line] }
    var texts = self.words(words, of: line, text, profile)
    guard texts.count > 1, !text.endsInColon(texts[0].parts[0]) else { return [line] }
    // A head may hold any signs.
    if texts.count(where: { $0.label != .none }) * 2 > texts.count { return texts }
    if isNumbered(texts, text) { return texts }
    if texts[0].label == .none {
      let isProse = marks.contains { text.first(of: $0, in: slice.range) != nil }
      if isProse || text.colon(in: slice.range) != nil
        || text[slice.range.upperBound - 1] == 0x2E
      {
        return [line]
      }
    } else {
      let rest = Slice(Int(texts[1].parts[0].start)..<slice.range.upperBound)
      if marks.contains(where: { text.first(of: $0, in: rest.range) != nil }) {
        var prose = line
        prose.parts = [rest]
        return [texts[0], prose]
      }
    }
    forgetWords(&texts, text)
    return texts
  }

  /// The parts of a line between blanks, those that spell a label together as one.
  ///
  /// Labels side by side are no label, be there one of that name: `项目 承担单位`. Latin ones are, since
  /// blanks part their words.
  private static func words(
    _ words: [Slice], of line: ListedText, _ text: [UInt8], _ profile: Profile
  ) -> [ListedText] {
    let own = words.map { label($0, text, profile) }
    var texts: [ListedText] = []
    var place = 0
    while place < words.count {
      var next = line
      next.label = own[place]
      var end = place + 1
      for last in (place + 2)..<max(min(place + mostWords, words.count) + 1, place + 2)
      where own[place..<last].contains(.none) || text[Int(words[place].start)].isLetterASCII {
        let label = label(
          Slice(Int(words[place].start)..<Int(words[last - 1].end)), text, profile)
        if label != .none { (next.label, end) = (label, last) }
      }
      next.parts = [Slice(Int(words[place].start)..<Int(words[end - 1].end))]
      texts.append(next)
      place = end
    }
    return texts
  }

  /// Whether a line begins with a number and has another one between blanks, as rows of tables do.
  private static func isNumbered(_ texts: [ListedText], _ text: [UInt8]) -> Bool {
    ListedNumbers.number(texts[0], text) != nil
      && texts.dropFirst(2).contains { ListedFit.isFigure(text, $0.parts[0]) }
  }

  /// Words of a Latin sentence are no labels, although some would be: where labels are not the most of a
  /// line, only the first one is if a name or nothing but numbers stand behind it, and a further one
  /// before nothing but numbers: `Contact Jane Porter Telephone 01632 960123`.
  private static func forgetWords(_ texts: inout [ListedText], _ text: [UInt8]) {
    let labelled = texts.count { $0.label != .none }
    guard labelled > 0, labelled * 2 <= texts.count else { return }
    for place in texts.indices where text[Int(texts[place].parts[0].start)].isLetterASCII {
      let rest = texts[(place + 1)...]
      let hasFigures = rest.allSatisfy { ListedFit.isFigure(text, $0.parts[0]) }
      let isField = place == 0 ? hasFigures || isName(rest, text) : hasFigures && !rest.isEmpty
      if !isField || texts[0].label == .none { texts[place].label = .none }
    }
  }

  /// Whether what stands behind a Latin label is no sentence that begins with it: `Applicant Kirk Hall`,
  /// but not `Applicants from Kirk …`.
  private static func isName(_ rest: ArraySlice<ListedText>, _ text: [UInt8]) -> Bool {
    guard let first = rest.first else { return false }
    return !(0x61...0x7A).contains(text[Int(first.parts[0].start)])
  }

  private static let marks = ["。", "，", "；", ". "].map { Array($0.utf8) }

  /// The label that a line is, be it behind a word that makes it a part of what stands above.
  private static func label(_ slice: Slice, _ text: [UInt8], _ profile: Profile) -> LabelID {
    let label = profile.labels.label(slice, in: text)
    guard label == .none else { return label }
    if let rest = profile.meanings.partWords.rest(of: slice, in: text) {
      return profile.labels.label(rest, in: text)
    }
    return wordWithoutSign(slice, text, profile)
  }

  /// The word of a closed list that a line is but for its last character, a piece of a stamp.
  private static func wordWithoutSign(
    _ slice: Slice, _ text: [UInt8], _ profile: Profile
  ) -> LabelID {
    guard slice.count > 9, slice.count <= longestPart,
      let last = slice.range.last(where: { text[$0].isScalarStart })
    else { return .none }
    let label = profile.labels.label(Slice(slice.range.lowerBound..<last), in: text)
    return profile.meanings.traits(label) == .term ? label : .none
  }

  /// Joins two lines that spell one label together, of which the first is none.
  private static func joined(
    _ lines: [ListedText], _ text: [UInt8], _ profile: Profile
  ) -> [ListedText] {
    var result = lines
    var gone: Set<Int> = []
    for first in lines.indices.dropLast() where !gone.contains(first) {
      guard let label = wrapped(lines[first], lines[first + 1], text, profile) else { continue }
      result[first].parts += lines[first + 1].parts
      result[first].label = label
      gone.formUnion([first, first + 1])
    }
    let wrapped = gone.filter { !result[$0].parts.dropFirst().isEmpty }
    for first in lines.indices
    where lines[first].label == .none && mayBePart(lines[first], text) && !gone.contains(first) {
      let end = min(first + reach, lines.count)
      for second in (first + 1)..<max(end, first + 1)
      where mayBePart(lines[second], text) && !gone.contains(second) {
        let whole = Array(text[lines[first].parts[0].range]) + text[lines[second].parts[0].range]
        let label = profile.labels.label(Slice(0..<whole.count), in: whole)
        let isWord = profile.meanings.traits(label).contains(.term)
        guard isWord || lines[second].label == .none && isOfTable(label, profile) else { continue }
        result[first].parts += lines[second].parts
        result[first].label = label
        result[first].isSplit = second > first + 1
        gone.insert(second)
        break
      }
    }
    gone.subtract(wrapped)
    return result.indices.filter { !gone.contains($0) }.map { result[$0] }
  }

  /// The label that two lines spell one below the other, of which one or both are labels themselves:
  /// `项目` above `名称`, `实施` above `单位`, `金额` above `（万元）`.
  ///
  /// Neither may mean another column: `项目` above `资金` are two heads.
  private static func wrapped(
    _ first: ListedText, _ second: ListedText, _ text: [UInt8], _ profile: Profile
  ) -> LabelID? {
    let meanings = profile.meanings
    guard first.line != second.line, first.label != .none || second.label != .none,
      mayBePart(first, text), mayBePart(second, text)
    else { return nil }
    let whole = Array(text[first.parts[0].range]) + text[second.parts[0].range]
    let label = profile.labels.label(Slice(0..<whole.count), in: whole)
    guard let column = meanings.summaryColumn(label) else { return nil }
    let isOther = [first, second].contains { part in
      meanings.summaryColumn(part.label).map { $0 != column } ?? false
    }
    return isOther ? nil : label
  }

  private static func mayBePart(_ line: ListedText, _ text: [UInt8]) -> Bool {
    line.parts[0].count <= longestPart && !ListedFit.isFigure(text, line.parts[0])
  }

  /// Whether a label heads a column.
  private static func isOfTable(_ label: LabelID, _ profile: Profile) -> Bool {
    guard label != .none else { return false }
    return !profile.meanings.traits(label).isDisjoint(with: [.summaryColumn, .groupColumn])
  }
}

extension [UInt8] {
  /// Whether a text ends with a colon, wide or narrow.
  fileprivate func endsInColon(_ slice: Slice) -> Bool {
    let text = self[slice.range]
    return text.last == 0x3A || text.suffix(3).elementsEqual("：".utf8)
  }

  /// What stands between blanks and bars.
  func words(in slice: Slice) -> [Slice] {
    var words: [Slice] = []
    var start: Int?
    for index in slice.range {
      // A bar is a rule of the table.
      if self[index].isBlankASCII || self[index] == 0x7C {
        if let first = start { words.append(Slice(first..<index)) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { words.append(Slice(first..<slice.range.upperBound)) }
    return words
  }
}
