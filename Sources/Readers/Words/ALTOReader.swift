internal import TieoutMarkup
internal import TieoutModel

/// Reads ALTO, versions 2 to 4: pages, lines, strings with boxes.
///
/// ALTO has no tables: they are rebuilt from the places of the strings, whatever unit these are
/// measured in, and from the rules that `GraphicalElement` tells.
enum ALTOReader: Reader {
  static let format = "alto"
  static let summary = Message(
    zh: "ALTO XML（第 2 至 4 版）：词及其位置，表格由位置重建",
    en: "ALTO XML, versions 2 to 4: words with boxes, tables are rebuilt from their places")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    XMLRoot.name(bytes) == "alto" ? "XML with the root element alto" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    let events = MarkupEvents(xml: bytes)
    var walk = ALTOWalk(events)
    walk.run()
    for remark in events.remarks() { walk.pages.remark(remark.message, at: remark.offset) }
    try walk.pages.finish(bytes, name: name, format: format, reason: reason, into: &document)
  }
}

/// One way through the elements of a file.
private struct ALTOWalk {
  private let events: MarkupEvents
  private var isWordOpen = false
  /// Whether the word goes on in the next line, and the sign behind it is none of its own.
  private var isWordBroken = false
  /// The program that wrote the file, as far as it is told.
  private var software = ""
  private var confidence = ALTOConfidence(software: "")
  private var unit = ""
  private var unitPlace: Int?
  /// Where the first confidence stands that was put right.
  private var mendedPlace: Int?
  /// The image that the file was made of: that of its first page.
  private var image = ""
  var pages = WordPages()

  init(_ events: MarkupEvents) { self.events = events }

  mutating func run() {
    var name = ""
    for event in events.events {
      switch event.kind {
      case .start:
        name = events.name(event)
        start(event, name)
      case .end: name = ""
      case .text where name == "softwareName" || name == "softwareVersion":
        software += String(decoding: events.bytes[event.range], as: UTF8.self) + " "
      case .text where name == "MeasurementUnit":
        unit = String(decoding: events.bytes[event.range], as: UTF8.self)
        unitPlace = event.range.lowerBound
      case .text where name == "fileName":
        image += String(decoding: events.bytes[event.range], as: UTF8.self)
      case .text, .reference: break
      }
    }
    endWord()
    if confidence.mended > 0 {
      pages.remark(
        Message(
          zh: "\(confidence.mended) 个词的置信度按 Tesseract 的写法更正（WC=\"0.5\" 即 5 %，\"0.100\" 即 100 %）",
          en: "confidences corrected as Tesseract means them: \(confidence.mended) "
            + "(WC=\"0.5\" is 5 %, \"0.100\" is 100 %)"), at: mendedPlace)
    }
    if unit.hasPrefix("mm10") || unit.hasPrefix("inch1200") {
      pages.remark(
        Message(
          zh: unit.hasPrefix("mm10") ? "位置以十分之一毫米计" : "位置以一千二百分之一英寸计",
          en: unit.hasPrefix("mm10")
            ? "boxes are in tenths of a millimetre" : "boxes are in 1200ths of an inch"),
        at: unitPlace)
    }
  }

  private mutating func start(_ event: MarkupEvents.Event, _ name: String) {
    switch name {
    case "Page":
      endWord()
      confidence = ALTOConfidence(software: software, mended: confidence.mended)
      pages.beginPage(image: image.isEmpty ? nil : image, box: Self.page(event, events))
      image = ""
    case "TextBlock":
      endWord()
      pages.beginBlock()
    case "TextLine":
      endWord()
      pages.beginLine()
    case "String":
      endWord()
      pages.beginWord(
        SourceFile.Mark(
          element: events.attribute("ID", of: event) ?? "", box: box(event),
          confidence: events.attribute("WC", of: event).flatMap { confidence.hundredths($0) }))
      if confidence.mended > 0, mendedPlace == nil {
        mendedPlace = events.attributeRange("WC", of: event)?.lowerBound
      }
      isWordOpen = true
      isWordBroken = events.attribute("SUBS_TYPE", of: event) == "HypPart1"
      append(event)
    case "HYP" where isWordOpen && !isWordBroken: append(event)
    case "GraphicalElement": if let box = box(event) { pages.addRule(box) }
    default: break
    }
  }

  /// Adds the characters of an element to the word.
  private mutating func append(_ event: MarkupEvents.Event) {
    guard var content = events.attribute("CONTENT", of: event),
      var range = events.attributeRange("CONTENT", of: event)
    else { return }
    // Some write the hyphen of a broken word into it; the whole word has none.
    if isWordBroken, content.hasSuffix("-"),
      let whole = events.attribute("SUBS_CONTENT", of: event), !whole.hasPrefix(content)
    {
      content.removeLast()
      range = range.lowerBound..<range.upperBound - 1
    }
    if events.bytes[range].elementsEqual(content.utf8) {
      pages.append(events.bytes, range)
    } else {
      pages.append(content.utf8, of: range)
    }
  }

  private mutating func endWord() {
    if isWordOpen, pages.endWord(), isWordBroken { pages.breakWord() }
    isWordOpen = false
    isWordBroken = false
  }

  /// The whole page, whose element has no place.
  private static func page(_ event: MarkupEvents.Event, _ events: MarkupEvents) -> Box? {
    func number(_ name: String) -> Double? {
      events.attribute(name, of: event).flatMap(Double.init)
    }
    return Box(0, 0, number("WIDTH"), number("HEIGHT"))
  }

  private func box(_ event: MarkupEvents.Event) -> Box? {
    func number(_ name: String) -> Double? {
      events.attribute(name, of: event).flatMap(Double.init)
    }
    guard let left = number("HPOS"), let top = number("VPOS"), let width = number("WIDTH"),
      let height = number("HEIGHT")
    else { return nil }
    return Box(left, top, left + width, top + height)
  }
}

/// Reads `WC`, which Tesseract wrote wrong until 5.5.2: `0.` and the hundredths without a zero
/// before them, so that 5 % reads `0.5` and 100 % `0.100`.
private struct ALTOConfidence {
  private let isConcatenated: Bool
  /// The confidences that were put right.
  private(set) var mended: Int

  init(software: String, mended: Int = 0) {
    self.mended = mended
    let words = software.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
    guard let name = words.firstIndex(where: { $0.hasPrefix("tesseract") }) else {
      isConcatenated = false
      return
    }
    let version = words[(name + 1)...].compactMap { word -> [Int]? in
      let numbers = word.drop { !$0.isNumber }.split(separator: ".").map { Int($0) ?? 0 }
      return numbers.count > 1 ? numbers : nil
    }.first
    isConcatenated = version?.lexicographicallyPrecedes([5, 5, 3]) ?? false
  }

  mutating func hundredths(_ value: String) -> UInt8? {
    let digits = value.dropFirst(2)
    if isConcatenated, value.hasPrefix("0."), digits.count == 1 || digits == "100",
      let number = UInt8(digits)
    {
      mended += 1
      return number
    }
    guard let share = Double(value), share >= 0, share <= 1 else { return nil }
    return UInt8(share * 100 + 0.5)
  }
}
