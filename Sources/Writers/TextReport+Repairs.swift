internal import TieoutModel

extension ReportPage {
  /// All repairs: what stood where, what stands there now, why, and what else was weighed.
  mutating func repairs(_ submission: Submission, _ names: RecordNames) {
    let repairs = submission.repairs
    guard !repairs.isEmpty else { return }
    heading(word("修复", "Repairs") + " (\(repairs.count))")
    var first = 0
    while first < repairs.count {
      // Neighbours that differ in their cells alone are told about together.
      var end = first + 1
      while end < repairs.count, repairs[end].isLike(repairs[first]) { end += 1 }
      if first > 0 { gap() }
      repair(repairs[first..<end], submission, names)
      first = end
    }
  }

  private mutating func repair(
    _ repairs: ArraySlice<Repair>, _ submission: Submission, _ names: RecordNames
  ) {
    guard let repair = repairs.first else { return }
    let record = repair.record ?? word("汇总表", "summary")
    var pieces: [(String, Style)] = [
      ("\(repair.rule) ", .strong), (repair.state.word(language), repair.state.style),
      (" " + record, .strong),
    ]
    if let name = names[record] { pieces.append((" " + TextLayout.head(name, width / 2), .plain)) }
    if let score = repair.score {
      pieces.append((word("  得分 ", "  score ") + score, .faint))
    }
    let numbers = "r\(repairs.startIndex + 1)"
    let range = repairs.count > 1 ? "\(numbers)–r\(repairs.endIndex)" : numbers
    line(pieces + [("  " + range, .faint)])
    for repair in repairs { moves(repair, submission) }
    for reason in repair.evidence { text(reason.text(language), indent: 4, mark: "· ") }
    guard !repair.alternatives.isEmpty else { return }
    text(word("其他读法：", "also weighed:"), indent: 4, .faint)
    for reading in repair.alternatives {
      text(reading.text(language), indent: 6, mark: "· ", .faint)
    }
  }

  /// One line a cell: where it is printed, what stood there, what stands there now.
  private mutating func moves(_ repair: Repair, _ submission: Submission) {
    let blank = word("（空）", "(blank)")
    func shown(_ texts: [String], _ index: Int) -> String {
      guard index < texts.count else { return "" }
      return texts[index].isEmpty ? blank : Display.visible(texts[index])
    }
    let count = max(repair.before.count, repair.after.count)
    let margins = (0..<count).map { index in
      index < repair.cells.count && !repair.cells[index].isEmpty
        ? submission.margin(of: repair.cells[index]) : ""
    }
    let margin = margins.map { Display.width($0) }.max() ?? 0
    let room = (width - 4 - margin - 6) / 2
    let widest = (0..<count).map { Display.width(shown(repair.before, $0)) }.max() ?? 0
    let column = min(widest, room)
    for index in 0..<count {
      let before = TextLayout.wrapped(shown(repair.before, index), to: max(8, column))
      let after = TextLayout.wrapped(
        shown(repair.after, index), to: max(8, width - 10 - margin - column))
      for part in 0..<max(before.count, after.count) {
        let number = part == 0 ? margins[index] : ""
        let isSame = shown(repair.before, index) == shown(repair.after, index)
        line(
          (Self.spaces(4 + margin - Display.width(number)) + number + " │ ", .faint),
          (
            TextLayout.padded(part < before.count ? before[part] : "", to: column),
            isSame ? .faint : .plain
          ),
          (part == 0 ? " → " : "   ", .faint),
          (part < after.count ? after[part] : "", isSame ? .faint : .good))
      }
    }
  }
}

extension Repair {
  /// Whether both are the same but for their cells.
  fileprivate func isLike(_ other: Repair) -> Bool {
    rule == other.rule && state == other.state && record == other.record && score == other.score
      && evidence == other.evidence && alternatives == other.alternatives
  }
}
