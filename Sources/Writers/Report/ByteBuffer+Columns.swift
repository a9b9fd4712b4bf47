extension ByteBuffer {
  /// The columns of what has been written from an offset on.
  func columns(from start: Int = 0) -> Int {
    read { Display.width($0.extracting(start...)) }
  }

  /// What has been written, in lines of at most `width` columns.
  func lines(to width: Int) -> [Range<Int>] { read { TextLayout.lines($0, to: width) } }

  /// Forgets spaces at the end, those before an offset apart.
  mutating func trim(to start: Int) {
    while count > start, last == 0x20 { cut(to: count - 1) }
  }

  /// Appends the beginning of what another buffer holds, at most `width` columns wide.
  mutating func head(_ other: borrowing ByteBuffer, _ width: Int) {
    other.read { head($0, width) }
  }

  /// Appends the end of what another buffer holds, at most `width` columns wide.
  mutating func tail(_ other: borrowing ByteBuffer, _ width: Int) {
    other.read { tail($0, width) }
  }
}
