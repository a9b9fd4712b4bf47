internal import TieoutModel

/// Characters that an engine says are a formula.
enum LatexFormula {
  /// Whether dollar signs around them let cleaning know what they are, and are no signs too many:
  /// they hold LaTeX, or signs and digits only, and no signs of their own.
  static func needsSigns(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first(where: { !$0.isBlankASCII }), !bytes.contains(0x24),
      !holdsEnvironment(bytes)
    else { return false }
    let rest = bytes.drop { $0.isBlankASCII }.dropFirst()
    if first == 0x5C, let second = rest.first, second == 0x28 || second == 0x5B { return false }
    if bytes.contains(where: { $0 == 0x5C || $0 == 0x5E }) { return true }
    // Without a blank between them nothing is to be joined.
    return rest.contains(0x20) && bytes.last?.isBlankASCII == false
      && !bytes.contains { $0.isLetterASCII || $0 >= 0xE3 }
  }

  /// Whether they hold what may be a table.
  private static func holdsEnvironment(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(0x5C) && bytes.firstRange(of: "\\begin".utf8) != nil
  }
}
