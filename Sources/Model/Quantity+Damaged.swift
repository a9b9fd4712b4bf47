extension Quantity {
  /// Whether a slice is a number that recognition damaged, so that it must not be taken for words.
  ///
  /// Mostly digits, and besides them only what damage leaves: letters that look like digits, blanks
  /// and separators in wrong places, a sign of currency or of approximation before them, a unit
  /// behind. `12O6.39`, `1 206.39`, `1.206.39`, `约1206.39万元` are; `T20240001号`, `3号楼` are not.
  public static func isDamaged(_ text: [UInt8], _ slice: Slice) -> Bool {
    guard slice.count > 1, slice.count <= 60, whole(text, slice) == nil else { return false }
    var index = Int(slice.start)
    let end = Int(slice.end)
    for sign in prefixes where text[index..<end].starts(with: sign) {
      index += sign.count
      break
    }
    var digits = 0
    var letters = 0
    var others = 0
    while index < end {
      let byte = text[index]
      if byte.isDigitASCII {
        digits += 1
      } else if byte < 0x80, lookAlikes.contains(byte) {
        letters += 1
      } else if byte < 0x80, separators.contains(byte) {
        others += 1
      } else {
        break
      }
      index += 1
    }
    // Behind the number stands a unit at the most: four Han characters.
    let rest = end - index
    guard rest <= 12, !text[index..<end].contains(where: { $0.isDigitASCII || $0.isLetterASCII })
    else { return false }
    return digits >= 1 && digits + letters >= 2 && digits >= letters && digits * 2 >= others
  }

  /// Whether a slice is letters alone that look like digits: the rest of a damaged number.
  public static func isLookAlike(_ text: [UInt8], _ slice: Slice) -> Bool {
    !slice.isEmpty && text[slice.range].allSatisfy { lookAlikes.contains($0) }
  }

  private static let prefixes = ["约", "￥", "¥", "$", "近", "共"].map { Array($0.utf8) }
  private static let lookAlikes = Set("OoQDIl|BSsZzGgqb".utf8)
  private static let separators = Set(" ,.'+-()%<>=".utf8)
}
