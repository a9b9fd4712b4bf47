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

  /// One repair, or several that are alike but for their cells.
  mutating func repair(
    _ repairs: ArraySlice<Repair>, _ submission: Submission, _ names: RecordNames
  ) {
    guard let repair = repairs.first else { return }
    let record = repair.record ?? word("汇总表", "summary")
    put("\(repair.rule) ", .strong)
    put(repair.state.word(language), repair.state.style)
    put(" " + record, .strong)
    if let name = names[record] {
      put(" ")
      put(name, atMost: width / 2)
    }
    if let score = repair.score { put(word("  得分 ", "  score ") + score, .faint) }
    put("  r\(repairs.startIndex + 1)", .faint)
    if repairs.count > 1 { put("–r\(repairs.endIndex)", .faint) }
    end()
    for repair in repairs { moves(repair, submission) }
    for reason in repair.evidence { text(reason.text(language), indent: 4, mark: "· ") }
    // A correction's reason is the decision itself.
    if let decided = repair.decision.map({ submission.decisions[$0] }), decided.correction == nil {
      decision(decided)
      if decided.standing == .current, decided.ruling == .reject, repair.state.isApplied {
        text(
          word(
            "这类修复不能整体撤销；请逐项更正其中的值。",
            "Such a repair cannot be undone as a whole; correct its values."),
          indent: 4, mark: "→ ", .review)
      }
    }
    guard !repair.alternatives.isEmpty else { return }
    text(word("其他读法：", "also weighed:"), indent: 4, .faint)
    for reading in repair.alternatives {
      text(reading.text(language), indent: 6, mark: "· ", .faint)
    }
  }

  /// One line a cell: where it is printed, what stood there, what stands there now.
  private mutating func moves(_ repair: Repair, _ submission: Submission) {
    let (before, after) = (repair.before, repair.after)
    let count = max(before.count, after.count)
    let margins = (0..<count).map { index in
      index < repair.cells.count && !repair.cells[index].isEmpty
        ? submission.margin(of: repair.cells[index]) : ""
    }
    let margin = margins.map { Display.width($0) }.max() ?? 0
    let room = (width - 4 - margin - 6) / 2
    let column = min(before.map { shown($0).columns() }.max() ?? 0, room)
    for index in 0..<count {
      let old = index < before.count ? shown(before[index]) : ByteBuffer()
      let new = index < after.count ? shown(after[index]) : ByteBuffer()
      let oldLines = old.lines(to: max(8, column))
      let newLines = new.lines(to: max(8, width - 10 - margin - column))
      let isSame = old.array == new.array
      for part in 0..<max(oldLines.count, newLines.count) {
        let number = part == 0 ? margins[index] : ""
        pad(to: 4 + margin - Display.width(number))
        put(number + " │ ", .faint)
        if part < oldLines.count { put(old, oldLines[part], isSame ? .faint : .plain) }
        pad(to: 4 + margin + 3 + column)
        put(part == 0 ? " → " : "   ", .faint)
        if part < newLines.count { put(new, newLines[part], isSame ? .faint : .good) }
        end()
      }
    }
  }

  /// What a terminal may see of a cell's text; a word where the cell is blank.
  private func shown(_ text: String) -> ByteBuffer {
    var shown = ByteBuffer()
    shown.escaped(text.isEmpty ? word("（空）", "(blank)") : text, as: DisplayEscaping.self)
    return shown
  }
}

extension Repair {
  /// Whether both are the same but for their cells.
  fileprivate func isLike(_ other: Repair) -> Bool {
    rule == other.rule && state == other.state && record == other.record && score == other.score
      && evidence == other.evidence && alternatives == other.alternatives
      && decision == other.decision
  }
}
