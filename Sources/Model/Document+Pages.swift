extension Document {
  /// Numbers the pages of the last source, whose rows begin with one, behind those of the sources
  /// before it.
  ///
  /// Where its numbers go on from theirs, it was numbered with them; else it counts for itself, and
  /// its pages follow. A source without pages is one page, were it blank.
  public mutating func continuePages(fromRow first: Int) {
    guard let source = sources.indices.last else { return }
    let last = sources[..<source].last?.pages?.upperBound ?? 0
    guard let own = sources[source].pages else {
      let page = last == .max ? last : last + 1
      sources[source].pages = page...page
      for row in first..<rows.count { rows[row].page = page }
      return
    }
    guard last > 0, own.lowerBound <= last else { return }
    let shift = min(last, .max - own.upperBound)
    sources[source].pages = own.lowerBound + shift...own.upperBound + shift
    for row in first..<rows.count { rows[row].page += shift }
    guard let images = sources[source].file?.images else { return }
    for place in images.indices { sources[source].file?.images[place].page += Int(shift) }
  }
}
