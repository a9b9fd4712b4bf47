public import TieoutModel

/// Writes the report for people: what ties out, what somebody must see, what was repaired.
///
/// Totals first, then findings by severity, each with its values, places and the printed line, then
/// repairs, then text that nobody claimed. The last line is a tally for machines.
public enum TextReport: Writer {
  /// `text`.
  public static let format = "text"
  /// `report.txt`.
  public static let fileName = "report.txt"

  /// Appends the report.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    var page = ReportPage(options)
    let names = RecordNames(submission)
    page.head(submission)
    page.totals(submission)
    page.findings(submission, names)
    page.decisions(submission)
    page.comparison(submission)
    if options.listsTicks { page.ticks(submission) }
    page.repairs(submission, names)
    page.remarks(submission)
    page.unplaced(submission)
    page.gap()
    page.put(ReportTally(submission, exitCode: options.exitCode).line)
    page.end()
    output.raw(page.buffer, 0..<page.buffer.count)
  }
}

extension ReportPage {
  /// What was read, and by which profile.
  fileprivate mutating func head(_ submission: Submission) {
    let profile = submission.profile
    put("Tieout \(Generator.version)", .strong)
    put(" · " + profile.title.text(language))
    end()
    if profile.isGeneric {
      put("  " + word("按重复出现的表格和标签读取", "read by what repeats in the papers"), .faint)
    } else {
      put("  " + word("模板 ", "profile ") + "\(profile.id) \(profile.version)", .faint)
      put(word("，契合度 ", ", match ") + "\(submission.profileScore) %", .faint)
    }
    end()
    for source in submission.document.sources {
      let size = word(
        "\(source.lines) 行，\(source.byteCount) 字节",
        "\(source.lines) lines, \(source.byteCount) bytes")
      put("  \(source.name)")
      put("  \(source.format) · \(size)", .faint)
      end()
    }
  }

  /// What the reader and the stages had to say.
  fileprivate mutating func remarks(_ submission: Submission) {
    let remarks = submission.document.remarks
    guard !remarks.isEmpty else { return }
    heading(word("读入说明", "Remarks on reading") + " (\(remarks.count))")
    for remark in remarks {
      let location = submission.document.location(ofSource: remark.at)
      let place = submission.place(location, language)
      text(remark.message.text(language), indent: 2, mark: place + "  ")
    }
  }

  /// The text that nobody claimed, all of it: one entry a line, however many cells it had.
  fileprivate mutating func unplaced(_ submission: Submission) {
    let runs = submission.unplaced()
    guard !runs.isEmpty else { return }
    var entries: [(place: String, text: String)] = []
    for run in runs {
      let place = submission.place(of: run, language)
      let text = submission.document.string(run)
      if let last = entries.indices.last, entries[last].place == place {
        entries[last].text += " ¦ " + text
      } else {
        entries.append((place, text))
      }
    }
    let scalars = submission.ledgerTotals().unplaced
    heading(word("未归位的文字（\(scalars) 字）", "Unplaced text (\(scalars) characters)"))
    let column = entries.map { Display.width($0.place) }.max() ?? 0
    for entry in entries {
      let blank = String(repeating: " ", count: column - Display.width(entry.place))
      text(entry.text, indent: 2, mark: entry.place + blank + " │ ")
    }
  }
}
