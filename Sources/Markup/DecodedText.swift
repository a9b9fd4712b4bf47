/// The characters of a string whose escapes are decoded, with the place of each.
public struct DecodedText: Hashable, Sendable {
  /// Characters that stand together in the source: a copy of it, or one escape.
  public struct Run: Hashable, Sendable {
    /// Where they are in `bytes`.
    public var text: Range<Int>
    /// The bytes of the source that stand for them.
    public var source: Range<Int>
    /// Whether those are the characters themselves.
    public var isCopy: Bool
  }

  /// The characters, UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Where they stand, in order and without gaps.
  public private(set) var runs: [Run] = []

  /// Creates an empty text.
  public init() {}

  /// Adds characters that stand in the source as they are.
  public mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: source[range])
    runs.append(Run(text: start..<bytes.count, source: range, isCopy: true))
  }

  /// Adds what an escape means.
  public mutating func decode(_ characters: some Sequence<UInt8>, _ range: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: characters)
    runs.append(Run(text: start..<bytes.count, source: range, isCopy: false))
  }

  /// Adds another text behind this one.
  public mutating func append(_ other: DecodedText) {
    let shift = bytes.count
    bytes += other.bytes
    for var run in other.runs {
      run.text = run.text.lowerBound + shift..<run.text.upperBound + shift
      runs.append(run)
    }
  }
}
