internal import TieoutModel

/// What a text says that some of its numbers come to.
struct ProseClaim: Sendable {
  /// How the numbers are put together.
  enum Kind: String, Sendable {
    case equation, sum, product
    /// A rise or a fall, as a share of what was before: `432万元，较上年增加28.8万元，增长7.14%`.
    case growth
  }

  /// How the numbers are put together.
  let kind: Kind
  /// The numbers, in the order in which they stand.
  let terms: [Int]
  /// The signs between them, one fewer than there are numbers.
  let signs: [ProseText.Sign]
  /// The number that states what they come to.
  let stated: Int
  /// How what they come to compares with what is stated.
  let ladder: Ladder
  /// Whether the words leave no doubt about who is a part and who the whole.
  let isCertain: Bool
  /// Whether a product is over the twelve months of a year, which are not printed.
  var isMonthly = false

  /// What they come to.
  var computed: Reading { ladder.left }
  /// How both compare.
  var verdict: Verdict { ladder.verdict }
  /// Whether the sum is as it should be.
  var holds: Bool { verdict == .exact || verdict == .rounded }

  /// What a broken claim weighs.
  var severity: Severity {
    verdict.severity(broken: isCertain ? .warning : .review)
  }
}
