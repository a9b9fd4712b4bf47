import TieoutModel

/// A field of a record that is empty, or the first of a row that is blank altogether.
struct EmptyField {
  let record: Record
  var item: (group: FieldName, place: Int, content: Record.Item)?
  var isBlank = false
  let missing: MandatorySpec
  let paper: Workpaper

  private var submission: Submission { paper.submission }

  /// The finding of a check.
  func finding(_ check: String) -> Finding {
    let repairs = self.repairs
    let place = item.map { (group: $0.group, place: $0.place) }
    var message = Message.sentence(submission.name(record.id))
    message += submission.at(item?.content.at ?? anchor?.printed)
    message.add("", ": ")
    addWords(to: &message)
    if repairs.isEmpty {
      message.add("。", ".")
    } else {
      message.add(
        "；此处版面受损，可能是识别时丢失。", "; the layout is damaged here and it may have been lost.")
    }
    message.add("请核对原件。", " The paper settles it.")
    var finding = Finding(
      check: check, severity: repairs.isEmpty ? .warning : .review,
      verdict: repairs.isEmpty ? .broken : .open,
      subject: Subject(record: record.id, field: submission.path(missing.name, item: place)),
      message: message, values: evidence)
    finding.related = repairs
    return finding
  }

  /// Says what is empty.
  private func addWords(to message: inout Message) {
    let word = submission.profile.labels.word(missing.label)
    let label = word.isEmpty ? submission.profile.name(missing.name) : word
    if let item {
      let number = item.place + 1
      if isBlank {
        message.add("指标\(number)整行空白", "indicator \(number) is blank")
      } else {
        message.add("指标\(number)的“\(label)”未填", "“\(label)” of indicator \(number) is empty")
      }
    } else {
      message.add("“\(label)”未填", "“\(label)” is empty")
    }
  }

  /// What is printed nearest: a field of the row, or the name of the record.
  private var evidence: [Finding.Evidence] {
    if let item {
      let row = item.content.at
      // Not a level that is carried down from a row above.
      let inside = item.content.fields.filter {
        $0.printed.start >= row.start && $0.printed.end <= row.end && !$0.printed.isEmpty
      }
      let place = (group: item.group, place: item.place)
      return inside.last.map { [submission.evidence("row", $0, record: record, item: place)] } ?? []
    }
    guard let anchor else { return [] }
    return [submission.evidence("record", anchor, record: record)]
  }

  private var anchor: Field? {
    let profile = submission.profile
    let key = record.kind == .row ? profile.summary.key : profile.detail.key
    return record[key] ?? record.fields.first
  }

  /// The repairs of the row, or of the whole form, as findings name them.
  private var repairs: [String] {
    var numbers: [Int] = []
    for field in item?.content.fields ?? [] where field.rowRepair > 0 {
      if !numbers.contains(Int(field.rowRepair)) { numbers.append(Int(field.rowRepair)) }
    }
    for number in paper.damages[record.id] ?? [] where !numbers.contains(number) {
      numbers.append(number)
    }
    return numbers.map { "r\($0)" }
  }
}
