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
    let profile = submission.profile
    let stated = submission.summary.total?[profile.summary.amount]
    let unit =
      stated?.unit ?? submission.summary.rows.lazy.compactMap { $0[profile.summary.amount]?.unit }
      .first ?? .none
    heading(word("核对", "Tie-out"))
    var lines = [
      TotalLine(
        label: word("汇总表列示合计", "stated total"), value: stated?.quantity,
        verdict: stated == nil ? (word("未列示", "none printed"), .review) : ("", .plain),
        remark: stated.map { submission.place(of: $0.printed, language) } ?? "")
    ]
    let rows = submission.summary.rows
    let forms = submission.details
    lines.append(
      compared(
        submission, check: "FT01",
        label: word("Σ 汇总表 \(rows.count) 行", "Σ \(count(rows, "row"))"),
        Sum(rows, profile.summary.amount, in: unit, profile.units), stated?.quantity))
    lines.append(
      compared(
        submission, check: "FT02",
        label: word("Σ 明细表 \(forms.count) 张", "Σ \(count(forms, "form"))"),
        Sum(forms, profile.detail.total, in: unit, profile.units), stated?.quantity))
    write(lines, unit: profile.units.name(unit))

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
  private func count(_ things: [Record], _ noun: String) -> String {
    "\(things.count) \(noun)\(things.count == 1 ? "" : "s")"
  }

  private func compared(
    _ submission: Submission, check: String, label: String, _ sum: Sum, _ stated: Quantity?
  ) -> TotalLine {
    var line = TotalLine(label: label, value: sum.value, verdict: ("", .plain), remark: "")
    if sum.missing > 0 {
      line.remark = word("\(sum.missing) 处无金额", "\(sum.missing) without an amount")
    }
    guard let value = sum.value, let stated else { return line }
    // Checks report what is not exact; where they are silent the decimals speak.
    let finding = submission.findings.first { $0.check == check }
    let verdict = finding?.verdict ?? (value.equals(stated) ? .exact : .broken)
    line.verdict = (verdict.word(language), verdict.style)
    if let difference = value.minus(stated), difference.digits != 0 {
      let sign = difference.digits > 0 ? "+" : ""
      line.remark = "\(sign)\(difference)" + (line.remark.isEmpty ? "" : " · \(line.remark)")
    }
    return line
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

/// The sum of one field over records, in one unit.
private struct Sum {
  /// The sum; `nil` where there is nothing to add.
  private(set) var value: Quantity?
  /// The records that have no such number.
  private(set) var missing = 0

  init(_ records: [Record], _ field: FieldName?, in unit: UnitID, _ units: UnitTable) {
    for record in records {
      guard let field = record[field], let quantity = field.quantity else {
        missing += 1
        continue
      }
      let exponent = units.exponent(field.unit) ?? 0
      let base = units.exponent(unit) ?? 0
      let step = field.unit == .none || unit == .none ? 0 : exponent - base
      let scaled = quantity.scaled(byPowerOfTen: step)
      guard let sum = (value ?? .zero).plus(scaled) else {
        missing += 1
        continue
      }
      value = sum
    }
  }
}

extension Quantity {
  fileprivate func plus(_ other: Quantity) -> Quantity? {
    let scale = max(self.scale, other.scale)
    guard let left = digits(at: Int(scale)), let right = other.digits(at: Int(scale)),
      let sum = Int64(exactly: left + right)
    else { return nil }
    return Quantity(digits: sum, scale: scale)
  }

  fileprivate func minus(_ other: Quantity) -> Quantity? {
    plus(Quantity(digits: -other.digits, scale: other.scale))
  }
}
