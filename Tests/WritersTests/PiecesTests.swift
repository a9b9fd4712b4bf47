import Testing
import TieoutModel

@testable import TieoutWriters

@Suite("Outputs that are taken piece by piece")
struct PiecesTests {
  /// The sample with so many records, findings, links and repairs that no format fits one piece.
  private static let large: Submission = {
    var large = Sample.submission
    large.details = (1...2_000).flatMap { _ in Sample.submission.details }
    large.findings = (1...2_000).flatMap { _ in Sample.submission.findings }
    large.repairs = (1...2_000).flatMap { _ in Sample.submission.repairs }
    return large
  }()

  private static let writers: [any Writer.Type] = [
    JSONWriter.self, XMLWriter.self, FindingsWriter.self, NDJSONWriter.self, LedgerWriter.self,
    TraceWriter.self,
  ]

  @Test(
    "They are the same bytes as in one piece, compact and full, plain and indented",
    arguments: [(false, false), (false, true), (true, false), (true, true)])
  func same(_ isCompact: Bool, _ isPretty: Bool) {
    var options = WriteOptions()
    options.isCompact = isCompact
    options.isPretty = isPretty
    for writer in Self.writers {
      for submission in [Sample.submission, Self.large] {
        var whole: [UInt8] = []
        writer.write(submission, options, into: &whole)
        var taken: [UInt8] = []
        var buffer = ByteBuffer()
        func take(_ piece: borrowing Span<UInt8>) {
          for place in piece.indices { taken.append(piece[place]) }
        }
        buffer.hand(to: take) { writer.write(submission, options, into: &$0) }
        let isSame = whole == taken
        #expect(isSame, "\(writer.format)")
      }
    }
  }

  @Test("No piece of JSON or XML is much longer than the others, however long the output is")
  func bounded() {
    for writer in [JSONWriter.self, XMLWriter.self] as [any Writer.Type] {
      var lengths: [Int] = []
      var buffer = ByteBuffer()
      func take(_ piece: borrowing Span<UInt8>) { lengths.append(piece.count) }
      buffer.hand(to: take) { writer.write(Self.large, WriteOptions(), into: &$0) }
      #expect(lengths.count > 3)
      #expect(lengths.allSatisfy { $0 < ByteBuffer.piece + ByteBuffer.piece / 8 })
    }
  }

  @Test("A buffer that nobody takes pieces of keeps everything")
  func whole() {
    var buffer = ByteBuffer()
    for number in 0..<300_000 {
      buffer.integer(number)
      buffer.settle()
    }
    #expect(buffer.count == (0..<300_000).reduce(0) { $0 + String($1).count })
  }

  @Test("What was written last is known behind a piece too")
  func last() {
    var buffer = ByteBuffer()
    var pieces = 0
    func take(_ piece: borrowing Span<UInt8>) { pieces += 1 }
    buffer.hand(to: take) { buffer in
      buffer.fill(0x61, ByteBuffer.piece)
      buffer.byte(0x5B)
      buffer.settle()
      #expect(pieces == 1)
      #expect(buffer.last == 0x5B)
    }
    #expect(pieces == 2)
    #expect(buffer.count == 0)
  }

  @Test("A digest of pieces is the digest of the whole")
  func digest() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var digest = ByteDigest()
    for start in stride(from: 0, to: 1_000, by: 13) {
      digest.add(bytes.span.extracting(start..<min(start + 13, 1_000)))
    }
    #expect(digest.sha256 == sha256(bytes.span))
    #expect(digest.count == 1_000)
  }
}
