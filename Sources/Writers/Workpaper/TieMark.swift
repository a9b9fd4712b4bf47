internal import TieoutModel

/// The marks with which the tie-out says how a pair compares.
enum TieMark: CaseIterable {
  case exact, rounded, coarse, open, broken, missing

  /// The mark for a verdict.
  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .exact: .exact
      case .rounded: .rounded
      case .coarse: .coarse
      case .open: .open
      case .broken: .broken
      }
  }

  /// The sign.
  var sign: String {
    switch self {
    case .exact: "✓"
    case .rounded: "≈"
    case .coarse: "◇"
    case .open: "?"
    case .broken: "✗"
    case .missing: "○"
    }
  }

  /// Its colour; what differs is orange, and red where it is material.
  var colour: CellColour {
    switch self {
    case .exact: .green
    case .rounded, .missing: .grey
    case .coarse, .open: .yellow
    case .broken: .orange
    }
  }

  /// What the legend says of it.
  var meaning: Message {
    switch self {
    case .exact: Message(zh: "汇总表与明细表一致", en: "summary and form agree")
    case .rounded:
      Message(zh: "差额在四舍五入的范围内（尾差）", en: "they differ by no more than rounding explains")
    case .coarse:
      Message(
        zh: "一方只写到较粗的位数，容得下另一方", en: "one side is too coarse to say more than that it may agree")
    case .open: Message(zh: "未能判断，待查", en: "undecided: somebody must look")
    case .broken: Message(zh: "不一致", en: "they differ")
    case .missing: Message(zh: "缺一方，未能核对", en: "one side is missing")
    }
  }
}
