/// A budget submission as its authors mean it, before anything is printed.
///
/// Amounts are counted in hundredths of 万元, so that sums are exact.
package struct MadeSubmission: Sendable {
  package var city: String
  package var year: Int
  /// The number of projects and their sum that the letter states.
  package var statedCount: Int
  package var statedSum: Int
  package var rows: [Row]
  /// The summary's total.
  package var total: Int
  package var forms: [Form]

  /// A row of the summary.
  package struct Row: Sendable {
    package var number: Int
    package var unit: String
    package var department: String
    package var office: String
    package var project: String
    package var amount: String
    package var note: String
    /// What was spent, and what rate of the amount that is; empty where the summary prints neither.
    package var executed = ""
    package var rate = ""
    /// What a row below it says of a part of its amount; empty where there is none.
    package var part = ""
    /// The sum that a row below it states of the rows since the last such one; empty for none.
    package var subtotal = ""
  }

  /// A form: one project's goals and money.
  package struct Form: Sendable {
    package var project: String
    package var unit: String
    package var department: String
    package var head: String
    package var headPhone: String
    package var financeHead: String
    package var financePhone: String
    package var total: String
    /// The amounts by source, in the order of the printed sources; empty where nothing comes of it.
    package var funding: [String]
    package var fundingNote: String
    package var goal: String
    package var indicators: [Indicator]
    /// The least rate that the footnote demands.
    package var leastRate: Int
    /// What the project is about, in the words that its indicators use.
    package var subject: String
  }

  /// A line of a form's indicators.
  package struct Indicator: Sendable {
    package var level1: String
    package var level2: String
    package var name: String
    /// What stands between name and bound: ≥, ≤ or nothing.
    package var comparator: String
    package var bound: String
    package var boundUnit: String
    package var unit: String
    /// The target cell: a number, with a comparator where the form prints one.
    package var target: String
    /// Its weight, where the form prints a column of them.
    package var weight = ""
  }

  /// An amount as such tables print it: no more decimals than it has, and a point only with them.
  package static func print(_ hundredths: Int) -> String {
    let whole = hundredths / 100, rest = hundredths % 100
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The names of the sources that a form lists.
  package static let sources = [
    "一般公共预算", "政府性基金预算", "国有资本经营预算", "专项资金", "债券资金", "其他资金",
  ]
}
