public import TieoutModel

extension Submission {
  /// Looks up where records and the figures of findings stand, once for all formats that tell it.
  ///
  /// What is not one text without pages keeps none: each format looks there for itself.
  public mutating func findPlaces() { places = document.isPlain ? foundPlaces : [] }

  /// The places in the order in which they are written.
  private var foundPlaces: [TextPlace] {
    var finder = PlaceFinder()
    var places: [TextPlace] = []
    places.reserveCapacity(summary.rows.count + details.count + 4 * findings.count)
    func add(_ slice: Slice) { places.append(finder.place(of: slice, in: document)) }
    if let letter { add(letter.at) }
    for place in summary.rows.indices { add(summary.rows[place].at) }
    if let total = summary.total { add(total.at) }
    for place in details.indices { add(details[place].at) }
    let findings = findings.span
    for place in findings.indices {
      let values = findings[place].values.span
      for value in values.indices where document.hasCharacters(values[value].printed) {
        add(values[value].printed)
      }
    }
    return places
  }
}
