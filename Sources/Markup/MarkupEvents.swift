/// What libxml2 sees in an XML or HTML file, in order, with the place of everything.
///
/// Flat arrays instead of a tree: a reader walks over them once. Offsets are exact whatever the
/// number of lines. Bad markup is no error: the events go as far as the file can be read, and
/// `problems` says what was wrong.
public struct MarkupEvents: Sendable {
  /// One event.
  public struct Event: Hashable, Sendable, BitwiseCopyable {
    /// What an event is.
    public enum Kind: UInt8, Hashable, Sendable, BitwiseCopyable {
      /// An element begins; in HTML also one that only the grammar implies.
      case start
      /// An element ends.
      case end
      /// Characters that stand in the file as they are.
      case text
      /// Characters that stand in the file as an entity or a character reference.
      case reference
    }

    /// What it is.
    public var kind: Kind
    /// The element's name, as a place in `names`.
    public var name: UInt16
    /// The number of attributes.
    public var attributeCount: UInt16
    /// The first attribute as a place in `attributes`; of a reference, the place in `values` of its
    /// characters.
    public var first: UInt32
    /// The offset of its first byte.
    public var start: UInt32
    /// The offset after its last byte.
    public var end: UInt32

    /// Its bytes: the tag, or the characters; empty for what is only implied.
    public var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// One attribute.
  struct Attribute: Hashable, Sendable, BitwiseCopyable {
    var name: UInt16
    var start: UInt32
    var end: UInt32
  }

  /// The file.
  public let bytes: [UInt8]
  /// The events, in order.
  public internal(set) var events: [Event] = []
  /// The local names of elements and attributes.
  public internal(set) var names: [String] = []
  /// What was wrong, at most a thousand times.
  public internal(set) var problems: [MarkupProblem] = []
  var attributes: [Attribute] = []
  var values: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Where an XML file breaks off, cut or nested deeper than anybody means: behind the last event, if
  /// elements are open there. `nil` for a whole file.
  public var breakOff: Int? {
    let open = events.reduce(0) { $0 + ($1.kind == .start ? 1 : $1.kind == .end ? -1 : 0) }
    guard open > 0 || events.isEmpty else { return nil }
    return events.last.map { Int($0.end) } ?? 0
  }

  /// The local name of an event's element.
  public func name(_ event: Event) -> String { names[Int(event.name)] }

  /// The value of an attribute, entities decoded; `nil` where the element has none of that name.
  public func attribute(_ name: String, of event: Event) -> String? {
    guard event.kind == .start else { return nil }
    for place in Int(event.first)..<Int(event.first) + Int(event.attributeCount) {
      let attribute = attributes[place]
      if names[Int(attribute.name)] == name {
        return String(
          decoding: values[Int(attribute.start)..<Int(attribute.end)], as: UTF8.self)
      }
    }
    return nil
  }

  /// The characters that a reference stands for.
  public func referenced(_ event: Event) -> ArraySlice<UInt8> {
    guard event.kind == .reference else { return [] }
    return values[Int(event.first)..<Int(event.first) + Int(event.attributeCount)]
  }

  /// The bytes between the quotes of an attribute, as they stand in the file.
  public func attributeRange(_ name: String, of event: Event) -> Range<Int>? {
    guard event.kind == .start else { return nil }
    var scanner = TagScanner(bytes, event.range)
    while let (found, value) = scanner.next() {
      if bytes[found].elementsEqual(name.utf8) { return value }
    }
    return nil
  }
}
