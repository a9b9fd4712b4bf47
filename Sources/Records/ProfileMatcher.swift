public import TieoutModel

/// Tells how well a document fits a profile, before anything is interpreted.
public enum ProfileMatcher {
  /// The score, in hundredths, from which a profile counts as fitting.
  public static let threshold = 40
  /// Cells that are looked at: a submission shows its summary and a first form early.
  private static let sample = 4000

  /// Whether a line of the document ends as titles of the profile do: it is of the family, however
  /// little else of it can be read.
  public static func hasTitle(_ document: Document, _ profile: Profile) -> Bool {
    guard !isExcluded(document, profile) else { return false }
    let endings = TitleEndings(profile)
    return document.rows.contains { row in
      guard row.isLine, row.cellCount == 1 else { return false }
      return endings.kind(document.cells[Int(row.firstCell)].text, document.text) != nil
    }
  }

  /// The share of the profile's columns and fields whose labels stand in the document, in hundredths.
  public static func score(_ document: Document, _ profile: Profile) -> Int {
    let expected = profile.prepared(ExpectedLabels.init)
    guard expected.count > 0, !isExcluded(document, profile) else { return 0 }
    var isSeen = Array(repeating: false, count: expected.count)
    var missing = expected.count
    var key: [UInt8] = []
    for cell in document.cells.prefix(sample) where !cell.text.isEmpty {
      guard missing > 0 else { break }
      var label = profile.labels.enumeratedLabel(cell.text, in: document.text, &key)
      if label == .none, let (rest, _) = cell.text.withoutYear(in: document.text) {
        label = profile.labels.label(rest, in: document.text, &key)
      }
      guard label != .none else { continue }
      for place in expected.places(of: label) where !isSeen[place] {
        isSeen[place] = true
        missing -= 1
      }
    }
    if missing > 0, expected.hasLines {
      for label in labelsInLines(document, profile) where label != .none {
        for place in expected.places(of: label) where !isSeen[place] {
          isSeen[place] = true
          missing -= 1
        }
      }
    }
    return (expected.count - missing) * 100 / expected.count
  }

  /// Whether a line says that the document is of another family.
  private static func isExcluded(_ document: Document, _ profile: Profile) -> Bool {
    guard !profile.excludes.isEmpty else { return false }
    return document.rows.prefix(sample).contains { row in
      row.isLine
        && row.cells.contains { cell in
          profile.excludes.contains { document.contains($0, in: document.cells[cell].text) }
        }
    }
  }

  /// The labels with which lines begin, a colon behind them.
  private static func labelsInLines(_ document: Document, _ profile: Profile) -> Set<LabelID> {
    var labels: Set<LabelID> = []
    var key: [UInt8] = []
    for row in document.rows.prefix(sample) where row.isLine {
      let line = document.cells[Int(row.firstCell)].text.range
      let colon = line.prefix(90).firstIndex {
        document.text[$0] == 0x3A
          || document.text[$0] == 0xEF && $0 + 2 < line.upperBound
            && document.text[$0 + 1] == 0xBC && document.text[$0 + 2] == 0x9A
      }
      guard let colon, colon > line.lowerBound else { continue }
      let slice = Slice(line.lowerBound..<colon)
      labels.insert(profile.labels.enumeratedLabel(slice, in: document.text, &key))
    }
    return labels
  }
}
