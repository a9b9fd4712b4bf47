/// Numbers for what records are found by.
///
/// Names, organisations, pairs of letters and amounts are numbered already and only moved apart;
/// two of them together are numbered as they come.
struct Features {
  private let organisations: Int
  private let pairs: Int
  private let first: Int
  private var mixed: KeyNumbers

  /// Makes room for so many of each; amounts may stand in for names.
  init(names: Int, organisations: Int = 0, pairs: Int = 0, mixed capacity: Int = 0) {
    self.organisations = names
    self.pairs = names + organisations
    first = names + organisations + pairs
    mixed = KeyNumbers(capacity: capacity)
  }

  /// How many there are.
  var count: Int { first + mixed.count }

  /// A name, or an amount.
  func name(_ number: Int32) -> Int32 { number }
  /// An organisation.
  func organisation(_ number: Int32) -> Int32 { Int32(organisations) + number }
  /// A pair of letters.
  func pair(_ number: Int32) -> Int32 { Int32(pairs) + number }

  /// Two things together; `nil` where no form had them.
  func find(_ key: UInt64) -> Int32? { mixed.find(key).map { Int32(first + $0) } }
  /// Two things together, numbered where they are new.
  mutating func number(of key: UInt64) -> Int32 { Int32(first + mixed.number(of: key)) }

  /// A name together with each pair of letters of an organisation, and with its first letter.
  static func forEachKey(
    ofName name: Int32, in organisation: ArraySlice<UInt32>, _ body: (UInt64) -> Void
  ) {
    for index in organisation.indices.dropLast() {
      body(key(name, UInt64(organisation[index]) << 32 | UInt64(organisation[index + 1])))
    }
    if let first = organisation.first { body(key(name, UInt64(first))) }
  }

  /// A name of one letter, which has no pairs.
  static func soleLetter(_ letter: Int32) -> UInt64 { key(-1, UInt64(letter)) }

  /// An amount together with the name and with the organisation.
  static func forEachKey(ofAmount entry: borrowing LinkSide.Entry, _ body: (UInt64) -> Void) {
    guard let amount = entry.amount else { return }
    if let name = entry.name { body(key(amount, UInt64(name))) }
    if let organisation = entry.organisation { body(key(amount, ~UInt64(organisation))) }
  }

  private static func key(_ left: Int32, _ right: UInt64) -> UInt64 {
    var hash =
      (UInt64(UInt32(bitPattern: left)) ^ right &* 0x9E37_79B9_7F4A_7C15)
      &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 31
    return hash &* 0x94D0_49BB_1331_11EB
  }
}
