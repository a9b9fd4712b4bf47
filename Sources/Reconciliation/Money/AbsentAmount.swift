import TieoutModel

/// A sure pair of which one side states no amount, or both.
struct AbsentAmount {
  /// One side of the pair.
  private struct Side {
    let record: Record
    let name: FieldName
    /// The amount, where it can be read.
    let place: MoneyPlace?
    /// What is printed instead.
    var token: Field? { place == nil ? record[name] : nil }
  }

  private let row: Side
  private let form: Side
  private let submission: Submission

  /// Looks at a pair; `nil` where it is unsure, or where this kind of paper has no such amounts.
  init?(_ link: Link, _ paper: Workpaper) {
    let submission = paper.submission
    guard !link.isUnsure, let amount = submission.profile.summary.amount,
      let total = submission.profile.detail.total
    else { return nil }
    self.submission = submission
    row = Side(
      record: submission.summary.rows[link.row], name: amount, place: paper.amounts[link.row])
    form = Side(
      record: submission.details[link.detail], name: total, place: paper.totals[link.detail])
  }

  /// Whether both sides state that there is no amount: they agree.
  var isStatedByBoth: Bool {
    [row, form].allSatisfy { side in
      side.token.map { submission.isStatedAbsence($0.printed) } ?? false
    }
  }

  /// The finding of a check: what is missing, and what the other side states.
  func finding(_ check: String) -> Finding {
    let absent = [row, form].filter { $0.place == nil }
    let first = absent.first ?? row
    let words = Message.joined(absent.map(words), zh: "，", en: ", and ")
    let stated = [row, form].compactMap(\.place)
    var sentence = Sentence()
    sentence.add(words.opening)
    for place in stated {
      sentence.say("；", "; ")
      submission.add(place, to: &sentence)
    }
    sentence.say("。两处无法比较，请核对原件。", ". They cannot be compared; the paper settles it.")
    var finding = Finding(
      check: check, severity: .review, verdict: .open,
      subject: Subject(record: first.record.id, field: submission.path(first.name)),
      records: first.record.id == row.record.id
        ? [row.record.id, form.record.id] : [form.record.id, row.record.id],
      message: sentence.message,
      values: absent.compactMap { side in
        side.token.map { submission.evidence("token", $0, record: side.record) }
      } + stated.map { submission.evidence($0) })
    // The sums that lack the amount; the reconciler puts their findings' names here.
    if row.place == nil { finding.related.append("FT01") }
    if form.place == nil { finding.related.append("FT02") }
    return finding
  }

  /// What is missing on a side.
  private func words(_ side: Side) -> Message {
    let name = submission.name(side.record.id)
    let isRow = side.record.id == row.record.id
    let what = isRow ? Message(zh: "金额", en: "amount") : Message(zh: "合计", en: "total")
    guard let token = side.token else {
      return .worded(
        zh: "\(name.zh)未填\(what.zh)", en: "the \(what.en) of \(name.en) is blank")
    }
    let printed = submission.document.string(token.printed)
    let at = submission.at(token.printed)
    if submission.isStatedAbsence(token.printed) {
      return .worded(
        zh: "\(name.zh)\(what.zh)填为“\(printed)”\(at.zh)，即无金额",
        en: "the \(what.en) of \(name.en), “\(printed)”\(at.en), states none")
    }
    return .worded(
      zh: "\(name.zh)\(what.zh)“\(printed)”\(at.zh)无法辨认",
      en: "the \(what.en) of \(name.en), “\(printed)”\(at.en), is unreadable")
  }
}
