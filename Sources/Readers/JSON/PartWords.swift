/// The words of a text or a table, markup aside, to tell what says the same.
struct PartWords {
  private var hashes: Set<UInt64> = []

  init(_ text: [UInt8]) { add(text) }

  init(_ cells: [TableCells.Cell]) { for cell in cells { add(cell.text.bytes) } }

  init(_ parts: [PartWords]) {
    for part in parts { hashes.formUnion(part.hashes) }
  }

  /// Whether nearly all words of another text are among these.
  func hold(_ other: PartWords) -> Bool {
    let unknown = other.hashes.count { !hashes.contains($0) }
    return unknown * 10 < other.hashes.count
  }

  private mutating func add(_ text: [UInt8]) {
    var hash: UInt64 = 0
    var isTag = false
    for byte in text {
      if byte <= 0x20 || isTag || "<>|&\\\"*#$+-".utf8.contains(byte) {
        if hash != 0 { hashes.insert(hash) }
        hash = 0
      } else {
        hash = (hash ^ UInt64(byte) ^ 0xCBF2_9CE4_8422_2325) &* 0x100_0000_01B3
      }
      if byte == 0x3C { isTag = true } else if byte == 0x3E { isTag = false }
    }
    if hash != 0 { hashes.insert(hash) }
  }
}
