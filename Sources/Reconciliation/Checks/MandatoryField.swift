import TieoutModel

/// CP02: what the profile demands of a record is filled in.
///
/// A stated absence (无, —, /) is an entry. A row of an indicator that is blank but for its levels is
/// one finding. An amount that is blank on one side of a sure pair is AG01's, which is open for it,
/// and a blank in a column with a total is FT01's. Where the row or the whole form had to be repaired,
/// what is missing may have been lost in recognition: then the finding stays open, and names the
/// repair. Not for fields that no form of several has, or whose label no form prints: another layout of
/// the family.
enum MandatoryField: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "CP02", name: "mandatory-field-empty",
    title: Message(zh: "必填项已填写", en: "Mandatory fields are filled in"), manual: manual)

  /// The fewest forms that show what a layout asks for.
  private static let several = 3

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let profile = submission.profile
    let columns = profile.summary.columns.compactMap {
      $0.isMandatory ? MandatorySpec($0) : nil
    }
    let all = MandatoryFields(columns)
    let others = MandatoryFields(columns.filter { $0.name != profile.summary.amount })
    let isFooted = submission.summary.total?[profile.summary.amount]?.quantity != nil
    var sentence = Sentence()
    let rows = submission.summary.rows.span
    for place in rows.indices {
      let isSpokenOf = isFooted || submission.sureDetail(ofRow: place) != nil
      check(
        rows[place].fields.span, submission.summary.rows[place], isSpokenOf ? others : all, paper,
        &sentence, &report)
    }
    let specs = profile.detail.fields
      .filter { $0.isMandatory && isAskedFor($0, paper) }.map(MandatorySpec.init)
    let fields = MandatoryFields(specs)
    let fieldsOfPair = MandatoryFields(specs.filter { $0.name != profile.detail.total })
    let fieldsOfGroups = profile.detail.groups.map { group in
      (
        name: group.name,
        fields: MandatoryFields(
          group.columns.compactMap { $0.isMandatory ? MandatorySpec($0) : nil })
      )
    }.filter { !$0.fields.all.isEmpty }
    // By place: a loop over the array would retain each group.
    let groups = fieldsOfGroups.span
    let details = submission.details.span
    for place in details.indices {
      let isPaired = submission.sureRow(ofDetail: place) != nil
      check(
        details[place].fields.span, submission.details[place],
        isPaired && profile.summary.amount != nil ? fieldsOfPair : fields, paper, &sentence, &report
      )
      for group in groups.indices {
        items(
          of: place, details, groups[group].name, groups[group].fields, paper, &sentence,
          &report)
      }
    }
  }

  /// Whether the layout of the forms asks for a field: some form fills it in, or prints its label as
  /// long as there are not several that leave it blank.
  private static func isAskedFor(_ field: FieldSpec, _ paper: Workpaper) -> Bool {
    let submission = paper.submission
    if field.name == submission.profile.detail.total { return true }
    if submission.details.contains(where: { $0[field.name] != nil }) { return true }
    return submission.details.count < several
      && submission.details.contains { form in
        EmptyField(record: form, missing: MandatorySpec(field), paper: paper).label != nil
      }
  }

  /// Checks the fields of a record, which is copied only where one is empty.
  private static func check(
    _ fields: Span<Field>, _ record: @autoclosure () -> Record, _ mandatory: MandatoryFields,
    _ paper: Workpaper, _ sentence: inout Sentence, _ report: inout CheckReport
  ) {
    if mandatory.areFilled(in: fields) { return report.pass(times: mandatory.all.count) }
    for spec in mandatory.all {
      if isFilled(spec, fields) {
        report.pass()
      } else {
        report.report(
          EmptyField(record: record(), missing: spec, paper: paper)
            .finding(entry.id, through: &sentence))
      }
    }
  }

  private static func items(
    of detail: Int, _ forms: Span<Record>, _ group: FieldName, _ mandatory: MandatoryFields,
    _ paper: Workpaper, _ sentence: inout Sentence, _ report: inout CheckReport
  ) {
    let groups = forms[detail].groups.span
    guard let index = groups.indices.first(where: { groups[$0].name == group }) else { return }
    let items = groups[index].items.span
    for place in items.indices {
      if mandatory.areFilled(in: items[place].fields.span) {
        report.pass(times: mandatory.all.count)
        continue
      }
      let item = items[place]
      let missing = mandatory.all.filter { !isFilled($0, item.fields.span) }
      report.pass(times: mandatory.all.count - missing.count)
      // A row that is blank altogether was left out once, not field by field.
      let isBlank = missing.count == mandatory.all.count
      for field in isBlank ? missing.prefix(1) : missing[...] {
        let empty = EmptyField(
          record: forms[detail], item: (group, place, item), isBlank: isBlank, missing: field,
          paper: paper)
        report.report(empty.finding(entry.id, through: &sentence))
      }
    }
  }

  private static func isFilled(_ spec: MandatorySpec, _ fields: Span<Field>) -> Bool {
    fields.named(spec.name) != nil
  }
}

extension MandatoryField {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "模板规定必填的各项都已填写。",
      en: "Whether what the profile demands of a record is filled in."),
    why: Message(
      zh: "没有负责人、电话、目标，就无人可问、无从考核。",
      en: "Without a head, a telephone or a goal there is nobody to ask and nothing to measure."),
    example: Message(
      zh: "明细表的“单位负责人”空白。",
      en: "“Head of unit” is blank in a form."),
    unless: Message(
      zh: "写明没有（无、—、/）；成对记录中一方的金额空白（AG01）；有合计的列中的空白（FT01）；几张表都没有填的栏；哪张表都没有印的栏。",
      en: """
        The cell states an absence (无, —, /); an amount that is blank on one side of a \
        pair (AG01); a blank in a column with a total (FT01); a field that none of several \
        forms fills in; a field whose label no form prints.
        """),
    decided: Message(
      zh: "警告；该行或该表曾经修复，可能是识别时丢失的，则未决。整行空白只报一次。",
      en: """
        A warning; where the row or the form was repaired it may have been lost, and is \
        open. A row that is blank altogether is one finding.
        """))
}
