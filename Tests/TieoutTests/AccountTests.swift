import Foundation
import Testing
import Tieout
import TieoutMaking

@Suite("Every character is accounted for, and every change can be repeated")
struct AccountTests {
  /// Some of every format and every engine; `Scripts/properties` takes all files.
  static let files = Corpus.files.filter {
    $0.hasPrefix("d1/") || $0.hasPrefix("d3/tesseract") || $0.hasPrefix("budget-2024/")
  }

  @Test("of each file of the corpus", arguments: files)
  func corpus(_ path: String) throws {
    try expectWhole([Input(name: path, bytes: Corpus.bytes(path))])
  }

  @Test("of several files in several formats that are one submission")
  func mixed() throws {
    let names = ["d1/tesseract.hocr", "d2/vlm-n2.txt", "d1/rapidocr.json", "d2/md-pipe-n2.md"]
    try expectWhole(
      try names.map { Input(name: $0, bytes: Array(try Corpus.bytes($0).prefix(30_000))) })
  }

  @Test("of files in other encodings, with and without a mark")
  func encodings() throws {
    let text = String(decoding: try Corpus.bytes("d1/vlm-n2.txt"), as: UTF8.self)
    try expectWhole([Input(name: "mark", bytes: [0xEF, 0xBB, 0xBF] + text.utf8)])
    let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try expectWhole([Input(name: "wide", bytes: wide)])
    // 项目, a tab, 金额, a line feed, in GB 18030.
    let line: [UInt8] = [
      0xCF, 0xEE, 0xC4, 0xBF, 0x09, 0xBD, 0xF0, 0xB6, 0xEE, 0x20, 0x3C, 0x62, 0x3E, 0x0A,
    ]
    try expectWhole([Input(name: "gb", bytes: Array(repeatElement(line, count: 20).joined()))])
  }

  @Test("of papers that say nothing, and of damaged ones", arguments: 1...40)
  func damaged(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var bytes = Array(try Corpus.bytes(random.pick(Self.files)).prefix(6_000))
    let signs: [[UInt8]] = [
      [0xE3], [0x80], [0x80, 0x80], [0xC2], [0xA0], [0xF0, 0x9F], [0xFF], Array("　".utf8),
      Array("<b>".utf8), Array("$\\geq".utf8), Array("&amp;".utf8), Array("\u{1B}[2J".utf8),
    ]
    for _ in 0..<60 {
      let place = random.below(bytes.count)
      bytes.insert(contentsOf: random.pick(signs), at: place)
      bytes.remove(at: random.below(bytes.count))
    }
    try expectWhole([Input(name: "x", bytes: bytes)], isText: false)
    try expectWhole([Input(name: "blank", bytes: Array(" \t\u{3000}\n".utf8))])
  }

  @Test("The file of the ledger has a line for each run, with the text of what nobody claimed")
  func lines() throws {
    let text = "项目\t金额\n甲\t１0\n乙\t2\n页眉 ＡＢ\n"
    let submission = try Tieout.run([Input(name: "a.txt", bytes: Array(text.utf8))])
    let lines = submission.written(LedgerWriter.self).split(separator: 0x0A).map { JSON(Array($0)) }
    #expect(lines.first?["schema"].string == "tieout-ledger/1")
    #expect(lines.count == submission.ledgerRuns().count + 1)
    let unplaced = lines.filter { $0["account"].string == "unplaced" }.compactMap {
      $0["text"].string
    }
    #expect(!unplaced.isEmpty)
    for line in unplaced { #expect(text.contains(line)) }
  }

  // MARK: What must fail

  @Test(
    "A run whose ledger does not balance fails, whatever the damage",
    arguments: [
      { $0.ledger = Ledger(count: $0.ledger.accounts.count - 40) },
      { $0.document.map = SourceMap(entries: Array($0.document.map.entries.dropLast())) },
      { $0.document.text.append(contentsOf: "多".utf8) },
      { $0.document.text.removeLast(9) },
      { $0.document.sources[0].markup += 1 },
    ] as [@Sendable (inout Submission) -> Void])
  func unbalanced(_ damage: @escaping @Sendable (inout Submission) -> Void) throws {
    var options = Options()
    options.damage = damage
    let input = [Input(name: "a.txt", bytes: try Corpus.bytes("d1/vlm-n2.txt"))]
    #expect {
      try Tieout.run(input, options)
    } throws: { error in
      (error as? RunError)?.isInternal == true
    }
  }

