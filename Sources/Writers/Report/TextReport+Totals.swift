internal import TieoutModel

/// One line of the tie-out: a figure, how it compares with the stated total, and where it stands.
private struct TotalLine {
  var label: String
  var value: Quantity?
  var verdict: (String, ReportPage.Style)
  var remark: String
}

extension ReportPage {
  /// The state of the tie-out: the stated total, the sum of the rows, the sum of the forms.
  mutating func totals(_ submission: Submission) {
    let tieOut = TieOut(submission)
    let (rows, forms) = (tieOut.rows, tieOut.forms)
    heading(word("核对", "Tie-out"))
    let stated = TotalLine(
      label: word("汇总表列示合计", "stated total"), value: tieOut.stated?.quantity,
      verdict: tieOut.stated == nil ? (word("未列示", "none printed"), .review) : ("", .plain),
      remark: tieOut.stated.map { submission.place(of: $0.printed, language) } ?? "")
    write(
      [
        stated,
        line(word("Σ 汇总表 \(rows.count) 行", "Σ \(count(rows, "row"))"), rows),
        line(word("Σ 明细表 \(forms.count) 张", "Σ \(count(forms, "form"))"), forms),
      ], unit: submission.profile.units.name(tieOut.unit))

    let links = submission.links.count
    text(
      word(
        "汇总表 \(rows.count) 行与明细表 \(forms.count) 张配成 \(links) 对",
        "\(count(rows, "row")) and \(count(forms, "form")): \(links) paired"), indent: 2)
    let tally = submission.tally
    let counts = [
      (Verdict.exact, tally.exact), (.rounded, tally.rounded), (.coarse, tally.coarse),
      (.broken, tally.broken), (.open, tally.open),
    ]
    let words = counts.map { "\($0.0.word(language)) \($0.1)" }.joined(separator: " · ")
    text(word("检查：", "checks: ") + words, indent: 2)
  }

  /// A number of things in English.
  private func count(_ side: TieOut.Side, _ noun: String) -> String {
    "\(side.count) \(noun)\(side.count == 1 ? "" : "s")"
  }

  private func line(_ label: String, _ side: TieOut.Side) -> TotalLine {
    var remarks: [String] = []
    if !side.lines.isEmpty {
      let signed = side.lines.map { ($0.digits > 0 ? "+" : "") + $0.description }
      remarks.append(word("计入 ", "with ") + signed.joined(separator: " "))
    }
    if let difference = side.difference, difference.digits != 0 {
      remarks.append((difference.digits > 0 ? "+" : "") + difference.description)
    }
    if side.missing > 0 {
      remarks.append(word("\(side.missing) 处无金额", "\(side.missing) without an amount"))
    }
    return TotalLine(
      label: label, value: side.sum,
      verdict: side.verdict.map { ($0.word(language), $0.style) } ?? ("", .plain),
      remark: remarks.joined(separator: " · "))
  }

  /// Writes the lines with their figures aligned on the decimal point.
  private mutating func write(_ lines: [TotalLine], unit: String) {
    let figures = lines.map { $0.value?.description ?? "—" }
    let wholes = figures.map { $0.split(separator: ".").first?.count ?? 0 }
    let fractions = zip(figures, wholes).map { $0.count - $1 }
    let label = lines.map { Display.width($0.label) }.max() ?? 0
    let verdict = lines.map { Display.width($0.verdict.0) }.max() ?? 0
    for (index, entry) in lines.enumerated() {
      put("  " + entry.label)
      pad(to: 2 + label + 2)
      fill(" ", (wholes.max() ?? 0) - wholes[index], .strong)
      put(figures[index], .strong)
      fill(" ", (fractions.max() ?? 0) - fractions[index], .strong)
      put(" \(unit)  ", .faint)
      let start = column
      put(entry.verdict.0, entry.verdict.1)
      pad(to: start + verdict)
      put("  " + entry.remark, .faint)
      end()
    }
  }
}
