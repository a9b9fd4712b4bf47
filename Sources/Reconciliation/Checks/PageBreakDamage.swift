import TieoutModel

/// ST04: a row of the summary, or an indicator, stands in two pieces, as the end of a page leaves it.
enum PageBreakDamage: Check {
  static let entry = CatalogueEntry(
    id: "ST04", name: "page-break-damage",
    title: Message(zh: "一行断成两段", en: "row in two pieces"), manual: manual)

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    RepairNotice.report(entry, severity: .note, submission, &report)
  }
}

extension PageBreakDamage {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "汇总表的行、明细表的指标没有断成两段（如在跨页处）；断开的已接好。",
      en:
        "Whether a row of the summary or an indicator stands in two pieces, as at the end of a page; "
        + "it is joined."),
    why: Message(
      zh: "断开的一行会变成两行，金额或名称就会缺失。",
      en: "A row in two pieces is two rows, each without a name or an amount."),
    example: Message(
      zh: "第 2 页首行没有序号，是第 1 页末行的续行：已接上。",
      en: "The first row of page 2 has no number and goes on with the last of page 1: joined."),
    unless: Message(
      zh: "续行的序号仍有空位（只是缺了序号的一行）；续行另有自己的金额。",
      en: """
        A number is left for what follows, which then is a row that lost it; what follows has \
        an amount of its own.
        """),
    decided: Message(
      zh: "下一行的序号紧接该行，两段合有一个金额，方才接上；指标则须页末一行只有名称，下页首行只有各值而无级别；每行一条提示。",
      en: """
        Joined where the next row's number goes on from it and the pieces have one amount \
        together; an indicator where a page ends with a name alone, and the next begins with values \
        and no level; one note a row.
        """))
}
