import Testing
import TieoutModel

@Suite struct NumbersInWords {
  private func read(_ words: String) -> Numeral? {
    let bytes = Array(words.utf8)
    return Numeral.read(bytes, 0..<bytes.count)
  }

  @Test(arguments: [
    ("九十", "90"), ("十", "10"), ("十五", "15"), ("二十", "20"), ("一百零五", "105"), ("一百一十", "110"),
    ("一千二百三十四", "1234"), ("三万", "30000"), ("一万二千", "12000"), ("一亿二千万", "120000000"),
    ("一万二千亿", "1200000000000"), ("二〇二四", "2024"), ("两百", "200"), ("九十八点五", "98.5"), ("零", "0"),
    ("二千零五", "2005"),
  ])
  func areRead(words: String, value: String) {
    #expect(read(words)?.value.description == value)
    #expect(read(words)?.kind == .number)
    #expect(read(words)?.end == words.utf8.count)
  }

  @Test(arguments: [
    ("百分之九十", "90", Numeral.Kind.percent), ("百分之九十八点五", "98.5", .percent),
    ("百分之90", "90", .percent),
    ("千分之三", "3", .perMille), ("三分之一", "1", .parts(of: 3)), ("十分之七", "7", .parts(of: 10)),
  ])
  func mayBeShares(words: String, value: String, kind: Numeral.Kind) {
    #expect(read(words)?.value.description == value)
    #expect(read(words)?.kind == kind)
    #expect(read(words)?.end == words.utf8.count)
  }

  @Test(arguments: [
    ("壹仟贰佰叁拾肆元整", "1234"), ("壹佰万元整", "1000000"), ("壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "123456.78"),
    ("伍元零伍分", "5.05"), ("玖拾圆正", "90"), ("贰拾元伍角", "20.50"), ("壹亿零伍拾万元", "100500000"),
  ])
  func mayBeMoney(words: String, yuan: String) {
    #expect(read(words)?.value.description == yuan)
    #expect(read(words)?.kind == .money)
    #expect(read(words)?.end == words.utf8.count)
  }

  @Test(arguments: ["", "万元", "元", "分之一", "是", "90", "的九十", "点五"])
  func areNotSeenWhereNoneStands(words: String) {
    #expect(read(words) == nil)
  }

  @Test func endWhereTheWordsEnd() {
    #expect(read("九十以上")?.end == 6)
    #expect(read("三分钟")?.value.description == "3")
    #expect(read("三分钟")?.kind == .number)
  }
}
