/// A rectangle on a page; x grows to the right, y downwards.
public struct Box: Hashable, Sendable, BitwiseCopyable {
  /// The left edge.
  public var left: Int32
  /// The upper edge.
  public var top: Int32
  /// The right edge.
  public var right: Int32
  /// The lower edge.
  public var bottom: Int32

  /// Creates a rectangle; edges in the wrong order are exchanged.
  public init(left: Int32, top: Int32, right: Int32, bottom: Int32) {
    self.left = min(left, right)
    self.top = min(top, bottom)
    self.right = max(left, right)
    self.bottom = max(top, bottom)
  }

  /// The smallest rectangle that covers both.
  public func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// The width.
  public var width: Int32 { right &- left }
  /// The height.
  public var height: Int32 { bottom &- top }
}
