internal import TieoutModel

/// Puts a moved column into words: what moved, why, and what else was weighed.
struct ColumnRepairReport {
  private let page: Int
  private let shift: ColumnShift
  private let reading: ColumnReading
  private let shifts: [ColumnShift]
  private let columns: [FieldName]

  /// Describes the chosen supposition among all that were weighed.
  init(
    _ page: Int, _ shift: ColumnShift, _ reading: ColumnReading, _ shifts: [ColumnShift],
    _ columns: [FieldName]
  ) {
    self.page = page
    self.shift = shift
    self.reading = reading
    self.shifts = shifts
    self.columns = columns
  }

  /// The repair, with every cell that it changes: what is printed there, and what belongs there.
  func repair(_ state: Repair.State, _ submission: borrowing Submission) -> Repair {
    let lines = submission.summary.pieces[page].lines
    let document = submission.document
    var repair = Repair(rule: "ST01", state: state, cells: [], before: [], after: [])
    let touched = Set(shift.moves.map(\.line) + shift.moves.compactMap(\.source)).sorted()
    var sources: [Int?] = Array(repeating: nil, count: lines.count)
    for (line, source) in shift.moves { sources[line] = source }
    for column in columns {
      for line in touched {
        let own = lines[line][column]
        let source = sources[line]
        // Past the run a line keeps its value, unless a line of the run took it.
        let moved = source.flatMap { lines[$0][column] }
        guard own != nil || moved != nil else { continue }
        repair.cells.append(own?.printed ?? Slice(start: lines[line].at.end, count: 0))
        repair.before.append(own.map { document.string($0.printed) } ?? "")
        repair.after.append(moved.map { document.string($0.printed) } ?? "")
      }
    }
    repair.evidence = evidence(submission)
    repair.alternatives = alternatives()
    repair.score = String(shift.score)
    return repair
  }

  private func evidence(_ submission: borrowing Submission) -> [Message] {
    let count = shift.matches.count
    let distance = abs(shift.offset)
    let (zh, en) = shift.offset > 0 ? ("下", "below") : ("上", "above")
    let named = columns.map { submission.columnWord($0) }.map { "“\($0)”" }
    let before = shift.vetoes.count
    let words = named.joined(separator: "、")
    var messages = [
      Message.worded(
        zh: "汇总表第 \(page + 1) 页的\(words)列印在所属行\(zh)方第 \(distance) 行：移回后 \(count) 行的金额"
          + "与各自明细表的合计一致，只在原位一致的 \(before) 行",
        en: "on page \(page + 1) of the summary, \(words) stand \(distance) line(s) \(en) their "
          + "rows: moved back, \(count) amounts agree with their forms; only as printed, \(before)")
    ]
    if shift.blanks > 0 || !shift.overflow.isEmpty {
      messages.append(
        Message.worded(
          zh: "一端空缺 \(shift.blanks) 格，另一端有 \(shift.overflow.count) 个金额不属于任何一行",
          en:
            "\(shift.blanks) cell(s) are blank at one end, \(shift.overflow.count) amount(s) stand "
            + "on lines without a row at the other"))
    }
    if let total = shift.total, let value = movedText(to: total.line, submission) {
      messages.append(
        total.agrees
          ? Message.worded(
            zh: "数据行所印的 \(value) 等于各行之和，属于合计行（ST02）",
            en: "\(value), printed in a data row, is the sum of the others and the total's "
              + "(ST02)")
          : Message.worded(
            zh: "移到合计行的 \(value) 与各行之和不符",
            en: "\(value), moved to the total's row, is not the sum of the others"))
    }
    for line in shift.misses {
      guard case .row(let row) = reading.lines[line].owner,
        let detail = submission.detail(ofRow: row),
        let value = movedText(to: line, submission),
        let form = submission.details[detail][submission.profile.detail.total]
      else { continue }
      let (left, right) = (submission.summary.rows[row].id, submission.details[detail].id)
      let total = submission.document.string(form.printed)
      messages.append(
        Message.worded(
          zh: "\(left) 移回后为 \(value)，与 \(right) 的 \(total) 仍不一致",
          en: "\(left) becomes \(value), which still disagrees with \(total) in \(right)"))
    }
    return messages
  }

  private func movedText(to line: Int, _ submission: borrowing Submission) -> String? {
    guard let source = shift.moves.first(where: { $0.line == line })?.source,
      let field = submission.summary.pieces[page].lines[source][submission.profile.summary.amount]
    else { return nil }
    return submission.document.string(field.printed)
  }

  /// How many rows agree as they are printed, and under each other offset.
  private func alternatives() -> [Message] {
    let right = reading.lines.count { !$0.isTotal && !$0.isSubtotal && $0.isRight }
    var rows = 0
    var linked = 0
    for line in reading.lines {
      guard case .row = line.owner else { continue }
      rows += 1
      if line.expected != nil { linked += 1 }
    }
    let rest = rows - linked
    var messages = [
      Message.worded(
        zh: "不移动：\(linked) 行中 \(right) 行一致"
          + (rest > 0 ? "（另 \(rest) 行在比较金额之前尚未确定明细表，或明细表无合计）" : ""),
        en: "left alone: \(right) of \(linked) rows agree"
          + (rest > 0
            ? " (\(rest) more had no sure form before amounts were compared, or its form no total)"
            : ""))
    ]
    for distance in 1...ColumnRepair.farthest {
      for offset in [distance, -distance] where offset != shift.offset {
        let best = shifts.filter { $0.offset == offset }.map(\.matches.count).max() ?? 0
        messages.append(
          offset > 0
            ? Message.worded(
              zh: "下移 \(distance) 行之说：\(best) 行一致",
              en: "printed \(distance) line(s) too low: \(best) rows agree")
            : Message.worded(
              zh: "上移 \(distance) 行之说：\(best) 行一致",
              en: "printed \(distance) line(s) too high: \(best) rows agree"))
      }
    }
    return messages
  }
}

extension Submission {
  /// The printed word for a column of the summary, as the profile's first label for it.
  func columnWord(_ name: FieldName) -> String {
    let column = profile.summary.columns.first { $0.name == name }
    return column?.labels.first.map { profile.labels.word($0) } ?? profile.name(name)
  }
}