  @Test("A trace is refused for any other input, and where it was changed itself")
  func refused() throws {
    let bytes = try Corpus.bytes("d1/vlm-n2.txt")
    let input = Input(name: "a.txt", bytes: bytes)
    let trace = try Tieout.run([input]).written(TraceWriter.self)
    func complaint(_ inputs: [Input], _ trace: [UInt8]) -> String {
      do throws(RunError) {
        _ = try replay(inputs, trace: trace)
        return ""
      } catch {
        return error.message.en
      }
    }
    #expect(complaint([input], trace).isEmpty)
    let other = Input(name: "b.txt", bytes: bytes.dropLast())
    #expect(complaint([other], trace).contains("“b.txt” is not the file"))
    #expect(complaint([input, input], trace).contains("is of 1 inputs"))
    #expect(complaint([input], Array("{}".utf8)).contains("no trace"))
    #expect(complaint([input], trace.dropLast(2)).contains("no trace"))
    let text = String(decoding: trace, as: UTF8.self)
    let changed = text.replacing("\"after\":\"\"", with: "\"after\":\"x\"", maxReplacements: 1)
    let isChanged = changed != text
    #expect(isChanged)
    #expect(complaint([input], Array(changed.utf8)).contains("damaged"))
    let far = text.replacing(
      #/"bytes":\[\d+,\d+\],"after"/#, with: "\"bytes\":[7,99999999999],\"after\"")
    #expect(complaint([input], Array(far.utf8)).contains("damaged"))
  }

  /// Fails unless the ledger's runs are the inputs, whole and once, and the trace repeats the text.
  private func expectWhole(
    _ inputs: [Input], isText: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let submission: Submission
    do throws(RunError) {
      submission = try Tieout.run(inputs)
    } catch {
      // Damage may leave nothing that a reader takes; a fault of ours it must not be.
      return #expect(!isText && !error.isInternal, "\(error)", sourceLocation: sourceLocation)
    }
    var counts: [Ledger.Account: Int] = [:]
    var place = (source: 0, byte: 0)
    for run in submission.ledgerRuns() {
      if run.at.source != place.source {
        #expect(place.byte == inputs[place.source].bytes.count, sourceLocation: sourceLocation)
        place = (place.source + 1, 0)
      }
      #expect(run.at.source == place.source, sourceLocation: sourceLocation)
      #expect(run.at.bytes.lowerBound == place.byte, sourceLocation: sourceLocation)
      place.byte = run.at.bytes.upperBound
      let source = submission.document.sources[run.at.source]
      let base = source.file == nil ? source.range.lowerBound : 0
      let bytes = source.file?.bytes ?? submission.document.bytes
      let characters = String(
        decoding: bytes[run.text.lowerBound + base..<run.text.upperBound + base], as: UTF8.self)
      counts[run.account, default: 0] += characters.unicodeScalars.count {
        !$0.properties.isWhitespace
      }
    }
    #expect(place.source == inputs.count - 1, sourceLocation: sourceLocation)
    #expect(place.byte == inputs.last?.bytes.count, sourceLocation: sourceLocation)
    let totals = submission.ledgerTotals()
    let marks = submission.document.sources.count { $0.transcoding?.hasMark == true }
    if isText {
      #expect(
        counts.values.reduce(marks, +) == totals.scalars, sourceLocation: sourceLocation)
    }
    if isText, submission.document.sources.allSatisfy({ $0.file == nil }) {
      #expect(counts[.value, default: 0] == totals.values, sourceLocation: sourceLocation)
      #expect(counts[.label, default: 0] == totals.labels, sourceLocation: sourceLocation)
      #expect(
        counts[.boilerplate, default: 0] == totals.boilerplate, sourceLocation: sourceLocation)
      #expect(counts[.unplaced, default: 0] == totals.unplaced, sourceLocation: sourceLocation)
    }
    let text = try replay(inputs, trace: submission.written(TraceWriter.self))
    // What broken rows hold is joined behind the text, and no trace tells it.
    let cleaned = submission.document.text.dropLast(submission.document.addedBytes)
    #expect(text == Array(cleaned), sourceLocation: sourceLocation)
  }
}
