// Unsafe: owns its memory, so that appending asks nobody, and makes a string of it without a look at
// each byte.

/// A text that is put together from many pieces, in memory of its own.
///
/// Nobody shares the memory: a piece asks for room, and for nothing else. A string would look at its
/// capacity and its characters with each piece, an array whether somebody shares it.
@safe
public struct TextBuffer: ~Copyable {
  @usableFromInline
  var memory: UnsafeMutablePointer<UInt8>
  @usableFromInline
  var room: Int
  @usableFromInline
  var count = 0

  /// Creates an empty text with room for the message of a finding.
  public init(room: Int = 256) {
    self.room = room
    unsafe memory = .allocate(capacity: room)
  }

  deinit { unsafe memory.deallocate() }

  /// Puts a text behind.
  public mutating func append(_ text: borrowing String) {
    // Asking for its span first would take longer than the copy.
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe copy($0) }
    if isDone == nil { append(text.utf8Span.span) }
  }

  /// Puts words behind that stand in the code: they need no look at what kind of string they are.
  @inlinable @inline(__always)
  public mutating func append(literal text: StaticString) {
    let length = text.utf8CodeUnitCount
    if length > room &- count { grow(length) }
    // A copy whose length the compiler knows is a few stores and no call.
    unsafe UnsafeMutableRawPointer(memory + count).copyMemory(
      from: text.utf8Start, byteCount: length)
    count &+= length
  }

  /// Puts characters behind, which must be whole ones.
  public mutating func append(_ characters: Span<UInt8>) {
    unsafe characters.withUnsafeBufferPointer { unsafe copy($0) }
  }

  /// Puts the characters of a slice behind, its seams left out.
  public mutating func append(_ slice: Slice, of document: borrowing Document) {
    if document.isWhole(slice) {
      append(document.text.span.extracting(slice.range))
    } else {
      append(document.string(slice))
    }
  }

  /// Puts a number behind, with the decimals that it is printed with.
  public mutating func append(_ quantity: Quantity) { quantity.withText { append($0) } }

  /// Puts a number behind, in hexadecimal.
  public mutating func append(hexadecimal number: UInt32) {
    var shift = UInt32.bitWidth - 4
    while shift > 0, number >> UInt32(shift) == 0 { shift -= 4 }
    while shift >= 0 {
      let digit = UInt8(truncatingIfNeeded: number >> UInt32(shift) & 15)
      append(byte: digit < 10 ? 0x30 + digit : 0x57 + digit)
      shift -= 4
    }
  }

  /// Takes everything out; the memory stays for what comes next.
  public mutating func clear() { count = 0 }

  /// The text; what was put into it was UTF-8, so that it is.
  public var string: String {
    String(ofWhole: unsafe UnsafeBufferPointer(start: memory, count: count).span)
  }

  private mutating func append(byte: UInt8) {
    if count == room { grow(1) }
    unsafe memory[count] = byte
    count &+= 1
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if bytes.count > room &- count { grow(bytes.count) }
    unsafe (memory + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  @usableFromInline @inline(never)
  mutating func grow(_ more: Int) {
    room = 2 * (room + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    unsafe larger.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = larger
  }
}
