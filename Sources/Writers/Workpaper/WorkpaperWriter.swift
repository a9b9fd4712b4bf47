public import TieoutModel

/// Writes `workpaper.xlsx`: the tie-out as a workbook that an auditor goes on with and signs.
///
/// Sums and differences are formulas, so that they follow what is typed; amounts are numbers where a
/// spreadsheet keeps them to the digit, and characters where it would not.
public enum WorkpaperWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "xlsx"
  /// The file's name.
  public static let fileName = "workpaper.xlsx"
  /// Who signs on paper or elsewhere needs none.
  public static let isOnRequest = true

  /// Appends the workbook.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    var paper = Workpaper(submission, options.language)
    paper.addSheets()
    paper.workbook.write(into: &output)
  }
}

/// A workpaper under construction.
struct Workpaper {
  /// What it tells of.
  let submission: Submission
  /// In which language.
  let language: Language
  /// What people call the records.
  let names: RecordNames
  /// Where the sums stand.
  let tieOut: TieOut
  /// The decimals of the amounts that are tied out.
  let decimals: Int
  /// The workbook.
  var workbook: Workbook
  /// Where records and the parts of forms stand, by identifier and by path, as targets of links.
  var targets: [String: String] = [:]
  /// The places of the findings on each record that still count.
  private(set) var findings: [String: [Int]] = [:]
  /// Where the first finding on a record stands.
  var firstFinding: [String: String] = [:]
  /// The places of the sums on the sheet of the tie-out.
  var sums = Sums()

  /// The places of the sums on the sheet of the tie-out, as formulas name them.
  struct Sums {
    var stated = ""
    var rows = ""
    var forms = ""
    var rowsDifference = ""
    var formsDifference = ""
  }

  /// The name by which formulas know what is material.
  static let materiality = "materiality"

  /// Begins the workpaper of a submission.
  init(_ submission: Submission, _ language: Language) {
    self.submission = submission
    self.language = language
    names = RecordNames(submission)
    tieOut = TieOut(submission)
    let records = submission.summary.rows + submission.details
    var scales = records.compactMap { [tieOut] in tieOut.amount(of: $0, submission)?.scale }
    if let stated = tieOut.stated?.quantity?.scale { scales.append(stated) }
    for (index, finding) in submission.findings.enumerated() where !submission.isSettled(finding) {
      for record in finding.records { findings[record, default: []].append(index) }
    }
    decimals = CellStyle.decimals(Int(scales.max() ?? 0))
    let title = submission.metadata.title ?? submission.profile.title.text(language)
    workbook = Workbook(title: title)
    workbook.date = submission.metadata.day ?? ""
    workbook.font = language == .chinese ? "等线" : "Calibri"
  }

  /// The wording in the language of the workpaper.
  func word(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// What people call a record.
  func record(_ id: String) -> String { submission.words(forRecord: id).text(language) }

  /// Makes all sheets: what others refer to comes first, and the cover to the front.
  mutating func addSheets() {
    placeRecords()
    let details = detailSheet()
    let indicators = itemSheet()
    let findings = findingSheet()
    let ties = tieOutSheet()
    let cover = coverSheet()
    workbook.sheets = [cover, ties, findings, details, indicators, repairSheet(), ledgerSheet()]
    for index in workbook.sheets.indices {
      workbook.sheets[index].fitNumbers()
      // The cover has cells for them.
      if index > 0 { workbook.sheets[index].pageHead = pageHead }
    }
  }

  /// What each printed page has room for: its number among the papers, and who made and reviewed it.
  private var pageHead: String {
    let blank = "__________"
    return word(
      "索引号 \(blank)  编制人 \(blank)  日期 \(blank)  复核人 \(blank)  日期 \(blank)",
      "Index \(blank)  Prepared \(blank)  Date \(blank)  Reviewed \(blank)  Date \(blank)")
  }

  // MARK: Names of the sheets

  var tieOutName: String { word("汇总核对", "Tie-out") }
  var findingsName: String { word("问题", "Findings") }
  var detailsName: String { word("明细表", "Details") }
  var itemsName: String { word("指标", "Indicators") }

  /// Decides in which row each record will stand.
  private mutating func placeRecords() {
    for (index, row) in submission.summary.rows.enumerated() {
      targets[row.id] = "'\(tieOutName)'!A\(index + 2)"
    }
    for (index, form) in submission.details.enumerated() {
      targets[form.id] = "'\(detailsName)'!A\(index + 2)"
    }
    if let total = submission.summary.total {
      let unlinked = submission.details.indices.count { submission.link(ofDetail: $0) == nil }
      targets[total.id] = "'\(tieOutName)'!A\(submission.summary.rows.count + unlinked + 2)"
    }
  }
}
