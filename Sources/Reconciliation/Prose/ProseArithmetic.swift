import TieoutModel

/// NR01: the sums and products that a text states are right.
///
/// Not for parts that nothing shows to be all there are, as long as they do not exceed their whole,
/// such as some quarters of a year; not for numbers that only bound what is meant, of other years, or
/// of running totals, nor for shares of what the text does not state. Numbers that
/// are called approximate are compared as widely as they are meant.
enum ProseArithmetic: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NR01", name: "prose-arithmetic",
    title: Message(zh: "文字说明中的加总与乘积正确", en: "Sums and products that a text states are right"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for field in paper.prose {
      for (place, claim) in field.claims.claims.enumerated() {
        if claim.verdict == .exact {
          report.pass(tick: ProseFinding(field, claim, place, paper).tick(entry.id))
        } else {
          report.report(ProseFinding(field, claim, place, paper).finding(entry.id))
        }
      }
    }
  }
}

extension ProseArithmetic {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "文字中写明的加总与乘积算得对。",
      en: "The sums and products that a text spells out are right."),
    why: Message(
      zh: "文字里的数没有人再加一遍，错了也看不出来。",
      en: "Nobody adds up a sentence again, so its mistakes stay."),
    example: Message(
      zh: "“甲 300 万元、乙 200 万元，共 550 万元”；“40 人每人 50 元，共 2500 元”。",
      en: "“300 for A and 200 for B, 550 in all”; “40 persons at 50 each, 2500”."),
    unless: Message(
      zh: """
        各部分不见得列全，且不超过总数；其他年度、累计数、只作界限的数；一年中只列了几个季度或半年；所占的\
        总数文中没有；“约”按其含义放宽。
        """,
      en: """
        Parts that nothing shows to be all, as long as they do not exceed the whole; other \
        years, running totals, mere bounds; some quarters or halves of a year; a share of a \
        whole that the text does not state. Approximate numbers are as wide as they are meant.
        """),
    decided: Message(
      zh: "写有“合计”“共计”等、各部分确定的为警告，其余待复核；算式照所读列出。",
      en: """
        A warning where words (合计, 共计) fix the parts, else for review; the formula is \
        shown as it was read.
        """))
}
