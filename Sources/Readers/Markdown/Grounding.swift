internal import TieoutModel

/// What a model says before a text: what it is, and where it stands on the page.
///
/// DeepSeek-OCR writes `<|ref|>table<|/ref|><|det|>[[48, 310, 948, 872]]<|/det|>`, or without its
/// tokens `table[[48, 310, 948, 872]]`; MinerU’s model
/// `<|box_start|>100 100 900 200<|box_end|><|ref_start|>table<|ref_end|><|md_start|>`. Places are
/// thousandths of the page.
struct Grounding {
  /// Where it ends.
  private(set) var end: Int
  private(set) var box: Box?
  /// What it names, where that is the text itself and no kind of text.
  private(set) var words: Range<Int>?

  /// What models call pieces of a page.
  private static let kinds: Set<String> = [
    "title", "sub_title", "text", "table", "table_caption", "table_footnote", "image",
    "image_caption", "image_footnote", "image_block", "figure", "figure_title", "figure_caption",
    "chart", "equation", "equation_block", "formula", "formula_caption", "header", "footer",
    "page_number", "page_footnote", "aside_text", "code", "code_caption", "algorithm", "list",
    "ref_text", "phonetic", "seal", "unknown",
  ]
  /// Nothing between two tokens is longer.
  private static let longest = 512

  /// The one with which a line begins; `nil` where it begins with text.
  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    end = line.lowerBound
    guard let first = bytes[line].first else { return nil }
    if first != 0x3C {
      guard Self.isKind(first), bytes[line].suffix(2).elementsEqual("]]".utf8) else { return nil }
      let name = bytes[line].prefix(24).prefix(while: Self.isKind)
      guard bytes[name.endIndex..<line.upperBound].starts(with: "[[".utf8),
        Self.kinds.contains(String(decoding: name, as: UTF8.self)),
        let box = Self.box(bytes[name.endIndex..<line.upperBound])
      else { return nil }
      self.box = box
      end = line.upperBound
      return
    }
    while let token = ModelToken(bytes, end..<line.upperBound) {
      end = token.end
      let name = String(decoding: token.name, as: UTF8.self)
      guard let close = Self.closing(name) else { continue }
      let rest = bytes[end..<min(line.upperBound, end + Self.longest)]
      guard let stop = rest.firstRange(of: close.utf8) else { continue }
      let content = rest[..<stop.lowerBound]
      end = stop.upperBound
      if name.contains("ref") {
        let isKind = Self.kinds.contains(String(decoding: content, as: UTF8.self))
        if !isKind, !content.isEmpty { words = content.indices }
      } else {
        box = Self.box(content) ?? box
      }
    }
    if end == line.lowerBound { return nil }
  }

  private static func isKind(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte == 0x5F }

  /// The token that ends what begins with one.
  private static func closing(_ name: String) -> String? {
    switch name {
    case "ref", "det": "<|/\(name)|>"
    case "ref_start", "box_start", "object_ref_start": "<|\(name.dropLast(5))end|>"
    default: nil
    }
  }

  /// The box around all that a list of numbers names, four a box.
  private static func box(_ bytes: ArraySlice<UInt8>) -> Box? {
    let numbers = bytes.split { !$0.isDigitASCII }.compactMap {
      Int32(String(decoding: $0, as: UTF8.self))
    }
    let isPlain = bytes.allSatisfy { $0.isDigitASCII || " ,[]()".utf8.contains($0) }
    guard isPlain, numbers.count >= 4, numbers.count % 4 == 0 else { return nil }
    var box = Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    for place in stride(from: 4, to: numbers.count, by: 4) {
      box.left = min(box.left, numbers[place])
      box.top = min(box.top, numbers[place + 1])
      box.right = max(box.right, numbers[place + 2])
      box.bottom = max(box.bottom, numbers[place + 3])
    }
    return box
  }
}
