internal import TieoutModel

/// The labels of the columns and fields by which a paper of a profile is recognised.
struct ExpectedLabels: Sendable {
  /// The number of those columns and fields.
  let count: Int
  /// Whether lines hold some of them.
  let hasLines: Bool
  /// By label, the places of what it heads or announces, counted from 0.
  private let places: [[Int]]

  init(_ profile: Profile) {
    let fields = profile.detail.fields
    let lines = fields.filter { $0.isLine && $0.isMandatory }
    let expected =
      profile.summary.columns.filter { !$0.isOptional }.map(\.labels)
      + fields.filter { !$0.isLine && !$0.isOptional && !$0.labels.isEmpty }.map(\.labels)
      + lines.map(\.labels)
    var places = [[Int]](repeating: [], count: profile.labels.count + 1)
    for (place, labels) in expected.enumerated() {
      for label in labels { places[Int(label.rawValue)].append(place) }
    }
    count = expected.count
    hasLines = !lines.isEmpty
    self.places = places
  }

  /// The places of what a label heads or announces; none where the profile got it later.
  func places(of label: LabelID) -> [Int] {
    let number = Int(label.rawValue)
    return number < places.count ? places[number] : []
  }
}
