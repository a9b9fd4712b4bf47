internal import TieoutMarkup
internal import TieoutModel

/// Walks over JSON along the contract and notes what does not fit, without building the values.
struct ContractDecoder {
  private var cursor: JSONCursor
  private var path: [String] = []
  private var problems: [ContractProblem] = []
  /// More than this tells nobody anything.
  static let limit = 1000

  init(_ bytes: [UInt8]) { cursor = JSONCursor(bytes) }

  /// What is wrong with the bytes, in their order.
  mutating func problems(with shape: ContractShape) -> [ContractProblem] {
    do throws(JSONError) {
      try value(cursor.next(), shape)
      _ = try cursor.next()
    } catch {
      path = []
      let before = cursor.bytes[..<min(error.offset, cursor.bytes.count)]
      problems.append(
        ContractProblem(
          place: "", line: before.count { $0 == 0x0A } + 1, message: .malformed(error)))
    }
    return problems
  }

  private mutating func note(_ message: Message) {
    guard problems.count <= Self.limit else { return }
    let pointer = path.map { "/" + $0.escapedForPointer }.joined()
    problems.append(
      ContractProblem(
        place: pointer, message: problems.count < Self.limit ? message : .furtherProblems))
  }

  // MARK: Values

  private mutating func value(
    _ token: JSONCursor.Token, _ shape: ContractShape
  ) throws(JSONError) {
    switch shape {
    case .text, .string, .decimal, .code, .word: try string(token, shape)
    case .integer(let least):
      if try !accept(token, .number, .needsInteger(least)) { return }
      if !integer(token, isAtLeast: least) { note(.needsInteger(least)) }
    case .number: _ = try accept(token, .number, .needsNumber)
    case .array(let element, let count): try array(token, element, count)
    case .object(let members): try object(token, members, others: nil)
    case .dictionary(let others, let members): try object(token, members, others: others)
    case .either(let text, let object):
      try value(token, token.kind == .objectStart ? object : text)
    case .open:
      if try accept(token, .objectStart, .needsObject) {
        try cursor.skip(toDepth: cursor.depth - 1)
      }
    }
  }

  /// Whether a token is of a kind; where it is not, that is noted and its value skipped.
  private mutating func accept(
    _ token: JSONCursor.Token, _ kind: JSONCursor.Token.Kind, _ message: Message
  ) throws(JSONError) -> Bool {
    if token.kind == kind { return true }
    note(message)
    try skip(token)
    return false
  }

  private mutating func skip(_ token: JSONCursor.Token) throws(JSONError) {
    if token.kind == .objectStart || token.kind == .arrayStart {
      try cursor.skip(toDepth: cursor.depth - 1)
    }
  }

  private mutating func string(
    _ token: JSONCursor.Token, _ shape: ContractShape
  ) throws(JSONError) {
    guard try accept(token, .string, .needsString) else { return }
    let text = cursor.string(token)
    switch shape {
    case .text: if text.isEmpty { note(.isEmpty) }
    case .decimal: if !text.isDecimal { note(.needsDecimal(text)) }
    case .code(let code): if !code.matches(text) { note(.needsCode(code, text)) }
    case .word(let words): if !words.contains(text) { note(.needsWord(words, text)) }
    default: break
    }
  }

  private func integer(_ token: JSONCursor.Token, isAtLeast least: Int) -> Bool {
    guard let number = Int(cursor.string(token)) else { return false }
    return number >= least
  }

  // MARK: Containers

  private mutating func array(
    _ token: JSONCursor.Token, _ element: ContractShape, _ count: ClosedRange<Int>
  ) throws(JSONError) {
    guard try accept(token, .arrayStart, .needsArray) else { return }
    var index = 0
    while true {
      let next = try cursor.next()
      if next.kind == .arrayEnd { break }
      path.append(String(index))
      try value(next, element)
      path.removeLast()
      index += 1
    }
    if !count.contains(index) { note(.needsElements(count)) }
  }

  private mutating func object(
    _ token: JSONCursor.Token, _ members: [ContractShape.Member], others: ContractShape?
  ) throws(JSONError) {
    guard try accept(token, .objectStart, .needsObject) else { return }
    var seen: Set<String> = []
    while true {
      let next = try cursor.next()
      if next.kind == .objectEnd { break }
      let name = cursor.string(next)
      let shape = members.first { $0.name == name }?.shape ?? others
      path.append(name)
      if !seen.insert(name).inserted { note(.isRepeated) }
      let first = try cursor.next()
      if let shape {
        try value(first, shape)
      } else {
        note(.isUnknown)
        try skip(first)
      }
      path.removeLast()
    }
    for member in members where member.isRequired && !seen.contains(member.name) {
      path.append(member.name)
      note(.isMissing)
      path.removeLast()
    }
  }
}

extension String {
  /// The string as one step of a JSON pointer.
  fileprivate var escapedForPointer: String {
    guard utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return self }
    var escaped = ""
    for character in unicodeScalars {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// Whether it is an exact decimal: digits, and a point only between digits.
  fileprivate var isDecimal: Bool {
    let digits = utf8.first == 0x2D ? utf8.dropFirst() : utf8[...]
    let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigitASCII) }
  }
}

extension ContractShape.Code {
  /// Whether a string has the form.
  func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .check:
      return bytes.count == 4 && bytes[..<2].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
        && bytes[2...].allSatisfy(\.isDigitASCII)
    case .finding, .repair:
      return bytes.count >= 2 && bytes[0] == (self == .finding ? 0x66 : 0x72) && bytes[1] != 0x30
        && bytes[1...].allSatisfy(\.isDigitASCII)
    case .sha256:
      return bytes.count == 64
        && bytes.allSatisfy { $0.isDigitASCII || ($0 >= 0x61 && $0 <= 0x66) }
    }
  }

  /// An example of the form.
  var example: String {
    switch self {
    case .check: "AG02"
    case .finding: "f12"
    case .repair: "r3"
    case .sha256: String(repeating: "0", count: 64)
    }
  }
}
