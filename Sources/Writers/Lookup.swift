internal import TieoutModel

/// What the writers of records look up in a submission, prepared once for each of its files.
struct Lookup: ~Copyable {
  /// The names of fields and groups, by number, as the format begins them.
  let names: PackedWords
  /// The canonical words, by number, escaped.
  let terms: PackedWords
  /// The comparators, by number, escaped.
  let comparators: PackedWords
  /// The types of fields that are no plain text.
  let types: [TypeEntry]
  /// The units that fields leave out, where fields are written in full.
  let units: DefaultUnits
  /// Whether the document's text is known to be UTF-8, so that slices of it need no close look.
  let isWellFormed: Bool
  /// What the checks are called.
  private let catalogue: [CatalogueEntry]
  /// The check that was asked for last.
  private var lastCheck: (id: String, name: String?) = ("", nil)
  /// Where characters stand.
  private var places = PlaceFinder()

  /// Prepares for a format that escapes as `escaping` does; `name` begins a field or a group.
  init<E: Escaping>(
    _ submission: borrowing Submission, _ options: WriteOptions, as escaping: E.Type,
    name: (borrowing String, inout ByteBuffer) -> Void
  ) {
    names = PackedWords(submission.profile.names, name)
    terms = PackedWords(submission.profile.terms) { $1.escaped($0, as: E.self) }
    comparators = PackedWords(Comparator.allCases.map(\.symbol)) { $1.escaped($0, as: E.self) }
    types = TypeEntry.all(of: submission.profile)
    units = DefaultUnits(options.isCompact ? [] : types, submission.profile)
    isWellFormed = submission.document.isWellFormed
    catalogue = submission.catalogue
  }

  /// The name of a check; findings of one check mostly follow one another.
  mutating func name(ofCheck id: String) -> String? {
    if id != lastCheck.id {
      let place = catalogue.indices.first { catalogue[$0].id == id }
      lastCheck = (id, place.map { catalogue[$0].name })
    }
    return lastCheck.name
  }

  /// Where the characters of a slice stand.
  mutating func location(of slice: Slice, in document: borrowing Document) -> Location {
    places.location(of: slice, in: document)
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
    case .date(let date): scratch.escaped(date.description, as: NoEscaping.self)
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
  /// Appends the characters of a slice, escaped, its seams left out.
  @inline(__always)
  mutating func characters<E: Escaping>(
    _ slice: Slice, of document: borrowing Document, isWellFormed: Bool, as escaping: E.Type
  ) {
    let piece = document.text.span.extracting(slice.range)
    if isWellFormed, piece.isWhole {
      escaped(wellFormed: piece, withoutSeams: true, as: E.self)
    } else {
      inspect(piece, withoutSeams: true, as: E.self)
    }
  }

  /// Appends the text of a value, escaped.
  @inline(__always)
  mutating func value<E: Escaping>(
    of field: Field, _ document: borrowing Document, _ lookup: borrowing Lookup,
    as escaping: E.Type
  ) {
    switch field.value {
    case .text(let slice):
      characters(slice, of: document, isWellFormed: lookup.isWellFormed, as: E.self)
    case .quantity(let quantity): self.quantity(quantity)
    case .comparator(let comparator):
      lookup.comparators.append(Int(comparator.rawValue), to: &self)
    case .term(let term): lookup.terms.append(Int(term.rawValue), to: &self)
    case .date(let date): escaped(date.description, as: E.self)
    }
  }
}

extension Span<UInt8> {
  /// Whether a piece of well-formed UTF-8 begins and ends between characters.
  @inline(__always)
  fileprivate var isWhole: Bool {
    guard count > 0 else { return true }
    guard self[0].isScalarStart else { return false }
    // Of longer and shorter sequences nobody needs to know: they are looked at closely.
    return self[count - 1] < 0x80
      || count >= 3 && self[count - 3] >= 0xE0 && self[count - 3] < 0xF0
  }
}
