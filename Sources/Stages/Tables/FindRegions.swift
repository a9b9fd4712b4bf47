internal import TieoutModel

/// Tells what the rows belong to: prose, a printed piece of the summary, a form.
///
/// A piece of the summary begins where its header stands, a form where the label of its key stands
/// or where the first table row follows a form's title, or the line of its key, if it has no table. Lines
/// before them (titles, captions, the attachment's number) go with what they introduce.
enum FindRegions: Stage {
  static let name = "find-regions"

  static func prepare(_ profile: inout Profile) { profile.prepare(TitleLines.init) }

  static func run(_ document: inout Document, _ profile: Profile) {
    guard document.regions.isEmpty, !document.rows.isEmpty else { return }
    var titles = profile.prepared(TitleLines.init).kinds(document)
    let rows = FormRowKinds(document: document, profile: profile)
    LineFormTitles(rows).add(to: &titles)
    let regions = RegionFinder(rows, titles: titles).regions()
    document.regions = OtherTables.without(
      LinesAboveForms(rows: rows, titles: titles).taken(by: regions), document, profile, titles)
    LostTables.remark(&document, titles: titles)
    for region in document.regions {
      for row in region.rows where titles[row] == region.kind {
        document.rows[row].role = .title
      }
    }
  }
}

/// Finds where regions begin; a class, so that asking about each row copies nothing.
private final class RegionFinder {
  let document: Document
  let profile: Profile
  let titles: [Document.Region.Kind?]
  /// Whether the summary has a column of numbers; one that papers do without tells nothing apart.
  private let needsSequence: Bool
  /// The labels of lines that end forms; known from the first form on.
  private var endings: Set<LabelID> = []
  private var continued: ContinuedForms
  private var tops: FormTops

  init(_ rows: FormRowKinds, titles: [Document.Region.Kind?]) {
    let (document, profile) = (rows.document, rows.profile)
    (self.document, self.profile, self.titles) = (document, profile, titles)
    needsSequence =
      profile.summary.columns.first { $0.name == profile.summary.sequence }
      .map { !$0.isOptional } ?? false
    continued = ContinuedForms(document: document, profile: profile, titles: titles)
    tops = FormTops(rows)
  }

  /// A form of which no row of a table has been seen: its title, and whether its key stood below.
  private struct LinesOnly {
    var title: Int?
    var hasKey = false
    /// Where it begins, as it ends.
    var start: Int? { hasKey ? title : nil }
  }

  func regions() -> [Document.Region] {
    var starts: [(row: Int, kind: Document.Region.Kind)] = [(0, .prose)]
    var gapStart = 0
    var title: Document.Region.Kind?
    var hasKey = false
    var lines = LinesOnly()
    var hasTotal = false
    let all = document.cells
    let cells = all.span
    for (index, row) in document.rows.enumerated() {
      if row.isLine {
        if titles[index] == .form {
          if lines.hasKey { gapStart = index }
          if let start = lines.start { starts.append((start, .form)) }
          lines = LinesOnly(title: index)
        } else if lines.title != nil, isLineKey(row) {
          lines.hasKey = true
        }
        title = titles[index] ?? (title == nil && isLineKey(row) ? .form : title)
        continue
      }
      let (isKey, mayHead) = labels(of: row, cells)
      if mayHead, isSummaryHeader(index, title: title, starts.last?.kind) {
        if let start = lines.start {
          starts.append((start, .form))
          gapStart = max(gapStart, start + 1)
        }
        starts.append((introduction(of: .summary, gapStart..<index), .summary))
        hasTotal = false
      } else if title == .summary, hasTotal, starts.last?.kind == .summary,
        let start = (gapStart..<index).last(where: { titles[$0] == .summary })
      {
        // Behind the total a title heads another table: sums by account, by department.
        starts.append((start, .prose))
      } else if title == .form, hasKey, let form = starts.last, form.kind == .form,
        !isKey || continued.repeats(form.row, at: index),
        continued.goOn(form.row..<gapStart, at: index, endings: endings)
      {
        // The form's title stands on each of its pages.
      } else if title == .form || isKey && (starts.last?.kind != .form || hasKey) {
        let before = starts[starts.count - 1].row
        let top = isKey ? tops.top(of: index, behind: before) : index
        let gap = top < index ? tops.lines(above: top, behind: before) : gapStart..<index
        if !starts.contains(where: { $0.kind == .form }) { readEndings(firstGap: gap) }
        starts.append((introduction(of: .form, gap), .form))
        hasKey = false
      } else if hasTotal, let summary = starts.last, summary.kind == .summary,
        isOtherTable(index, behind: summary.row..<gapStart)
      {
        starts.append((gapStart, .prose))
      }
      hasKey = hasKey || isKey
      if isKey, let form = starts.last, form.kind == .form {
        tops.note(key: index, ofFormAt: form.row)
      }
      // Only a row of the summary can end it.
      if !hasTotal, starts.last?.kind == .summary { hasTotal = isTotal(row, cells) }
      lines = LinesOnly()
      title = nil
      gapStart = index + 1
    }
    if let start = lines.start { starts.append((start, .form)) }
    return starts.indices.compactMap { place in
      let end = place + 1 < starts.count ? starts[place + 1].row : document.rows.count
      let rows = starts[place].row..<end
      return rows.isEmpty ? nil : Document.Region(kind: starts[place].kind, rows: rows)
    }
  }

