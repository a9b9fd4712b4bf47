internal import TieoutModel

/// JSON under construction: what the JSON writers share.
///
/// It is written without white space; indentation, where asked for, is a pass of its own at the end.
struct JSONOutput: ~Copyable {
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
    lookup = Lookup(submission) { options.isCompact ? $0.jsonValues : $0.jsonFields }
    self.options = options
  }

  /// Appends JSON to a buffer, indented where asked for, with a line feed at its end.
  static func append(
    _ submission: borrowing Submission, _ options: WriteOptions, to output: inout ByteBuffer,
    _ body: (inout JSONOutput, Submission) -> Void
  ) {
    var json = JSONOutput(submission, options)
    if options.isPretty {
      body(&json, submission)
      var indented: [UInt8] = []
      JSONIndenter.indent(json.buffer.array, into: &indented)
      output.raw(indented.span)
    } else {
      output.reserve(
        output.count + submission.document.text.count * (options.isCompact ? 5 : 12))
      swap(&json.buffer, &output)
      body(&json, submission)
      swap(&json.buffer, &output)
    }
    output.byte(0x0A)
  }

  // MARK: Punctuation

  /// Writes the comma between two members, unless the container has just begun.
  @inline(__always)
  mutating func comma() {
    let last = buffer.last
    if last != 0x7B, last != 0x5B { buffer.byte(0x2C) }
  }

  /// Begins a member; its key is given with quotes and colon.
  @inline(__always)
  mutating func key(_ literal: StaticString) {
    comma()
    buffer.literal(literal)
  }

  @inline(__always)
  mutating func open(_ bracket: Unicode.Scalar) { buffer.byte(UInt8(ascii: bracket)) }

  @inline(__always)
  mutating func close(_ bracket: Unicode.Scalar) { buffer.byte(UInt8(ascii: bracket)) }

  // MARK: Values

  /// Writes a string.
  mutating func string(_ value: borrowing String) {
    buffer.byte(0x22)
    ended(value)
  }

  /// Writes a string whose first quote stands there already, and the quote behind it.
  @inline(__always)
  mutating func ended(_ value: borrowing String) {
    buffer.escaped(value, then: 0x22, as: JSONEscaping.self)
  }

  /// Writes the characters of a slice, seams left out, as a string.
  mutating func string(_ slice: Slice, of document: borrowing Document) {
    buffer.byte(0x22)
    buffer.characters(
      slice, of: document, isWellFormed: lookup.isWellFormed, then: 0x22, as: JSONEscaping.self)
  }

  /// Writes a member with a string, unless it is empty.
  @inline(__always)
  mutating func member(_ literal: StaticString, _ value: borrowing String) {
    if value.isEmpty { return }
    key(literal)
    string(value)
  }

  /// Writes a member with a string, unless there is none.
  @inline(__always)
  mutating func member(_ literal: StaticString, _ value: String?) {
    if let value { member(literal, value) }
  }

  /// Writes a further member with a string, unless it is empty; the literal has a comma before the
  /// key, and all but the last quote.
  @inline(__always)
  mutating func further(_ literal: StaticString, _ value: borrowing String) {
    if value.isEmpty { return }
    buffer.literal(literal)
    ended(value)
  }

  /// The same, unless there is none.
  @inline(__always)
  mutating func further(_ literal: StaticString, _ value: String?) {
    if let value { further(literal, value) }
  }

  /// Puts an object round further members, which have been written from an offset on: the comma
  /// before the first of them is where it begins.
  @inline(__always)
  mutating func object(from start: Int) {
    if buffer.count > start { buffer.set(0x7B, at: start) } else { open("{") }
    close("}")
  }

  /// Puts an array round items with a comma before each, likewise.
  @inline(__always)
  mutating func array(from start: Int) {
    if buffer.count > start { buffer.set(0x5B, at: start) } else { open("[") }
    close("]")
  }

  /// Writes a member with an integer.
  @inline(__always)
  mutating func member(_ literal: StaticString, _ value: Int) {
    key(literal)
    buffer.integer(value)
  }

  /// Writes a member with hundredths as a decimal string.
  @inline(__always)
  mutating func member(_ literal: StaticString, hundredths value: Int) {
    key(literal)
    buffer.byte(0x22)
    buffer.hundredths(value)
    buffer.byte(0x22)
  }

  /// Writes a member with strings, unless there is none.
  mutating func member(_ literal: StaticString, _ values: borrowing [String]) {
    if values.isEmpty { return }
    key(literal)
    strings(values)
  }

  /// Writes a member with words for people in the language of the outputs, unless there are none.
  mutating func member(_ literal: StaticString, _ messages: borrowing [Message]) {
    if messages.isEmpty { return }
    key(literal)
    open("[")
    let messages = messages.span
    for index in messages.indices {
      comma()
      string(messages[index].text(options.language))
    }
    close("]")
  }

  /// Writes an array of strings.
  mutating func strings(_ values: borrowing [String]) {
    let start = buffer.count
    let values = values.span
    for index in values.indices {
      buffer.literal(",\"")
      ended(values[index])
    }
    array(from: start)
  }

  /// Writes a member with words for people, in both languages.
  mutating func member(_ literal: StaticString, _ message: borrowing Message) {
    key(literal)
    both(message)
  }

  /// Writes a message in both languages, as a member's value or as an item.
  mutating func both(_ message: borrowing Message) {
    buffer.literal("{\"zh\":\"")
    ended(message.zh)
    buffer.literal(",\"en\":\"")
    ended(message.en)
    close("}")
  }

  /// Writes a range of bytes as its ends: `[2840,2848]`.
  mutating func range(_ range: Range<Int>) {
    open("[")
    buffer.integer(range.lowerBound)
    buffer.byte(0x2C)
    buffer.integer(range.upperBound)
    close("]")
  }

  /// Writes the place of a slice.
  @inline(__always)
  mutating func place(of slice: Slice, in document: borrowing Document) {
    if let place = lookup.knownPlace(of: slice) {
      self.place(place)
    } else {
      location(lookup.location(of: slice, in: document))
    }
  }

  /// Writes a place in the one text that there is.
  mutating func place(_ place: TextPlace) {
    buffer.literal("{\"source\":0,\"line\":")
    buffer.small(place.line)
    buffer.literal(",\"column\":")
    buffer.small(place.column)
    buffer.literal(",\"bytes\":[")
    buffer.offset(place.bytes.start)
    buffer.byte(0x2C)
    buffer.offset(place.bytes.end)
    buffer.literal("]}")
  }

  /// Writes a place; source and page only where they are not those of the record.
  @inline(__always)
  mutating func location(_ place: Location, in home: Location? = nil) {
    location(place, source: home?.source, page: home?.page)
  }

  private mutating func location(_ place: borrowing Location, source: Int?, page known: Int?) {
    open("{")
    if source != place.source { member("\"source\":", place.source) }
    if source != place.source || known != place.page, let page = place.page {
      member("\"page\":", page)
    }
    member("\"line\":", place.line)
    buffer.literal(",\"column\":")
    buffer.integer(place.column)
    buffer.literal(",\"bytes\":")
    range(place.bytes)
    if let element = place.element { member("\"element\":", element) }
    if let box = place.box {
      key("\"box\":")
      open("[")
      for edge in [box.left, box.top, box.right, box.bottom] {
        comma()
        buffer.integer(Int(edge))
      }
      close("]")
    }
    if let share = place.share { member("\"confidence\":", share) }
    close("}")
  }
}
