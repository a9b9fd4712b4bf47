internal import TieoutModel

/// One change between the source bytes at a value's place and the characters that were read.
struct PrintedEdit: Hashable {
  /// The rule's place in `Document.rules`; `PrintedEdit.join` for a seam that was left out.
  var rule: Int
  /// The replaced bytes, as offsets in `Document.bytes` or, of `fileEdits`, in the file.
  var source: Range<Int>
  /// The cleaned characters that replace them; its own seams are left out.
  var after: Slice

  /// The rule that joins cells and lines: what stood between them goes.
  static let join = -1
  /// The rule that leaves out the signs of a format, and reads its escapes and entities.
  static let markup = -2
  /// The rule that reads characters in another order than that of the file.
  static let order = -3
}

extension Document {
  /// Lists the changes inside a slice, in order.
  ///
  /// The source bytes at the slice's place with these changes applied are `string(slice)`.
  func edits(in slice: Slice, into edits: inout [PrintedEdit]) {
    edits.removeAll(keepingCapacity: true)
    var position = Int(slice.start)
    var source = Int(map.source(of: slice).start)
    for entry in map.edits(in: slice) {
      joins(position..<max(position, Int(entry.text.start)), source: source, into: &edits)
      // A value may take only a part of what a rule replaced as one piece.
      let start = max(Int(entry.text.start), Int(slice.start))
      let end = max(start, min(Int(entry.text.end), Int(slice.end)))
      edits.append(
        PrintedEdit(
          rule: Int(entry.rule), source: entry.source.range, after: Slice(start..<end)))
      position = end
      source = Int(entry.source.end)
    }
    joins(position..<max(position, Int(slice.end)), source: source, into: &edits)
  }

  /// The name of the rule of an edit.
  func ruleName(_ rule: Int) -> String {
    switch rule {
    case PrintedEdit.join: "join"
    case PrintedEdit.markup: "markup"
    case PrintedEdit.order: "reading-order"
    default: rules[rule]
    }
  }

  /// Adds an edit for each seam in a stretch of the text that is a copy of the source.
  private func joins(_ range: Range<Int>, source: Int, into edits: inout [PrintedEdit]) {
    for offset in range where text[offset] == 0x09 || text[offset] == 0x0A {
      let place = source + offset - range.lowerBound
      edits.append(
        PrintedEdit(rule: PrintedEdit.join, source: place..<place + 1, after: .none))
    }
  }

  /// Whether two slices hold the same characters, seams left out.
  func reads(_ left: Slice, like right: Slice) -> Bool {
    left == right || reads(left, like: text.span.extracting(right.range))
  }

  /// Whether a slice holds the same characters as other bytes, seams of both left out.
  func reads(_ slice: Slice, like other: borrowing Span<UInt8>) -> Bool {
    let own = text.span.extracting(slice.range)
    var left = 0
    var right = 0
    while true {
      while left < own.count, own[left].isSeam { left += 1 }
      while right < other.count, other[right].isSeam { right += 1 }
      guard left < own.count, right < other.count else { break }
      guard own[left] == other[right] else { return false }
      left += 1
      right += 1
    }
    return left == own.count && right == other.count
  }

  /// Whether a slice has any character but seams.
  func hasCharacters(_ slice: Slice) -> Bool {
    for index in slice.range where !text[index].isSeam { return true }
    return false
  }
}

extension UInt8 {
  /// Whether the byte separates joined cells or lines.
  var isSeam: Bool { self == 0x09 || self == 0x0A }
}
