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
  /// Where references stand to entities that nobody expands: how many, and the first one.
  public internal(set) var unexpanded: (count: Int, first: Int?) = (0, nil)
  /// Whether this is HTML, in which the grammar ends elements.
  var isHTML = false
  /// The elements of HTML whose end the file does not say.
  var unended = 0
  var attributes: [Attribute] = []
  var values: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Where a file breaks off; `nil` for a whole one.
  ///
  /// That is behind the last event, if elements are open there, or if further ones follow the root
  /// of XML. Of HTML only those are asked whose end nobody leaves out, and the last tag.
  public var breakOff: Int? {
    let end = events.last.map { Int($0.end) } ?? 0
    if isHTML { return isTagOpen || isUnended ? end : nil }
    let open = events.reduce(0) { $0 + ($1.kind == .start ? 1 : $1.kind == .end ? -1 : 0) }
    return open > 0 || events.isEmpty || hasTag(from: end) ? end : nil
  }

  /// The elements of HTML whose end nobody leaves out.
  static let neverLeftOut: Set<String> = [
    "a", "article", "b", "center", "div", "em", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "i",
    "ol", "pre", "section", "span", "strong", "sub", "sup", "table", "u", "ul",
  ]

  /// Whether HTML ends before its elements do.
  private var isUnended: Bool {
    let last = bytes[max(0, bytes.count - 64)...].map { $0 | 0x20 }
    if last.firstRange(of: "</html".utf8) != nil { return false }
    return unended > 0
      || names.firstIndex(of: "html").map { html in
        events.contains { Int($0.name) == html && $0.kind == .start && $0.start < $0.end }
      } ?? false
  }

  private func hasTag(from offset: Int) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    return (offset..<bytes.count - 1).contains { bytes[$0] == 0x3C && bytes[$0 + 1] | 0x20 >= 0x61 }
  }

  /// Whether the file ends inside of a tag, be it one that begins or one that ends an element.
  private var isTagOpen: Bool {
    guard let tag = bytes.lastIndex(of: 0x3C), !bytes[tag...].contains(0x3E) else { return false }
    let name = bytes[(tag + 1)...].drop { $0 == 0x2F }
    return name.first.map { 0x61...0x7A ~= $0 | 0x20 } ?? false
  }

  /// Takes notice of a reference that stays as it is.
  mutating func keepReference(at offset: Int) {
    unexpanded = (unexpanded.count + 1, unexpanded.first ?? offset)
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
