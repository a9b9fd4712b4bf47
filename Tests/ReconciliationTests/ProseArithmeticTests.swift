import Testing
import TieoutModel

@testable import TieoutReconciliation

/// What the sums and products of a text come to, one a line: `1 + 2 = 3: exact`.
func claims(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  let prose = ProseScanner.read(bytes, 0..<bytes.count)
  return ProseClaims(bytes, prose, floor: 2).claims.map { claim in
    var line = ""
    for (place, term) in claim.terms.enumerated() {
      if place > 0 {
        line += claim.signs[place - 1] == .times ? " × " : " + "
        if claim.signs[place - 1] == .minus { line = String(line.dropLast(2)) + "− " }
      }
      line += prose.numbers[term].quantity.description
    }
    line += claim.isMonthly ? " × 12" : ""
    line += " = \(prose.numbers[claim.stated].quantity): \(claim.verdict)"
    if claim.verdict == .broken { line += claim.isCertain ? " warning" : " review" }
    return line
  }
}

@Suite struct SumsInSentences {
  @Test func addsUpNestedListsAndTheLeadThatTheyComeTo() {
    let text =
      "分局按2023年9月份工资测算2024年费用为1078.13万元。 人数:(在职53人,退休63人) 1、工资福利支出合计:979万元。"
      + "(在职工资:487.28万元、退休工资:128.59万元、公积金:120.46万元、十三月工资:18.80万元、绩效工资:24.24万元、"
      + "社保缴费:169.13万元、聘用人员:13.44万元、独生子女费:0.06万元、个人取暖费:17万元) "
      + "2、办公经费合计:87.45万元(定额、车补、福利费、工会经费) 3、办公用房取暖费:14万元。"
    #expect(
      claims(text) == [
        "487.28 + 128.59 + 120.46 + 18.80 + 24.24 + 169.13 + 13.44 + 0.06 + 17 = 979: exact",
        "979 + 87.45 + 14 = 1078.13: broken review",
      ])
  }

  @Test func addsUpPersonsSentenceBySentence() {
    let text =
      "到9月底共认定33367人,其中:70周岁以上1313人按3年发放,每人年均1000元,每年发放131.3万元。"
      + "60-69周岁13078人按5年发放,每人年均600元,每年发放总额784.68万元。"
      + "59周岁以下18976人按8年发放,每人年均375元,每年发放711.6万元。"
      + "(2024年一次性补助金额1627.58万元=131.3+784.68+711.6)"
    #expect(
      claims(text) == [
        "131.3 + 784.68 + 711.6 = 1627.58: exact",
        "1313 + 13078 + 18976 = 33367: exact",
        "1313 × 1000 = 131.3: exact",
        "13078 × 600 = 784.68: exact",
        "18976 × 375 = 711.6: exact",
      ])
    #expect(claims(text.replacing("33367", with: "33376"))[1].hasSuffix("33376: broken review"))
    #expect(
      claims(text.replacing("784.68万元。", with: "748.68万元。"))
        == [
          "131.3 + 784.68 + 711.6 = 1627.58: exact", "1313 + 13078 + 18976 = 33367: exact",
          "1313 × 1000 = 131.3: exact", "13078 × 600 = 748.68: broken review",
          "18976 × 375 = 711.6: exact",
        ])
  }

  @Test func addsUpWhatIsListedWithoutNames() {
    let text = "购置消防车辆4辆,1辆70米举高消防车、2辆25吨水罐消防车、1辆压缩空气泡沫消防车以及器材装备。"
    #expect(claims(text) == ["1 + 2 + 1 = 4: exact"])
    #expect(claims(text.replacing("4辆", with: "3辆")) == ["1 + 2 + 1 = 3: broken review"])
  }

  @Test func multipliesWhatIsSpeltOut() {
    let text = "2、申请依据:预计2024年参保居民264100人乘以市级补助标准每人40.20元。3、申请金额:1062万元。"
    #expect(claims(text) == ["264100 × 40.20 = 1062: coarse"])
    #expect(
      claims(text.replacing("1062", with: "1026")) == ["264100 × 40.20 = 1026: broken warning"])
  }

  @Test(arguments: [
    ("总投资500万元（设备300万元、培训150万元、其他50万元）。", "300 + 150 + 50 = 500: exact"),
    ("总投资510万元（设备300万元、培训150万元、其他50万元）。", "300 + 150 + 50 = 510: broken warning"),
    ("资金500万元，其中：设备300万元、培训250万元。", "300 + 250 = 500: broken warning"),
    ("设备10万元，培训5万元，合计15万元。", "10 + 5 = 15: exact"),
    ("设备10万元，培训5万元，合计18万元。", "10 + 5 = 18: broken warning"),
    ("设备10万元和培训5万元，共计18万元。", "10 + 5 = 18: broken warning"),
    ("共计120人：教师80人、学生50人。", "80 + 50 = 120: broken warning"),
    ("在校学生共320人，其中男生170人，女生150人。", "170 + 150 = 320: exact"),
    ("安排432万元，其中市级300万元、区级132万元，2024年市级280万元。", "300 + 132 = 432: exact"),
    ("安排432万元，其中2024年300万元、2025年132万元。", "300 + 132 = 432: exact"),
    (
      "总投资1280万元，其中管材780万元、安装500万元，合同金额1260万元。", "780 + 500 = 1280: exact"
    ),
    ("在校学生共320人，其中男生170人，女生160人。", "170 + 160 = 320: broken warning"),
    ("购置电脑20台，每台5000元，计10万元。", "20 × 5000 = 10: exact"),
    ("购置电脑20台，每台5000元，共计12万元。", "20 × 5000 = 12: broken warning"),
    ("为50名教师每人每月发放300元，全年18万元补助。", "50 × 300 × 12 = 18: exact"),
    ("为50名教师每人每月发放300元，全年需资金19.5万元。", "50 × 300 × 12 = 19.5: broken review"),
    (
      "计划安装应急广播20台，安排资金10万元，按每台5000元测算，20台共需10万元。", "20 × 5000 = 10: exact"
    ),
    (
      "计划安装应急广播20台，安排资金12万元，按每台5000元测算，20台共需12万元。",
      "20 × 5000 = 12: broken warning"
    ),
    (
      "安排资金30万元，其中：设备18万元、施工8万元、培训9万元，合计30万元。",
      "18 + 8 + 9 = 30: broken warning"
    ),
    ("20台×5000元=10万元", "20 × 5000 = 10: exact"),
    ("20台*5000元=11万元", "20 × 5000 = 11: broken warning"),
    ("50人×300元×12月=18万元", "50 × 300 × 12 = 18: exact"),
    ("工资10万元+办公费5万元=15万元", "10 + 5 = 15: exact"),
    ("15.1万元=10万元+4.6万元", "10 + 4.6 = 15.1: coarse"),
    ("1.2亿元=8000万元+4000万元", "8000 + 4000 = 1.2: exact"),
    ("补助标准300元/人，共发放120人，合计3.6万元。", "120 × 300 = 3.6: exact"),
    (
      "A total of £12,500: £5,000 for hire, £4,500 for staff and £3,000 for materials.",
      "5000 + 4500 + 3000 = 12500: exact"
    ),
    (
      "A total of £12,600: £5,000 for hire, £4,500 for staff and £3,000 for materials.",
      "5000 + 4500 + 3000 = 12600: broken warning"
    ),
    (
      "Hire costs £5,000, staff £4,500 and materials £3,000, in total £12,500.",
      "5000 + 4500 + 3000 = 12500: exact"
    ),
    ("We will run 24 sessions at £150 each, a total of £3,700.", "24 × 150 = 3700: broken warning"),
    ("24 sessions × £150 = £3,600", "24 × 150 = 3600: exact"),
  ])
  func readsSumsAndProducts(_ text: String, _ claim: String) {
    #expect(claims(text) == [claim])
  }

  @Test(arguments: [
    "资金500万元，其中：设备300万元、培训150万元。",
    "总投资500万元，其中设备300万元、人员100万元。",
    "A村10人，B村5人，C村6人。",
    "比上年增加20万元，其中设备30万元、培训40万元。",
    "上年支出500万元，本年预算300万元，合计安排1200万元。",
    "2024年10月完成3项、5项、8项工作。",
    "计划培训约300人，其中教师200人、学生150人。",
    "支持企业30家以上，其中大型企业20家、中小企业15家。",
    "为低保对象每人每月发放不低于80元，全年417.312万元。",
    "困难残疾人8694人每人每月80元，市级承担50%，需资金500万元。",
    "依据（2014）52号、〔2010〕22号和《2015年37号文》，下达415万元。",
    "新建3栋楼，每栋6层，每层4户，共100户。",
  ])
  func staysSilent(_ text: String) { #expect(claims(text).isEmpty) }
}

