internal import TieoutModel

extension ReportPage {
  /// What a reviewer decided on a finding or a repair, and whether it still holds.
  mutating func decision(_ decision: Decision?, indent: Int = 4) {
    guard let decision else { return }
    text(words(decision), indent: indent, mark: "→ ", decision.standing.style)
  }

  /// The decisions that settle nothing: those whose evidence has changed, and those whose finding
  /// or repair is gone.
  mutating func decisions(_ submission: Submission) {
    let idle = submission.decisions.filter { $0.standing != .current }
    guard !idle.isEmpty else { return }
    heading(word("不再适用的决定", "Decisions that settle nothing") + " (\(idle.count))", .review)
    for decision in idle {
      text(words(decision), indent: 2, mark: "\(decision.fingerprint)  ", .plain)
    }
  }

  private func words(_ decision: Decision) -> String {
    let ruling =
      switch decision.ruling {
      case .accept: word("采纳", "accepted")
      case .reject: word("否定", "rejected")
      case .correct:
        word(
          "更正为 \(decision.correction?.value ?? "")",
          "corrected to \(decision.correction?.value ?? "")")
      case .withdraw: word("撤回", "withdrawn")
      }
    let said = word(
      "\(decision.by) \(decision.date) \(ruling)：\(decision.reason)",
      "\(ruling) by \(decision.by) on \(decision.date): \(decision.reason)")
    switch decision.standing {
    case .current: return said
    case .stale:
      return said
        + word("——依据已变，请重新决定", " — the evidence has changed since; decide anew")
    case .absent:
      return said + word("——所指已不存在", " — what it was made on is no longer there")
    }
  }

  /// What is new, changed and gone since an earlier run.
  mutating func comparison(_ submission: Submission) {
    guard let comparison = submission.comparison else { return }
    heading(word("与 \(comparison.name) 相比", "Since \(comparison.name)"))
    let counts = [
      (word("新增", "new"), comparison.new.count), (word("有变", "changed"), comparison.changed.count),
      (word("消失", "gone"), comparison.gone.count), (word("相同", "the same"), comparison.same),
    ]
    text(counts.map { "\($0.0) \($0.1)" }.joined(separator: " · "), indent: 2)
    for (title, places) in [
      (word("新增", "new"), comparison.new), (word("有变", "changed"), comparison.changed),
    ] {
      for place in places {
        let finding = submission.findings[place]
        text(
          finding.message.text(language), indent: 2,
          mark: "\(title) f\(place + 1) \(finding.check)  ", .plain)
      }
    }
    for finding in comparison.gone {
      text(
        finding.message.text(language), indent: 2, mark: word("消失", "gone") + " \(finding.check)  ",
        .faint)
    }
  }
}

extension Decision.Standing {
  /// How a decision looks.
  fileprivate var style: ReportPage.Style {
    switch self {
    case .current: .good
    case .stale, .absent: .review
    }
  }
}
