/// A JSON file as a flat array of values, for readers that look things up by name.
///
/// A file that is cut off or damaged is read up to the damage: what was whole before it stays, and
/// `error` says where it ends.
public struct JSONTree: Sendable {
  /// One value.
  public struct Node: Hashable, Sendable, BitwiseCopyable {
    /// What a value is.
    public enum Kind: UInt8, Hashable, Sendable, BitwiseCopyable {
      /// `{…}`.
      case object
      /// `[…]`.
      case array
      /// A string.
      case string
      /// A number.
      case number
      /// `true` or `false`.
      case boolean
      /// `null`.
      case null
    }

    /// What it is.
    public var kind: Kind
    /// The offset of its first byte; of a string what stands behind the quote.
    public var start: UInt32
    /// The offset after its last byte; of a string that of the quote.
    public var end: UInt32
    /// The bytes between the quotes of its name; empty for an element of an array.
    public var keyStart: UInt32
    /// The offset after its name.
    public var keyEnd: UInt32
    /// The place of the value after it and all that it holds.
    public var next: UInt32

    /// Its bytes.
    public var range: Range<Int> { Int(start)..<Int(end) }
    /// Its name's bytes.
    public var key: Range<Int> { Int(keyStart)..<Int(keyEnd) }
  }

  /// The file.
  public let bytes: [UInt8]
  /// All values; one that holds others stands before them.
  public private(set) var nodes: [Node] = []
  /// What was wrong, where the file is no whole JSON.
  public private(set) var error: JSONError?

  /// What was passed over, the first thousand times.
  public private(set) var oddities: [JSONError] = []

  /// Whether the file holds several values one behind the other; the root is the list of them then.
  public private(set) var isSequence = false

  /// Containers that lie deeper than that are passed over; nobody means them.
  private static let deepest = 1000

