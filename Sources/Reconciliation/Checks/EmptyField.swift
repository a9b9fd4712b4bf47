import TieoutModel

/// A field of a record that is empty, or the first of a row that is blank altogether.
struct EmptyField {
  let record: Record
  var item: (group: FieldName, place: Int, content: Record.Item)?
  var isBlank = false
  let missing: MandatorySpec
  let paper: Workpaper

  private var submission: Submission { paper.submission }

  /// The finding of a check, its message put together in a sentence that is overwritten.
  func finding(_ check: String, through sentence: inout Sentence) -> Finding {
    let (repairs, label) = (self.repairs, self.label)
    let printed = label.map { submission.document.string($0) }
    let place = item.map { (group: $0.group, place: $0.place) }
    sentence.clear()
    sentence.addName(of: record.id, isOpening: true)
    sentence.addPlace(of: item?.content.at ?? label ?? anchor?.printed, submission.document)
    sentence.say("", ": ")
    addWords(label, printed, to: &sentence)
    if repairs.isEmpty {
      sentence.say("。请核对原件。", ". The paper settles it.")
    } else {
      sentence.say(
        "；此处版面受损，可能是识别时丢失。请核对原件。",
        "; the layout is damaged here and it may have been lost. The paper settles it.")
    }
    let path = submission.path(missing.name, item: place)
    return Finding(
      check: check, severity: repairs.isEmpty ? .warning : .review,
      verdict: repairs.isEmpty ? .broken : .open,
      subject: Subject(record: record.id, field: path),
      message: sentence.message, values: evidence(label, printed),
      related: repairs, identity: (Subject(record: record.id, field: path), ""))
  }

  /// Says what is empty, by the label that is printed for it, else by the profile's first.
  private func addWords(_ place: Slice?, _ printed: String?, to sentence: inout Sentence) {
    if let item, isBlank {
      sentence.say("指标", "indicator ")
      sentence.add(item.place + 1)
      return sentence.say("整行空白", " is blank")
    }
    let label = place.map { bare($0, printed) } ?? usualLabel
    if let item {
      let number = String(item.place + 1)
      sentence.say("指标", "“")
      sentence.add(number, label)
      sentence.say("的“", "” of indicator ")
      sentence.add(label, number)
      sentence.say("”未填", " is empty")
    } else {
      sentence.say("“")
      sentence.add(label)
      sentence.say("”未填", "” is empty")
    }
  }

  private var usualLabel: String {
    let word = submission.profile.labels.word(missing.label)
    return word.isEmpty ? submission.profile.name(missing.name) : word
  }

  /// A label without its colon.
  private func bare(_ label: Slice, _ printed: String?) -> String {
    let text = submission.document.text
    let colon = Self.colons.first { $0.end(label.range, of: text) }
    if colon == nil, let printed { return printed }
    let end = label.range.upperBound - (colon?.count ?? 0)
    return submission.document.string(
      submission.document.trimmed(Slice(label.range.lowerBound..<end)))
  }

  private static let colons = ["：", ":"].map { Array($0.utf8) }

  /// What is printed nearest: a field of the row, the label, or the name of the record.
  private func evidence(_ label: Slice?, _ printed: String?) -> [Finding.Evidence] {
    if let item {
      let row = item.content.at
      // Not a level that is carried down from a row above.
      let last = item.content.fields.last {
        $0.printed.start >= row.start && $0.printed.end <= row.end && !$0.printed.isEmpty
      }
      let place = (group: item.group, place: item.place)
      return last.map { [submission.evidence("row", $0, of: record.id, item: place)] } ?? []
    }
    var shown: [Finding.Evidence] = []
    shown.reserveCapacity(2)
    if let label, let printed {
      let subject = Subject(record: record.id, field: submission.path(missing.name))
      shown.append(
        Finding.Evidence(role: "label", subject: subject, printed: label, value: printed))
    }
    // The name of the record tells empty fields of several apart.
    if let anchor { shown.append(submission.evidence("record", anchor, of: record.id)) }
    return shown
  }

  /// The label of the field in its form, beside which nothing stands.
  var label: Slice? {
    // Asked for by place: no description of a field is copied.
    let fields = submission.profile.detail.fields
    guard record.kind == .detail,
      let spec = fields.indices.first(where: { fields[$0].name == missing.name })
    else { return nil }
    let labels = fields[spec].labels
    // One label may serve several fields; the one beside another field's stands behind that.
    let first = fields[spec].beside.flatMap { record[$0]?.printed.range.upperBound }
    let form = record.at.range
    let range = max(first ?? 0, form.lowerBound)..<max(first ?? 0, form.upperBound)
    let all = submission.document.cells
    let cells = all.span
    var place = all.partitionPoint { Int($0.text.start) < range.lowerBound }
    while place < cells.count, Int(cells[place].text.start) < range.upperBound {
      // Most cells are no label.
      if cells[place].label != .none, labels.contains(cells[place].label) {
        return cells[place].text
      }
      place += 1
    }
    return nil
  }

  private var anchor: Field? {
    let key =
      record.kind == .row ? submission.profile.summary.key : submission.profile.detail.key
    return record[key] ?? record.fields.first
  }

  /// The repairs of the row, or of the whole form, as findings name them.
  private var repairs: [String] {
    var numbers: [Int] = []
    for field in item?.content.fields ?? [] where field.rowRepair > 0 {
      if !numbers.contains(Int(field.rowRepair)) { numbers.append(Int(field.rowRepair)) }
    }
    if !paper.damages.isEmpty {
      for number in paper.damages[record.id] ?? [] where !numbers.contains(number) {
        numbers.append(number)
      }
    }
    return numbers.map { "r" + String($0) }
  }
}
