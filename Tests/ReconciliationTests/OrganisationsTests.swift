import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("One organisation or two")
struct OrganisationsTests {
  private func relation(_ left: String, _ right: String) -> Organisations.Relation? {
    var organisations = Organisations(Profile.budgetForTests().organisations)
    let (x, y) = (Array(left.utf8), Array(right.utf8))
    guard let a = organisations.number(of: x, x.indices),
      let b = organisations.number(of: y, y.indices)
    else { return nil }
    return organisations.relation(a, b)
  }

  @Test(
    "A legal form is the same written out",
    arguments: [
      ("Orchard Paints Ltd", "Orchard Paints Limited"),
      ("Wheelhouse CIC", "Wheelhouse Community Interest Company"),
    ])
  func legalForms(_ short: String, _ long: String) {
    #expect(relation(short, long) == .alias)
    #expect(relation(long, short) == .alias)
  }

  @Test("`&` between words is `and`, and no letter of another name")
  func ampersand() {
    #expect(relation("Waste & Recycling", "Waste and Recycling") == .equal)
    #expect(relation("Leisure & Parks & Sport", "Leisure and Parks and Sport") == .equal)
    #expect(relation("Waste & Recycling", "Waste Recycling") == .different)
    #expect(NameText.letters(of: "a & & b") == NameText.letters(of: "aandb"))
  }

  @Test("Another legal form, or another name before it, is another body")
  func otherForms() {
    #expect(relation("Orchard Paints CIC", "Orchard Paints Limited") == .different)
    #expect(relation("Orchard Prints Ltd", "Orchard Paints Limited") == .different)
  }

  @Test("A name of many bodies is compared in no time", .timeLimit(.minutes(1)))
  func manyBodies() {
    let long = String(repeating: "甲局", count: 30) + "甲乙局" + String(repeating: "甲局", count: 30)
    #expect(relation(String(repeating: "甲", count: 30) + "乙", long) == .different)
  }

  @Test(
    "One body, written differently",
    arguments: [
      ("民政局", "青汇市民政局"), ("卫健委", "青汇市卫生健康委员会"),
      ("人社局", "青汇市人力资源和社会保障局"), ("人社局", "人力资源和社会保障管理服务部门"),
      ("医保中心", "青汇市医疗保险服务中心"), ("医保局", "青汇市医疗保障局"),
      ("住建局", "青汇市住房和城乡建设局"), ("社保中心", "青汇市社会保险事业中心"),
      ("就业局", "青汇市就业创业服务中心"), ("市财政局", "青汇市财政局"),
      ("中共青汇市纪律检查委员会", "中国共产党青汇市纪律检查委员会"),
      ("中共青汇市组织部", "中共青汇市委组织部"), ("机关事务服务", "机关事务服务部门"),
      ("青汇市公安局部门", "青汇市公安局"), ("青汇市公安局本级", "青汇市公安局"),
      ("交警支队", "青汇市公安局交通警察支队"), ("巡特警支队", "青汇市公安局巡特警支队"),
      ("城东分局", "青汇市公安局城东分局"), ("市监局", "青汇市市场监督管理局"),
      ("青汇市中级人民法院", "北辰省青汇市中级人民法院"), ("市委政法委", "中共青汇市委政法委员会"),
      ("数字城市监督指挥中心", "青汇市数字城市监督指挥中心"), ("县民政局", "桐汀县民政局"),
      ("市政府", "青汇市人民政府"), ("第一小学", "青汇市第一小学"),
      ("应急局", "青汇市应急管理局"), ("交通局", "青汇市交通运输局"), ("市场局", "市场监督管理局"),
      ("退役军人局", "青汇市退役军人事务局"),
    ])
  func same(_ short: String, _ long: String) {
    #expect(relation(short, long) == .alias)
    #expect(relation(long, short) == .alias)
  }

  @Test(
    "Equal but for widths, spaces and signs",
    arguments: [("民政局", " 民 政 局"), ("ABC公司", "ａｂｃ公司"), ("财政局（本级）", "财政局(本级)")])
  func equal(_ left: String, _ right: String) { #expect(relation(left, right) == .equal) }

  @Test(
    "Two bodies",
    arguments: [
      ("公安局", "公安局兴安分局"), ("青汇市公安局", "青汇市公安局城东分局"),
      ("青汇市公安局城东分局", "青汇市公安局河西分局"), ("青汇市公安局", "交警支队"),
      ("特警支队", "青汇市公安局巡特警支队"), ("公安局", "公安分局"),
      ("青汇市城市管理综合执法局", "数字城市监督指挥中心"), ("住建局", "青汇市物业管理公司"),
      ("教育局", "教育体育局"), ("税务局", "税务稽查局"), ("青汇市民政局", "苕川市民政局"),
      ("市民政局", "桐汀县民政局"), ("市财政局", "中共青汇市委组织部"), ("医保中心", "医疗保障局"),
      ("第一小学", "第二小学"), ("第一医院", "第十一医院"), ("小学", "第一小学"),
      ("青汇市", "青汇市公安局"), ("青汇市本级", "青汇市公安局"), ("财政局", "审计局"),
      ("Parks", "Parks and Recreation"), ("公安局", "青汇市公安局公交分局"),
      ("国防动员办公室", "国防动员局"),
    ])
  func different(_ left: String, _ right: String) {
    #expect(relation(left, right) == .different)
    #expect(relation(right, left) == .different)
  }

  @Test("A name without letters is no name")
  func blank() { #expect(relation("—", "民政局") == nil) }
}
