internal import TieoutModel

extension RelationFinder {
  /// The rule that a footnote states of rates, with how many forms keep it.
  ///
  /// It is proposed however often it is broken: the papers state it themselves.
  static func statedRule(in submission: Submission) -> DraftRelation? {
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
    let kept = "stated in \(stated) forms, kept in \(stated - broken.count)"
    return DraftRelation(
      entry: "{rule: detail.\(profile.name(group.name)).\(profile.name(target)), "
        + "in: detail.\(profile.name(footnote))}",
      evidence: broken.isEmpty ? kept : kept + ", not in \(broken.shown)")
  }
}

extension [String] {
  /// The first of them, and that there are more.
  var shown: String { prefix(5).joined(separator: ", ") + (count > 5 ? " and others" : "") }
}
