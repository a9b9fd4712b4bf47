internal import TieoutModel

/// Puts the second levels of indicators back that slid by a row, where the other forms tell.
///
/// A table network that lost a row, or a merged cell, moves the labels that follow against their
/// indicators. In a form of which rows were dealt out, indicators that other forms of the paper have
/// under one level stand under it again, if the labels in their order over the rows leave one way.
///
/// - before: `质量指标|认定合规率`, `时效指标|发放完成时效`…, slid up to `经济效益指标|发放完成时效`
/// - after: `时效指标|发放完成时效`, and what stands between such rows by the order of the labels
/// - leaves alone: forms in which one indicator alone stands elsewhere, and labels in no one order
struct SlidLevels {
  private let spec: GroupSpec
  private let level1: FieldName
  private let level2: FieldName
  private let name: FieldName
  private let levels: Levels
  /// The second level of each indicator in sound forms; `nil` where they have several.
  private var usual: [[UInt8]: TermID?] = [:]

  /// The fewest indicators that stand elsewhere in the other forms, to call it a slide.
  private static let fewest = 2

  private init?(_ profile: Profile) {
    guard let table = profile.prepared(FormPlan.init).indicators,
      let level1 = profile.detail.groups[table.group].roles[.level1],
      let level2 = profile.detail.groups[table.group].roles[.level2],
      let name = profile.detail.groups[table.group].roles[.text]
    else { return nil }
    (spec, levels) = (profile.detail.groups[table.group], table.levels)
    (self.level1, self.level2, self.name) = (level1, level2, name)
  }

  static func restore(_ submission: inout Submission) {
    // Rows are dealt out with a repair.
    guard submission.document.isDrawn, !submission.repairs.isEmpty,
      var slid = SlidLevels(submission.profile)
    else { return }
    let isUnsound = submission.details.indices.map { slid.isUnsound($0, submission) }
    guard isUnsound.contains(true), isUnsound.contains(false) else { return }
    for form in isUnsound.indices where !isUnsound[form] { slid.learn(from: form, submission) }
    for form in isUnsound.indices where isUnsound[form] { slid.restore(form, &submission) }
  }

  // MARK: Other forms

  private func items(_ form: Int, _ submission: borrowing Submission) -> [Record.Item] {
    submission.details[form].group(spec.name)?.items ?? []
  }

  /// Whether rows of a form were dealt out, so that labels may stand beside other rows than their own.
  private func isUnsound(_ form: Int, _ submission: borrowing Submission) -> Bool {
    items(form, submission).contains { item in
      [item[name], item[level2]].contains { field in
        guard let number = field?.rowRepair, number > 0 else { return false }
        let repair = submission.repairs[Int(number) - 1]
        return repair.dealsRows && repair.state.isApplied
      }
    }
  }

  private mutating func learn(from form: Int, _ submission: borrowing Submission) {
    for item in items(form, submission) {
      guard case .term(let word)? = item[level2]?.value,
        let name = title(item, form, submission)
      else { continue }
      if let known = usual[name], known != word {
        usual[name] = .some(nil)
      } else {
        usual[name] = word
      }
    }
  }

  /// What an indicator is called, without the project's own name.
  private func title(
    _ item: Record.Item, _ form: Int, _ submission: borrowing Submission
  ) -> [UInt8]? {
    guard let field = item[name] else { return nil }
    let text = submission.document.text
    var title = text[field.printed.range].filter { !$0.isBlankASCII }
    if let key = submission.details[form][submission.profile.detail.key] {
      let project = text[key.words.range].filter { !$0.isBlankASCII }
      if let range = title.firstRange(of: project) { title.removeSubrange(range) }
    }
    return title.isEmpty ? nil : title
  }

  // MARK: Slides

  private func restore(_ form: Int, _ submission: inout Submission) {
    let items = items(form, submission)
    let printed = items.map { item -> TermID? in
      if case .term(let word)? = item[level2]?.value { word } else { nil }
    }
    var order: [TermID] = []
    for word in printed.compactMap(\.self) where word != order.last { order.append(word) }
    guard Set(order).count == order.count, order.count > 1 else { return }
    let known = items.map { item in
      let word = title(item, form, submission).flatMap { usual[$0] ?? nil }
      return word.flatMap { order.firstIndex(of: $0) }
    }
    let strays = zip(known, printed).count { place, word in
      place.map { order[$0] != word } ?? false
    }
    guard strays >= Self.fewest else { return }
    let open = LabelOrder(labels: order.count, known: known).open
    var moves: [(item: Int, word: TermID)] = []
    for (place, labels) in open.enumerated() {
      if let own = printed[place], labels.contains(where: { order[$0] == own }) { continue }
      guard labels.count == 1, let label = labels.first else { return }
      moves.append((place, order[label]))
    }
    move(moves, items, form, &submission)
  }

  private func move(
    _ moves: [(item: Int, word: TermID)], _ items: [Record.Item], _ form: Int,
    _ submission: inout Submission
  ) {
    guard let group = submission.details[form].groups.firstIndex(where: { $0.name == spec.name })
    else { return }
    let terms = submission.profile.terms
    func term(_ field: Field?) -> String {
      if case .term(let word)? = field?.value { terms[Int(word.rawValue)] } else { "-" }
    }
    let names = moves.map { items[$0.item][name]?.printed ?? items[$0.item].at }
    var repair = Repair(
      rule: "ST07", state: .likely, record: submission.details[form].id, cells: names,
      before: moves.map { term(items[$0.item][level2]) },
      after: moves.map { terms[Int($0.word.rawValue)] },
      evidence: [
        Message(
          zh: "其他各表中同一指标属于另一类；标签按印出的顺序只有一种排法与之相合",
          en:
            "other forms have the same indicators under other labels, and these stand over the rows in their order in one way only"
        )
      ])
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return }
    for (place, word) in moves {
      let source = items.compactMap { $0[level2] }.first { $0.value == .term(word) }
      guard var second = source else { continue }
      second.rowRepair = number
      var first = items[place][level1]
      if !levels.parents(word).contains(where: { first?.value == .term($0) }) {
        first = items.first { $0[level2]?.value == .term(word) }?[level1]
      }
      first?.rowRepair = number
      let others = items[place].fields.filter { $0.name != level1 && $0.name != level2 }
      submission.details[form].groups[group].items[place].fields =
        ([first, second].compactMap(\.self) + others)[...]
    }
  }
}
