import TieoutModel

/// The words by which a profile knows rates and their rule.
struct RateWords: Sendable {
  private let rates: [[UInt8]]
  private let lessIsBetter: [[UInt8]]
  /// The words in front of the least rate, longer ones first.
  let floors: [[UInt8]]

  /// Takes the words of a profile.
  init(_ profile: Profile) {
    rates = profile.rules.rateWords.map { Array($0.utf8) }
    lessIsBetter = profile.rules.lessIsBetter.map { Array($0.utf8) }
    floors = profile.rules.rateFloorWords.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  /// Whether characters name a rate of which more is better.
  func name(_ slice: Slice, in text: [UInt8]) -> Bool {
    speak(of: slice.range, in: text)
      && !lessIsBetter.contains { text.contains($0, in: slice.range) }
  }

  /// Whether characters speak of rates.
  func speak(of range: Range<Int>, in text: [UInt8]) -> Bool {
    rates.contains { text.contains($0, in: range) }
  }
}

/// The least rate that a footnote demands.
struct StatedFloor: Sendable {
  /// The least rate.
  let value: Quantity
  /// The sentence that demands it.
  let sentence: Slice

  private init(value: Quantity, sentence: Slice) {
    self.value = value
    self.sentence = sentence
  }

  /// Reads a footnote; `nil` where no sentence of it sets a least rate.
  init?(in footnote: Slice, _ words: RateWords, _ submission: Submission) {
    let text = submission.document.text
    for sentence in Self.sentences(footnote.range, text) where words.speak(of: sentence, in: text) {
      for word in words.floors {
        guard let found = text.first(of: word, in: sentence) else { continue }
        var start = found.upperBound
        while start < sentence.upperBound, text[start].isBlankASCII { start += 1 }
        guard let (quantity, _) = Quantity.read(text, start..<sentence.upperBound) else { continue }
        self.init(value: quantity, sentence: submission.document.trimmed(Slice(sentence)))
        return
      }
    }
    return nil
  }

  /// The same rule in another footnote with the same characters.
  func moved(from: Slice, to: Slice) -> StatedFloor {
    let start = sentence.start - from.start + to.start
    return StatedFloor(value: value, sentence: Slice(start: start, count: sentence.count))
  }

  /// The rule as evidence.
  func evidence(_ record: Record, _ submission: Submission) -> Finding.Evidence {
    Finding.Evidence(
      role: "rule",
      subject: Subject(
        record: record.id, field: submission.profile.detail.footnote.map { submission.path($0) }),
      printed: sentence, value: value.description, unit: "%")
  }

  private static let stops = ["。", "；", ";", "\n"].map { Array($0.utf8) }

  /// The sentences of a range, their stops left out.
  private static func sentences(_ range: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = start..<range.upperBound
      let stop = stops.compactMap { text.first(of: $0, in: rest) }
        .min { $0.lowerBound < $1.lowerBound }
      sentences.append(start..<(stop?.lowerBound ?? range.upperBound))
      start = stop?.upperBound ?? range.upperBound
    }
    return sentences
  }
}

/// The least amount from which the summary lists items: `单笔项目金额200万元以上为重点项目`.
struct StatedThreshold: Sendable {
  /// The least amount, which 以上 includes.
  let reading: Reading
  private let value: Quantity
  private let unit: UnitID
  private let field: Field

  /// Reads the summary's captions; `nil` where none sets a least amount.
  init?(_ submission: Submission) {
    let text = submission.document.text
    for field in submission.summary.fields {
      guard case .text(let slice) = field.value,
        let above = text.first(of: Array("以上".utf8), in: slice.range)
      else { continue }
      var start = slice.range.lowerBound
      while start < above.lowerBound {
        if text[start].isDigitASCII {
          guard let (value, end) = Quantity.read(text, start..<above.lowerBound) else { break }
          let unit = submission.document.trimmed(Slice(end..<above.lowerBound))
          guard let id = submission.profile.units.unit(spelt: text[unit.range]),
            let exponent = submission.profile.units.exponent(id),
            let reading = Reading(value, exponent: exponent)
          else { break }
          (self.value, self.unit, self.reading, self.field) = (value, id, reading, field)
          return
        }
        start += 1
      }
    }
    return nil
  }

  /// An amount is under the least amount.
  func finding(_ check: String, _ amount: MoneyPlace, _ submission: Submission) -> Finding {
    let name = submission.name(amount)
    let least = "\(value) \(submission.profile.units.name(unit))"
    let quote = submission.document.string(field.printed)
    var finding = Finding(
      check: check, severity: .warning, verdict: .broken, subject: submission.subject(amount),
      message: Message(
        zh: "\(name.zh)，低于汇总表所列的 \(least)：“\(quote)”。请核对金额或列入依据。",
        en: "\(name.en) is under the \(least) from which the summary lists items: “\(quote)”. "
          + "The paper settles amount and grounds."),
      values: [
        submission.evidence(amount),
        Finding.Evidence(
          role: "rule",
          subject: Subject(record: "summary", field: submission.path(field.name)),
          printed: field.printed, value: value.description,
          unit: submission.profile.units.name(unit)),
      ])
    if let ladder = Ladder(reading, amount.reading) {
      finding.difference = ladder.difference(exponent: amount.exponent)
      finding.differenceInYuan = ladder.difference()
    }
    return finding
  }
}
