import TieoutModel

/// The units that an indicator names.
struct UnitNames {
  /// What is wrong with them.
  enum Outcome {
    /// Different units.
    case different
    /// No unit anywhere.
    case none
    /// The column is blank; the text names one.
    case blankColumn
    /// Two names of one power of ten of money.
    case sameMoney

    /// How much it matters.
    var severity: Severity {
      switch self {
      case .different, .none: .warning
      case .blankColumn, .sameMoney: .note
      }
    }

    /// What is wrong, in words.
    func words(text: String, column: String) -> Message {
      switch self {
      case .different:
        .worded(
          zh: "文本单位“\(text)”与计量单位“\(column)”不同，请核对原件。",
          en: "its text counts in “\(text)”, its unit column says “\(column)”; "
            + "the paper settles which.")
      case .none:
        Message(zh: "目标值没有计量单位，请核对原件。", en: "its target has no unit; see the paper.")
      case .blankColumn:
        .worded(
          zh: "计量单位空白，文本单位为“\(text)”。",
          en: "its unit column is blank; its text counts in “\(text)”.")
      case .sameMoney:
        .worded(
          zh: "计量单位写作“\(column)”，文本写作“\(text)”，数量级相同，写法不一。",
          en: "its unit column says “\(column)”, its text “\(text)”: the same power of ten, "
            + "written in two ways.")
      }
    }
  }

  /// The unit in the text.
  var text: Field?
  /// The unit column, or the unit beside the target.
  var column: Field?
  private let hasColumn: Bool
  private let target: UnitID

  /// Gathers the units of an indicator.
  init(_ indicator: Indicator, _ hasColumn: Bool) {
    text = indicator.boundUnit.flatMap { $0.printed.isEmpty ? nil : $0 }
    column = indicator.unit.flatMap { $0.printed.isEmpty ? nil : $0 }
    target = indicator.target?.unit ?? .none
    self.hasColumn = hasColumn
  }

  /// What is wrong; `nil` for nothing.
  func outcome(_ paper: Workpaper) -> Outcome? {
    guard let column else {
      guard hasColumn else { return nil }
      if text != nil { return .blankColumn }
      return target == .none ? Outcome.none : nil
    }
    guard let text, !paper.submission.document.same(text.printed, column.printed) else {
      return nil
    }
    let left = paper.submission.unit(text), right = paper.submission.unit(column)
    if left != .none, right != .none {
      guard let a = paper.measure(left), let b = paper.measure(right),
        a.base == b.base
      else { return .different }
      return a.isMoney && a.exponent == b.exponent ? .sameMoney : nil
    }
    // A word that the profile does not know may be a longer name of the unit: 户单位, 户.
    let bytes = paper.submission.document.text
    let isLonger =
      bytes.contains(Array(bytes[column.printed.range]), in: text.printed.range)
      || bytes.contains(Array(bytes[text.printed.range]), in: column.printed.range)
    return isLonger ? nil : .different
  }
}
