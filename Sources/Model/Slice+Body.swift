extension Slice {
  /// Whether a text may name a body, by its last character where that is a Han character: `教育局`, and
  /// no `文化事业`.
  public func mayNameBody(in text: [UInt8]) -> Bool {
    let word = text[range].suffix(3)
    guard word.count == 3, let first = word.first, (0xE4...0xE9).contains(first) else {
      return true
    }
    return Self.bodies.contains { $0.elementsEqual(word) }
  }

  private static let bodies =
    "局委办厅部院会署处科所站队司室校馆社园心级团道府学门行联场库厂县市镇乡位关构司".map { Array($0.utf8) }
}
