internal import TieoutModel

/// JSON under construction: what the JSON writers share.
///
/// It is written without white space; indentation, where asked for, is a pass of its own at the end.
struct JSONOutput {
  /// What is written, and its names.
  let lookup: Lookup
  /// How.
  let options: WriteOptions
  /// The document's cleaned text.
  let text: [UInt8]
  /// What has been written.
  var buffer: ByteBuffer
  /// `"name":` for each field name.
  let keys: PackedWords
  /// Reused for the edits of one value.
  var edits: [PrintedEdit] = []
  /// Reused for the characters of one value.
  var scratch = ByteBuffer()

  init(_ submission: Submission, _ options: WriteOptions) {
    lookup = Lookup(submission)
    text = submission.document.text
    self.options = options
    buffer = ByteBuffer()
    keys = PackedWords(lookup.names) { name, key in
      key.byte(0x22)
      key.escaped(name, as: JSONEscaping.self)
      key.literal("\":")
    }
  }

  /// What is written.
  var submission: Submission { _read { yield lookup.submission } }
  /// Its document.
  var document: Document { _read { yield lookup.document } }

  /// Where the characters of a slice stand.
  func location(of slice: Slice) -> Location { lookup.location(of: slice) }

  /// Appends the JSON to a buffer, indented where asked for, with a line feed at its end.
  static func append(
    _ submission: Submission, _ options: WriteOptions, to output: inout [UInt8],
    _ body: (inout JSONOutput) -> Void
  ) {
    var json = JSONOutput(submission, options)
    if options.isPretty {
      body(&json)
      var plain: [UInt8] = []
      json.buffer.give(to: &plain)
      JSONIndenter.indent(plain, into: &output)
    } else {
      json.buffer = ByteBuffer(taking: &output)
      body(&json)
      json.buffer.give(to: &output)
    }
    output.append(0x0A)
  }

  // MARK: Punctuation

  /// Writes the comma between two members, unless the container has just begun.
  @inline(__always)
  mutating func comma() {
    let last = buffer.last
    if last != 0x7B, last != 0x5B { buffer.byte(0x2C) }
  }

  /// Begins a member; its key is given with quotes and colon.
  mutating func key(_ literal: String) {
    comma()
    buffer.literal(literal)
  }

  /// Begins the member of a field name.
  mutating func key(_ name: FieldName) {
    comma()
    buffer.raw(keys, Int(name.rawValue))
  }

  mutating func open(_ bracket: Unicode.Scalar) { buffer.byte(UInt8(ascii: bracket)) }
  mutating func close(_ bracket: Unicode.Scalar) { buffer.byte(UInt8(ascii: bracket)) }

  // MARK: Values

  /// Writes a string.
  mutating func string(_ value: String) {
    buffer.byte(0x22)
    buffer.escaped(value, as: JSONEscaping.self)
    buffer.byte(0x22)
  }

  /// Writes one of many words as a string.
  mutating func string(_ words: PackedWords, _ number: Int) {
    buffer.byte(0x22)
    buffer.escaped(words, number, as: JSONEscaping.self)
    buffer.byte(0x22)
  }

  /// Writes the characters of a slice, seams left out, as a string.
  mutating func string(_ slice: Slice) {
    buffer.byte(0x22)
    let text = text
    buffer.escaped(text.span.extracting(slice.range), withoutSeams: true, as: JSONEscaping.self)
    buffer.byte(0x22)
  }

  /// Writes a member with a string, unless there is none.
  mutating func member(_ literal: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    key(literal)
    string(value)
  }

  /// Writes a member with an integer.
  mutating func member(_ literal: String, _ value: Int) {
    key(literal)
    buffer.integer(value)
  }

  /// Writes a member with hundredths as a decimal string.
  mutating func member(_ literal: String, hundredths value: Int) {
    key(literal)
    buffer.byte(0x22)
    buffer.hundredths(value)
    buffer.byte(0x22)
  }

  /// Writes a member with strings, unless there is none.
  mutating func member(_ literal: String, _ values: [String]) {
    if values.isEmpty { return }
    key(literal)
    strings(values)
  }

  /// Writes an array of strings.
  mutating func strings(_ values: [String]) {
    open("[")
    for value in values {
      comma()
      string(value)
    }
    close("]")
  }

  /// Writes a member with words for people, in both languages.
  mutating func member(_ literal: String, _ message: Message) {
    key(literal)
    open("{")
    key("\"zh\":")
    string(message.zh)
    key("\"en\":")
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

  /// Writes a place; source and page only where they are not those of the record.
  mutating func location(_ place: Location, in home: Location? = nil) {
    open("{")
    if home?.source != place.source { member("\"source\":", place.source) }
    if home == nil || home?.source != place.source || home?.page != place.page,
      let page = place.page
    {
      member("\"page\":", page)
    }
    member("\"line\":", place.line)
    member("\"column\":", place.column)
    key("\"bytes\":")
    range(place.bytes)
    close("}")
  }
}
