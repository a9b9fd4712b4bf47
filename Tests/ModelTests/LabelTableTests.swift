import Testing
import TieoutModel

@Suite("Finding labels")
struct LabelTableTests {
  @Test(
    "widths, spaces, colons and a unit in brackets do not matter",
    arguments: [
      "合计", "合 计", "合计：", "合计:", "*合计", "合计(万元)", "合　计 （万元）", "合计（单位：人民币万元）：",
    ])
  func same(_ printed: String) {
    var table = LabelTable()
    let label = table.add("合计")
    let text = Array(printed.utf8)
    #expect(table.label(Slice(0..<text.count), in: text) == label)
  }

  @Test("of two brackets at the end of a label only the last one is a unit")
  func brackets() {
    var table = LabelTable()
    let bare = table.add("金额")
    let other = table.add("金额(万元)(元)")
    for (printed, label) in [("金额(万元)", bare), ("金额(万元)(元)", other), ("金额", bare)] {
      let text = Array(printed.utf8)
      #expect(table.label(Slice(0..<text.count), in: text) == label)
    }
  }

  @Test(
    "that a number is spelt out is no unit where the labels tell it from the number",
    arguments: ["合同金额（大写）", "合同金额(大写)：", "合同金额 大写", "合同金额大写"])
  func inWords(_ printed: String) {
    var table = LabelTable()
    let number = table.add("合同金额")
    let words = table.add("合同金额大写")
    func label(_ text: String) -> LabelID {
      table.label(Slice(0..<text.utf8.count), in: Array(text.utf8))
    }
    #expect(label(printed) == words)
    #expect(label("合同金额（小写）") == number)
    var other = LabelTable()
    let sum = other.add("合计")
    let text = Array("合计（大写）".utf8)
    #expect(other.label(Slice(text.indices), in: text) == sum)
  }

  @Test("a label of one character is found with a unit behind it, and no word that begins with it")
  func short() {
    var table = LabelTable()
    let label = table.add("数")
    _ = table.add("合计")
    for printed in ["数", "数(万元)", " 数：", "数 (万元)"] {
      let text = Array(printed.utf8)
      #expect(table.label(Slice(0..<text.count), in: text) == label)
    }
    for printed in ["数量", "合数", "数计"] {
      let text = Array(printed.utf8)
      #expect(table.label(Slice(0..<text.count), in: text) == .none)
    }
  }

  @Test("other words are other labels", arguments: ["合计数", "总计", "合", "", "(合计)"])
  func other(_ printed: String) {
    var table = LabelTable()
    _ = table.add("合计")
    let text = Array(printed.utf8)
    #expect(table.label(Slice(0..<text.count), in: text) == .none)
  }

  @Test("numbers stay as they were given however many labels come")
  func many() {
    var table = LabelTable()
    let words = (0..<500).map { "标签\($0)" }
    let labels = words.map { table.add($0) }
    #expect(Set(labels).count == 500)
    for (word, label) in zip(words, labels) { #expect(table.add(word) == label) }
  }

  @Test(
    "a numeral that only counts comes off",
    arguments: [
      ("1、一般公共预算", "一般公共预算"), ("（一）甲", "甲"), ("二、乙局", "乙局"), ("2.丙", "丙"),
      ("1.5", "1.5"), ("2024年", "2024年"), ("1、", "1、"), ("一般", "一般"),
      ("四、丁", "丁"), ("十九、戊", "戊"), ("12．己", "己"), ("123", "123"), ("1234、庚", "1234、庚"),
      ("公共", "公共"), ("四", "四"), ("(3)辛", "辛"),
    ])
  func enumerator(_ printed: String, _ rest: String) {
    var document = Document()
    document.text = Array(printed.utf8)
    document.bytes = document.text
    #expect(document.string(document.withoutEnumerator(Slice(0..<document.text.count))) == rest)
  }
}
