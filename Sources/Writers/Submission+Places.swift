public import TieoutModel

extension Submission {
  /// Looks up where records and the figures of findings stand, once for all formats that tell it.
  ///
  /// What is not a text alone keeps none: each format looks there for itself.
  public mutating func findPlaces() {
    places.removeAll(keepingCapacity: true)
    guard document.isPlain else { return }
    var finder = PlaceFinder()
    var places: [TextPlace] = []
    places.reserveCapacity(summary.rows.count + details.count + 4 * findings.count)
    func add(_ slice: Slice) {
      places.append(TextPlace(slice, finder.location(of: slice, in: document)))
    }
    if let letter { add(letter.at) }
    for place in summary.rows.indices { add(summary.rows[place].at) }
    if let total = summary.total { add(total.at) }
    for place in details.indices { add(details[place].at) }
    for place in findings.indices {
      for value in findings[place].values.indices {
        let printed = findings[place].values[value].printed
        if document.hasCharacters(printed) { add(printed) }
      }
    }
    self.places = places
  }
}
