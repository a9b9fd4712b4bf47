/// Indents XML for eyes: one element a line, and no white space where an element has characters.
enum XMLIndenter {
  /// Appends the indented form of XML that our writer wrote: no comments, no white space between
  /// elements, and `>` in tags only.
  static func indent(_ xml: [UInt8], into output: inout [UInt8]) {
    var depth = 0
    // The depth of the element whose characters we are in; what is inside stays on its line.
    var mixed = Int.max
    var index = 0
    while index < xml.count {
      guard xml[index] == 0x3C else {
        if mixed == Int.max { mixed = depth }
        let end = xml[index...].firstIndex(of: 0x3C) ?? xml.count
        output.append(contentsOf: xml[index..<end])
        index = end
        continue
      }
      let end = (xml[index...].firstIndex(of: 0x3E) ?? xml.count - 1) + 1
      let isEnd = xml[index + 1] == 0x2F
      let isEmpty = xml[end - 2] == 0x2F
      if isEnd { depth -= 1 }
      let follows = isEnd && isEndOfEmpty(output)
      if mixed == Int.max, index > 0, !follows { lineBreak(depth, into: &output) }
      output.append(contentsOf: xml[index..<end])
      if isEnd, depth < mixed { mixed = Int.max }
      if !isEnd, !isEmpty { depth += 1 }
      index = end
    }
  }

  /// Whether the output ends with a start tag, so that the end tag belongs on the same line.
  private static func isEndOfEmpty(_ output: [UInt8]) -> Bool {
    guard let start = output.lastIndex(of: 0x3C), start + 1 < output.count else { return false }
    return output[start + 1] != 0x2F && output[output.count - 2] != 0x2F
  }

  private static func lineBreak(_ depth: Int, into output: inout [UInt8]) {
    output.append(0x0A)
    for _ in 0..<depth { output.append(contentsOf: "  ".utf8) }
  }
}
