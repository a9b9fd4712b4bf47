public import TieoutModel

/// The check catalogue for people: a table, and each check's manual.
public enum CatalogueReport {
  /// Appends the catalogue as a table: identifier, gravest severity, title, and the name where there
  /// is room for it.
  public static func table(
    _ entries: [CatalogueEntry], _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    var page = ReportPage(options)
    let severities = entries.map { $0.manual?.gravest.word(options.language) ?? "" }
    let titles = entries.map { $0.heading.text(options.language) }
    let severity = severities.map { Display.width($0) }.max() ?? 0
    let title = titles.map { Display.width($0) }.max() ?? 0
    let start = 6 + severity + 2
    for (index, entry) in entries.enumerated() {
      page.put(entry.id, .strong)
      page.pad(to: 6)
      page.put(severities[index], entry.manual?.gravest.style ?? .plain)
      page.pad(to: start)
      page.put(titles[index], atMost: page.width - start)
      if start + title + 2 + Display.width(entry.name) <= page.width {
        page.pad(to: start + title + 2)
        page.put(entry.name, .faint)
      }
      page.end()
    }
    output.raw(page.buffer, 0..<page.buffer.count)
  }

  /// Appends what people read about one check, and what it found in a submission.
  public static func manual(
    _ entry: CatalogueEntry, in submission: Submission? = nil, _ options: WriteOptions,
    into output: inout ByteBuffer
  ) {
    var page = ReportPage(options)
    page.manual(entry)
    if let submission { page.findings(about: { $0.check == entry.id }, submission) }
    output.raw(page.buffer, 0..<page.buffer.count)
  }
}

extension ReportPage {
  /// What people read about one check.
  mutating func manual(_ entry: CatalogueEntry) {
    put("\(entry.id) ", .strong)
    put(entry.heading.text(language), .strong)
    put("  \(entry.name)", .faint)
    end()
    guard let manual = entry.manual else { return }
    let sections = manual.sections
    let indent = (sections.map { Display.width($0.title.text(language)) }.max() ?? 0) + 4
    for section in sections {
      let title = section.title.text(language)
      let gap = String(repeating: " ", count: indent - 2 - Display.width(title))
      text(section.text.text(language), indent: 2, mark: title + gap)
    }
  }
}

extension CatalogueEntry {
  /// The title where it stands alone: findings put it into sentences.
  var heading: Message {
    Message(zh: title.zh, en: title.en.prefix(1).uppercased() + title.en.dropFirst())
  }
}

extension CheckManual {
  /// Its parts with their titles, in the order in which they are read.
  var sections: [(title: Message, text: Message)] {
    [
      (Message(zh: "核对", en: "what"), what),
      (Message(zh: "缘由", en: "why"), why),
      (Message(zh: "举例", en: "example"), example),
      (Message(zh: "不适用", en: "not when"), unless),
      (Message(zh: "判定", en: "decided"), decided),
    ]
  }
}

extension Severity {
  /// The word for it.
  func word(_ language: Language) -> String {
    guard language == .chinese else { return name }
    return switch self {
    case .error: "错误"
    case .warning: "警告"
    case .review: "复核"
    case .note: "提示"
    }
  }
}
