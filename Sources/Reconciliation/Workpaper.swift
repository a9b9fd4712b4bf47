internal import TieoutModel

/// What the checks read of a submission, each thing read once.
///
/// A class, so that twenty checks hold one paper and copy nothing of it. What only a few of them ask
/// for, and of few forms, is read when somebody asks.
final class Workpaper {
  /// What is checked.
  let submission: Submission
  /// What follows from its profile alone.
  let tables: CheckTables
  /// Units, columns and their decimals.
  let context: MoneyContext
  /// The unit that is wrong over the whole summary; `nil` for none.
  let slip: TableSlip?
  /// The amount of each row, in the forms' unit; `nil` where there is none in a unit of money.
  let amounts: [MoneyPlace?]
  /// The total of each form; `nil` where there is none in a unit of money.
  let totals: [MoneyPlace?]
  /// Whether each row is an addend: no subtotal, and no part of another row.
  let isAddend: [Bool]
  /// The indicators of all forms, form by form.
  let indicators: [IndicatorRow]
  /// The places in `indicators` of each form's.
  private let indicatorsOfDetail: [Range<Int>]
  /// The summary's column and the forms' totals, added up.
  private(set) lazy var footing = Footing(self)
  /// The texts of sentences that have numbers.
  private(set) lazy var prose = ProseField.all(self)
  /// The profile's words for rates.
  private(set) lazy var rateWords = submission.profile.prepared(RateWords.init)
  /// What the forms are about.
  private(set) lazy var subjects = Subjects(submission)
  /// The letters of the forms' goals.
  private(set) lazy var goalLetters = GoalLetters(submission)
  /// The goals that are alike.
  private(set) lazy var goalCopies = GoalCopies(self)
  /// The goals that speak of another project and not of their own, by form.
  private(set) lazy var foreignGoals = ForeignProse.find(self)
  /// The repairs of damaged forms, counted from 1, by record; few records are asked for.
  private(set) lazy var damages: [String: [Int]] = readDamages()
  /// The names of the summary's rows.
  private(set) lazy var rowNames = bodies.rowNames
  /// The names of the forms.
  private(set) lazy var formNames = bodies.formNames
  private lazy var footed: [Bool?] = footParts()
  // No lazy properties: those are copied whenever an element changes.
  private var facts: [MoneyFact??]
  private lazy var outlooks: [MoneyOutlook?] = totals.indices.map {
    MoneyOutlook(detail: $0, self)
  }

  private var bodies: LinkedBodies

  /// Reads a submission whose rows are linked.
  convenience init(_ submission: Submission) {
    self.init(submission, Linker(submission).bodies())
  }

  /// Reads a submission that was linked by a linker, which knows the organisations already.
  init(_ submission: borrowing Submission, _ bodies: LinkedBodies) {
    self.submission = copy submission
    self.bodies = bodies
    let tables = submission.profile.prepared(CheckTables.init)
    self.tables = tables
    let context = MoneyContext(submission, tables)
    self.context = context
    // No closures: they would need copies of the submission.
    var amounts: [MoneyPlace?] = []
    amounts.reserveCapacity(submission.summary.rows.count)
    let rows = submission.summary.rows.span
    for place in rows.indices {
      amounts.append(
        submission.place(
          .row, of: rows[place].id, field: rows[place][submission.profile.summary.amount],
          unit: context.summaryUnit, floor: context.summaryFloor))
    }
    var totals: [MoneyPlace?] = []
    totals.reserveCapacity(submission.details.count)
    let details = submission.details.span
    for place in details.indices {
      totals.append(
        submission.place(
          .total, of: details[place].id, field: details[place][submission.profile.detail.total],
          unit: context.detailUnit, floor: context.detailFloor))
    }
    slip = TableSlip(submission, amounts: amounts, totals: totals)
    if let slip { for place in amounts.indices { amounts[place]?.shift(by: slip.step) } }
    self.amounts = amounts
    self.totals = totals
    var labels = AddendLabels()
    var isAddend: [Bool] = []
    isAddend.reserveCapacity(submission.summary.rows.count)
    for place in rows.indices {
      isAddend.append(labels.isAddend(rows[place].fields, submission))
    }
    self.isAddend = isAddend
    facts = Array(repeating: nil, count: submission.details.count)
    (indicators, indicatorsOfDetail) = Self.indicators(submission, tables)
  }

