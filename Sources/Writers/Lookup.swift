internal import TieoutModel

/// What the writers of records look up in a submission, prepared once for each of its files.
struct Lookup: ~Copyable {
  /// The words of the profile.
  let words: FormWords
  /// The types of fields that are no plain text.
  let types: TypeTable
  /// Whether the document's text is known to be UTF-8, so that slices of it need no close look.
  let isWellFormed: Bool
  /// What the checks are called.
  private let catalogue: [CatalogueEntry]
  /// The place of the check that was asked for last.
  private var last = 0
  /// Where characters stand.
  private var places = PlaceFinder()
  /// Where somebody has found that those stand that are asked for in this order.
  private let known: [TextPlace]
  /// How many of them have been asked for.
  private var asked = 0

  /// Prepares for a submission and for a form in which its profile's words are written.
  init(_ submission: borrowing Submission, _ form: (ProfileWords) -> FormWords) {
    let words = submission.profile.prepared(ProfileWords.init)
    self.words = form(words)
    types = words.types
    isWellFormed = submission.document.isWellFormed
    catalogue = submission.catalogue
    known = submission.places
  }

  /// The name of a check; findings mostly follow the catalogue.
  mutating func name(ofCheck id: String) -> String? {
    let place =
      catalogue[last...].firstIndex { $0.id == id } ?? catalogue.firstIndex { $0.id == id }
    guard let place else { return nil }
    last = place
    return catalogue[place].name
  }

  /// Where the characters of a slice stand.
  mutating func location(of slice: Slice, in document: borrowing Document) -> Location {
    knownPlace(of: slice)?.location ?? places.location(of: slice, in: document)
  }

  /// The same, if it is the next of the places that are known; `nil` where somebody has to look.
  @inline(__always)
  mutating func knownPlace(of slice: Slice) -> TextPlace? {
    guard asked < known.count, known[asked].characters == slice else { return nil }
    asked &+= 1
    return known[asked &- 1]
  }

  /// Whether a field's value is the characters that it was read from; `scratch` is overwritten.
  func isAsPrinted(
    _ field: Field, _ submission: borrowing Submission, _ scratch: inout ByteBuffer
  ) -> Bool {
    scratch.clear()
    switch field.value {
    case .text(let slice): return submission.document.reads(slice, like: field.printed)
    case .term(let term):
      scratch.escaped(submission.profile.terms[Int(term.rawValue)], as: NoEscaping.self)
    case .quantity(let quantity): scratch.quantity(quantity)
    case .comparator(let comparator): scratch.escaped(comparator.symbol, as: NoEscaping.self)
    case .date(let date): scratch.date(date)
    }
    return scratch.read { submission.document.reads(field.printed, like: $0) }
  }
}

extension Document {
  /// What was said about the content of each source, in order.
  func remarksBySource() -> [[(message: Message, at: Location)]] {
    var sorted = Array(repeating: [(message: Message, at: Location)](), count: sources.count)
    for remark in remarks {
      let place = location(ofSource: remark.at)
      if sorted.indices.contains(place.source) {
        sorted[place.source].append((remark.message, place))
      }
    }
    return sorted
  }

  /// Whether nothing would be written for a field: absent is absent.
  func isAbsent(_ field: Field) -> Bool {
    if case .text(let slice) = field.value { return !hasCharacters(slice) }
    return false
  }
}

extension ByteBuffer {
  /// Appends the characters of a slice, escaped, its seams left out, and a byte that ends them, where
  /// one is given.
  @inline(__always)
  mutating func characters<E: Escaping>(
    _ slice: Slice, of document: borrowing Document, isWellFormed: Bool, then end: UInt8? = nil,
    as escaping: E.Type
  ) {
    let text = document.text.span
    if isWellFormed, text.isWhole(slice) {
      escaped(wellFormed: slice, of: text, then: end, as: E.self)
    } else {
      inspect(text.extracting(slice.range), withoutSeams: true, as: E.self)
      if let end { byte(end) }
    }
  }

  /// Appends the text of a value, escaped, and a byte that ends it, where one is given.
  @inline(__always)
  mutating func value<E: Escaping>(
    of field: Field, _ document: borrowing Document, _ lookup: borrowing Lookup,
    then end: UInt8? = nil, as escaping: E.Type
  ) {
    switch field.value {
    case .text(let slice):
      return characters(
        slice, of: document, isWellFormed: lookup.isWellFormed, then: end, as: E.self)
    case .quantity(let quantity): self.quantity(quantity)
    case .comparator(let comparator):
      lookup.words.comparators.append(Int(comparator.rawValue), to: &self)
    case .term(let term): lookup.words.terms.append(Int(term.rawValue), to: &self)
    case .date(let date): self.date(date)
    }
    if let end { byte(end) }
  }
}

extension Span<UInt8> {
  /// Whether a piece of well-formed UTF-8 begins and ends between characters.
  @inline(__always)
  fileprivate func isWhole(_ piece: Slice) -> Bool {
    let (start, end) = (Int(piece.start), Int(piece.end))
    if start == end { return true }
    return self[start].isScalarStart && (end == count || self[end].isScalarStart)
  }
}
