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

  /// The source range of a slice: what was removed at its edges stays outside.
  public func source(of slice: Slice) -> Slice {
    var mark = Bookmark()
    return source(of: slice, from: &mark)
  }

  /// The same, searched from where the last search ended.
  func source(of slice: Slice, from mark: inout Bookmark) -> Slice {
    let entries = entries.span
    let ended = mark.search(entries.count) { entries[$0].text.end <= slice.start }
    var start = slice.start
    if ended < entries.count, entries[ended].text.start <= slice.start {
      start = entries[ended].source.start
    } else {
      if ended > 0 {
        start = entries[ended - 1].source.end + (slice.start - entries[ended - 1].text.end)
      }
      // Mostly nothing was changed inside: it is a copy as long as it is.
      if !slice.isEmpty, ended == entries.count || entries[ended].text.start >= slice.end {
        return Slice(start: start, count: slice.count)
      }
    }
    // Removals exactly at the end are outside: look for the last entry that begins before it.
    var begun = mark
    let last = begun.search(entries.count) { entries[$0].text.start < slice.end } - 1
    var end = slice.end
    if last >= 0 {
      let isInside = entries[last].text.end >= slice.end
      end = entries[last].source.end + (isInside ? 0 : slice.end - entries[last].text.end)
    }
    return Slice(start: start, count: max(end, start) - start)
  }

  /// The entries inside a slice, in order.
  public func edits(in slice: Slice) -> ArraySlice<Entry> {
    guard !slice.isEmpty else { return [] }
    let entries = entries.span
    var mark = Bookmark()
    let first = mark.search(entries.count) { entries[$0].text.end <= slice.start }
    let last = max(first, mark.search(entries.count) { entries[$0].text.start < slice.end })
    return self.entries[first..<last]
  }
}
