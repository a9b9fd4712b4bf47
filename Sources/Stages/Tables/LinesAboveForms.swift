internal import TieoutModel

/// Gives forms the lines right above them that stand above most of them, the first among them.
///
/// - before: form 1 ends with `Application no: G-02`, since no label of the profile introduces form 2
/// - after: form 2 begins with it, as form 1 does with `Application no: G-01`
/// - leaves alone: forms below a known title; lines that stand behind the last form as well, since they
///   end the others; lines of other words above each form, and page numbers
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
    let endings = Set(
      regions[last].rows.reversed().prefix { document.rows[$0].isLine }.map { words($0) })
    var taken = [Int](repeating: 0, count: regions.count)
    for count in 1...Self.most {
      let shared = words(above: regions[first], count, behind: regions[first - 1])
      guard let shared, !endings.contains(shared) else { break }
      let having = forms.filter { form in
        taken[form] == count - 1
          && words(above: regions[form], count, behind: regions[form - 1]) == shared
      }
      guard having.count > 1, having.count * 2 > forms.count else { break }
      for form in having { taken[form] = count }
    }
    return regions.indices.compactMap { place in
      let next = place + 1 < regions.count ? taken[place + 1] : 0
      let rows = regions[place].rows
      let start = rows.lowerBound - taken[place]
      guard start < rows.upperBound - next else { return nil }
      return Document.Region(kind: regions[place].kind, rows: start..<rows.upperBound - next)
    }
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
    let colon = ["：", ":"].compactMap {
      document.text.first(of: Array($0.utf8), in: slice.range)?.lowerBound
    }.min()
    return document.text[Int(slice.start)..<(colon ?? Int(slice.end))].filter {
      !$0.isBlankASCII && !$0.isDigitASCII
    }
  }
}
