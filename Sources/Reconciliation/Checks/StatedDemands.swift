import TieoutModel

/// What the sentences of one rule demand, record by record; each spelling is read once.
struct StatedDemands {
  private let rule: StatedRule
  private let words: BoundWords
  private let rates: RateWords
  private let about: WordList?
  private var known: [(text: Slice, bounds: [StatedBound])] = []

  /// Prepares to read the sentences of a rule.
  ///
  /// They speak of the figure where they hold one of the rule's own words; else a word for rates,
  /// where the figure is a rate or an indicator, or one of its labels.
  init(_ rule: StatedRule, _ paper: Workpaper) {
    self.rule = rule
    words = paper.tables.boundWords
    rates = paper.rateWords
    if !rule.about.isEmpty {
      about = WordList(rule.about)
    } else if let labels = paper.submission.profile.labels(of: rule.figure) {
      about = WordList(labels.map { paper.submission.profile.labels.word($0) })
    } else {
      about = nil
    }
  }

  /// The field with the sentences: in the record, the summary or the letter.
  func field(_ fields: [Field], _ submission: borrowing Submission) -> Field? {
    switch rule.source {
    case .letter(let name): submission.letter?[name]
    case .summary(let name): submission.summary.fields.named(name)
    case .detail(let name): fields.named(name)
    }
  }

  /// The bounds that hold for a record of such fields.
  mutating func bounds(_ fields: [Field], _ submission: borrowing Submission) -> [StatedBound] {
    guard let printed = field(fields, submission)?.printed else { return [] }
    // Forms of one family share their footnote, in a few spellings.
    for place in known.indices where submission.document.same(known[place].text, printed) {
      if known[place].text == printed { return known[place].bounds }
      return known[place].bounds.map { $0.moved(from: known[place].text, to: printed) }
    }
    let text = submission.document.text
    let bounds = words.read(printed, in: text, submission.profile.units) {
      about?.isIn($0, of: text) ?? rates.speak(of: $0, in: text)
    }
    if known.count < 8 { known.append((printed, bounds)) }
    return bounds
  }

  /// A bound as evidence.
  func evidence(_ bound: StatedBound, _ record: Record, _ submission: Submission)
    -> Finding.Evidence
  {
    let subject =
      switch rule.source {
      case .letter(let name): Subject(record: "letter", field: submission.path(name))
      case .summary(let name): Subject(record: "summary", field: submission.path(name))
      case .detail(let name): Subject(record: record.id, field: submission.path(name))
      }
    let unit = bound.unit == .none && about == nil ? "%" : submission.profile.units.name(bound.unit)
    return Finding.Evidence(
      role: "rule", subject: subject, printed: bound.number, value: bound.value.description,
      unit: unit)
  }
}

extension Profile {
  /// The labels of a place of figures; `nil` for rates and indicators, which words tell.
  fileprivate func labels(of place: FigureRelation.Place) -> [LabelID]? {
    if place.isOfSummary {
      let column = summary.columns.first { $0.name == place.field }
      return column?.type == .rate ? nil : column?.labels
    }
    guard let name = place.group else {
      let field = detail.fields.first { $0.name == place.field }
      return field?.type == .rate ? nil : field?.labels
    }
    guard let group = detail.groups.first(where: { $0.name == name }), group.kind != .indicators
    else { return nil }
    let column = group.columns.first { $0.name == place.field }
    return column?.type == .rate ? nil : column?.labels
  }
}
