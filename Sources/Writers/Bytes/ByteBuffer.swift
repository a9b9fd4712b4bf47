internal import TieoutModel

/// The bytes that a writer has written so far, in memory of their own.
///
/// Nobody shares the memory, so that appending a piece asks for room and for nothing else. Literals
/// are copied as they stand in the program, strings and slices of the document where they stand,
/// and what a format has to escape is looked for on the way, sixteen bytes at a time. Where somebody
/// takes it piece by piece, it holds only what nobody has taken yet.
@safe
public struct ByteBuffer: ~Copyable {
  /// The memory: `room` bytes, and behind them some that a short piece may spill into.
  private var memory: UnsafeMutablePointer<UInt8>
  private var room: Int
  /// The number of bytes that have been written.
  public private(set) var count = 0
  /// Who takes what is settled; `nil` where all of it waits here to be read.
  private var taker: ((borrowing Span<UInt8>) -> Void)?

  /// How many bytes a short piece may read and write behind its own.
  static let spill = 32
  /// What is settled is taken in pieces of so many bytes or a little more.
  static let piece = 1 << 20

  /// Creates an empty buffer.
  public init() { self.init(room: 256) }

  private init(room: Int) {
    self.room = room
    unsafe memory = .allocate(capacity: room + Self.spill)
  }

  deinit { unsafe memory.deallocate() }

  /// Hands out what has been written.
  public func read<R, E: Error>(_ body: (borrowing Span<UInt8>) throws(E) -> R) throws(E) -> R {
    let written = unsafe UnsafeBufferPointer(start: memory, count: count)
    return try unsafe body(written.span)
  }

