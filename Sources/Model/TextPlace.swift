/// Where characters stand in a submission of one text without pages: all that there is to tell of it,
/// and no reference.
public struct TextPlace: Hashable, Sendable, BitwiseCopyable {
  /// The characters, in the cleaned text.
  public var characters: Slice
  /// Their bytes, as offsets in the input.
  public var bytes: Slice
  /// The line, counted from 1.
  public var line: UInt32
  /// The column, counted from 1 in characters.
  public var column: UInt32

  /// The same as a location.
  public var location: Location {
    Location(source: 0, line: Int(line), column: Int(column), bytes: bytes.range)
  }
}

extension Document {
  /// Whether `TextPlace` has all that there is to tell of its places.
  public var isPlain: Bool {
    guard sources.count == 1, addedBytes == 0, rows.last?.page ?? 0 == 0 else { return false }
    return sources[0].file == nil && sources[0].transcoding == nil
      && sources[0].range.lowerBound == 0
  }
}
