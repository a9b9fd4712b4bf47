internal import TieoutModel

/// XML under construction.
///
/// It is written without white space between elements; indentation, where asked for, is a pass of
/// its own at the end. The characters of a `field` are its value and nothing else: what was printed
/// stands in an attribute, edits are empty elements.
struct XMLOutput {
  /// What is written, and its names.
  let lookup: Lookup
  /// How.
  let options: WriteOptions
  /// The document's cleaned text.
  let text: [UInt8]
  /// What has been written.
  var buffer: ByteBuffer
  /// `<field name="…"` for each field name.
  let fieldStarts: PackedWords
  /// Reused for the edits of one value.
  var edits: [PrintedEdit] = []
  /// Reused for the characters of one value.
  var scratch = ByteBuffer()

  init(_ submission: Submission, _ options: WriteOptions) {
    lookup = Lookup(submission)
    text = submission.document.text
    self.options = options
    buffer = ByteBuffer()
    fieldStarts = PackedWords(lookup.names) { name, start in
      start.literal("<field name=\"")
      start.escaped(name, as: XMLAttributeEscaping.self)
      start.byte(0x22)
    }
  }

  /// What is written.
  var submission: Submission { _read { yield lookup.submission } }
  /// Its document.
  var document: Document { _read { yield lookup.document } }

  /// Where the characters of a slice stand.
  func location(of slice: Slice) -> Location { lookup.location(of: slice) }

  /// Appends markup as it stands.
  mutating func markup(_ literal: String) { buffer.literal(literal) }

  /// Appends characters.
  mutating func characters(_ value: String) { buffer.escaped(value, as: XMLEscaping.self) }

  /// Appends the characters of a slice, seams left out.
  mutating func characters(_ slice: Slice) {
    let text = text
    buffer.escaped(text.span.extracting(slice.range), withoutSeams: true, as: XMLEscaping.self)
  }

  // MARK: Attributes; each literal is the attribute's name with a space before and `="` after.

  /// Writes an attribute, unless it has no value.
  mutating func attribute(_ literal: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    buffer.literal(literal)
    buffer.escaped(value, as: XMLAttributeEscaping.self)
    buffer.byte(0x22)
  }

  /// Writes an attribute with an integer.
  mutating func attribute(_ literal: String, _ value: Int) {
    buffer.literal(literal)
    buffer.integer(value)
    buffer.byte(0x22)
  }

  /// Writes an attribute with hundredths as a decimal.
  mutating func attribute(_ literal: String, hundredths value: Int) {
    buffer.literal(literal)
    buffer.hundredths(value)
    buffer.byte(0x22)
  }

  /// Writes an attribute with the characters of a slice, unless there are none.
  mutating func attribute(_ literal: String, _ slice: Slice) {
    guard lookup.hasCharacters(slice) else { return }
    buffer.literal(literal)
    attributeValue(slice)
    buffer.byte(0x22)
  }

  /// Writes the characters of a slice as an attribute's value.
  mutating func attributeValue(_ slice: Slice) {
    let text = text
    buffer.escaped(
      text.span.extracting(slice.range), withoutSeams: true, as: XMLAttributeEscaping.self)
  }

  /// Writes one of many words as an attribute's value.
  mutating func attributeValue(_ words: PackedWords, _ number: Int) {
    buffer.escaped(words, number, as: XMLAttributeEscaping.self)
  }

  /// Writes the attribute `bytes` with the ends of a range.
  mutating func bytes(_ range: Range<Int>) {
    buffer.literal(" bytes=\"")
    buffer.integer(range.lowerBound)
    buffer.byte(0x20)
    buffer.integer(range.upperBound)
    buffer.byte(0x22)
  }

  /// Writes the attributes of a place; source and page only where they are not the record's.
  mutating func location(_ place: Location, in home: Location? = nil) {
    if home?.source != place.source { attribute(" source=\"", place.source) }
    if home == nil || home?.source != place.source || home?.page != place.page,
      let page = place.page
    {
      attribute(" page=\"", page)
    }
    attribute(" line=\"", place.line)
    attribute(" column=\"", place.column)
    bytes(place.bytes)
  }

  // MARK: Elements; each name is given as a literal.

  /// Writes an element with characters; `<name/>` where there are none.
  mutating func element(_ name: String, _ value: String) {
    buffer.byte(0x3C)
    buffer.literal(name)
    if value.isEmpty {
      buffer.literal("/>")
      return
    }
    buffer.byte(0x3E)
    characters(value)
    end(name)
  }

  /// Writes words for people as two elements, one a language.
  mutating func message(_ name: String, _ message: Message) {
    for language in Language.allCases {
      buffer.byte(0x3C)
      buffer.literal(name)
      attribute(" lang=\"", language.rawValue)
      buffer.byte(0x3E)
      characters(message.text(language))
      end(name)
    }
  }

  /// Writes an end tag.
  mutating func end(_ name: String) {
    buffer.literal("</")
    buffer.literal(name)
    buffer.byte(0x3E)
  }
}
