/// A budget submission as its authors mean it, before anything is printed.
///
/// Amounts are counted in hundredths of 万元, so that sums are exact.
public struct MadeSubmission: Sendable {
  public var city: String
  public var year: Int
  /// The number of projects and their sum that the letter states.
  public var statedCount: Int
  public var statedSum: Int
  public var rows: [Row]
  /// The summary's total.
  public var total: Int
  public var forms: [Form]

  /// A row of the summary.
  public struct Row: Sendable {
    public var number: Int
    public var unit: String
    public var department: String
    public var office: String
    public var project: String
    public var amount: String
    public var note: String
  }

  /// A form: one project's goals and money.
  public struct Form: Sendable {
    public var project: String
    public var unit: String
    public var department: String
    public var head: String
    public var headPhone: String
    public var financeHead: String
    public var financePhone: String
    public var total: String
    /// The amounts by source, in the order of the printed sources; empty where nothing comes of it.
    public var funding: [String]
    public var fundingNote: String
    public var goal: String
    public var indicators: [Indicator]
    /// The least rate that the footnote demands.
    public var leastRate: Int
    /// What the project is about, in the words that its indicators use.
    public var subject: String
  }

  /// A line of a form's indicators.
  public struct Indicator: Sendable {
    public var level1: String
    public var level2: String
    public var name: String
    /// What stands between name and bound: ≥, ≤ or nothing.
    public var comparator: String
    public var bound: String
    public var boundUnit: String
    public var unit: String
    /// The target cell: a number, with a comparator where the form prints one.
    public var target: String
  }

  /// An amount as such tables print it: no more decimals than it has, and a point only with them.
  public static func print(_ hundredths: Int) -> String {
    let whole = hundredths / 100, rest = hundredths % 100
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The names of the sources that a form lists.
  public static let sources = [
    "一般公共预算", "政府性基金预算", "国有资本经营预算", "专项资金", "债券资金", "其他资金",
  ]
}
