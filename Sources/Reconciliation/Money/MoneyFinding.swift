import TieoutModel

extension Submission {
  /// A finding on a sum of money that is stated in two ways.
  func finding(
    _ check: String, _ fact: MoneyFact, _ deviation: MoneyFact.Deviation, broken: Severity
  ) -> Finding {
    let ladder = deviation.ladder
    let total = fact.total
    let unit = profile.units.name(total.unit)
    let difference = ladder.difference(exponent: total.exponent)
    let majority = Majority(fact)
    let grounds =
      ladder.verdict == .broken ? majority.map { self.grounds($0, fact) } : nil
    let odd = self.odd(majority, deviation, fact)
    // Which place stands out may change with a reading; the decision on the finding must not.
    let fixed = evidence(deviation.first.kind >= .cost ? deviation.first : total)
    var finding = Finding(
      check: check, severity: ladder.verdict.severity(broken: broken), verdict: ladder.verdict,
      attribution: attribution(majority, deviation, fact),
      subject: subject(odd), records: records(fact, odd),
      message: message(fact, deviation, grounds, difference, unit),
      values: values(fact, deviation),
      identity: (fixed.subject, fixed.role))
    finding.intervals = [
      ladder.interval(ladder.left, role: finding.values[0].role, exponent: total.exponent),
      ladder.interval(ladder.right, role: finding.values[1].role, exponent: total.exponent),
    ]
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    finding.diagnosis = deviation.isUnitSlip ? [.unitSlip] : deviation.diagnosis
    if let majority {
      let value = majority.place.value
      finding.majority = value
      if let grounds { finding.suggested = (value, grounds) }
    }
    return finding
  }

  /// The total, the places that disagree with it, and those that agree, as figures.
  private func values(_ fact: MoneyFact, _ deviation: MoneyFact.Deviation) -> [Finding.Evidence] {
    var values: [Finding.Evidence] = []
    values.reserveCapacity(1 + deviation.places.count + fact.others.count)
    values.append(evidence(fact.total))
    for place in deviation.places { values.append(evidence(place)) }
    // By place: no other one is copied.
    for place in fact.others.indices
    where !deviation.places.contains(where: { $0.equals(fact.others[place]) }) {
      values.append(evidence(fact.others[place]))
    }
    return values
  }

  /// The places that disagree, by how much, and what would settle it.
  private func message(
    _ fact: MoneyFact, _ deviation: MoneyFact.Deviation, _ grounds: Message?,
    _ difference: String, _ unit: String
  ) -> Message {
    var sentence = Sentence()
    add(fact.total, isOpening: true, to: &sentence)
    var last = fact.total
    for place in deviation.places {
      sentence.say("，", "; ")
      add(place, after: last, to: &sentence)
      last = place
    }
    sentence.say("：", ": ")
    sentence.add(deviation.ladder.verdict.words)
    sentence.say("，相差 ", ", by ")
    sentence.add(difference)
    sentence.say(" ")
    sentence.add(unit)
    sentence.add(pattern(deviation))
    close(&sentence, deviation.ladder.verdict, grounds)
    return sentence.message
  }

  /// The place that stands out: the total where most places contradict it, else the other one.
  private func odd(
    _ majority: Majority?, _ deviation: MoneyFact.Deviation, _ fact: MoneyFact
  ) -> MoneyPlace {
    guard let majority, majority.place.equals(deviation.first) else { return deviation.first }
    return fact.total
  }

  /// The records that a finding touches, the subject's first.
  private func records(_ fact: MoneyFact, _ odd: MoneyPlace) -> [String] {
    var records = [odd.record]
    if fact.total.record != odd.record { records.append(fact.total.record) }
    for place in fact.others where !records.contains(place.record) {
      records.append(place.record)
    }
    return records
  }

  private func attribution(
    _ majority: Majority?, _ deviation: MoneyFact.Deviation, _ fact: MoneyFact
  ) -> Attribution {
    guard deviation.ladder.verdict == .broken else { return .undetermined }
    // A look-alike is read wrong once; the same wrong figure in two places was written so.
    if deviation.diagnosis == [.lookAlike], deviation.places.count == 1 { return .undetermined }
    // A point that is lost or moved may be the engine's or the author's.
    if let left = fact.total.yuan, let right = deviation.first.yuan, deviation.places.count == 1,
      DigitSlip.isLostPoint(left, right)
    {
      return .undetermined
    }
    return majority == nil ? .undetermined : .source
  }

  /// Says what would settle the matter.
  private func close(_ sentence: inout Sentence, _ verdict: Verdict, _ grounds: Message?) {
    switch verdict {
    case .exact, .rounded, .open:
      sentence.say("，在位数精度之内。", ", within the precision of the column.")
    case .coarse:
      sentence.say(
        "，仅按印出的位数相容；请核对原件是否省略了小数。",
        ", compatible only as printed; the paper settles whether decimals were left out.")
    case .broken:
      if let grounds {
        sentence.say("；", "; ")
        sentence.add(grounds)
      }
      sentence.say("。请核对原件上列各处。", ". The paper settles it at the places named.")
    }
  }

  private func grounds(_ majority: Majority, _ fact: MoneyFact) -> Message {
    var sentence = Sentence()
    sentence.add(majority.total, majority.count)
    sentence.say("处中有", " of ")
    sentence.add(majority.count, majority.total)
    sentence.say("处为 ", " places state ")
    sentence.add(majority.place.value)
    // Where places count in several units, one and the same figure may be several sums.
    if fact.others.contains(where: { $0.unit != fact.total.unit }) {
      sentence.say(" ")
      sentence.add(profile.units.name(majority.place.unit))
    }
    if majority.exact != majority.count { sentence.say("或与其四舍五入相符", " or round to it") }
    return sentence.message
  }

  /// The pattern of a deviation in words, in brackets.
  private func pattern(_ deviation: MoneyFact.Deviation) -> Message {
    guard let step = deviation.unitStep, deviation.isUnitSlip else {
      return deviation.diagnosis.words
    }
    return .worded(
      zh: "（恰为 10 的 \(abs(step)) 次方倍）", en: " (exactly 10 to the power \(abs(step)))")
  }
}

extension Verdict {
  /// The verdict in a sentence on two figures.
  var words: Message {
    switch self {
    case .exact: Message(zh: "一致", en: "they agree")
    case .rounded: Message(zh: "四舍五入后一致", en: "they agree after rounding")
    case .coarse: Message(zh: "精度不足以判断", en: "too coarse to tell")
    case .broken: Message(zh: "不一致", en: "they disagree")
    case .open: Message(zh: "未能判断", en: "undecided")
    }
  }
}
