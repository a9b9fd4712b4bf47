internal import CLibXML2

/// Collects the events of one parse.
///
/// A class, because C holds on to it by pointer; it never leaves the call that made it.
final class MarkupCollector {
  private var output: MarkupEvents
  /// What libxml2 reads, and a byte that ends it.
  private let readable: [UInt8]
  /// The number of bytes in the file.
  private let count: Int
  private var problems = ProblemList()
  private var names: [String: UInt16] = [:]
  var isHTML = false
  /// The offset after the last event.
  private var position = 0

  /// What the parser reads that reads now.
  private var part = 0..<0
  /// The names of the HTML elements that are open.
  private var open: [UInt16] = []
  /// Whether a parser stopped because too many elements stand in one another.
  private var isTooDeep = false

  /// Each end tag costs libxml2 a look at all elements that are open; nobody means more than these.
  private static let deepest = 1000
  /// What is read at a time behind a place that is too deep, since libxml2 copies what it reads.
  private static let window = 1 << 20

  init(_ bytes: [UInt8], _ readable: [UInt8]) {
    output = MarkupEvents(bytes: bytes)
    self.readable = readable + [0]
    count = readable.count
  }

  /// What a parser reads next: the file, or what follows where one stopped; `nil` at the end.
  func nextPart() -> Range<Int>? {
    let isFirst = part.isEmpty
    let start = isTooDeep ? position : part.upperBound
    guard start < count else { return nil }
    position = start
    for name in open.reversed() { add(.end, start..<start, name: name) }
    open.removeAll()
    isTooDeep = false
    var end = count
    if !isFirst, start + Self.window < count {
      // Between two tags, so that none is cut.
      let tag = readable[start + 1..<start + Self.window].lastIndex(of: 0x3C)
      end = tag ?? count
    }
    part = start..<end
    return part
  }