  /// Reads a file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var cursor = JSONCursor(bytes, depthLimit: .max, isLenient: true)
    var open: [Int] = []
    var key = 0..<0
    var roots = 0
    defer {
      oddities += cursor.oddities
      if roots > 1 { join() }
    }
    do throws(JSONError) {
      walk: while true {
        let token = try cursor.next()
        var kind: Node.Kind
        switch token.kind {
        case .end: break walk
        case .key:
          key = token.range
          continue
        case .objectEnd, .arrayEnd:
          if let place = open.popLast() {
            nodes[place].end = UInt32(token.range.upperBound)
            nodes[place].next = UInt32(nodes.count)
            if token.kind == .objectEnd, let repeated = repeatedName(in: place) {
              note(.repeatedName, at: repeated)
            }
          }
          continue
        case .objectStart: kind = .object
        case .arrayStart: kind = .array
        case .string: kind = .string
        case .number: kind = .number
        case .boolean: kind = .boolean
        case .null: kind = .null
        }
        if open.isEmpty { roots += 1 }
        if kind == .object || kind == .array {
          if open.count < Self.deepest {
            open.append(nodes.count)
          } else {
            note(.tooDeep, at: token.range.lowerBound)
            kind = .null
            try cursor.skip(toDepth: cursor.depth - 1)
          }
        }
        nodes.append(
          Node(
            kind: kind, start: UInt32(token.range.lowerBound),
            end: UInt32(token.range.upperBound), keyStart: UInt32(key.lowerBound),
            keyEnd: UInt32(key.upperBound), next: UInt32(nodes.count + 1)))
        key = 0..<0
      }
    } catch {
      self.error = error
      addCutString(from: cursor.offset, key, in: open.last)
      for place in open {
        nodes[place].end = UInt32(min(error.offset, bytes.count))
        nodes[place].next = UInt32(nodes.count)
      }
    }
  }

  private mutating func note(_ reason: JSONError.Reason, at offset: Int) {
    if oddities.count < 1000 { oddities.append(JSONError(reason, at: offset)) }
  }

  /// The offset of the first name in an object that stands there a second time.
  private func repeatedName(in place: Int) -> Int? {
    // Nearly all objects are small: looking back costs less than a set.
    var names: [ArraySlice<UInt8>] = []
    var known: Set<ArraySlice<UInt8>> = []
    var child = place + 1
    while child < nodes.count {
      let name = bytes[nodes[child].key]
      if names.count < 16 {
        if names.contains(name) { return name.startIndex }
        names.append(name)
        if names.count == 16 { known = Set(names) }
      } else if !known.insert(name).inserted {
        return name.startIndex
      }
      child = Int(nodes[child].next)
    }
    return nil
  }

  /// Puts all values into a list.
  private mutating func join() {
    isSequence = true
    for place in nodes.indices { nodes[place].next += 1 }
    nodes.insert(
      Node(
        kind: .array, start: 0, end: UInt32(bytes.count), keyStart: 0, keyEnd: 0,
        next: UInt32(nodes.count + 1)), at: 0)
  }

  /// The values of the file, each with its pointer: one, but for lines of JSON.
  public var roots: [(place: Int, pointer: String)] {
    guard isSequence else { return nodes.isEmpty ? [] : [(0, "")] }
    return children(of: 0).enumerated().map { ($1, "/\($0)") }
  }

  /// Adds the string in which the file ends, as far as it goes; the name of a member is no value.
  private mutating func addCutString(from quote: Int, _ key: Range<Int>, in parent: Int?) {
    guard error?.reason == .unexpectedEnd, quote < bytes.count, bytes[quote] == 0x22,
      let parent, nodes[parent].kind == .array || !key.isEmpty
    else { return }
    // Of a character that is cut, too, nothing can be read.
    var end = bytes.count
    while end > quote + 1, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if end > quote + 1, bytes[end - 1] >= 0xC0 {
      let length = bytes.scalarLength(at: end - 1)
      end = length > 0 ? end - 1 + length : end - 1
    }
    nodes.append(
      Node(
        kind: .string, start: UInt32(quote + 1), end: UInt32(end),
        keyStart: UInt32(key.lowerBound), keyEnd: UInt32(key.upperBound),
        next: UInt32(nodes.count + 1)))
  }

  /// The value that holds all others; `nil` where there is none.
  public var root: Int? { nodes.isEmpty ? nil : 0 }

  /// The values that an array or an object holds, in order; in a file without any there are none.
  public func children(of place: Int) -> [Int] {
    guard place < nodes.count, nodes[place].kind == .object || nodes[place].kind == .array else {
      return []
    }
    var children: [Int] = []
    var child = place + 1
    while child < Int(nodes[place].next) {
      children.append(child)
      child = Int(nodes[child].next)
    }
    return children
  }

  /// The first value of a name in an object; `nil` where there is none.
  public func member(_ name: String, of place: Int) -> Int? {
    guard place < nodes.count, nodes[place].kind == .object else { return nil }
    var child = place + 1
    while child < Int(nodes[place].next) {
      if bytes[nodes[child].key].elementsEqual(name.utf8) { return child }
      child = Int(nodes[child].next)
    }
    return nil
  }

  /// All values of a name in an object, in order: nothing forbids that one stands there twice.
  public func members(_ name: String, of place: Int) -> [Int] {
    guard place < nodes.count, nodes[place].kind == .object else { return [] }
    return children(of: place).filter { bytes[nodes[$0].key].elementsEqual(name.utf8) }
  }

  /// What the list or the object of a name in an object holds; nothing where there is none.
  public func items(_ name: String, of place: Int) -> [Int] {
    member(name, of: place).map { children(of: $0) } ?? []
  }

  /// The characters of a string, or those of a number as it is written; `nil` for another value.
  public func printed(_ place: Int?) -> DecodedText? {
    guard let place, nodes[place].kind == .number else { return text(place) }
    var text = DecodedText()
    text.copy(bytes, nodes[place].range)
    return text
  }

  /// The characters of a string; `nil` for another value.
  public func text(_ place: Int?) -> DecodedText? {
    guard let place, nodes[place].kind == .string else { return nil }
    return JSONString.decoded(bytes, nodes[place].range)
  }

  /// The characters of a value's name; none for a value without.
  public func nameText(of place: Int) -> DecodedText {
    JSONString.decoded(bytes, nodes[place].key)
  }

  /// The characters of a string; `nil` for another value.
  public func string(_ place: Int?) -> String? {
    guard let place, nodes[place].kind == .string else { return nil }
    return JSONString.decode(bytes[nodes[place].range])
  }

  /// A number; `nil` for another value, and for one that no computer holds.
  public func number(_ place: Int?) -> Double? {
    guard let place, nodes[place].kind == .number else { return nil }
    let value = Double(String(decoding: bytes[nodes[place].range], as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number without what follows its point; `nil` for another value, and for one beyond 2⁵³.
  public func integer(_ place: Int?) -> Int? {
    guard let value = number(place), value.magnitude < 0x1p53 else { return nil }
    return Int(value)
  }
}
