import TieoutModel
import TieoutTestSupport

/// A small submission made by hand, with one of everything that outputs can hold.
enum Sample {
  static let submission = make()

  private static func make() -> Submission {
    var maker = DocumentMaker()
    maker.source("表一.txt") { maker in
      maker.copy("关于绩效目标的报告\n")
      maker.copy("合计\t\t\t2,348.82\n")
      maker.copy("1\t养老服务 & 救助\t")
      maker.replace("１，９３７．８８", with: "1937.88", by: "fold-width")
      maker.copy("万元\t重点<项目> ]]> \"甲\" 😀\n")
      maker.copy("2\t留守儿童\t410.94\t\u{1}印章\n")
    }
    maker.source("forms.txt") { maker in
      maker.copy("项目名称\t养老服务\n及救助\n")
      maker.copy("总额\t")
      maker.replace("1,937,", with: "1937", by: "thousands")
      maker.copy(".88\t")
      maker.copy("日期\t三月十二日\n")
      maker.copy("效益指标\t满意率")
      maker.replace("$\\geq 90\\%$", with: "≥90%", by: "latex")
      maker.copy("\t")
      maker.replace("<b>", with: "", by: "html")
      maker.copy("≥")
      maker.replace(" ", with: "", by: "join-spaces")
      maker.copy("95%")
      maker.replace("</b>", with: "", by: "html")
      maker.copy("\t页脚　盖章\n")
    }
    maker.cut(linesPerPage: 3)

    var document = maker.document
    let seal = document.map.source(of: maker.slice("\u{1}印章"))
    document.remarks = [
      Document.Remark(
        Message(zh: "有控制字符", en: "a control character"),
        at: Slice(start: seal.start, count: 1))
    ]
    var profile = SampleProfile.make()
    let names = SampleProfile.Names(&profile)
    var submission = Submission(document: document, profile: profile, profileScore: 97)
    submission.catalogue = [
      CatalogueEntry(
        id: "AG01", name: "agree-summary-to-detail",
        title: Message(zh: "汇总与明细一致", en: "Summary agrees with detail"))
    ]
    SampleRecords.fill(&submission, maker, names)
    SampleFindings.fill(&submission, maker)
    return submission
  }
}
