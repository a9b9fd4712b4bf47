/// Indents JSON for eyes: a container of plain values that fits a line stays on one.
enum JSONIndenter {
  /// Appends the indented form of JSON that is written without white space.
  static func indent(_ json: [UInt8], into output: inout [UInt8]) {
    var depth = 0
    var index = 0
    while index < json.count {
      let byte = json[index]
      switch byte {
      case 0x22:
        let end = endOfString(json, index)
        output.append(contentsOf: json[index..<end])
        index = end
        continue
      case 0x7B, 0x5B:
        if let end = shortContainer(json, index) {
          spread(json[index..<end], into: &output)
          index = end
          continue
        }
        output.append(byte)
        depth += 1
        lineBreak(depth, into: &output)
      case 0x7D, 0x5D:
        depth -= 1
        lineBreak(depth, into: &output)
        output.append(byte)
      case 0x2C:
        output.append(byte)
        lineBreak(depth, into: &output)
      case 0x3A: output.append(contentsOf: ": ".utf8)
      default: output.append(byte)
      }
      index += 1
    }
  }

  /// The end of a container that has no container in it but ranges of bytes, and fits a line.
  private static func shortContainer(_ json: [UInt8], _ start: Int) -> Int? {
    let limit = min(json.count, start + 84)
    var index = start + 1
    var depth = 1
    while index < limit {
      switch json[index] {
      case 0x22:
        index = endOfString(json, index)
        continue
      case 0x5B: depth += 1
      case 0x7B: return nil
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return index }
    }
    return nil
  }

  /// Appends a container on one line, with a space after commas and colons.
  private static func spread(_ container: ArraySlice<UInt8>, into output: inout [UInt8]) {
    var isString = false
    var isEscaped = false
    for byte in container {
      output.append(byte)
      if isString {
        if byte == 0x22, !isEscaped { isString = false }
        isEscaped = byte == 0x5C && !isEscaped
      } else if byte == 0x22 {
        isString = true
      } else if byte == 0x2C || byte == 0x3A {
        output.append(0x20)
      }
    }
  }

  private static func endOfString(_ json: [UInt8], _ start: Int) -> Int {
    var index = start + 1
    while index < json.count, json[index] != 0x22 { index += json[index] == 0x5C ? 2 : 1 }
    return min(index + 1, json.count)
  }

  private static func lineBreak(_ depth: Int, into output: inout [UInt8]) {
    output.append(0x0A)
    for _ in 0..<depth { output.append(contentsOf: "  ".utf8) }
  }
}
