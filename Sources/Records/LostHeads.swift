internal import TieoutModel

/// Reads the values of a form whose labels above them an engine lost, by the labels of the other forms.
///
/// Most forms of the paper print one row of labels over one of values. Where a form has few of these
/// labels left, a value is what the only lost label announces that it can be: a telephone number, a
/// project or a body that the summary names, a person of another form, the one amount.
///
/// - before: `项目名称` alone above `甲项目|甲局|甲局|张三|5156789|100`
/// - after: the values of all labels that the other forms have there
/// - leaves alone: values of which two labels may be meant, and papers whose forms have other heads
struct LostHeads {
  private let reader: ValueReader
  private let recovery: FieldRecovery
  /// The single values that most forms announce in one row.
  private let usual: [FieldSpec]
  /// The names and the bodies that the summary has, without blanks.
  private let projects: Set<[UInt8]>
  private let bodies: Set<[UInt8]>
  /// The persons that the labels of other forms announce.
  private let persons: Set<[UInt8]>

  private init(
    _ reader: ValueReader, _ usual: [FieldSpec], _ submission: borrowing Submission
  ) {
    self.reader = reader
    self.usual = usual
    recovery = FieldRecovery(reader)
    let columns = reader.profile.summary.columns
    let names = columns.filter { $0.type == .organisation }.map(\.name)
    func texts(_ names: [FieldName?]) -> Set<[UInt8]> {
      Set(
        submission.summary.rows.flatMap { row in
          names.compactMap { $0.flatMap { row[$0] }.map { Self.solid($0.printed, reader.text) } }
        })
    }
    projects = texts([reader.profile.summary.key])
    bodies = texts(names)
    let called = usual.filter { $0.type == .person }.map(\.name)
    persons = Set(
      submission.details.flatMap { form in
        called.compactMap { form[$0].map { Self.solid($0.printed, reader.text) } }
      })
  }

  /// Gives forms the values whose labels are lost.
  static func restore(_ reader: ValueReader, _ submission: inout Submission) {
    let forms = reader.document.regions.filter { $0.kind == .form }
    guard let usual = usual(forms, reader) else { return }
    // In most papers no form lacks any of them.
    let lacking = forms.indices.filter { form in
      form < submission.details.count
        && usual.contains { submission.details[form][$0.name] == nil }
    }
    guard !lacking.isEmpty else { return }
    let heads = LostHeads(reader, usual, submission)
    for form in lacking { heads.restore(form, forms[form].rows, &submission) }
  }

  /// The single values that most forms announce in one row; `nil` where they do not.
  private static func usual(
    _ forms: [Document.Region], _ reader: ValueReader
  ) -> [FieldSpec]? {
    guard forms.count > 2 else { return nil }
    var counts: [[Int]: Int] = [:]
    for form in forms {
      guard let head = form.rows.first(where: { reader.rows[$0].role == .fieldHeader }) else {
        continue
      }
      let fields = reader.rows[head].cells.compactMap {
        reader.profile.meanings.detailFields(reader.cells[$0].label).first
      }
      counts[fields, default: 0] += 1
    }
    return counts.first { $0.value * 2 > forms.count }?.key.map {
      reader.profile.detail.fields[$0]
    }
  }

