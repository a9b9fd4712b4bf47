/// Where the characters of a file that was converted to UTF-8 stand in the file as it was given.
///
/// Characters of one width in both encodings lie in long runs (Latin letters, Chinese characters),
/// so that a file is a short list of runs.
public struct Transcoding: Hashable, Sendable {
  /// Characters that take the same number of bytes each.
  public struct Run: Hashable, Sendable, BitwiseCopyable {
    /// The offset of the first character in UTF-8.
    public var text: UInt32
    /// The offset of the first character in the file as given.
    public var file: UInt32
    /// The bytes that each character takes in UTF-8.
    public var textWidth: UInt8
    /// The bytes that each character takes in the file.
    public var fileWidth: UInt8

    /// Creates a run.
    public init(text: UInt32, file: UInt32, textWidth: UInt8, fileWidth: UInt8) {
      self.text = text
      self.file = file
      self.textWidth = textWidth
      self.fileWidth = fileWidth
    }
  }

  /// The runs, in order.
  public var runs: [Run]
  /// The number of bytes in the file as given.
  public var fileCount: Int

  /// Creates the description of a conversion.
  public init(runs: [Run], fileCount: Int) {
    self.runs = runs
    self.fileCount = fileCount
  }

  /// Whether a byte order mark stood before the first character.
  public var hasMark: Bool { (runs.first.map { Int($0.file) } ?? fileCount) > 0 }

  /// The offset in UTF-8 of the character at an offset in the file.
  public func text(of offset: Int) -> Int {
    let next = runs.partitionIndex { $0.file > offset }
    guard next > 0 else { return 0 }
    let run = runs[next - 1]
    let text = Int(run.text) + (offset - Int(run.file)) / Int(run.fileWidth) * Int(run.textWidth)
    return next < runs.count ? min(text, Int(runs[next].text)) : text
  }

  /// The offset in the file of the character at an offset in UTF-8.
  public func file(of offset: Int) -> Int {
    let next = runs.partitionIndex { $0.text > offset }
    guard next > 0 else { return offset }
    let run = runs[next - 1]
    let characters = (offset - Int(run.text) + Int(run.textWidth) - 1) / Int(run.textWidth)
    let limit = next < runs.count ? Int(runs[next].file) : fileCount
    return min(Int(run.file) + characters * Int(run.fileWidth), limit)
  }
}

extension Location {
  /// Counts bytes in the file as it was before it was converted to UTF-8.
  mutating func convert(by transcoding: Transcoding?) {
    guard let transcoding else { return }
    let start = transcoding.file(of: bytes.lowerBound)
    bytes = start..<max(start, transcoding.file(of: bytes.upperBound))
  }
}
