import Foundation
import Testing
import TieoutModel
import TieoutWriters

/// A trace and the inputs are enough to repeat the cleaning.
@Suite struct TraceTests {
  private let trace: [String: Any]
  private let document = Sample.submission.document

  init() throws {
    var output: [UInt8] = []
    TraceWriter.write(Sample.submission, WriteOptions(), into: &output)
    trace = try #require(JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
  }

  @Test("the edits applied to the inputs give the cleaned text")
  func replay() throws {
    var text: [UInt8] = []
    var position = 0
    for edit in try #require(trace["edits"] as? [[String: Any]]) {
      let source = try #require(edit["source"] as? Int)
      let bytes = try #require(edit["bytes"] as? [Int])
      let base = document.sources[source].range.lowerBound
      text += document.bytes[position..<base + bytes[0]]
      text += try #require(edit["after"] as? String).utf8
      position = base + bytes[1]
    }
    text += document.bytes[position...]
    #expect(text == document.text)
  }

  @Test("the runs of the ledger give the account of each byte of the cleaned text")
  func accounts() throws {
    let names = ["unplaced", "markup", "boilerplate", "label", "value"]
    var accounts: [UInt8] = []
    for run in try #require(trace["ledger"] as? [[Any]]) {
      let name = try #require(run[0] as? String)
      let range = try #require(run[1] as? [Int])
      #expect(range[0] == accounts.count, "runs leave no gap")
      let account = try #require(names.firstIndex(of: name))
      accounts += Array(repeating: UInt8(account), count: range[1] - range[0])
    }
    #expect(accounts == Sample.submission.ledger.accounts)
  }

  @Test("the accounts of the sample add up to its non-blank characters")
  func balances() {
    let totals = Sample.submission.ledgerTotals()
    let characters = String(decoding: Sample.submission.document.bytes, as: UTF8.self)
    #expect(totals.balances)
    #expect(
      totals.scalars == characters.unicodeScalars.count { !$0.properties.isWhitespace })
  }
}