  private func restore(_ form: Int, _ rows: Range<Int>, _ submission: inout Submission) {
    let lost = usual.filter { submission.details[form][$0.name] == nil }
    guard !lost.isEmpty, let below = rowOfValues(rows) else { return }
    let values = reader.rows[below].cells.map { reader.cells[$0].text }.filter {
      !$0.isEmpty && submission.ledger.accounts[Int($0.start)] == 0
    }
    var found = fields(lost, among: values)
    if let goal = goal(below: below, of: form, submission) { found.append(goal) }
    guard !found.isEmpty else { return }
    let printed = found.map { reader.document.string($0.slice) }
    var repair = Repair(
      rule: "ST07", state: .likely, record: submission.details[form].id,
      cells: found.map(\.slice), before: printed.map { "-: " + $0 },
      after: zip(found, printed).map { reader.profile.name($0.spec.name) + ": " + $1 },
      evidence: [
        Message(
          zh: "这一行值的标签大多丢失；其余各表在此印有标签，每个值只合其中之一",
          en:
            "most labels over this row of values are lost; the other forms print them there, and each value fits one of these only"
        )
      ])
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return }
    let order = reader.profile.prepared(FormPlan.init).order
    for (spec, slice) in found {
      guard var field = reader.field(spec.name, slice, spec.type, unit: spec.unit) else { continue }
      field.rowRepair = number
      submission.details[form].set(field)
      submission.ledger.book(slice, .value)
    }
    submission.details[form].fields.sort { left, right in
      (order.firstIndex(of: left.name) ?? .max) < (order.firstIndex(of: right.name) ?? .max)
    }
  }

  /// The row of values below the labels that are left; `nil` where a form has no such rows.
  private func rowOfValues(_ rows: Range<Int>) -> Int? {
    let labels = Set(usual.flatMap(\.labels))
    guard let head = rows.first(where: { !reader.rows[$0].isLine }), rows.contains(head + 1) else {
      return nil
    }
    let heads = filled(head)
    let values = filled(head + 1)
    guard !heads.isEmpty, heads.allSatisfy({ labels.contains($0.label) }),
      !reader.rows[head + 1].isLine, values.count > 2,
      values.allSatisfy({ !reader.profile.meanings.traits($0.label).isOfForm })
    else { return nil }
    return head + 1
  }

  private func filled(_ row: Int) -> [Document.Cell] {
    reader.rows[row].cells.map { reader.cells[$0] }.filter { !$0.text.isEmpty }
  }

  // MARK: Values

  /// The values that only one of the lost labels can announce.
  private func fields(
    _ lost: [FieldSpec], among values: [Slice]
  ) -> [(spec: FieldSpec, slice: Slice)] {
    var found: [(spec: FieldSpec, slice: Slice)] = []
    let types = Set(lost.map(\.type))
    for type in types {
      let specs = lost.filter { $0.type == type && (type != .name || isKey($0)) }
      // `5156789` may be a number to call as well as an amount.
      let candidates = values.filter { value in
        isWhat(value, type) && !types.contains { $0 != type && isWhat(value, $0) }
      }
      let texts = Set(candidates.map { Self.solid($0, reader.text) })
      guard !specs.isEmpty, texts.count == 1 else { continue }
      if type == .amount {
        // Parts of a sum that are printed with its digits are the sum all the same.
        guard let total = specs.first(where: { $0.name == reader.profile.detail.total }) else {
          continue
        }
        found.append((total, candidates[0]))
      } else if candidates.count >= specs.count {
        found += zip(specs, candidates).map { ($0, $1) }
      }
    }
    return found.sorted { $0.slice.start < $1.slice.start }
  }

  private func isKey(_ spec: FieldSpec) -> Bool { spec.name == reader.profile.detail.key }

  /// Whether a value is of a type for sure.
  private func isWhat(_ value: Slice, _ type: FieldType) -> Bool {
    let solid = Self.solid(value, reader.text)
    switch type {
    case .name: return projects.contains(solid)
    case .organisation: return bodies.contains(solid)
    // `一般债券` may be somebody's name as well: others know.
    case .person: return persons.contains(solid)
    case .amount: return Quantity.whole(reader.text, value) != nil
    case .phone: return recovery.fits(value, type)
    default: return false
    }
  }

  /// The goal below the values, where its label is lost: the one text there that is a whole sentence.
  private func goal(
    below place: Int, of form: Int, _ submission: borrowing Submission
  ) -> (spec: FieldSpec, slice: Slice)? {
    guard let name = reader.profile.detail.goal, submission.details[form][name] == nil,
      submission.details.count(where: { $0[name] != nil }) * 2 > submission.details.count,
      let spec = reader.profile.detail.fields.first(where: { $0.name == name }),
      place + 1 < reader.rows.count, !reader.rows[place + 1].isLine
    else { return nil }
    let cells = filled(place + 1)
    let texts = cells.map(\.text).filter {
      $0.count >= Self.shortest && reader.text[$0.range].suffix(3).elementsEqual("。".utf8)
        && submission.ledger.accounts[Int($0.start)] == 0
    }
    guard texts.count == 1, cells.allSatisfy({ $0.label == .none }) else { return nil }
    return (spec, texts[0])
  }

  /// The bytes of the shortest goal that is known without its label: fifteen Han characters.
  private static let shortest = 45

  private static func solid(_ slice: Slice, _ text: [UInt8]) -> [UInt8] {
    text[slice.range].filter { !$0.isBlankASCII }
  }
}