  /// Whether a row heads the columns of the summary.
  ///
  /// The column of numbers and the key tell it from a form whose labels stand above its values;
  /// where one of them is unreadable, a title of the summary decides; behind forms, if the key can be
  /// read. Some papers do without the numbers: then four heads and no other, the key and the amount
  /// among them, over rows of values, before any form. Other heads than the profile's are half as many
  /// at the most, unless the numbers, the key and the amount are among them before any form.
  private func isSummaryHeader(
    _ place: Int, title: Document.Region.Kind?, _ region: Document.Region.Kind?
  ) -> Bool {
    let heads = SummaryHeads(place, document, profile)
    guard heads.count >= SummaryHeads.least else { return false }
    let isWhole = region != .form && heads.hasSequence && heads.hasKey && heads.hasAmount
    guard isWhole || heads.others <= heads.count / 2 else { return false }
    let hasKey = heads.hasKey || profile.summary.key == nil
    if (heads.hasSequence || !needsSequence) && hasKey { return true }
    if title == .summary && (hasKey || region != .form) { return true }
    return region == .prose && hasKey && heads.hasAmount && heads.count >= 4 && heads.others == 0
      && standsOverRows(heads.isOfTwoRows ? place + 1 : place)
  }

  /// Whether two rows without a label of a form stand below a row, as entries stand below a head.
  private func standsOverRows(_ place: Int) -> Bool {
    let below = document.rows[(place + 1)...].prefix(2)
    return below.count == 2
      && below.allSatisfy { row in
        !row.isLine && row.cells.count { !document.cells[$0].text.isEmpty } > 1
          && !row.cells.contains {
            profile.meanings.traits(document.cells[$0].label).contains(.field)
          }
      }
  }

  /// Whether a row gives a form's key: its label with a value behind, or a head of labels; and
  /// whether it has labels enough to head the summary.
  @inline(__always)
  private func labels(
    of row: Document.Row, _ cells: Span<Document.Cell>
  ) -> (isKey: Bool, mayHead: Bool) {
    var filled = 0
    var labels = 0
    var heads = 0
    var found = false
    let meanings = profile.meanings
    let cells = cells.extracting(row.cells)
    for index in cells.indices where !cells[index].text.isEmpty {
      filled += 1
      guard cells[index].label != .none else { continue }
      let traits = meanings.traits(cells[index].label)
      if traits.contains(.summaryColumn) || traits.contains(.summaryRow) && filled > 1 {
        heads += 1
      }
      if traits.isOfForm { labels += 1 }
      if traits.contains(.key) { found = true }
    }
    found = found && !meanings.headsGroup(cells)
    return (found && (labels < filled || labels >= 3 || filled == 1), heads >= 2)
  }

