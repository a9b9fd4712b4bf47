import TieoutModel

/// Words and figures for findings on one indicator.
struct IndicatorFinding {
  private let row: IndicatorRow
  private let paper: Workpaper

  /// Takes an indicator of a paper.
  init(_ row: IndicatorRow, _ paper: Workpaper) {
    self.row = row
    self.paper = paper
  }

  private var submission: Submission { paper.submission }
  private var record: Record { paper.submission.details[row.detail] }

  /// Its figures and its unit, as evidence.
  var values: [Finding.Evidence] {
    submission.evidence(row, of: record)
  }

  /// A figure in words, with its comparator and its unit: `≥90%`.
  var figure: String {
    let indicator = row.indicator
    let (field, unit) =
      indicator.target?.quantity != nil || indicator.bound == nil
      ? (indicator.target, row.unitOfTarget) : (indicator.bound, row.unitOfBound)
    guard let field else { return "" }
    let sign = (indicator.targetComparator ?? indicator.comparator)?.sign ?? ""
    return sign + submission.text(field) + submission.profile.units.name(unit)
  }

  /// Which indicator it is, where it stands, and what is to be said about it.
  ///
  /// A row that had to be repaired may have lost what is missed: the finding then stays open and
  /// names the repair.
  func finding(
    _ check: String, _ severity: Severity, on role: GroupSpec.Role, _ words: Message
  ) -> Finding {
    let spec = submission.profile.detail.groups.first { $0.name == row.group }
    let field = spec?.roles[role].map { submission.path($0, item: item) }
    let repair = row.indicator.repair
    let record = record
    let isDamaged = repair > 0
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.say("指标", " indicator ")
    sentence.add(row.indicator.place + 1)
    sentence.say("“", " “")
    sentence.add(submission.document.string(row.indicator.title))
    sentence.say("”")
    sentence.addPlace(of: row.indicator.at, submission.document)
    sentence.say("：", ": ")
    sentence.add(words)
    if isDamaged {
      sentence.say(
        "此行版面受损，可能出于识别。", " The row is damaged, and recognition may be the cause.")
    }
    return Finding(
      check: check, severity: isDamaged ? .review : severity, verdict: isDamaged ? .open : .broken,
      subject: Subject(record: record.id, field: field), message: sentence.message,
      values: submission.evidence(row, of: record),
      related: isDamaged ? ["r\(repair)"] : [])
  }

  private var item: (group: FieldName, place: Int) { (row.group, row.indicator.place) }
}
