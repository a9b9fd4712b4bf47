internal import TieoutModel

/// What a reading of papers came to, as far as two readings of them can be compared.
struct Outcome {
  /// The pairs of a row and a form.
  private let links: Int
  /// The pairs of which both amounts are read.
  private let compared: Int
  /// The characters that stand in no record.
  private let unplaced: Int
  /// Whether more than half of the characters, signs of the format left out, are unplaced.
  private let leavesMost: Bool
  /// Whether there is neither a row nor a form, or nothing of one but what it is called.
  private let isBlank: Bool

  init(_ submission: Submission) {
    let (amount, total) = (submission.profile.summary.amount, submission.profile.detail.total)
    links = submission.links.count
    compared = submission.links.count { link in
      submission.summary.rows[link.row][amount]?.quantity != nil
        && submission.details[link.detail][total]?.quantity != nil
    }
    let totals = submission.ledgerTotals()
    unplaced = totals.unplaced
    leavesMost = totals.unplaced * 2 > totals.scalars - totals.markup
    isBlank =
      submission.summary.rows.isEmpty
      && submission.details.allSatisfy { $0.fields.count < 2 && $0.groups.isEmpty }
  }

  /// Whether another reading may be better: nothing is tied, most is left, or of most pairs the amounts
  /// cannot be compared.
  var isPoor: Bool { links == 0 || leavesMost || compared * 2 < links }

  /// Why the reading by what repeats, which came to another outcome, is better than this one by a
  /// profile; `nil` where it is not.
  func reason(for other: Outcome, insteadOf profile: String) -> Message? {
    // A profile that fits by a title alone reads nothing; what repeats is better than that.
    if isBlank, !other.isBlank {
      return Message(
        zh: "模板“\(profile)”相符，但按它读不出汇总行和明细表，故按重复出现的内容读取",
        en: "the profile “\(profile)” fits, but reads no row and no form: read by what repeats")
    }
    guard other.links > 0, other.links >= links else { return nil }
    if links == 0 {
      return Message(
        zh: "模板“\(profile)”最相符，但按它对不上任何汇总行和明细表，故按重复出现的内容读取",
        en: "the profile “\(profile)” fits best, but ties no row to a form: read by what repeats")
    }
    if leavesMost, !other.leavesMost {
      return Message(
        zh: "模板“\(profile)”最相符，但按它有一半以上的文字读不出，故按重复出现的内容读取",
        en: "the profile “\(profile)” fits best, but leaves most of the text: read by what repeats")
    }
    if other.compared > compared, other.unplaced < unplaced {
      return Message(
        zh: "模板“\(profile)”最相符，但按它读不出多数明细表的金额，故按重复出现的内容读取",
        en: "the profile “\(profile)” fits best, but reads the amounts of few forms: read by what "
          + "repeats")
    }
    return nil
  }
}
