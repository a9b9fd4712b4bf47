public import TieoutModel

/// Tells how well a document fits a profile, before anything is interpreted.
public enum ProfileMatcher {
  /// The score, in hundredths, from which a profile counts as fitting.
  public static let threshold = 40
  /// Cells that are looked at: a submission shows its summary and a first form early.
  private static let sample = 4000

  /// The share of the profile's columns and fields whose labels stand in the document, in hundredths.
  public static func score(_ document: Document, _ profile: Profile) -> Int {
    let expected =
      profile.summary.columns.filter { !$0.isOptional }.map(\.labels)
      + profile.detail.fields.filter { !$0.isLine && !$0.labels.isEmpty }.map(\.labels)
    guard !expected.isEmpty else { return 0 }
    var isSeen = Array(repeating: false, count: expected.count)
    var missing = expected.count
    var key: [UInt8] = []
    for cell in document.cells.prefix(sample) where !cell.text.isEmpty {
      guard missing > 0 else { break }
      let label = profile.labels.enumeratedLabel(cell.text, in: document.text, &key)
      guard label != .none else { continue }
      for (place, labels) in expected.enumerated() where !isSeen[place] {
        guard labels.contains(label) else { continue }
        isSeen[place] = true
        missing -= 1
      }
    }
    return (expected.count - missing) * 100 / expected.count
  }
}
