internal import TieoutModel

/// Gives forms the lines right above them that name what the summary lists, the first among them.
///
/// - before: form 1 ends with `Application no: G-02`, since no label of the profile introduces form 2
/// - after: form 2 begins with it, as form 1 does with `Application no: G-01`
/// - leaves alone: forms below a known title; lines of words that stand behind the last form's table as
///   well, since they end the others; lines that name nothing of the summary (`Prepared by: A. Clark`) or
///   twice the same; lines of other words above each form, and page numbers
struct LinesAboveForms {
  let rows: FormRowKinds
  let titles: [Document.Region.Kind?]
  private var document: Document { rows.document }
  /// How many such lines a form has at the most.
  private static let most = 4

  func taken(by regions: [Document.Region]) -> [Document.Region] {
    let forms = regions.indices.filter { regions[$0].kind == .form && $0 > 0 }
    guard let first = forms.first, let last = forms.last, first < last,
      !forms.contains(where: { hasTitle(regions[$0]) })
    else { return regions }
    lazy var listed = listed(regions)
    lazy var endings = endings(of: regions[last])
    var taken = [Int](repeating: 0, count: regions.count)
    var seen = taken
    for count in 1...Self.most {
      let shared = words(above: regions[first], count, behind: regions[first - 1])
      guard let shared, !endings.contains(shared) else { break }
      let having = forms.filter { form in
        seen[form] == count - 1
          && words(above: regions[form], count, behind: regions[form - 1]) == shared
      }
      guard having.count > 1, having.count * 2 > forms.count else { break }
      for form in having { seen[form] = count }
      let names = having.map { value(regions[$0].rows.lowerBound - count) }
      if Set(names).count == names.count, names.allSatisfy(listed.contains) { taken = seen }
    }
    return regions.indices.compactMap { place in
      let next = place + 1 < regions.count ? taken[place + 1] : 0
      let rows = regions[place].rows
      let start = rows.lowerBound - taken[place]
      guard start < rows.upperBound - next else { return nil }
      return Document.Region(kind: regions[place].kind, rows: start..<rows.upperBound - next)
    }
  }

  /// The texts of the summary's cells, without blanks.
  private func listed(_ regions: [Document.Region]) -> Set<[UInt8]> {
    var texts: Set<[UInt8]> = []
    for region in regions where region.kind == .summary {
      for row in region.rows where !document.rows[row].isLine {
        for cell in document.rows[row].cells where !document.cells[cell].text.isEmpty {
          texts.insert(solid(document.cells[cell].text.range))
        }
      }
    }
    return texts
  }

  /// The words of all lines behind the first table of the last form.
  private func endings(of last: Document.Region) -> Set<[UInt8]> {
    let table = last.rows.first { !document.rows[$0].isLine } ?? last.rows.upperBound
    let lines = (table..<document.rows.count).filter { document.rows[$0].isLine }
    return Set(lines.map { words($0) })
  }

  private func hasTitle(_ form: Document.Region) -> Bool {
    form.rows.prefix { document.rows[$0].isLine }.contains { titles[$0] != nil }
  }

  /// The words of the line that stands some lines above a form, with nothing but lines between; `nil`
  /// where it belongs to what goes before.
  private func words(
    above form: Document.Region, _ count: Int, behind other: Document.Region
  ) -> [UInt8]? {
    let row = form.rows.lowerBound - count
    guard row >= other.rows.lowerBound, titles[row] == nil,
      (row..<form.rows.lowerBound).allSatisfy({ document.rows[$0].isLine })
    else { return nil }
    let words = words(row)
    return words.isEmpty ? nil : words
  }

  /// The words of a line up to its colon, without numbers; none where it counts pages.
  private func words(_ row: Int) -> [UInt8] {
    let slice = rows.slice(row)
    guard !Marginalia.holds(slice, document) else { return [] }
    let end = colon(in: slice)?.lowerBound ?? Int(slice.end)
    return solid(Int(slice.start)..<end).filter { !$0.isDigitASCII }
  }

  /// What stands behind the colon of a line.
  private func value(_ row: Int) -> [UInt8] {
    let slice = rows.slice(row)
    return solid((colon(in: slice)?.upperBound ?? Int(slice.end))..<Int(slice.end))
  }

  private func colon(in slice: Slice) -> Range<Int>? {
    ["：", ":"].compactMap { document.text.first(of: Array($0.utf8), in: slice.range) }
      .min { $0.lowerBound < $1.lowerBound }
  }

  private func solid(_ range: Range<Int>) -> [UInt8] {
    document.text[range].filter { !$0.isBlankASCII }
  }
}
