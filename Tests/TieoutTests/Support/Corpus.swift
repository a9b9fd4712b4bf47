import Foundation
import Tieout

/// The papers that come with the repository.
enum Corpus {
  /// The bytes of a file of the corpus.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Sources.repository.appending(path: "Corpus/\(path)")))
  }

  /// The lines of a file of the corpus, without their line feeds.
  static func lines(_ path: String) throws -> [String] {
    String(decoding: try bytes(path), as: UTF8.self).components(separatedBy: "\n")
  }

  /// A JSON file of the corpus.
  static func json(_ path: String) throws -> JSON { JSON(try bytes(path)) }

  /// The files of the corpus that OCR engines wrote, in all formats.
  static let files: [String] = {
    let root = Sources.repository.appending(path: "Corpus")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    let ours = ["README.md", "truth.json", "noise.json", "records.json"]
    return (paths ?? []).filter { path in
      path.contains("/") && path.contains(".") && !ours.contains { path.hasSuffix($0) }
    }.sorted()
  }()

  /// Those of them that the text reader takes.
  static let texts = files.filter { $0.hasSuffix(".txt") }

  /// The texts of which every record is known to be read.
  static let read = texts.filter {
    $0.hasPrefix("budget-2024") || ($0.contains("/vlm-") && !$0.hasPrefix("d3"))
  }
}

/// What one run gave: the submission, and the JSON that was written of it.
struct Outcome: Sendable {
  var submission: Submission
  var json: JSON

  /// Runs on one text.
  init(_ bytes: [UInt8], name: String = "submission.txt", isCompact: Bool = false) throws {
    try self.init([Input(name: name, bytes: bytes)], isCompact: isCompact)
  }

  /// Runs on one text given as lines.
  init(lines: [String], isCompact: Bool = true) throws {
    try self.init(Array(lines.joined(separator: "\n").utf8), isCompact: isCompact)
  }

  /// Runs on several files that are one submission.
  init(_ inputs: [Input], isCompact: Bool = false) throws {
    submission = try Tieout.run(inputs)
    var options = WriteOptions()
    options.isCompact = isCompact
    json = JSON(submission.written(JSONWriter.self, options))
  }

  var rows: [JSON] { json["summary"]["rows"].items }
  var details: [JSON] { json["details"].items }
  /// The identifiers of each pair, row first.
  var links: [[String?]] {
    json["links"].items.map { [$0["summary"].string, $0["detail"].string] }
  }
  /// The findings of one check.
  func findings(_ check: String) -> [Finding] { submission.findings.filter { $0.check == check } }
}

extension Submission {
  /// What a writer makes of it.
  func written(_ writer: any Writer.Type, _ options: WriteOptions = WriteOptions()) -> [UInt8] {
    var output: [UInt8] = []
    writer.write(self, options, into: &output)
    return output
  }
}

/// The budget submission, run once for all tests that look at it.
enum Budget {
  static let outcome = Result { try Outcome(Corpus.bytes("budget-2024/submission.txt")) }
  static let truth = Result { Truth(records: try Corpus.json("budget-2024/records.json")) }
}
