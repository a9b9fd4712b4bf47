import Testing
import Tieout

/// No list has the words of all languages for a total; its place and its figure tell it.
@Suite("Totals by a word that nobody knows")
struct UnknownTotalTests {
  private func read(_ rows: [String], _ amounts: [String] = ["12,500", "98,700", "4,320"]) throws
    -> Submission
  {
    let names = ["도로 유지보수", "학교급식 지원", "노인 돌봄 서비스"]
    let lines = zip(1..., zip(names, amounts)).map { "| \($0) | \($1.0) | 건설과 | \($1.1) |" }
    let forms = zip(names, amounts).flatMap {
      ["", "# 사업 계획서", "", "| 사업명 | \($0) |", "|---|---|", "| 담당부서 | 건설과 |", "| 예산액(천원) | \($1) |"]
    }
    let text =
      ["# 사업 총괄표", "", "| 번호 | 사업명 | 담당부서 | 예산액 |", "|---|---|---|---|"] + lines + rows + forms
    return try Tieout.run(
      [Input(name: "x.md", bytes: Array(text.joined(separator: "\n").utf8))], Options())
  }

  private func total(_ submission: Submission) -> String? {
    submission.summary.total?[submission.profile.summary.amount].map { submission.text($0) }
  }

  @Test("It adds up the rows", arguments: ["합계", "Итого", "Razem", "Tổng cộng"])
  func sum(_ word: String) throws {
    let submission = try read(["| \(word) | | | 115,520 |"])
    #expect(total(submission) == "115520")
    #expect(submission.findings.isEmpty)
  }

  @Test("It does not quite: that is said of it", arguments: ["합계", "Razem"])
  func wrong(_ word: String) throws {
    let submission = try read(["| \(word) | | | 115,250 |"])
    #expect(total(submission) == "115250")
    #expect(submission.findings.map(\.check) == ["FT01"])
    #expect(submission.findings[0].verdict == .broken)
  }

  @Test("Below the names its sum tells it from a row")
  func names() throws {
    #expect(try total(read(["| | 합계 | | 115,520 |"])) == "115520")
    #expect(try total(read(["| | 기타 | | 20,000 |"])) == nil)
  }

  @Test("A line more is no total, be it larger than all others", arguments: ["20,000", "150,000"])
  func further(_ amount: String) throws {
    #expect(try total(read(["| 예비비 | | | \(amount) |"])) == nil)
  }

  @Test("The last of several lines of words may be a subtotal")
  func subtotals() throws {
    #expect(try total(read(["| 소계 | | | 100,000 |", "| 소계 | | | 99,000 |"])) == nil)
  }
}
