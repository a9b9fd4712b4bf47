import Testing

@testable import TieoutReconciliation

@Suite struct WordingsOfSums {
  @Test(
    "Quarters and halves of a year add up to it",
    arguments: [
      ("按季拨付：一季度89万元，二季度89万元，三季度89万元，四季度89万元，全年共计356万元。", "89 + 89 + 89 + 89 = 356: exact"),
      (
        "按季拨付：一季度89万元，二季度89万元，三季度89万元，四季度98万元，全年共计356万元。",
        "89 + 89 + 89 + 98 = 356: broken warning"
      ),
      ("上半年120万元，下半年80万元，全年合计210万元。", "120 + 80 = 210: broken warning"),
      ("城区180万元、乡镇252万元，年度预算合计423万元。", "180 + 252 = 423: broken warning"),
      (
        "£20,000 in the first quarter, £30,000 in the second quarter, £25,000 in the third quarter and "
          + "£25,000 in the fourth quarter, £110,000 in all.",
        "20000 + 30000 + 25000 + 25000 = 110000: broken warning"
      ),
    ])
  func quarters(_ text: String, _ claim: String) {
    #expect(claims(text) == [claim])
  }

  @Test(
    "Some of the quarters are not the year",
    arguments: [
      "一季度20万元，二季度30万元，全年共计100万元。", "上半年完成60万元、采购20万元，全年共计100万元。",
      "一季度20万元，二季度30万元，三季度30万元，全年预算合计100万元。",
      "£20,000 in the first quarter and £30,000 in the second quarter, £90,000 in all.",
    ])
  func someQuarters(_ text: String) { #expect(claims(text) == []) }

  @Test(
    "So many of each make so many in all",
    arguments: [
      ("12个乡镇，每镇5人，共60人。", "12 × 5 = 60: exact"),
      ("12个乡镇，每镇5人，共65人。", "12 × 5 = 65: broken warning"),
      ("举办9期社区医生培训班，每班50人，合计540人。", "9 × 50 = 540: broken warning"),
      ("培训9期，每期50人，共培训540人次。", "9 × 50 = 540: broken warning"),
      ("15个街道，每个街道80名，共计1250名。", "15 × 80 = 1250: broken warning"),
      ("12 sessions of 6 people each, 72 people in all.", "12 × 6 = 72: exact"),
      ("12 sessions of 6 people each, 78 people in all.", "12 × 6 = 78: broken warning"),
    ])
  func products(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(
    "Where it is not said what was multiplied, nothing is",
    arguments: [
      // Another factor, another thing that each has, a bound, about so many.
      "12个乡镇，每镇5人，每人2次，共培训120人次。", "12个乡镇，每村5人，共300人。", "12个乡镇，每镇不少于5人，共70人。",
      "12个乡镇，每镇约5人，共62人。", "全县12个乡镇，每镇5人，另有县直20人，共80人。", "9期培训班，每期50人，每人补助300元。",
      "12个乡镇，每镇5人。全县共有干部600人。", "12个乡镇，每镇5人，共240人。",
      "12 sessions, 6 people at each of them, 30 volunteers in all.",
    ])
  func unsaid(_ text: String) { #expect(claims(text) == []) }

  @Test(
    "A rise is a share of what was before",
    arguments: [
      ("全年需432万元，较上年增加28.8万元，增长17.14%。", "432 − 28.8 × 17.14 = 28.8: broken warning"),
      ("安排380万元，比上年减少20万元，下降15%。", "380 + 20 × 15 = 20: broken warning"),
    ])
  func growth(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(
    "A rise that is right, or of nobody knows what, is nothing to speak of",
    arguments: [
      "全年需432万元，较上年增加28.8万元，增长7.14%。", "安排420万元，较上年增加20万元，增长5%。",
      "安排380万元，比上年减少20万元，下降5%。",
      // The rate may be another year's, or that of one part.
      "安排420万元，其中新建100万元，较上年增加20万元，增长25%。", "安排420万元，较上年增加20万元，五年累计增长35%。",
      "安排420万元，较上年增加约20万元，增长5%左右。",
    ])
  func soundGrowth(_ text: String) {
    #expect(claims(text).filter { $0.contains("broken") } == [])
  }

  @Test(
    "A whole adds up its phases, a rate its parts, and a rest is what is left",
    arguments: [
      ("分两期：一期投资780万元，二期投资500万元，总投资1280万元。", "780 + 500 = 1280: exact"),
      ("分两期：一期投资780万元，二期投资500万元，总投资1208万元。", "780 + 500 = 1208: broken review"),
      (
        "人均经费5250元，其中住宿费1800元、伙食费1200元、资料费520元、师资费2000元。",
        "1800 + 1200 + 520 + 2000 = 5250: broken warning"
      ),
      ("总投资2200万元，已到位920万元，尚需1280万元。", "2200 − 920 = 1280: exact"),
      ("总投资2200万元，已到位920万元，尚需1208万元。", "2200 − 920 = 1208: broken review"),
    ])
  func wholes(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(
    "A whole that has other parts, a rate beside sums, and a rest of more than is told are left alone",
    arguments: [
      "财政资金300万元，自筹100万元，总投资2000万元。", "一期投资780万元，二期投资500万元，总投资1900万元。",
      "人均补助300元，其中城区180万元、乡镇252万元。", "人均经费5250元，其中住宿费1800元。",
      "总投资2200万元，已到位920万元，尚需700万元。", "总投资约2200万元，已到位920万元，尚需1300万元。",
      "人均经费5250元，其中住宿费1800元、伙食费1200元，全年236.25万元。",
    ])
  func otherWholes(_ text: String) {
    #expect(claims(text).filter { $0.contains("broken") } == [])
  }

  @Test(
    "A share names its whole",
    arguments: [
      (
        "项目总投资2200万元，本年安排1280万元，其中财政资金660万元，占总投资的30%。",
        "2200 × 30 = 660: exact"
      ),
      (
        "项目总投资2200万元，本年安排1280万元，其中财政资金660万元，占总投资的40%。",
        "2200 × 40 = 660: broken review"
      ),
    ])
  func shares(_ text: String, _ claim: String) { #expect(claims(text).contains(claim)) }

  @Test(
    "A share of something else, and one whose whole stands behind it, blame nobody",
    arguments: [
      "覆盖人口3.2万人，其中农村1.8万人、城镇1.4万人，占全县总人口的12%。",
      "财政资金120万元，占比60%，自筹80万元，占比40%，合计200万元。", "参加300人，占全市党员的5%。",
      "总投资2200万元，其中中央1000万元，占45%，省级700万元，占32%，市级500万元，占23%。",
    ])
  func otherShares(_ text: String) {
    #expect(claims(text).filter { $0.contains("broken") } == [])
  }
}

@Suite struct SumsInEnglishSentences {
  @Test(arguments: [
    (
      "Costs: equipment £31,000, fitting £17,500 and training £5,500, £54,000 in all.",
      "31000 + 17500 + 5500 = 54000: exact"
    ),
    (
      "Costs: equipment £31,000, fitting £17,500 and training £5,500, £45,000 in all.",
      "31000 + 17500 + 5500 = 45000: broken warning"
    ),
    (
      "£31,000 for equipment, £17,500 for fitting and £5,500 for training, a total of £45,000.",
      "31000 + 17500 + 5500 = 45000: broken warning"
    ),
    (
      "A total of £54,000: £31,000 for equipment, £17,500 for fitting and £6,500 for training.",
      "31000 + 17500 + 6500 = 54000: broken warning"
    ),
    (
      "Refit the kitchen for £54,000, of which £31,000 is equipment, £17,500 fitting and £6,500 training.",
      "31000 + 17500 + 6500 = 54000: broken warning"
    ),
    (
      "A garden with 40 seats: 24 under the pergola and 16 on the lawn.", "24 + 16 = 40: exact"
    ),
    (
      "A garden with 40 seats: 24 under the pergola and 18 on the lawn.",
      "24 + 18 = 40: broken review"
    ),
    (
      "Sailing for 72 young people at £550 each, £36,900 in total.",
      "72 × 550 = 36900: broken warning"
    ),
    ("Sailing for 72 people at £550 each, £36,900.", "72 × 550 = 36900: broken review"),
    ("Repair 1,200 metres of path at £50 a metre, £60,000 altogether.", "1200 × 50 = 60000: exact"),
    (
      "Repair 1,200 metres of path at £50 a metre, £66,000 altogether.",
      "1200 × 50 = 66000: broken warning"
    ),
  ])
  func areAddedUpAndMultiplied(_ text: String, _ claim: String) { #expect(claims(text) == [claim]) }

  @Test(arguments: [
    "Refit the kitchen for £54,000, including £31,000 for equipment; in 2024 we spent £28,000 on repairs.",
    "Each session takes 12 young people; 72 take part over six weeks at £550 each.",
    "The fund has £2.5 million; this bid is for £54,000, of which £31,000 is equipment.",
    "In 2024 volunteers planted 300 trees: 2025 will see 400 more in 12 streets.",
    "72 people at £550 each, £36,900 from reserves.",
    "About 70 people at £550 each, £39,600 in all.",
    "120 meals a day, 5 days a week, £54,000 in all.",
    "A grant of £30,000, up to £5,000 a year for repairs and £2,000 for paint, £90,000 in all.",
    "A garden with 40 seats: open from May to September, 7 days a week.",
  ])
  func areLeftAlone(_ text: String) {
    #expect(claims(text).filter { $0.contains("broken") } == [])
  }
}