@Suite struct FindingsOnSentences {
  private func finding(_ goal: String, total: String = "1080.5") throws -> Finding {
    let paper = goals([("项目", goal)], total: total)
    let findings = paper.findings(ProseArithmetic.self)
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  @Test func showsTheFormulaAsReadAndWhatTheFormStates() throws {
    let found = try finding(
      "测算费用为1078.13万元。1、工资合计:979万元。2、办公经费合计:87.45万元。3、取暖费:14万元。")
    #expect(
      found.message
        == Message(
          zh: "第1张明细表文字所述 979 + 87.45 + 14 = 1080.45 万元，写为 1078.13 万元（第7行）：不一致，相差 2.32 "
            + "万元；表内合计为 1080.5 万元，与各项之和一致。请核对原文各数。",
          en: "Form 1 states 979 + 87.45 + 14 = 1080.45 万元, written as 1078.13 万元 (line 7): they "
            + "disagree, by 2.32 万元; the form's total is 1080.5 万元, which the sum agrees "
            + "with. The text's figures settle it."))
    #expect(
      found.values.map { "\($0.role) \($0.value)" } == [
        "stated 1078.13", "part 979", "part 87.45", "part 14", "computed 1080.45", "total 1080.5",
      ])
    #expect(found.differenceInYuan == "23200")
    #expect(found.fingerprint == "NR01:detail/1:goal:sum-1")
  }

  @Test func placesEveryFigureToTheCharacter() throws {
    let goal = "购置电脑20台，每台5000元，共计12万元。"
    let paper = goals([("项目", goal)])
    let found = try #require(paper.findings(ProseArithmetic.self).first)
    let document = paper.submission.document
    #expect(found.values.map { document.string($0.printed) } == ["12", "20", "5000", ""])
    #expect(found.values.map(\.unit) == ["万元", "台", "元", "万元"])
  }

  @Test func isAnUnitSlipWhereAPowerOfTenLies() throws {
    let found = try finding("为1313人每人发放1000元，共计131.3元。")
    #expect(found.diagnosis == [.unitSlip])
  }

  @Test func countsWhatIsRight() {
    let report = goals([("项目", "设备10万元，培训5万元，合计15万元。")]).report(ProseArithmetic.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }
}

