import Testing
import Tieout

@Suite("Contracts and evaluations that no profile knows")
struct GenericContractsTests {
  private func generic(_ lines: [String]) throws -> Submission {
    var options = Options()
    options.isGeneric = true
    let text = lines.joined(separator: "\n")
    return try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))], options)
  }

  @Test("A total that stands in a line of several columns is the one that the summary repeats")
  func totalInALine() throws {
    let submission = try generic(
      OtherFamiliesTests.selfEvaluation(initial: ["110.00", "90.00", "60.00"]))
    let total = submission.profile.detail.total
    let totals = submission.details.map { record in record[total].map { submission.text($0) } }
    #expect(totals == ["120.00", "80.00", "70.00"])
    #expect(submission.links.count == 3)
    #expect(submission.findings.allSatisfy { $0.severity < .error })
  }

  /// Contracts with items: the lines of the summary, and those of the forms.
  private static func contracts(unit: String = "元") -> (summary: [String], forms: [String]) {
    var summary = ["某县合同汇总表", "单位：\(unit)", "序号\t合同名称\t供应商\t合同金额"]
    var forms: [String] = []
    let words = ["课桌", "电脑", "图书", "路灯", "空调", "水泵", "帐篷", "轮椅", "锅炉", "钢琴"]
    for (place, word) in words.enumerated() {
      summary.append("\(place + 1)\t\(word)采购\t第\(place)商行\t\(place + 1)200.00")
      forms += [
        "", "合同登记表", "合同名称：\(word)采购", "供应商：第\(place)商行", "合同金额：\(place + 1)200.00", "",
        "序号\t货物\t数量\t单价\t金额", "1\t\(word)甲\t2\t100\t200.00",
        "2\t\(word)乙\t1\t\(place + 1)000\t\(place + 1)000.00", "合计\t\t\t\t\(place + 1)200.00",
      ]
    }
    summary.append("合计\t\t\t57000.00")
    return (summary, forms)
  }

  @Test("A summary behind the forms is one all the same")
  func summaryBehind() throws {
    let (summary, forms) = Self.contracts()
    let submission = try generic(forms + [""] + summary)
    #expect(submission.summary.rows.count == 10)
    #expect(submission.links.count == 10)
    #expect(submission.findings.allSatisfy { $0.severity < .warning })
  }

  @Test("Forms without a summary count in the money that their own caption names")
  func formsAlone() throws {
    let forms = Self.contracts().forms.flatMap {
      $0 == "合同登记表" ? [$0, "金额单位：万元"] : [$0]
    }
    let submission = try generic(forms)
    let total = submission.profile.detail.total
    #expect(submission.details.count == 10)
    #expect(
      submission.details.allSatisfy {
        submission.profile.units.name($0[total]?.unit ?? .none) == "万元"
      })
  }

  @Test("A draft of two samples takes both for what it reads")
  func twoSamples() throws {
    let (summary, forms) = Self.contracts()
    let first = (summary + forms).joined(separator: "\n")
    let inputs = [first, first.replacing("采购", with: "租赁")].enumerated().map {
      Input(name: "\($0.offset).txt", bytes: Array($0.element.utf8))
    }
    let yaml = String(decoding: try draftProfile(inputs), as: UTF8.self)
    #expect(yaml.contains("made from 20 rows of a summary and 20 forms"))
  }

  @Test("A summary is no form, though it heads its numbers as the tables of the forms do")
  func sharedHeads() throws {
    let (summary, forms) = Self.contracts()
    let submission = try generic(summary + forms)
    #expect(submission.summary.rows.count == 10)
    #expect(submission.details.count == 10)
    #expect(submission.links.count == 10)
    #expect(submission.details.allSatisfy { $0.groups.first?.items.count == 2 })
    #expect(submission.findings.allSatisfy { $0.severity < .warning })
  }
}
