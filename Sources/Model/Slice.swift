/// A run of bytes in a document's cleaned text.
///
/// Eight bytes, no reference: cells, lines and values are slices, so that a document of any size is
/// a few flat arrays. Where a slice joins neighbouring cells or lines, the tab or line feed between
/// them stays inside as the visible seam; whoever writes the characters leaves it out.
public struct Slice: Hashable, Sendable, BitwiseCopyable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The number of bytes.
  public var count: UInt32

  /// Creates the slice of `count` bytes from `start`.
  @inlinable
  public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// Creates the slice that covers the offsets `range`.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(
      start: UInt32(truncatingIfNeeded: range.lowerBound),
      count: UInt32(truncatingIfNeeded: range.count))
  }

  /// The empty slice at the start of the text: nothing is printed.
  @inlinable public static var none: Slice { Slice(start: 0, count: 0) }

  /// The offset after the last byte.
  @inlinable public var end: UInt32 { start &+ count }
  /// The offsets covered.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether no byte is covered.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// The smallest slice that covers both, seams included.
  public func joined(with other: Slice) -> Slice {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Slice(Int(min(start, other.start))..<Int(max(end, other.end)))
  }
}
