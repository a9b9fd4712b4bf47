import Foundation
import Testing
import TieoutModel
import TieoutTestSupport
import TieoutWriters

/// The promise of every field: the source bytes at its place, with its edits applied, are what was
/// printed.
@Suite struct ProvenanceTests {
  @Test("source bytes with edits applied are the printed characters, for every field")
  func sample() throws {
    var checked = 0
    try forEachField(of: Sample.submission) { field, at, source in
      let applied = try apply(field["edits"] as? [[String: Any]] ?? [], at: at, to: source)
      let printed = try #require(field["printed"] as? String ?? field["value"] as? String)
      #expect(applied == printed)
      checked += 1
    }
    #expect(checked == 20)
  }

  @Test("holds for any slice of any damage", arguments: 1...200)
  func random(_ seed: UInt64) throws {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    var maker = DocumentMaker()
    let pieces = ["甲", "1", " ", "\t", "\n", "é", "😀", "表格", "9"]
    for name in ["a", "b"].prefix(dice.roll(2) + 1) {
      maker.source(name) { maker in
        for _ in 0..<dice.roll(12) + 1 {
          if dice.roll(3) > 0 {
            maker.copy(pieces[dice.roll(pieces.count)])
          } else {
            let removed = dice.roll(3) == 0
            maker.replace(
              "$" + pieces[dice.roll(pieces.count)],
              with: removed ? "" : pieces[dice.roll(pieces.count)] + "丙", by: "rule")
          }
        }
        maker.copy("。")
      }
    }
    maker.cut(linesPerPage: 2)
    let text = maker.document.text
    let starts = text.indices.filter { text[$0].isScalarStart } + [text.count]
    var profile = Profile(id: "any", version: "1")
    var record = Record(id: "detail/1", kind: .detail, at: Slice(0..<text.count))
    for number in 0..<20 {
      let first = dice.roll(starts.count - 1)
      let last = first + 1 + dice.roll(starts.count - 1 - first)
      let slice = Slice(starts[first]..<starts[last])
      record.set(
        Field(name: profile.intern("f\(number)"), printed: slice, value: .text(slice)))
    }
    var submission = Submission(document: maker.document, profile: profile, profileScore: 0)
    submission.details = [record]
    try forEachField(of: submission) { field, at, source in
      let applied = try apply(field["edits"] as? [[String: Any]] ?? [], at: at, to: source)
      #expect(applied == field["value"] as? String)
    }
  }

  /// Calls the body with each field that has a place, and the bytes of its source.
  private func forEachField(
    of submission: Submission,
    _ body: (_ field: [String: Any], _ at: [String: Any], _ source: ArraySlice<UInt8>) throws ->
      Void
  ) throws {
    var output: [UInt8] = []
    JSONWriter.write(submission, WriteOptions(), into: &output)
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    func walk(_ value: Any, home: Int?) throws {
      if let list = value as? [Any] {
        for element in list { try walk(element, home: home) }
      } else if let object = value as? [String: Any] {
        let at = object["at"] as? [String: Any]
        if object["value"] != nil, let at {
          let source = try #require(at["source"] as? Int ?? home)
          // A value may run over into the next source: its offsets simply count on.
          let start = submission.document.sources[source].range.lowerBound
          try body(object, at, submission.document.bytes[start...])
        } else {
          let home = object["kind"] == nil ? home : at?["source"] as? Int
          for (_, member) in object { try walk(member, home: home) }
        }
      }
    }
    for part in ["letter", "summary", "details"] {
      if let value = root[part] { try walk(value, home: nil) }
    }
  }

  /// The characters at a place with the edits applied.
  private func apply(
    _ edits: [[String: Any]], at: [String: Any], to source: ArraySlice<UInt8>
  ) throws -> String {
    let range = try #require(at["bytes"] as? [Int])
    var result: [UInt8] = []
    var position = range[0]
    for edit in edits {
      let bytes = try #require(edit["bytes"] as? [Int])
      try #require(bytes[0] >= position && bytes[1] <= range[1], "edits are in order and inside")
      result += source.dropFirst(position).prefix(bytes[0] - position)
      result += try #require(edit["after"] as? String).utf8
      position = bytes[1]
    }
    result += source.dropFirst(position).prefix(range[1] - position)
    return String(decoding: result, as: UTF8.self)
  }
}

/// Numbers that look random and are the same on every run.
struct Dice {
  var state: UInt64

  /// A number from 0, less than `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return sides > 0 ? Int(state % UInt64(sides)) : 0
  }
}
