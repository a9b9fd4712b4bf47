internal import TieoutMarkup
public import TieoutModel

/// A file in UTF-8, and how it came to be that.
///
/// What cannot be decoded stays: in UTF-8 as the bytes that it is, in other encodings as one U+FFFD
/// a byte; a remark says how much and where.
public struct DecodedInput: Sendable {
  /// The file in UTF-8, without a byte order mark.
  public private(set) var bytes: [UInt8]
  /// The name of the encoding that the file was in.
  public let encoding: String
  /// Why it was taken for that; `nil` where it is plain UTF-8.
  public let reason: String?
  /// Where the characters stood before; `nil` where nothing was converted.
  public private(set) var transcoding: Transcoding?
  /// Whether the file is known to be text in UTF-8 from the first byte to the last.
  public let isPlain: Bool
  /// Whether a byte order mark stood before the first character.
  public let hasMark: Bool
  /// The bytes that could not be decoded: how many, and the offset of the first in `bytes`.
  public private(set) var undecodable: (count: Int, first: Int)?

  /// Decodes a file by its mark, its declaration or its bytes.
  public init(_ file: [UInt8]) {
    let found = EncodingDetector.detect(file)
    reason = found.reason
    isPlain = found.isPlain
    hasMark = found.markLength > 0
    guard let other = found.encoding else {
      encoding = "UTF-8"
      bytes = file
      if found.markLength > 0 {
        bytes.removeFirst(found.markLength)
        let run = Transcoding.Run(
          text: 0, file: UInt32(found.markLength), textWidth: 1, fileWidth: 1)
        transcoding = Transcoding(runs: [run], fileCount: file.count)
      }
      return
    }
    encoding = other.rawValue
    bytes = []
    bytes.reserveCapacity(file.count * 3 / 2)
    var runs: [Transcoding.Run] = []
    convert(file, from: found.markLength, other, &runs)
    transcoding = Transcoding(runs: runs, fileCount: file.count)
  }

  private mutating func convert(
    _ file: [UInt8], from start: Int, _ encoding: TextEncoding, _ runs: inout [Transcoding.Run]
  ) {
    guard var converter = CharacterConverter(from: encoding.converterName) else {
      return fail(file, start..<file.count, &runs)
    }
    var index = start
    var end = start
    while index < file.count {
      // Up to the next byte that begins no character, which stays the same behind one that no table
      // knows.
      if end <= index { end = endOfCharacters(file, from: index, encoding) }
      let first = bytes.count
      let stop = converter.convert(file, index..<end, into: &bytes)
      record(file, index..<stop, encoding, from: first, &runs)
      index = stop
      if stop < file.count {
        // One character that no table knows, or one byte that begins none.
        let length = stop < end ? max(1, encoding.length(file, at: stop)) : 1
        fail(file, stop..<stop + length, &runs)
        index += length
      }
    }
  }

  private func endOfCharacters(_ file: [UInt8], from start: Int, _ encoding: TextEncoding) -> Int {
    var end = start
    while end < file.count {
      let length = encoding.length(file, at: end)
      if length == 0 { break }
      end += length
    }
    return end
  }

  /// Keeps the places of characters that were converted, one by one the same in both.
  private func record(
    _ file: [UInt8], _ range: Range<Int>, _ encoding: TextEncoding, from first: Int,
    _ runs: inout [Transcoding.Run]
  ) {
    var text = first
    var index = range.lowerBound
    while index < range.upperBound, text < bytes.count {
      let fileWidth = UInt8(max(1, encoding.length(file, at: index)))
      let textWidth = UInt8(max(1, bytes.scalarLength(at: text)))
      if runs.last?.textWidth != textWidth || runs.last?.fileWidth != fileWidth {
        runs.append(
          Transcoding.Run(
            text: UInt32(text), file: UInt32(index), textWidth: textWidth, fileWidth: fileWidth))
      }
      text += Int(textWidth)
      index += Int(fileWidth)
    }
  }

  private mutating func fail(
    _ file: [UInt8], _ range: Range<Int>, _ runs: inout [Transcoding.Run]
  ) {
    if undecodable == nil { undecodable = (0, bytes.count) }
    undecodable?.count += range.count
    for index in range {
      runs.append(
        Transcoding.Run(
          text: UInt32(bytes.count), file: UInt32(index), textWidth: 3, fileWidth: 1))
      bytes += [0xEF, 0xBF, 0xBD]
    }
  }
}
