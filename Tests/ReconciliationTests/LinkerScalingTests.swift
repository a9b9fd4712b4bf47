import Testing
import TieoutMaking
import TieoutModel

@testable import TieoutReconciliation

@Suite("Linking many records")
struct LinkerScalingTests {
  /// Made names of a few words, some of them shared by many units, forms in another order.
  static func paper(_ count: Int) -> (Paper, [Int?]) {
    var random = SplitMix(seed: 7)
    let letters = Array("城乡居民基础设施道路桥梁水利教育卫生文化体育养老医疗救助培训改造维修购置运行保障补助监测")
    let places = Array("东西南北中河山云湖海川岭江林田石泉溪桐柳")
    var rows: [[String]] = []
    var forms: [[String]] = []
    for index in 0..<count {
      let shares = index % 5 == 0
      let words = (0..<8).map { _ in String(letters.randomElement(using: &random) ?? "城") }
      let name = shares ? "公用经费" : words.joined() + "资金"
      let place = (0..<3).map { _ in String(places.randomElement(using: &random) ?? "东") }.joined()
      let cents = Int.random(in: 10...99, using: &random)
      let amount = "\(Int.random(in: 100...9999, using: &random)).\(cents)"
      let wording = index % 7 == 0 && !shares ? name.dropLast(2) + "专项经费" : name[...]
      rows.append(["\(index + 1)", "\(place)镇财政所", "青汇市财政局", name, amount, ""])
      forms.append([
        String(wording), "青汇市\(place)镇财政所", "市财政局",
        index % 11 == 0 ? "1\(amount)" : amount, "",
      ])
    }
    return LinkerTests.shuffled(Paper(pages: [rows], forms: forms), seed: 3, dropping: 0)
  }

  #if DEBUG
    static let counts = [300, 3000]
  #else
    static let counts = [2000, 20000]
  #endif

  @Test("Ten times the records take about ten times as long, and nearly all find their form")
  func scaling() {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for count in Self.counts {
      let (paper, truth) = Self.paper(count)
      let submission = paper.submission()
      var links: [Link] = []
      times.append(clock.measure { links = Linker.links(submission, usesAmounts: true) })
      let wrong = LinkerTests.mistakes(links, truth)
      #expect(wrong.count * 100 < count)
    }
    #expect(times[1] < times[0] * 30)
  }
}
