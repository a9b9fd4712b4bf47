/// Where the characters of a cleaned text stand in the source, and which rule changed them.
///
/// Sorted by both offsets. Between two entries the text is a plain copy of the source, so that the
/// map is as long as the damage, not as the text; every question is a binary search, asked only
/// when somebody wants to know.
public struct SourceMap: Hashable, Sendable {
  /// One change of characters: `source` bytes were replaced by `text` bytes.
  public struct Entry: Hashable, Sendable, BitwiseCopyable {
    /// The replacement's place in the cleaned text; empty where characters were removed.
    public var text: Slice
    /// The replaced bytes' place in the source.
    public var source: Slice
    /// The rule's place in `Document.rules`.
    public var rule: UInt16

    /// Creates an entry.
    public init(text: Slice, source: Slice, rule: UInt16) {
      self.text = text
      self.source = source
      self.rule = rule
    }
  }

  /// The changes, in order.
  public private(set) var entries: [Entry]

  /// Creates a map without changes.
  public init() { entries = [] }

  /// Creates a map from changes in order.
  public init(entries: [Entry]) { self.entries = entries }

  /// Adds a change behind all others.
  public mutating func append(_ entry: Entry) { entries.append(entry) }

  /// The number of entries whose replacement ends at or before a text offset.
  private func countEnding(atOrBefore offset: UInt32) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].text.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The source range of a slice: what was removed at its edges stays outside.
  public func source(of slice: Slice) -> Slice {
    let start = sourceStart(of: slice.start)
    return Slice(start: start, count: max(sourceEnd(of: slice), start) - start)
  }

  /// The entries inside a slice, in order.
  public func edits(in slice: Slice) -> ArraySlice<Entry> {
    guard !slice.isEmpty else { return [] }
    let first = countEnding(atOrBefore: slice.start)
    var last = first
    while last < entries.count, entries[last].text.start < slice.end { last += 1 }
    return entries[first..<last]
  }

  private func sourceStart(of offset: UInt32) -> UInt32 {
    let index = countEnding(atOrBefore: offset)
    if index < entries.count, entries[index].text.start <= offset {
      return entries[index].source.start
    }
    guard index > 0 else { return offset }
    let before = entries[index - 1]
    return before.source.end + (offset - before.text.end)
  }

  private func sourceEnd(of slice: Slice) -> UInt32 {
    let end = slice.end
    // Removals exactly at the end are outside: look for the last entry that begins before it.
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].text.start < end { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return end }
    let before = entries[low - 1]
    if before.text.end >= end { return before.source.end }
    return before.source.end + (end - before.text.end)
  }
}
