internal import TieoutModel

extension RelationFinder {
  /// The rules that a footnote states, with how many forms keep each.
  ///
  /// They are proposed however often they are broken: the papers state them themselves.
  static func statedRules(in submission: Submission) -> [DraftRelation] {
    [rateRule(in: submission)].compactMap(\.self) + lineRules(in: submission)
  }

  /// The rules of columns that a footnote names by their labels: `单价不得超过5000元`.
  private static func lineRules(in submission: Submission) -> [DraftRelation] {
    let profile = submission.profile
    guard let footnote = profile.detail.footnote else { return [] }
    let text = submission.document.text
    let words = BoundWords(profile)
    var rules: [DraftRelation] = []
    for group in profile.detail.groups where group.kind == .lines {
      for column in group.columns where column.type.takesUnit && column.type != .rate {
        let labels = column.labels.map { Array(profile.labels.word($0).utf8) }
        var stated = 0
        var broken: [String] = []
        for record in submission.details {
          guard let printed = record[footnote]?.printed else { continue }
          let isMoney = column.type == .amount
          let bounds = words.read(printed, in: text, profile.units) { sentence in
            labels.contains { text.first(of: $0, in: sentence) != nil }
          }.filter { $0.unit == .none || (profile.units.exponent($0.unit) != nil) == isMoney }
          guard !bounds.isEmpty else { continue }
          stated += 1
          let isBroken = (record.group(group.name)?.items ?? []).contains { item in
            guard let field = item[column.name], let value = field.quantity else { return false }
            let own = profile.units.exponent(field.unit == .none ? column.unit : field.unit) ?? 0
            return bounds.contains { bound in
              let unit = bound.unit == .none ? own : profile.units.exponent(bound.unit) ?? own
              let (left, right) = (
                value.scaled(byPowerOfTen: own), bound.value.scaled(byPowerOfTen: unit)
              )
              return bound.isLeast ? left < right : right < left
            }
          }
          if isBroken { broken.append(record.id) }
        }
        guard stated > 0 else { continue }
        rules.append(
          DraftRelation(
            entry: "{rule: detail.\(profile.name(group.name)).\(profile.name(column.name)), "
              + "in: detail.\(profile.name(footnote))}",
            evidence: evidence(stated, broken)))
      }
    }
    return rules
  }

  private static func evidence(_ stated: Int, _ broken: [String]) -> String {
    let kept = "stated in \(stated) forms, kept in \(stated - broken.count)"
    return broken.isEmpty ? kept : kept + ", not in \(broken.shown)"
  }

  private static func rateRule(in submission: Submission) -> DraftRelation? {
    let profile = submission.profile
    guard let footnote = profile.detail.footnote,
      let percent = profile.units.unit(named: "%"),
      let group = profile.detail.groups.first(where: { $0.kind == .indicators }),
      let target = group.roles[.target]
    else { return nil }
    let text = submission.document.text
    let words = BoundWords(profile)
    let rates = profile.rules.rateWords.map { Array($0.utf8) }
    var stated = 0
    var broken: [String] = []
    for record in submission.details {
      guard let printed = record[footnote]?.printed else { continue }
      let bounds = words.read(printed, in: text, profile.units) { sentence in
        rates.contains { text.first(of: $0, in: sentence) != nil }
      }
      guard let least = bounds.first(where: \.isLeast) else { continue }
      stated += 1
      let isBroken = (record.group(group.name)?.items ?? []).contains { item in
        guard let field = item[target], field.unit == percent, let value = field.quantity,
          value < least.value, let name = item[group.roles[.text]]
        else { return false }
        if case .comparator(let comparator)? = item[group.roles[.targetComparator]]?.value,
          comparator.isUpper
        {
          return false
        }
        return rates.contains { text.first(of: $0, in: name.printed.range) != nil }
      }
      if isBroken { broken.append(record.id) }
    }
    guard stated > 0 else { return nil }
    return DraftRelation(
      entry: "{rule: detail.\(profile.name(group.name)).\(profile.name(target)), "
        + "in: detail.\(profile.name(footnote))}",
      evidence: evidence(stated, broken))
  }
}

extension [String] {
  /// The first of them, and that there are more.
  var shown: String { prefix(5).joined(separator: ", ") + (count > 5 ? " and others" : "") }
}
