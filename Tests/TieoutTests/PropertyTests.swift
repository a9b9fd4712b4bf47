import Testing
import Tieout

@Suite("What holds for every paper")
struct PropertyTests {
  @Test("Two runs give the same bytes in every format", arguments: Corpus.read)
  func deterministic(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    let first = try Tieout.run([Input(name: "a.txt", bytes: bytes)])
    let second = try Tieout.run([Input(name: "a.txt", bytes: bytes)])
    for writer in Registry.writers {
      #expect(!first.written(writer).isEmpty)
      let isSame = first.written(writer) == second.written(writer)
      #expect(isSame, "\(writer.format) differs")
    }
  }

  @Test("Nothing is lost: the ledger balances over all characters", arguments: Corpus.texts)
  func ledger(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    let totals = try Tieout.run([Input(name: "a.txt", bytes: bytes)]).ledgerTotals()
    #expect(totals.balances)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(totals.scalars == scalars.count { !$0.properties.isWhitespace })
    #expect(totals.unplaced >= 0)
  }

  @Test("A cleaned text needs no more cleaning and says the same", arguments: Corpus.read)
  func idempotent(_ path: String) throws {
    let first = try Outcome(Corpus.bytes(path), isCompact: true)
    let second = try Outcome(first.submission.document.text, isCompact: true)
    #expect(second.submission.document.map.entries.isEmpty)
    let isSameText = second.submission.document.text == first.submission.document.text
    #expect(isSameText)
    expectSame(first, second)
  }

  @Test("Line ends of other systems change nothing", arguments: Corpus.read)
  func carriageReturns(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    expectSame(
      try Outcome(bytes, isCompact: true),
      try Outcome(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, isCompact: true))
  }

  @Test("A byte order mark changes nothing", arguments: Corpus.read)
  func byteOrderMark(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    expectSame(
      try Outcome(bytes, isCompact: true), try Outcome([0xEF, 0xBB, 0xBF] + bytes, isCompact: true))
  }

  @Test("A line feed at the end changes nothing, nor does its absence", arguments: Corpus.read)
  func lastLineFeed(_ path: String) throws {
    var bytes = try Corpus.bytes(path)
    while bytes.last == 0x0A { bytes.removeLast() }
    let without = try Outcome(bytes, isCompact: true)
    expectSame(without, try Outcome(bytes + [0x0A], isCompact: true))
    expectSame(without, try Outcome(bytes + [0x0A, 0x0A], isCompact: true))
  }

  @Test("A folder of pages is the one file that they make together", arguments: Corpus.read)
  func pages(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    let whole = try Outcome(bytes, isCompact: true)
    // Each form begins a page of its own, in front of its attachment label.
    let starts = whole.submission.details.map {
      whole.submission.document.location(of: $0.at).bytes.lowerBound
    }
    let ends = [0] + starts + [bytes.count]
    let inputs = ends.indices.dropLast().map { index in
      Input(name: "page-\(index).txt", bytes: Array(bytes[ends[index]..<ends[index + 1]]))
    }
    #expect(inputs.count > 5)
    expectSame(whole, try Outcome(inputs, isCompact: true))
  }

  @Test("The checks of sameness notice a difference")
  func samenessNotices() throws {
    let whole = try Outcome(Corpus.bytes("d1/vlm-n0.txt"), isCompact: true)
    var lines = try Corpus.lines("d1/vlm-n0.txt")
    let line = try #require(lines.firstIndex { $0.contains("1455.38") })
    lines[line] = lines[line].replacing("1455.38", with: "1455.83")
    let other = try Outcome(lines: lines)
    #expect(Self.differences(whole, whole).isEmpty)
    #expect(Self.differences(whole, other).contains("summary"))
    #expect(Self.differences(whole, other).contains { $0.hasPrefix("AG01:") })
  }

  /// Fails unless both say the same, places and names of sources aside.
  private func expectSame(
    _ left: Outcome, _ right: Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let differences = Self.differences(left, right)
    #expect(differences.isEmpty, sourceLocation: sourceLocation)
  }

  /// The parts and the findings in which two results differ, places and names of sources aside.
  private static func differences(_ left: Outcome, _ right: Outcome) -> [String] {
    let names = ["letter", "summary", "details", "links", "types", "profile", "checks"]
    var differences = names.filter { name in
      left.json[name].withoutPlaces != right.json[name].withoutPlaces
    }
    let changed = Set(left.submission.findings.map { $0.essence })
      .symmetricDifference(right.submission.findings.map { $0.essence })
    differences += changed.sorted()
    if left.submission.repairs.map({ $0.after }) != right.submission.repairs.map({ $0.after }) {
      differences.append("repairs")
    }
    return differences
  }
}

extension Finding {
  /// What a finding says, its places aside.
  fileprivate var essence: String {
    let values = values.map { "\($0.role)=\($0.value)\($0.unit)" }.joined(separator: " ")
    return "\(fingerprint) \(severity.name) \(verdict.rawValue) \(values)"
  }
}
