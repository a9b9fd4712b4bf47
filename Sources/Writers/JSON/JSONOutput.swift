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
    open("[")
    let values = values.span
    for index in values.indices {
      comma()
      string(values[index])
    }
    close("]")
  }

  /// Writes a member with words for people, in both languages.
  mutating func member(_ literal: StaticString, _ message: borrowing Message) {
    key(literal)
    both(message)
  }

  /// Writes a message in both languages, as a member's value or as an item.
  mutating func both(_ message: borrowing Message) {
    buffer.literal("{\"zh\":")
    string(message.zh)
    buffer.literal(",\"en\":")
    string(message.en)
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

  /// Writes a place in the one text that there is.
  mutating func place(_ place: TextPlace) {
    buffer.literal("{\"source\":0,\"line\":")
    buffer.integer(Int(place.line))
    buffer.literal(",\"column\":")
    buffer.integer(Int(place.column))
    buffer.literal(",\"bytes\":[")
    buffer.integer(Int(place.bytes.start))
    buffer.byte(0x2C)
    buffer.integer(Int(place.bytes.end))
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
