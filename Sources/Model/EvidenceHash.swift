/// A short name for what a decision was made on, by which it is seen whether that has changed.
///
/// It says nothing about places: a paper that is recognised anew has the same evidence on other lines.
struct EvidenceHash {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Adds a text, with its end.
  mutating func add(_ text: String) {
    add(text.utf8)
    hash = (hash ^ 0xFF) &* 0x100_0000_01B3
  }

  /// The hash in hexadecimal.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Finding {
  /// What it rests on, as a hash: its verdict and its figures.
  public var evidenceHash: String {
    var hash = EvidenceHash()
    hash.add(verdict.rawValue)
    for value in values {
      hash.add(value.role)
      hash.add(value.value)
      hash.add(value.unit)
    }
    return hash.text
  }
}

extension Repair {
  /// What it changes, as a hash.
  public var evidenceHash: String {
    var hash = EvidenceHash()
    for text in before { hash.add(text) }
    hash.add("")
    for text in after { hash.add(text) }
    return hash.text
  }
}

extension Submission {
  /// What is printed in a field, as a hash.
  public func evidenceHash(_ field: Field?) -> String {
    var hash = EvidenceHash()
    if let field { hash.add(document.string(field.printed)) }
    return hash.text
  }
}
