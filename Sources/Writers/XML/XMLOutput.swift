internal import TieoutModel

/// XML under construction.
///
/// It is written without white space between elements; indentation, where asked for, is a pass of
/// its own at the end. The characters of a `field` are its value and nothing else: what was printed
/// stands in an attribute, edits are empty elements. Where fields are their values alone, they are the
/// attributes of one element, `fields`.
struct XMLOutput: ~Copyable {
  /// What has been written.
  var buffer = ByteBuffer()
  /// How.
  let options: WriteOptions
  /// What is looked up.
  var lookup: Lookup
  /// Reused for the edits of one value.
  var edits: [PrintedEdit] = []
  /// Reused for the characters of one value.
  var scratch = ByteBuffer()

  /// How the last finding began, and what it was of.
  var head = FindingHead()

  private init(_ submission: borrowing Submission, _ options: WriteOptions) {
    lookup = Lookup(submission) { options.isCompact ? $0.xmlValues : $0.xmlFields }
    self.options = options
  }

  /// Appends XML to a buffer, indented where asked for, with a line feed at its end.
  static func append(
    _ submission: borrowing Submission, _ options: WriteOptions, to output: inout ByteBuffer,
    _ body: (inout XMLOutput, Submission) -> Void
  ) {
    var xml = XMLOutput(submission, options)
    output.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if options.isPretty {
      body(&xml, submission)
      var indented: [UInt8] = []
      XMLIndenter.indent(xml.buffer.array, into: &indented)
      output.raw(indented.span)
    } else {
      swap(&xml.buffer, &output)
      body(&xml, submission)
      swap(&xml.buffer, &output)
    }
    output.byte(0x0A)
  }

  /// Appends markup as it stands.
  @inline(__always)
  mutating func markup(_ literal: StaticString) { buffer.literal(literal) }

  /// Appends characters.
  @inline(__always)
  mutating func characters(_ value: borrowing String) {
    buffer.escaped(value, as: XMLEscaping.self)
  }

  /// Appends the characters of a slice, seams left out.
  mutating func characters(_ slice: Slice, of document: borrowing Document) {
    buffer.characters(slice, of: document, isWellFormed: lookup.isWellFormed, as: XMLEscaping.self)
  }

  // MARK: Attributes; each literal is the attribute's name with a space before and `="` after.

  /// Writes an attribute, unless its value is empty.
  @inline(__always)
  mutating func attribute(_ literal: StaticString, _ value: borrowing String) {
    if value.isEmpty { return }
    buffer.literal(literal)
    ended(value)
  }

  /// Writes an attribute, unless it has no value.
  @inline(__always)
  mutating func attribute(_ literal: StaticString, _ value: String?) {
    if let value { attribute(literal, value) }
  }

  /// Writes an attribute with an integer.
  @inline(__always)
  mutating func attribute(_ literal: StaticString, _ value: Int) {
    buffer.literal(literal)
    buffer.integer(value)
    buffer.byte(0x22)
  }

  /// Writes an attribute with hundredths as a decimal.
  mutating func attribute(_ literal: StaticString, hundredths value: Int) {
    buffer.literal(literal)
    buffer.hundredths(value)
    buffer.byte(0x22)
  }

  /// Writes an attribute with the characters of a slice, unless there are none.
  mutating func attribute(
    _ literal: StaticString, _ slice: Slice, of document: borrowing Document
  ) {
    guard document.hasCharacters(slice) else { return }
    buffer.literal(literal)
    ended(slice, of: document)
  }

  /// Writes the characters of a slice as an attribute's value, and the quote behind it.
  mutating func ended(_ slice: Slice, of document: borrowing Document) {
    buffer.characters(
      slice, of: document, isWellFormed: lookup.isWellFormed, then: 0x22,
      as: XMLAttributeEscaping.self)
  }

  /// Writes a string as an attribute's value, and the quote behind it.
  @inline(__always)
  mutating func ended(_ value: borrowing String) {
    buffer.escaped(value, then: 0x22, as: XMLAttributeEscaping.self)
  }

  /// Writes the attribute `bytes` with the ends of a range.
  mutating func bytes(_ range: Range<Int>) {
    buffer.literal(" bytes=\"")
    buffer.integer(range.lowerBound)
    buffer.byte(0x20)
    buffer.integer(range.upperBound)
    buffer.byte(0x22)
  }

  /// Writes the attributes of a slice's place.
  @inline(__always)
  mutating func place(of slice: Slice, in document: borrowing Document) {
    if let place = lookup.knownPlace(of: slice) {
      self.place(place)
    } else {
      location(lookup.location(of: slice, in: document))
    }
  }

  /// Writes the attributes of a place in the one text that there is.
  mutating func place(_ place: TextPlace) {
    buffer.literal(" source=\"0\" line=\"")
    buffer.small(place.line)
    buffer.literal("\" column=\"")
    buffer.small(place.column)
    buffer.literal("\" bytes=\"")
    buffer.offset(place.bytes.start)
    buffer.byte(0x20)
    buffer.offset(place.bytes.end)
    buffer.byte(0x22)
  }

  /// Writes the attributes of a place; source and page only where they are not the record's.
  @inline(__always)
  mutating func location(_ place: Location, in home: Location? = nil) {
    location(place, source: home?.source, page: home?.page)
  }

  private mutating func location(_ place: borrowing Location, source: Int?, page known: Int?) {
    if source != place.source { attribute(" source=\"", place.source) }
    if source != place.source || known != place.page, let page = place.page {
      attribute(" page=\"", page)
    }
    attribute(" line=\"", place.line)
    attribute(" column=\"", place.column)
    bytes(place.bytes)
    if let element = place.element { attribute(" element=\"", element) }
    if let box = place.box {
      attribute(" box=\"", "\(box.left) \(box.top) \(box.right) \(box.bottom)")
    }
    if let share = place.share { attribute(" confidence=\"", share) }
  }

  // MARK: Elements; each name is given as literals, the start tag without its `>`.

  /// Writes an element with characters; `<name/>` where there are none.
  @inline(__always)
  mutating func element(_ start: StaticString, _ value: borrowing String, _ end: StaticString) {
    buffer.literal(start)
    if value.isEmpty {
      buffer.literal("/>")
      return
    }
    buffer.byte(0x3E)
    characters(value)
    buffer.literal(end)
  }

  /// Writes elements with characters.
  @inline(__always)
  mutating func elements(
    _ start: StaticString, _ values: borrowing [String], _ end: StaticString
  ) {
    let values = values.span
    for index in values.indices { element(start, values[index], end) }
  }

  /// Writes words for people as elements, in the language of the outputs.
  @inline(__always)
  mutating func elements(
    _ start: StaticString, _ messages: borrowing [Message], _ end: StaticString
  ) {
    let messages = messages.span
    for index in messages.indices {
      element(start, messages[index].text(options.language), end)
    }
  }

  /// Writes words for people as two elements, one a language.
  @inline(__always)
  mutating func message(_ start: StaticString, _ message: borrowing Message, _ end: StaticString) {
    buffer.literal(start)
    buffer.literal(" lang=\"zh\">")
    characters(message.zh)
    buffer.literal(end)
    buffer.literal(start)
    buffer.literal(" lang=\"en\">")
    characters(message.en)
    buffer.literal(end)
  }
}
