/// Walks over JSON one token at a time, strictly by RFC 8259, without building anything.
///
/// Tokens are ranges of the bytes that it was given; strings are decoded when somebody asks. It
/// uses no recursion, so that depth is limited by a number and not by the stack.
public struct JSONCursor: Sendable {
  /// One step of the walk.
  public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Hashable, Sendable {
      /// `{`.
      case objectStart
      /// `}`.
      case objectEnd
      /// `[`.
      case arrayStart
      /// `]`.
      case arrayEnd
      /// The name of an object's member; its value comes next.
      case key
      /// A string.
      case string
      /// A number, exactly as written.
      case number
      /// `true` or `false`.
      case boolean
      /// `null`.
      case null
      /// Nothing more.
      case end
    }

    /// What it is.
    public var kind: Kind
    /// Its bytes; of keys and strings what stands between the quotes.
    public var range: Range<Int>
  }

  /// What may come next.
  private enum Expectation {
    case value, valueOrEnd, key, keyOrEnd, commaOrEnd, end
  }

  /// The bytes that it walks over.
  public let bytes: [UInt8]
  /// The offset of the next byte to be read.
  public private(set) var offset = 0
  private let depthLimit: Int
  private let isLenient: Bool
  /// What a lenient cursor passed over, the first thousand times.
  public private(set) var oddities: [JSONError] = []
  private var containers: [UInt8] = []
  private var expectation = Expectation.value

  /// Starts in front of the first byte; containers may lie `depthLimit` deep inside one another.
  ///
  /// A lenient cursor takes strings with control characters, halves of surrogate pairs, unknown
  /// escapes and bytes that are no UTF-8: damage inside a string costs nothing but itself. It takes
  /// `NaN` and `Infinity` for `null`, a comma before the end of a container for none, and a value
  /// behind the last one for the next: lines of JSON. Fences of Markdown around values are blanks.
  public init(_ bytes: [UInt8], depthLimit: Int = 256, isLenient: Bool = false) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    self.isLenient = isLenient
  }

  /// The number of containers around the cursor.
  public var depth: Int { containers.count }

  /// The next token; `end` when the text is over.
  public mutating func next() throws(JSONError) -> Token {
    skipWhiteSpace()
    if expectation == .commaOrEnd { if let token = try separator() { return token } }
    guard offset < bytes.count else {
      guard expectation == .end else { throw JSONError(.unexpectedEnd, at: offset) }
      return Token(kind: .end, range: offset..<offset)
    }
    let byte = bytes[offset]
    switch expectation {
    case .keyOrEnd where byte == 0x7D, .valueOrEnd where byte == 0x5D: return close()
    case .key where isLenient && byte == 0x7D: return close()
    case .value where isLenient && byte == 0x5D && containers.last == 0x5D: return close()
    case .key, .keyOrEnd: return try key()
    case .value, .valueOrEnd: return try value(byte)
    case .end where isLenient && (byte == 0x7B || byte == 0x5B): return try value(byte)
    case .commaOrEnd, .end: throw JSONError(.unexpectedByte, at: offset)
    }
  }

  /// Skips the value that comes next, or the rest of it after its start token: returns when the
  /// cursor is back at `depth`.
  public mutating func skip(toDepth depth: Int) throws(JSONError) {
    while containers.count > depth { _ = try next() }
  }

  // MARK: Structure

  /// Reads what follows a value: a comma, or the end of its container.
  private mutating func separator() throws(JSONError) -> Token? {
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    let isObject = containers.last == 0x7D
    switch bytes[offset] {
    case 0x2C:
      offset += 1
      expectation = isObject ? .key : .value
      skipWhiteSpace()
      return nil
    case containers.last: return close()
    default: throw JSONError(.unexpectedByte, at: offset)
    }
  }

  private mutating func open(_ byte: UInt8) throws(JSONError) -> Token {
    guard containers.count < depthLimit else { throw JSONError(.tooDeep, at: offset) }
    let isObject = byte == 0x7B
    containers.append(isObject ? 0x7D : 0x5D)
    expectation = isObject ? .keyOrEnd : .valueOrEnd
    return take(1, as: isObject ? .objectStart : .arrayStart)
  }

  private mutating func close() -> Token {
    let isObject = containers.popLast() == 0x7D
    expectValueEnd()
    return take(1, as: isObject ? .objectEnd : .arrayEnd)
  }

  private mutating func expectValueEnd() {
    expectation = containers.isEmpty ? .end : .commaOrEnd
  }

  private mutating func take(_ count: Int, as kind: Token.Kind) -> Token {
    defer { offset += count }
    return Token(kind: kind, range: offset..<offset + count)
  }

  private mutating func key() throws(JSONError) -> Token {
    guard bytes[offset] == 0x22 else { throw JSONError(.unexpectedByte, at: offset) }
    let range = try scan()
    offset = range.upperBound + 1
    skipWhiteSpace()
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    guard bytes[offset] == 0x3A else { throw JSONError(.unexpectedByte, at: offset) }
    offset += 1
    expectation = .value
    return Token(kind: .key, range: range)
  }

  private mutating func value(_ byte: UInt8) throws(JSONError) -> Token {
    switch byte {
    case 0x7B, 0x5B: return try open(byte)
    case 0x22:
      let range = try scan()
      offset = range.upperBound + 1
      expectValueEnd()
      return Token(kind: .string, range: range)
    case 0x2D, 0x4E, 0x49:
      if let token = try wordOfPython() { return token }
      fallthrough
    case 0x30...0x39:
      let start = offset
      offset = try JSONNumber.end(bytes, from: offset)
      expectValueEnd()
      return Token(kind: .number, range: start..<offset)
    case 0x74: return try word("true", as: .boolean)
    case 0x66: return try word("false", as: .boolean)
    case 0x6E: return try word("null", as: .null)
    default: throw JSONError(.unexpectedByte, at: offset)
    }
  }

  private mutating func word(_ word: String, as kind: Token.Kind) throws(JSONError) -> Token {
    for (index, byte) in word.utf8.enumerated() {
      guard offset + index < bytes.count else {
        throw JSONError(.unexpectedEnd, at: offset + index)
      }
      guard bytes[offset + index] == byte else {
        throw JSONError(.unexpectedByte, at: offset + index)
      }
    }
    expectValueEnd()
    return take(word.utf8.count, as: kind)
  }

  private mutating func scan() throws(JSONError) -> Range<Int> {
    guard isLenient else { return try JSONString.scan(bytes, from: offset) }
    let bytes = self.bytes
    return try JSONString.scanLeniently(bytes, from: offset) { note($0) }
  }

  /// Reads `NaN`, `Infinity` or `-Infinity`, which Python writes for floats that are no numbers.
  private mutating func wordOfPython() throws(JSONError) -> Token? {
    guard isLenient else {
      if bytes[offset] == 0x2D { return nil }
      throw JSONError(.unexpectedByte, at: offset)
    }
    let rest = bytes[offset...]
    let words = ["NaN", "Infinity", "-Infinity"]
    guard let word = words.first(where: { rest.starts(with: $0.utf8) }) else {
      if bytes[offset] == 0x2D { return nil }
      throw JSONError(.unexpectedByte, at: offset)
    }
    note(JSONError(.notANumber, at: offset))
    expectValueEnd()
    return take(word.utf8.count, as: .null)
  }

  private mutating func note(_ oddity: JSONError) {
    if oddities.count < 1000 { oddities.append(oddity) }
  }

  private mutating func skipWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      case 0x60 where isLenient && containers.isEmpty:
        guard let end = bytes.endOfFence(at: offset) else { return }
        offset = end
      default: return
      }
    }
  }

  // MARK: Contents

  /// The characters of a key or a string, escapes decoded.
  public func string(_ token: Token) -> String {
    JSONString.decode(bytes[token.range])
  }
}