  var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  func collect(
    _ parse: (MarkupCollector, UnsafePointer<CChar>, Int32) -> Bool
  ) -> MarkupEvents {
    LibXML2.start()
    // libxml2 counts in 32 bits.
    var isRead = false
    if count > 0, count < Int(Int32.max) {
      unsafe readable.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        isRead = unsafe parse(self, base.assumingMemoryBound(to: CChar.self), Int32(count))
      }
    }
    if !isRead { problems.add(MarkupProblem(line: 0, message: "the document is too large")) }
    output.problems = problems.all
    output.isHTML = isHTML
    return withExtendedLifetime(self) { output }
  }

  // MARK: Callbacks

  /// How far the parser has read.
  private func offset(_ data: UnsafeMutableRawPointer?) -> Int {
    guard let data = unsafe data,
      let input = unsafe data.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input
    else { return position }
    let consumed = unsafe Int(input.pointee.consumed)
    let offset = unsafe part.lowerBound + consumed + (input.pointee.cur - input.pointee.base)
    return min(max(offset, position), count)
  }

  func advance(_ data: UnsafeMutableRawPointer?) { position = unsafe offset(data) }

  func problem(_ error: UnsafeMutablePointer<xmlError>?) {
    unsafe collectProblem(problems.pointer, error)
  }

  private func id(_ name: UnsafePointer<xmlChar>?) -> UInt16 {
    guard let name = unsafe name else { return 0 }
    let text = unsafe String(cString: name)
    if let known = names[text] { return known }
    // A file with more names than that is none that anybody reads.
    guard output.names.count < Int(UInt16.max) else { return 0 }
    let id = UInt16(output.names.count)
    output.names.append(text)
    names[text] = id
    return id
  }

  // MARK: Events

  private func add(
    _ kind: MarkupEvents.Event.Kind, _ range: Range<Int>, name: UInt16 = 0,
    first: Int = 0, count: Int = 0
  ) {
    if range.isEmpty, kind == .text { return }
    if position < range.lowerBound, readable[position] == 0x26 {
      addSkipped(position..<range.lowerBound)
    }
    output.events.append(
      MarkupEvents.Event(
        kind: kind, name: name, attributeCount: UInt16(clamping: count), first: UInt32(first),
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
    position = range.upperBound
  }

  /// Adds characters: a copy where the file holds them as they are, else what a reference means.
  func characters(
    _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32
  ) {
    guard let text = unsafe text, count > 0 else { return }
    let characters = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    let end = unsafe offset(data)
    // Before a reference libxml2 hands characters over first and steps over them then.
    let ends = isHTML ? [end] : [end, end + characters.count]
    for end in References.isDefined(readable[position..<end]) ? [] : ends {
      if let start = unsafe place(of: characters, endingAt: end) {
        return add(.text, start..<end)
      }
    }
    guard position < end, readable[position] == 0x26 else { return add(.text, position..<end) }
    if unsafe characters.count == 1 && characters[0] == 0x26,
      !References.isAmpersand(readable[position..<end])
    {
      // HTML hands over the sign and the name of an entity that it does not know one by one.
      if References.isNamed(readable[position...].prefix(32)) { output.keepReference(at: position) }
      return add(.text, position..<position + 1)
    }
    let first = output.values.count
    unsafe output.values.append(contentsOf: characters)
    let count = output.values.count - first
    add(.reference, position..<end, first: first, count: count)
  }

  func cdata(
    _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32
  ) {
    guard let text = unsafe text, count > 0 else { return }
    let characters = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    let end = unsafe offset(data)
    // Behind the characters of a section stands its closing sign.
    for end in [end, end - 3] {
      if let start = unsafe place(of: characters, endingAt: end) {
        return add(.text, start..<end)
      }
    }
    add(.text, position..<end)
  }

  /// Where characters begin that end at an offset and stand in the file as they are.
  private func place(of characters: UnsafeBufferPointer<xmlChar>, endingAt end: Int) -> Int? {
    let start = end - characters.count
    guard start >= position, end <= self.count else { return nil }
    return unsafe readable[start..<end].elementsEqual(characters) ? start : nil
  }

  /// Adds references that libxml2 passed over in silence: those to what nobody defined are the
  /// characters that they are, and behind any error in a file even those of XML are passed over.
  private func addSkipped(_ range: Range<Int>) {
    while position < range.upperBound {
      let rest = readable[position..<range.upperBound]
      let end = rest.firstIndex(of: 0x3B).map { $0 + 1 } ?? range.upperBound
      if let meaning = References.meaning(rest[..<end]) {
        output.values.append(meaning)
        add(.reference, position..<end, first: output.values.count - 1, count: 1)
      } else {
        output.keepReference(at: position)
        add(.text, position..<end)
      }
    }
  }

  func unknownReference(_ data: UnsafeMutableRawPointer?) {
    let end = unsafe offset(data)
    // One in a value is told as well, before its element: that has it in its tag.
    guard let start = readable[position..<end].lastIndex(of: 0x26),
      !readable[position..<start].contains(0x3C)
    else { return }
    output.keepReference(at: start)
    add(.text, start..<end)
  }

  func startXML(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ count: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let first = output.attributes.count
    if let attributes = unsafe attributes {
      for place in 0..<Int(count) {
        guard let value = unsafe attributes[place * 5 + 3],
          let end = unsafe attributes[place * 5 + 4]
        else { continue }
        let bytes = unsafe UnsafeBufferPointer(start: value, count: end - value)
        unsafe attribute(id(attributes[place * 5]), bytes)
      }
    }
    begin(unsafe id(name), before: unsafe offset(data), first)
    output.restoreValues()
  }

  func startHTML(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let first = output.attributes.count
    if let attributes = unsafe attributes {
      var place = 0
      while let name = unsafe attributes[place] {
        let value = unsafe attributes[place + 1]
        let count = unsafe value.map { unsafe Int(xmlStrlen($0)) } ?? 0
        unsafe attribute(id(name), UnsafeBufferPointer(start: value, count: count))
        place += 2
      }
    }
    let id = unsafe id(name)
    begin(id, before: unsafe offset(data), first)
    guard !isTooDeep else { return }
    open.append(id)
    if open.count > Self.deepest, let data = unsafe data {
      isTooDeep = true
      unsafe xmlStopParser(data.assumingMemoryBound(to: xmlParserCtxt.self))
    }
  }

  private func attribute(_ name: UInt16, _ value: UnsafeBufferPointer<xmlChar>) {
    let start = output.values.count
    var index = 0
    while index < value.count {
      unsafe output.values.append(value[index])
      // libxml2 leaves an ampersand as the reference that cannot be misunderstood.
      let isSign = unsafe value[index...].prefix(5).elementsEqual("&#38;".utf8)
      index += isSign ? 5 : 1
    }
    output.attributes.append(
      MarkupEvents.Attribute(
        name: name, start: UInt32(start), end: UInt32(output.values.count)))
  }

  private func begin(_ id: UInt16, before end: Int, _ first: Int) {
    let attributes = output.attributes.count - first
    var end = end
    guard let start = readable.tagStart(of: output.names[Int(id)], in: position..<end) else {
      return add(.start, position..<position, name: id, first: first, count: attributes)
    }
    if end < count, readable[end] == 0x2F { end += 1 }
    if end < count, readable[end] == 0x3E { end += 1 }
    add(.start, start..<end, name: id, first: first, count: attributes)
  }

  func end(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    let end = unsafe offset(data)
    let id = unsafe id(name)
    if position < end, readable[position] == 0x26,
      let tag = readable[position..<end].firstIndex(of: 0x3C)
    {
      addSkipped(position..<tag)
    }
    let isPrinted =
      position + 1 < end && readable[position] == 0x3C && readable[position + 1] == 0x2F
      && readable.isName(output.names[Int(id)], at: position + 2, before: end)
    guard !isTooDeep else { return }
    _ = open.popLast()
    if isHTML, !isPrinted, end >= count, MarkupEvents.neverLeftOut.contains(output.names[Int(id)]) {
      output.unended += 1
    }
    add(.end, position..<(isPrinted ? end : position), name: id)
  }
}