@Suite struct DifferencesSharesAndNumeralsInSentences {
  @Test(arguments: [
    ("预算三百五十万元，其中设备二百万元，培训一百五十万元。", "2000000 + 1500000 = 3500000: exact"),
    ("预算三百五十万元，其中设备二百万元，培训一百四十万元，合计三百四十万元。", "2000000 + 1400000 = 3400000: exact"),
    ("共培训三百二十人，其中教师一百二十人，学生200人。", "120 + 200 = 320: exact"),
    ("2024年安排350万元，比上年的320万元增加30万元。", "350 − 320 = 30: exact"),
    ("2024年安排350万元，比上年的320万元增加20万元。", "350 − 320 = 20: broken warning"),
    ("本年支出280万元，较上年300万元减少20万元。", "300 − 280 = 20: exact"),
    ("总投资200万元，其中财政资金120万元，占60%。", "200 × 60 = 120: exact"),
    ("总投资200万元，财政资金120万元，占总投资的70%。", "200 × 70 = 120: broken review"),
    ("全年预算120万元，执行118.80万元，执行率99%。", "120 × 99 = 118.80: exact"),
    ("全年预算120万元，执行118.80万元，执行率98%。", "120 × 98 = 118.80: broken review"),
  ])
  func areReadLikeOthers(_ text: String, _ claim: String) {
    #expect(claims(text).contains(claim), "\(claims(text))")
  }

  @Test(arguments: [
    "一是更换设备；二是培训人员，共两项三百元。", "第三十二届运动会安排350万元，320万元用于场馆，30万元用于宣传。",
    "满意度占比达到90%，预算120万元，执行100万元。", "比去年多三个项目，安排350万元，320万元，30万元。",
    "总投资约200万元，财政资金120万元，占比约60%以上。", "城镇新增就业增长5%，安排350万元，320万元。",
  ])
  func claimNothingElse(_ text: String) {
    #expect(!claims(text).contains { $0.contains("broken") }, "\(claims(text))")
  }
}
