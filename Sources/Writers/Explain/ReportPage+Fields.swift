internal import TieoutModel

extension ReportPage {
  /// A value: where it is printed, what was edited and repaired, what touches it.
  mutating func explain(
    _ field: Field, _ path: String, of place: RecordPlace, _ submission: Submission,
    _ names: RecordNames
  ) {
    let id = submission.record(place)?.id ?? "summary"
    put("\(id).\(path)", .strong)
    if let name = names[id] { put("  \(name)", .faint) }
    end()
    if !field.printed.isEmpty {
      let margin = submission.margin(of: field.printed)
      let gutter = 4 + Display.width(margin)
      if let excerpt = Excerpt(field.printed, in: submission.document, width: width - gutter - 3) {
        put("    \(margin) │ ", .faint)
        put(excerpt.text)
        end()
        pad(to: gutter)
        put(" │ ", .faint)
        fill(" ", excerpt.indent)
        fill("^", excerpt.columns, .strong)
        end()
      }
      self.place(of: field.printed, submission)
    }
    way(of: field, named: nil, submission)
    links(of: [id], submission)
    let subject = Subject(record: id, field: path)
    findings(
      about: { $0.subject == subject || $0.values.contains { $0.subject == subject } },
      submission)
  }

  /// The way from the printed text over edits and repairs to the value.
  mutating func way(of field: Field, named name: String?, _ submission: Submission) {
    let document = submission.document
    let edits = document.map.edits(in: field.printed)
    let numbers = [field.rowRepair, field.columnRepair].filter { $0 > 0 }
    // Of a value that is as printed a finding has said enough.
    if name != nil, edits.isEmpty, numbers.isEmpty { return }
    if let name {
      fact(Message(zh: "读法", en: "read"), name, .faint)
    }
    let printed = document.map.source(of: field.printed)
    if !printed.isEmpty {
      fact(Message(zh: "印出", en: "printed"), printed.string(in: document.bytes))
    }
    for edit in edits {
      let before = String(decoding: document.bytes[edit.source.range], as: UTF8.self)
      let after = String(decoding: document.text[edit.text.range], as: UTF8.self)
      fact(
        Message(zh: "清理", en: "edit"), "\(document.rules[Int(edit.rule)]): “\(before)” → “\(after)”"
      )
    }
    for number in numbers {
      let repair = submission.repairs[Int(number) - 1]
      let reason = repair.evidence.first?.text(language) ?? ""
      fact(
        Message(zh: "修复", en: "repair"),
        "r\(number) \(repair.rule) \(repair.state.word(language)): \(reason)")
    }
    let unit = submission.profile.units.name(field.unit)
    fact(
      Message(zh: "数值", en: "value"), submission.text(field) + (unit.isEmpty ? "" : " \(unit)"),
      .strong)
  }

  /// Line, column and bytes of characters, and the box where the format has one.
  private mutating func place(of slice: Slice, _ submission: Submission) {
    let at = submission.document.location(of: slice)
    var words = submission.place(at, language)
    words += word("，第 \(at.column) 列", ", column \(at.column)")
    words += word(
      "，字节 \(at.bytes.lowerBound)–\(at.bytes.upperBound)",
      ", bytes \(at.bytes.lowerBound)–\(at.bytes.upperBound)")
    if let element = at.element { words += " · \(element)" }
    if let box = at.box {
      words += " · \(box.left),\(box.top) \(box.right),\(box.bottom)"
    }
    if let share = at.share { words += word(" · 置信度 ", " · confidence ") + share }
    fact(Message(zh: "位置", en: "place"), words)
  }

  /// All values of a record, one a line.
  mutating func explain(
    record place: RecordPlace, _ submission: Submission, _ names: RecordNames
  ) {
    let record = submission.record(place)
    let id = record?.id ?? "summary"
    put(id, .strong)
    if let name = names[id] { put("  \(name)") }
    end()
    values(submission.fields(place, nil) ?? [], prefix: "", submission)
    for group in record?.groups ?? [] {
      for (index, item) in group.items.enumerated() {
        values(
          Array(item.fields), prefix: "\(submission.profile.name(group.name))[\(index)].",
          submission)
      }
    }
    links(of: [id], submission)
    findings(about: { $0.records.contains(id) }, submission)
  }

  private mutating func values(_ fields: [Field], prefix: String, _ submission: Submission) {
    for field in fields {
      let name = prefix + submission.profile.name(field.name)
      let unit = submission.profile.units.name(field.unit)
      let margin = field.printed.isEmpty ? "" : submission.margin(of: field.printed)
      pad(to: 2)
      put(name, .faint)
      pad(to: max(30, column + 2))
      put(submission.text(field) + (unit.isEmpty ? "" : " \(unit)"), atMost: width - 40)
      put("  \(margin)", .faint)
      end()
    }
  }
}
