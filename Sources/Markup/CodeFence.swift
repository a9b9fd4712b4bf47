extension [UInt8] {
  /// The offset of the end of the line that fences code in Markdown and begins at an offset: three
  /// backticks and the name of a language at the most; `nil` where none begins.
  public func endOfFence(at start: Int) -> Int? {
    var index = start
    while index < count, self[index] == 0x60 { index += 1 }
    guard index >= start + 3 else { return nil }
    let name = index
    while index < count, index < name + 16, self[index] | 0x20 >= 0x61, self[index] | 0x20 <= 0x7A {
      index += 1
    }
    while index < count, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    return index == count || self[index] == 0x0A || self[index] == 0x0D ? index : nil
  }
}
