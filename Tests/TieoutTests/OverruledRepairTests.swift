import Testing
import Tieout

@Suite("Repairs are decided like findings")
struct OverruledRepairTests {
  private static func run(
    _ path: String, _ decisions: [Decision] = [], format: String? = nil
  ) throws -> Submission {
    var options = Options()
    options.decisions = decisions
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try Tieout.run([Input(name: name, bytes: Corpus.bytes(path))], options)
  }

  private static func decide(
    _ ruling: Decision.Ruling, _ repair: Int, on submission: Submission
  ) throws -> [Decision] {
    try submission.decide(
      ruling, on: "r\(repair + 1)", reason: "核实", by: "李", when: "2026-11-26T09:30:00Z")
  }

  @Test("A moved column that is rejected stays where it is printed")
  func column() throws {
    let before = try Self.run("budget-2024/submission.txt")
    let repair = try #require(before.repairs.firstIndex { $0.rule == "ST01" })
    let after = try Self.run(
      "budget-2024/submission.txt", Self.decide(.reject, repair, on: before))
    let amount = after.profile.summary.amount
    let row = try #require(after.summary.rows[16][amount])
    #expect(after.text(row) != before.summary.rows[16][amount].map(before.text))
    #expect(after.repairs.first { $0.rule == "ST01" }?.state == .rejected)
    #expect(after.decisions.map(\.standing) == [.current])
    #expect(after.findings.count { $0.check == "AG01" } > 3)
    let finding = try #require(after.findings.first { $0.check == "ST01" })
    #expect(after.isSettled(finding))
    #expect(after.ledgerTotals().balances)
  }

  @Test("A decision on a repair says nothing of others that are like it")
  func others() throws {
    let path = "budget-2024/submission.txt"
    let before = try Self.run(path)
    for repair in before.repairs.indices where before.repairs[repair].rule == "ST05" {
      let after = try Self.run(path, Self.decide(.reject, repair, on: before))
      #expect(after.repairs.count { $0.decision != nil } <= 1)
      #expect(after.repairs.count { $0.state == .rejected } == 1)
      if repair > 20 { break }
    }
  }

  @Test("Rows of several forms that moved alike are as many repairs")
  func forms() throws {
    let submission = try Self.run("budget-2024/submission.txt")
    var count = 0
    for repair in submission.repairs where repair.rule == "ST05" {
      guard let form = submission.details.first(where: { $0.id == repair.record }) else { continue }
      #expect(repair.cells.allSatisfy { form.at.start <= $0.start && $0.end <= form.at.end })
      count += 1
    }
    #expect(count > 20)
  }

  @Test(
    "A repaired row that is rejected stands as printed",
    arguments: ["budget-2024/submission.txt", "d1/vlm-n2.txt", "d2/tesseract.hocr"])
  func rows(_ path: String) throws {
    let before = try Self.run(path)
    let places = before.repairs.indices.filter { before.repairs[$0].state == .likely }
    var undone = 0
    for repair in places.prefix(3) {
      let after = try Self.run(path, Self.decide(.reject, repair, on: before))
      #expect(after.ledgerTotals().balances)
      if after.repairs.contains(where: { $0.state == .rejected }) { undone += 1 }
      #expect(after.decisions.map(\.standing) == [.current], "r\(repair + 1)")
    }
    #expect(undone == min(3, places.count))
  }

  @Test("A row that two arrangements fit is put into the one that a reviewer accepts")
  func offered() throws {
    let path = "d2/tesseract.hocr"
    let before = try Self.run(path)
    let repair = try #require(before.repairs.firstIndex { $0.state == .offered })
    let after = try Self.run(path, Self.decide(.accept, repair, on: before))
    #expect(after.repairs.contains { $0.state == .accepted && $0.decision == 0 })
    #expect(
      after.repairs.count { $0.state == .offered } < before.repairs.count { $0.state == .offered })
  }

  @Test("An accepted repair that was applied anyway changes nothing but what is listed")
  func accepted() throws {
    let before = try Self.run("budget-2024/submission.txt")
    let repair = try #require(before.repairs.firstIndex { $0.rule == "ST01" })
    let after = try Self.run(
      "budget-2024/submission.txt", Self.decide(.accept, repair, on: before))
    #expect(after.repairs.map(\.state) == before.repairs.map(\.state))
    #expect(after.findings.map(\.fingerprint) == before.findings.map(\.fingerprint))
    #expect(after.findings.count { after.isSettled($0) } == 1)
  }

  @Test("The fingerprints of repairs are unique")
  func unique() throws {
    let submission = try Self.run("budget-2024/submission.txt")
    let names = submission.fingerprintsOfRepairs()
    #expect(Set(names).count == submission.repairs.count)
  }
}