  /// The places in `indicators` of a form's own period; those of other periods stand behind them.
  func indicators(ofDetail detail: Int) -> Range<Int> { indicatorsOfDetail[detail] }

  /// The places in `indicators` of a form's, of whatever period.
  func allIndicators(ofDetail detail: Int) -> Range<Int> {
    let next =
      detail + 1 < indicatorsOfDetail.count ? indicatorsOfDetail[detail + 1].lowerBound : nil
    return indicatorsOfDetail[detail].lowerBound..<(next ?? indicators.count)
  }

  /// The parts of a form's total, of one group of parts; `nil` where none has an amount.
  func parts(ofDetail detail: Int, _ group: Int) -> Parts? {
    submission.parts(of: submission.details[detail], context.parts[group], context)
  }

  /// Whether the parts of one group surely add up to a form's total; `nil` where it has none.
  func isFooted(_ detail: Int, _ group: Int) -> Bool? {
    footed[detail * context.parts.count + group]
  }

  /// Every place that states a form's sum; `nil` where it states no total that can be read.
  func fact(ofDetail detail: Int) -> MoneyFact? {
    if let known = facts[detail] { return known }
    let fact = MoneyFact(detail: detail, self)
    facts[detail] = .some(fact)
    return fact
  }

  /// What a quick look at a form's money shows; `nil` where it states no total that can be read.
  func outlook(ofDetail detail: Int) -> MoneyOutlook? { outlooks[detail] }

  /// How the organisations and the departments of a pair relate; `nil` where a side names none.
  func organisations(
    row: Int, detail: Int
  ) -> (organisation: Organisations.Relation?, department: Organisations.Relation?) {
    bodies.relations(row: row, detail: detail)
  }

  /// The group of the profile's aliases that a form's organisation belongs to; `nil` for none.
  func aliasGroup(ofDetail detail: Int) -> Int? { bodies.aliasGroup(ofDetail: detail) }

  /// What a unit counts; `nil` where none is known.
  func measure(_ unit: UnitID) -> Measure? { tables.measures[unit] }

  private func readDamages() -> [String: [Int]] {
    var damages: [String: [Int]] = [:]
    for (place, repair) in submission.repairs.enumerated() where repair.rule == "ST07" {
      if let record = repair.record { damages[record, default: []].append(place + 1) }
    }
    return damages
  }

  private func footParts() -> [Bool?] {
    var footed: [Bool?] = []
    footed.reserveCapacity(totals.count * context.parts.count)
    for detail in submission.details.indices {
      let total = totals[detail]?.yuan
      for columns in context.parts {
        footed.append(submission.isFooted(detail, columns, total: total))
      }
    }
    return footed
  }

  private static func indicators(
    _ submission: Submission, _ tables: CheckTables
  ) -> ([IndicatorRow], [Range<Int>]) {
    var indicators: [IndicatorRow] = []
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(submission.details.count)
    let details = submission.details.span
    indicators.reserveCapacity(count(tables.indicators, details))
    for detail in details.indices {
      let first = indicators.count
      var others: [IndicatorRow] = []
      let groups = details[detail].groups.span
      for columns in tables.indicators {
        for group in groups.indices where groups[group].name == columns.group {
          let items = groups[group].items.span
          for place in items.indices {
            let row = IndicatorRow(
              detail, columns, columns.read(items[place], place: place, submission), submission,
              tables.measures)
            if row.indicator.isOfOtherPeriod {
              others.append(row)
            } else {
              indicators.append(row)
            }
          }
          break
        }
      }
      ranges.append(first..<indicators.count)
      if !others.isEmpty { indicators += others }
    }
    return (indicators, ranges)
  }

  /// The number of indicators of all forms.
  private static func count(_ columns: [IndicatorColumns], _ details: Span<Record>) -> Int {
    var count = 0
    for detail in details.indices {
      let groups = details[detail].groups.span
      for group in groups.indices where columns.contains(where: { $0.group == groups[group].name })
      {
        count += groups[group].items.count
      }
    }
    return count
  }
}
