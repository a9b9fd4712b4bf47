internal import TieoutModel

/// The bytes that a writer has written so far.
///
/// Everything goes in as bytes: slices of the document, literals, digits. No string is made for a
/// value on the way. Room is made ahead and filled with zeros, so that a piece is one plain copy.
struct ByteBuffer {
  /// What has been written, and behind it the room that was made.
  var storage: [UInt8] = []
  /// The number of bytes that have been written.
  var count = 0

  /// Creates an empty buffer.
  init() {}

  /// Takes over a buffer, to append to it without a copy.
  init(taking output: inout [UInt8]) {
    swap(&storage, &output)
    count = storage.count
  }

  /// Gives the buffer back.
  mutating func give(to output: inout [UInt8]) {
    storage.removeLast(storage.count - count)
    swap(&storage, &output)
    count = storage.count
  }

  /// What has been written.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// The byte that was written last.
  var last: UInt8? { count > 0 ? storage[count - 1] : nil }

  /// Forgets everything but keeps the room.
  mutating func clear() { count = 0 }

  /// Forgets everything behind an offset.
  mutating func cut(to end: Int) { count = min(count, end) }

  /// The columns of what has been written.
  var columns: Int { columns(from: 0) }

  /// The columns of what has been written from an offset on.
  func columns(from start: Int) -> Int {
    Display.width(storage.span.extracting(start..<count))
  }

  /// Forgets spaces at the end, those before an offset apart.
  mutating func trim(to start: Int) {
    while count > start, storage[count - 1] == 0x20 { count -= 1 }
  }

  /// What has been written, in lines of at most `width` columns.
  func lines(to width: Int) -> [Range<Int>] {
    TextLayout.lines(storage.span.extracting(0..<count), to: width)
  }

  /// Appends the beginning of what another buffer holds, at most `width` columns wide.
  mutating func head(_ other: ByteBuffer, _ width: Int) {
    head(other.storage.span.extracting(0..<other.count), width)
  }

  /// Appends the end of what another buffer holds, at most `width` columns wide.
  mutating func tail(_ other: ByteBuffer, _ width: Int) {
    tail(other.storage.span.extracting(0..<other.count), width)
  }

  /// Appends one byte.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    makeRoom(1)
    storage[count] = byte
    count &+= 1
  }

  /// Appends bytes as they are.
  mutating func raw(_ piece: borrowing Span<UInt8>) {
    let length = piece.count
    makeRoom(length)
    let place = count..<count &+ length
    var room = storage.mutableSpan
    var target = room._mutatingExtracting(place)
    for index in piece.indices { target[index] = piece[index] }
    count &+= length
  }

  /// Appends bytes as they are.
  mutating func raw(_ piece: [UInt8]) { raw(piece.span) }

  /// Appends what another buffer holds.
  mutating func raw(_ other: ByteBuffer) { raw(other, 0..<other.count) }

  /// Appends a part of what another buffer holds.
  mutating func raw(_ other: ByteBuffer, _ part: Range<Int>) {
    raw(other.storage.span.extracting(part))
  }

  /// Appends a literal.
  mutating func literal(_ text: String) { raw(text.utf8Span.span) }

  /// Appends a byte a number of times.
  mutating func fill(_ byte: UInt8, _ times: Int) {
    for _ in 0..<max(0, times) { self.byte(byte) }
  }

  /// Makes room for bytes to come.
  @inline(__always)
  mutating func makeRoom(_ length: Int) {
    if storage.count &- count < length { grow(length) }
  }

  @inline(never)
  private mutating func grow(_ length: Int) {
    let room = max(length, storage.count, storage.capacity - storage.count, 256)
    storage.append(contentsOf: repeatElement(0, count: room))
  }
}

extension ByteBuffer {
  /// Appends a decimal integer.
  mutating func integer(_ number: Int) {
    if number < 0 { byte(0x2D) }
    digits(UInt64(number.magnitude), point: 0)
  }

  /// Appends the canonical text of an exact decimal.
  mutating func quantity(_ quantity: Quantity) {
    if quantity.digits < 0 { byte(0x2D) }
    digits(quantity.digits.magnitude, point: max(0, Int(quantity.scale)))
    // Thousands were printed: the zeros belong to the number.
    if quantity.scale < 0, quantity.digits != 0 { fill(0x30, -Int(quantity.scale)) }
  }

  /// Appends a number of hundredths as a decimal: `9.2` for 920, `0.97` for 97, `4.0` for 400.
  mutating func hundredths(_ number: Int) {
    if number.isMultiple(of: 10) {
      quantity(Quantity(digits: Int64(number / 10), scale: 1))
    } else {
      quantity(Quantity(digits: Int64(number), scale: 2))
    }
  }

  /// Appends the digits of a number, the last one first, with `point` of them behind the point.
  private mutating func digits(_ magnitude: UInt64, point: Int) {
    var length = 1
    var rest = magnitude / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    length = max(length, point + 1)
    fill(0x30, point > 0 ? length + 1 : length)
    rest = magnitude
    var place = count
    for written in 0..<length {
      if written == point, point > 0 {
        place -= 1
        storage[place] = 0x2E
      }
      place -= 1
      storage[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
