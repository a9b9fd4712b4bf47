internal import TieoutModel

/// The labels of single values that a word spells but for one character.
struct NearLabels {
  /// The bytes of the longest word that is looked at.
  static let longest: UInt32 = 60
  /// The fewest characters of a label that a word may be near to.
  private static let shortest = 4

  private let words: [(label: LabelID, word: NearWord)]

  init(_ profile: Profile) {
    let labels = Set(profile.detail.fields.flatMap(\.labels)).sorted { $0.rawValue < $1.rawValue }
    words = labels.map { ($0, NearWord(key: profile.labels.key($0))) }
      .filter { $0.1.scalars.count >= Self.shortest }
  }

  /// The labels from which a word differs in one character that may be misread.
  func labels(of word: NearWord) -> [LabelID] {
    words.filter { $0.word.isNear(word) }.map(\.label)
  }
}

/// A word as labels are compared, character by character.
struct NearWord: Hashable {
  let scalars: [Unicode.Scalar]

  init(_ slice: Slice, _ text: [UInt8]) {
    self.init(key: LabelTable.normalised(text[slice.range]))
  }

  init(key: [UInt8]) { scalars = Array(String(decoding: key, as: UTF8.self).unicodeScalars) }

  /// Characters by which names of things differ: nobody tells whether one is misread.
  private static let telling = Set(
    "预决结总余年季月主监承担建分上下本前后全半实完已未个数人员简副正新旧单双首末".unicodeScalars)

  /// Whether one character of this label is another one in a word, is printed twice or has a sign beside
  /// it, or is lost; not one that makes it another word.
  func isNear(_ other: NearWord) -> Bool {
    let (left, right) = (scalars, other.scalars)
    guard abs(left.count - right.count) <= 1 else { return false }
    let alike = zip(left, right).prefix { $0 == $1 }.count
    let rest = zip(left.dropFirst(alike).reversed(), right.dropFirst(alike).reversed())
      .prefix { $0 == $1 }.count
    guard max(left.count, right.count) - alike - rest == 1 else { return false }
    guard left.count <= right.count else { return !Self.telling.contains(left[alike]) }
    let printed = right[alike]
    if left.count == right.count { return !Self.telling.contains(printed) }
    return printed.value < 0x3400 || alike > 0 && right[alike - 1] == printed
  }
}
