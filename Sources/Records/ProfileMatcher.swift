public import TieoutModel

/// Tells how well a document fits a profile, before anything is interpreted.
public enum ProfileMatcher {
  /// The score, in hundredths, from which a profile counts as fitting.
  public static let threshold = 40
  /// Cells that are looked at: a submission shows its summary and a first form early.
  private static let sample = 4000

  /// The share of the profile's columns and fields whose labels stand in the document, in hundredths.
  public static func score(_ document: Document, _ profile: Profile) -> Int {
    var isSeen = Array(repeating: false, count: profile.labels.count + 1)
    var key: [UInt8] = []
    for cell in document.cells.prefix(sample) {
      var label = profile.labels.label(cell.text, in: document.text, &key)
      if label == .none {
        label = profile.labels.label(
          document.withoutEnumerator(cell.text), in: document.text, &key)
      }
      isSeen[Int(label.rawValue)] = true
    }
    let expected =
      profile.summary.columns.filter { !$0.isOptional }.map(\.labels)
      + profile.detail.fields.filter { !$0.isLine && !$0.labels.isEmpty }.map(\.labels)
    guard !expected.isEmpty else { return 0 }
    let seen = expected.count { labels in labels.contains { isSeen[Int($0.rawValue)] } }
    return seen * 100 / expected.count
  }
}