  /// Whether another table begins behind the total, without a title: under words alone, few of them
  /// labels, with no number where the rows of the summary have theirs.
  private func isOtherTable(_ place: Int, behind summary: Range<Int>) -> Bool {
    let block = document.blocks[document.blocks.partitionPoint { Int($0.firstRow) <= place } - 1]
    guard Int(block.firstRow) == place, block.rowCount > 2 else { return false }
    let heads = document.rows[place].cells.map { document.cells[$0] }.filter { !$0.text.isEmpty }
    guard heads.count > 2, heads.allSatisfy({ !$0.text.hasDigit(in: document.text) }),
      heads.count(where: { $0.label != .none }) * 2 < heads.count
    else { return false }
    func isNumbered(_ row: Int) -> Bool {
      let first = document.cells[Int(document.rows[row].firstCell)]
      return first.column == 0 && Quantity.whole(document.text, first.text) != nil
    }
    return summary.count(where: isNumbered) > 1 && !block.rows.contains(where: isNumbered)
  }

  /// Whether a row begins with the word of a total.
  private func isTotal(_ row: Document.Row, _ cells: Span<Document.Cell>) -> Bool {
    for index in row.cells where !cells[index].text.isEmpty {
      return profile.meanings.summaryRow(cells[index].label) == .total
    }
    return false
  }

  /// Whether a line of prose gives a form's key.
  private func isLineKey(_ row: Document.Row) -> Bool {
    row.cellCount > 1
      && row.cells.contains { profile.meanings.traits(document.cells[$0].label).contains(.key) }
  }

  /// Finds the labels of the lines that stand behind the last form and not before the first.
  ///
  /// Between two forms they end the one above. The last form ends with the paper, or where the summary
  /// begins.
  private func readEndings(firstGap gap: Range<Int>) {
    func labels(_ rows: Range<Int>) -> Set<LabelID> {
      Set(rows.flatMap { document.rows[$0].cells.map { document.cells[$0].label } })
    }
    let summary = titles.lastIndex(of: .summary).flatMap { $0 > gap.upperBound ? $0 : nil }
    let end = summary ?? document.rows.count
    guard let last = document.rows[..<end].lastIndex(where: { !$0.isLine }) else { return }
    endings = labels(last + 1..<end).subtracting(labels(gap))
  }

  /// Where the lines begin that introduce what follows a gap between table rows.
  private func introduction(of kind: Document.Region.Kind, _ gap: Range<Int>) -> Int {
    var start = gap.upperBound
    if let title = gap.last(where: { titles[$0] == kind }) {
      start = title
      // A form begins with its title: other values above it end what stands before.
      if kind == .form {
        while start > gap.lowerBound, titles[start - 1] == kind || precedesTitle(start - 1) {
          start -= 1
        }
        return start
      }
    } else if let line = gap.first(where: { introduces(kind, $0) }) {
      start = line
    }
    while start > gap.lowerBound, introduces(kind, start - 1) || isCaption(of: kind, start - 1) {
      start -= 1
    }
    return start
  }

  /// Whether a line directly above holds the words of a caption that is a whole line.
  private func isCaption(of kind: Document.Region.Kind, _ row: Int) -> Bool {
    guard kind == .summary, document.rows[row].cellCount == 1 else { return false }
    let line = document.cells[Int(document.rows[row].firstCell)].text
    return profile.summary.fields.contains { field in
      field.containing.contains { document.text.first(of: Array($0.utf8), in: line.range) != nil }
    }
  }

  /// Whether a line may stand above the title of a form: an attachment's number, a reference, a unit,
  /// a body, unless such lines end forms.
  ///
  /// Persons, telephones and sums end what stands before.
  private func precedesTitle(_ row: Int) -> Bool {
    let detail = profile.detail
    var isLabelled = false
    for index in document.rows[row].cells where document.cells[index].label != .none {
      let label = document.cells[index].label
      isLabelled = true
      guard !endings.contains(label),
        detail.fields.contains(where: {
          $0.isLine && $0.labels.contains(label)
            && ($0.name == detail.attachment || [.code, .unit, .organisation].contains($0.type))
        })
      else { return false }
    }
    return isLabelled
  }

  private func introduces(_ kind: Document.Region.Kind, _ row: Int) -> Bool {
    if titles[row] == kind { return true }
    let fields = kind == .form ? profile.detail.fields : profile.summary.fields
    for index in document.rows[row].cells {
      let cell = document.cells[index]
      // The line that ends a form introduces nothing.
      if cell.label != .none, !endings.contains(cell.label),
        fields.contains(where: {
          $0.labels.contains(cell.label) && ($0.isLine || kind == .summary)
            && $0.name != profile.detail.footnote
        })
      {
        return true
      }
    }
    return false
  }
}