  /// What has been written, as an array.
  public var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: memory, count: count)) }

  /// The byte that was written last.
  @inline(__always)
  var last: UInt8? { count > 0 ? unsafe memory[count &- 1] : nil }

  /// Forgets everything behind an offset but keeps the room.
  mutating func cut(to end: Int) {
    precondition(end >= 0)
    count = min(count, end)
  }

  /// Forgets everything but keeps the room.
  public mutating func clear() { count = 0 }

  /// Has all that `write` writes taken piece by piece, in order; empty before and afterwards.
  public mutating func hand(
    to taker: @escaping (borrowing Span<UInt8>) -> Void, _ write: (inout ByteBuffer) -> Void
  ) {
    clear()
    self.taker = taker
    write(&self)
    self.taker = nil
    read(taker)
    clear()
  }

  /// Nothing that has been written will be read or cut any more: it is taken, if it is enough.
  @inline(__always)
  mutating func settle() {
    if count >= Self.piece { handOn() }
  }

  @inline(never)
  private mutating func handOn() {
    guard let taker else { return }
    // All but the last byte, by which writers know what they stand behind.
    let settled = unsafe UnsafeBufferPointer(start: memory, count: count - 1)
    unsafe taker(settled.span)
    unsafe memory[0] = memory[count - 1]
    count = 1
  }

  /// Makes room for so many bytes in all, so that none are moved until there are more of them.
  ///
  /// What is never written takes no memory of the machine's; growing takes twice what there is.
  mutating func reserve(_ total: Int) {
    let total = taker == nil ? total : min(total, 2 * Self.piece)
    if room < total { grow(total - count) }
  }

  /// Makes room for bytes to come.
  @inline(__always)
  private mutating func makeRoom(_ length: Int) {
    if room &- count < length { grow(length) }
  }

  /// Moves what there is to where there is room for so many bytes more, and for twice what was.
  @inline(never)
  private mutating func grow(_ length: Int) {
    room = max(count + length, room * 2)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: room + Self.spill)
    unsafe wider.initialize(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = wider
  }

  /// Appends one byte.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    makeRoom(1)
    unsafe memory[count] = byte
    count &+= 1
  }

  /// Appends the first bytes of a word, at most eight, the lowest first.
  @inline(__always)
  mutating func bytes(_ word: UInt64, _ length: Int) {
    precondition(length >= 0 && length <= 8)
    makeRoom(length)
    unsafe UnsafeMutableRawPointer(memory + count).storeBytes(
      of: word.littleEndian, as: UInt64.self)
    count &+= length
  }

  /// Appends a literal.
  @inline(__always)
  mutating func literal(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    makeRoom(length)
    // A copy whose length the compiler knows is a few stores and no call.
    unsafe UnsafeMutableRawPointer(memory + count).copyMemory(
      from: text.utf8Start, byteCount: length)
    count &+= length
  }

  /// Appends bytes as they are.
  mutating func raw(_ piece: borrowing Span<UInt8>) {
    unsafe piece.withUnsafeBufferPointer { piece in
      guard let source = piece.baseAddress else { return }
      makeRoom(piece.count)
      unsafe UnsafeMutableRawPointer(memory + count).copyMemory(
        from: source, byteCount: piece.count)
      count &+= piece.count
    }
  }

  /// Appends a part of what another buffer holds.
  mutating func raw(_ other: borrowing ByteBuffer, _ part: Range<Int>) {
    other.read { raw($0.extracting(part)) }
  }

  /// Appends the first bytes of four words, at most 32, the lowest first.
  @inline(__always)
  mutating func bytes(_ words: SIMD4<UInt64>, _ length: Int) {
    precondition(length >= 0 && length <= Self.spill)
    makeRoom(length)
    unsafe UnsafeMutableRawPointer(memory + count).storeBytes(
      of: words, as: SIMD4<UInt64>.self)
    count &+= length
  }

  /// Writes another byte where one has been written.
  @inline(__always)
  mutating func set(_ byte: UInt8, at place: Int) {
    precondition(place >= 0 && place < count)
    unsafe memory[place] = byte
  }

  /// Appends a byte a number of times.
  mutating func fill(_ byte: UInt8, _ times: Int) {
    guard times > 0 else { return }
    makeRoom(times)
    unsafe (memory + count).initialize(repeating: byte, count: times)
    count &+= times
  }

  /// Appends a string, escaped, and a byte that ends it, where one is given.
  @inline(__always)
  mutating func escaped<E: Escaping>(
    _ text: borrowing String, then end: UInt8? = nil, as escaping: E.Type
  ) {
    let isDone = unsafe text.utf8.withContiguousStorageIfAvailable { source in
      guard let start = source.baseAddress else { return false }
      return unsafe copyString(start, source.count, then: end ?? 0, as: E.self)
    }
    if isDone != true { inspect(text, then: end ?? 0, as: E.self) }
    if end == nil { count &-= 1 }
  }

  /// Appends the characters of a slice of well-formed UTF-8, escaped, its seams left out, and a byte
  /// that ends them, where one is given.
  @inline(__always)
  mutating func escaped<E: Escaping>(
    wellFormed slice: Slice, of text: borrowing Span<UInt8>, then end: UInt8?, as escaping: E.Type
  ) {
    let range = slice.range
    precondition(range.upperBound <= text.count)
    let isDone = unsafe text.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return false }
      return unsafe copy(
        start + range.lowerBound, range.count, readable: source.count &- range.lowerBound,
        then: end, as: E.self)
    }
    if isDone { return }
    inspect(text.extracting(range), withoutSeams: true, as: E.self)
    if let end { byte(end) }
  }

  /// `copy`, as one function for all strings.
  @inline(never)
  private mutating func copyString<E: Escaping>(
    _ source: UnsafePointer<UInt8>, _ length: Int, then end: UInt8, as escaping: E.Type
  ) -> Bool {
    unsafe copy(source, length, readable: 0, then: end, as: E.self)
  }

  /// Appends bytes as they are, and the one that ends them, unless one of them might need an escape.
  ///
  /// Bytes are stored before they are looked at; what is not wanted is simply not counted. Where
  /// `readable` says that there are enough of them, bytes behind the last one are read as well.
  @inline(__always)
  private mutating func copy<E: Escaping>(
    _ source: UnsafePointer<UInt8>, _ length: Int, readable: Int, then end: UInt8?,
    as escaping: E.Type
  ) -> Bool {
    makeRoom(length &+ 1)
    let from = unsafe UnsafeRawPointer(source)
    let to = unsafe UnsafeMutableRawPointer(memory + count)
    var scan = E.Scan()
    // Spaces, which need no escape, stand for bytes that are not there.
    let spaces: UInt64 = 0x2020_2020_2020_2020
    var seen = 16
    if length <= 16, readable >= 16 {
      let bytes = unsafe from.loadUnaligned(as: SIMD2<UInt64>.self)
      unsafe to.storeBytes(of: bytes, as: SIMD2<UInt64>.self)
      scan.look(at: bytes, SIMD2(bytes[0] &<< 8, bytes[1] &<< 8 | bytes[0] &>> 56))
      seen = length
    } else if length < 8 {
      let word = unsafe Self.short(from, length)
      unsafe to.storeBytes(of: word.littleEndian, as: UInt64.self)
      let padded = word | spaces &<< UInt64(truncatingIfNeeded: length &* 8)
      scan.look(at: SIMD2(padded, spaces), SIMD2(padded &<< 8, 0))
    } else if length < 16 {
      let first = unsafe Self.word(from, 0)
      // The last word begins inside the first one.
      let last = unsafe Self.word(from, length &- 8)
      unsafe to.storeBytes(of: first.littleEndian, as: UInt64.self)
      unsafe to.storeBytes(of: last.littleEndian, toByteOffset: length &- 8, as: UInt64.self)
      let before = length == 8 ? last &<< 8 : unsafe Self.word(from, length &- 9)
      scan.look(at: SIMD2(first, last), SIMD2(first &<< 8, before))
    } else {
      // So do the last sixteen bytes.
      let last = length &- 16
      var place = 0
      let first = unsafe Self.word(from, 0)
      var before = SIMD2(first &<< 8, unsafe Self.word(from, 7))
      while true {
        let bytes = unsafe from.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
        unsafe to.storeBytes(of: bytes, toByteOffset: place, as: SIMD2<UInt64>.self)
        scan.look(at: bytes, before)
        if place == last { break }
        place = min(place &+ 16, last)
        before = unsafe from.loadUnaligned(
          fromByteOffset: place &- 1, as: SIMD2<UInt64>.self)
      }
    }
    if scan.isSuspicious(before: seen) { return false }
    if let end { unsafe to.storeBytes(of: end, toByteOffset: length, as: UInt8.self) }
    count &+= end == nil ? length : length &+ 1
    return true
  }

  /// Eight bytes as a word, the first one lowest.
  @inline(__always)
  private static func word(_ source: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    unsafe source.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// The bytes of a piece shorter than eight as a word, the first one lowest.
  @inline(__always)
  private static func short(_ source: UnsafeRawPointer, _ length: Int) -> UInt64 {
    func byte(_ place: Int) -> UInt64 {
      let byte = unsafe source.load(fromByteOffset: place, as: UInt8.self)
      return UInt64(byte) &<< UInt64(truncatingIfNeeded: place &* 8)
    }
    if length >= 4 {
      let rest = length &- 4
      let low = unsafe source.loadUnaligned(as: UInt32.self).littleEndian
      let high = unsafe source.loadUnaligned(fromByteOffset: rest, as: UInt32.self).littleEndian
      // Where the two overlap they are the same bytes.
      return UInt64(low) | UInt64(high) &<< UInt64(truncatingIfNeeded: rest &* 8)
    }
    return length == 0 ? 0 : byte(0) | byte(length &>> 1) | byte(length &- 1)
  }
}
