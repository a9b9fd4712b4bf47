import TieoutModel

/// CP03: a form lacks a family of indicators that its own footnote asks for.
///
/// The families are read out of the footnote's sentence (`产出、效益、满意度指标均需填列`): the words of
/// the first level, with or without 指标. Not where no sentence asks, not where a row of the family is
/// there but blank (CP02), and not in forms without any indicator, which are damaged.
enum FamilyMissing: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "CP03", name: "indicator-family-missing",
    title: Message(zh: "备注要求的各类指标齐全", en: "The families that the footnote asks for are there"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    guard let demands = paper.tables.demands else { return }
    let name = submission.profile.detail.footnote
    // Forms of one family share their footnote, in a few spellings.
    var known: [(footnote: Slice, families: [FamilyDemands.Family])] = []
    var found: [TermID] = []
    for detail in submission.details.indices {
      guard let footnote = submission.details[detail][name]?.printed,
        let group = submission.details[detail].groups.firstIndex(where: {
          $0.name == demands.group
        }),
        !submission.details[detail].groups[group].items.isEmpty
      else { continue }
      let same = known.firstIndex { submission.document.same($0.footnote, footnote) }
      let families =
        same.map { known[$0].families }
        ?? demands.families(in: footnote, submission.document.text)
      if same == nil, known.count < 8 { known.append((footnote, families)) }
      guard !families.isEmpty else { continue }
      readTerms(submission.details[detail].groups[group].items, demands.level, into: &found)
      for family in families {
        if family.terms.contains(where: found.contains) {
          report.pass()
        } else {
          report.report(
            finding(family, submission.details[detail], demands.group, footnote, paper))
        }
      }
    }
  }

  /// The words of the first level under which a form's indicators stand.
  private static func readTerms(
    _ items: [Record.Item], _ level: FieldName, into found: inout [TermID]
  ) {
    found.removeAll(keepingCapacity: true)
    let items = items.span
    for place in items.indices {
      guard case .term(let term)? = items[place].fields.named(level)?.value, found.last != term
      else {
        continue
      }
      found.append(term)
    }
  }

  private static func finding(
    _ family: FamilyDemands.Family, _ record: Record, _ group: FieldName, _ footnote: Slice,
    _ paper: Workpaper
  ) -> Finding {
    let submission = paper.submission
    let name = submission.name(record.id)
    let word = String(decoding: family.stem, as: UTF8.self)
    let quote = submission.document.string(footnote)
    let repairs = paper.damages[record.id, default: []]
    let path = submission.profile.name(group)
    var finding = Finding(
      check: entry.id, severity: .review, verdict: repairs.isEmpty ? .broken : .open,
      subject: Subject(record: record.id, field: path),
      message: .worded(
        zh: "\(name.zh)没有“\(word)”类指标，而备注要求填列：“\(quote)”。请核对原件。",
        en: "\(name.opening.en) has no indicator of the family “\(word)”, which its footnote asks "
          + "for: “\(quote)”. The paper settles it."),
      related: repairs.map { "r\($0)" },
      identity: (Subject(record: record.id, field: path), word))
    finding.values = [
      Finding.Evidence(
        role: "rule",
        subject: Subject(
          record: record.id, field: submission.profile.detail.footnote.map { submission.path($0) }),
        printed: footnote, value: quote)
    ]
    return finding
  }
}

extension FamilyMissing {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "备注要求填列的各类指标都有。",
      en: "Whether each family of indicators that the footnote asks for is there."),
    why: Message(
      zh: "缺一类指标，该方面就没有目标。",
      en: "Without a family the form has no target of that kind."),
    example: Message(
      zh: "备注“产出、效益、满意度指标均需填列”，表中没有满意度指标。",
      en: """
        The note asks for outputs, benefits and satisfaction; the form has no indicator of \
        satisfaction.
        """),
    unless: Message(
      zh: "备注没有这样的要求；该类有行而空白（归 CP02）；整张表没有指标。",
      en: """
        The note asks for none; a row of the family is there but blank (CP02); the form has \
        no indicator at all.
        """),
    decided: Message(
      zh: "要求从备注原句读出并引用；每缺一类一条待复核；该表受损则未决。",
      en: """
        The demand is read out of the note's own sentence and quoted; each missing family \
        is for review, open where the form is damaged.
        """))
}
