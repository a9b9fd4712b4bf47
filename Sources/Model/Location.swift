/// Where characters stand in the input, exact enough to put a finger on them.
public struct Location: Hashable, Sendable {
  /// The input's place in `Document.sources`.
  public var source: Int
  /// The page, counted from 1; `nil` where the format has no pages.
  public var page: Int?
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int
  /// The byte range in that input.
  public var bytes: Range<Int>
  /// The id of the element or the JSON pointer of the value that holds the first of them; `nil`
  /// where the format has none.
  public var element: String?
  /// Where they stand on the page; `nil` where the format has no boxes.
  public var box: Box?
  /// How sure the engine was of the least sure of them, in hundredths; `nil` where it does not say.
  public var confidence: Int?

  /// Creates a location in a text.
  public init(source: Int, page: Int? = nil, line: Int, column: Int, bytes: Range<Int>) {
    self.source = source
    self.page = page
    self.line = line
    self.column = column
    self.bytes = bytes
  }
}

extension Document {
  /// Where the characters of a slice stand in the input; whoever asks often asks a `PlaceFinder`.
  public func location(of slice: Slice) -> Location {
    var finder = PlaceFinder()
    return finder.location(of: slice, in: self)
  }

  /// The line on which the characters of a slice begin, counted from 1 in their input.
  public func line(of slice: Slice) -> Int {
    let range = map.source(of: printed(slice))
    guard sources.count == 1, sources[0].file == nil, sources[0].range.lowerBound == 0 else {
      var finder = PlaceFinder()
      return finder.location(ofSource: range, in: self).line
    }
    // A text of its own: nothing but the line has to be found.
    let starts = lineStarts.span
    var mark = Bookmark()
    return max(1, mark.search(starts.count) { starts[$0] <= range.start })
  }

  /// Where a range of source bytes stands.
  public func location(ofSource range: Slice) -> Location {
    var finder = PlaceFinder()
    return finder.location(ofSource: range, in: self)
  }
}
