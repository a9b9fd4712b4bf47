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
    let demands = WordList(submission.profile.rules.demandWords)
    guard let spec = submission.profile.detail.groups.first(where: { $0.kind == .indicators }),
      let level = spec.roles[.level1], !submission.profile.rules.demandWords.isEmpty
    else { return }
    let families = families(spec, level, submission.profile)
    // Forms of one family share their footnote, in a few spellings.
    var known: [(footnote: Slice, demand: Demand?)] = []
    var found: [TermID] = []
    for record in submission.details {
      guard let footnote = record[submission.profile.detail.footnote]?.printed,
        let group = record.group(spec.name), !group.items.isEmpty
      else { continue }
      var demand: Demand?
      if let same = known.first(where: { submission.document.same($0.footnote, footnote) }) {
        demand = same.demand
      } else {
        demand = Demand(footnote, demands, families, submission.document.text)
        if known.count < 8 { known.append((footnote, demand)) }
      }
      guard let demand else { continue }
      found.removeAll(keepingCapacity: true)
      for place in group.items.indices {
        guard case .term(let term)? = group.items[place][level]?.value, found.last != term else {
          continue
        }
        found.append(term)
      }
      for family in demand.families {
        if family.terms.contains(where: found.contains) {
          report.pass()
        } else {
          report.report(finding(family, record, group.name, footnote, paper))
        }
      }
    }
  }

  /// A family of indicators.
  private struct Family {
    /// What the footnote calls it.
    var stem: [UInt8]
    /// The words of the first level that belong to it.
    var terms: [TermID]
  }

  /// The families that a footnote asks for.
  private struct Demand {
    var families: [Family] = []

    /// Reads a footnote; `nil` where it asks for none.
    init?(_ footnote: Slice, _ demands: WordList, _ all: [Family], _ text: [UInt8]) {
      for sentence in text.sentences(in: footnote.range)
      where demands.isIn(sentence, of: text) {
        families += all.filter { text.contains($0.stem, in: sentence) }
      }
      if families.isEmpty { return nil }
    }
  }

  /// The words of the first level without 指标; one that ends with another one is its kind:
  /// 服务对象满意度 is 满意度.
  private static func families(
    _ spec: GroupSpec, _ level: FieldName, _ profile: Profile
  ) -> [Family] {
    let ending = Array("指标".utf8)
    var families: [Family] = []
    for term in spec.columns.first(where: { $0.name == level })?.terms ?? [] {
      var stem = Array(profile.terms[Int(term.term.rawValue)].utf8)
      if stem.count > ending.count, stem.suffix(ending.count).elementsEqual(ending) {
        stem.removeLast(ending.count)
      }
      if let known = families.firstIndex(where: {
        stem.suffix($0.stem.count).elementsEqual($0.stem)
          || $0.stem.suffix(stem.count).elementsEqual(stem)
      }) {
        families[known].terms.append(term.term)
        if stem.count < families[known].stem.count { families[known].stem = stem }
      } else {
        families.append(Family(stem: stem, terms: [term.term]))
      }
    }
    return families
  }

  private static func finding(
    _ family: Family, _ record: Record, _ group: FieldName, _ footnote: Slice, _ paper: Workpaper
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
