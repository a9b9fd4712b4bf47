import Testing
import Tieout

/// Statements of bills and of invoices, with the bills and the invoices.
@Suite("Bills and invoices, as no profile describes them")
struct BillsAndInvoicesTests {
  @Test("A label with its figure on a line of its own is no line of the table below it")
  func linesOverTables() throws {
    func invoice(_ number: Int, _ day: String, _ items: String, _ due: String) -> String {
      """

      INVOICE
      Invoice: INV-100\(number)
      Date: \(day)/03/2025
      Description          Qty   Unit price   Amount
      \(items)
      Total due (£): \(due)

      """
    }
    let text = """
      STATEMENT OF INVOICES

      No   Invoice      Date         Amount (£)
      1    INV-1001     03/03/2025    1,240.00
      2    INV-1002     10/03/2025      860.50
      3    INV-1003     17/03/2025      415.25
      Total                           2,515.75


      """
    let invoices =
      invoice(
        1, "03",
        "Steel brackets        40       20.00     800.00\n"
          + "Bolts M8             400        1.10     440.00", "1,240.00")
      + invoice(
        2, "10",
        "Timber 2x4            70        9.15     640.50\n"
          + "Delivery               1      220.00     220.00", "860.50")
      + invoice(
        3, "17",
        "Paint white           15       20.35     305.25\n"
          + "Brushes               11       10.00     110.00", "425.25")
    let submission = try Submission(reading: text + invoices, named: "x.txt")
    #expect(submission.summary.rows.count == 3)
    #expect(submission.totals == ["1240.00", "860.50", "425.25"])
    #expect(submission.errors.contains("AG01 summary/3 detail/3"))
  }

  @Test("A bill's head of two rows heads its lines")
  func bills() throws {
    func bill(_ name: String, _ lines: String, _ sum: String) -> String {
      """
      <p>分部分项工程清单计价表</p><p>工程名称：\(name)</p><table><tr><td rowspan=2>序号</td>\
      <td rowspan=2>项目编码</td><td rowspan=2>项目名称</td><td rowspan=2>计量单位</td>\
      <td rowspan=2>工程量</td><td colspan=2>金额（元）</td></tr><tr><td>综合单价</td><td>合价</td></tr>\
      \(lines)<tr><td colspan=6>合计</td><td>\(sum)</td></tr></table>
      """
    }
    func line(_ cells: String) -> String {
      "<tr>" + cells.split(separator: " ").map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    let text =
      """
      <p>单项工程造价汇总表</p><p>金额单位：元</p><table><tr><td>序号</td><td>单位工程名称</td>\
      <td>金额（元）</td></tr><tr><td>1</td><td>土石方工程</td><td>416590.00</td></tr>\
      <tr><td>2</td><td>附属工程</td><td>169320.00</td></tr><tr><td>3</td><td>绿化工程</td>\
      <td>1500.00</td></tr><tr><td colspan=2>合计</td><td>587410.00</td></tr></table>
      """
      + bill(
        "土石方工程",
        line("1 040101001001 挖一般土方 m3 12500.00 18.60 232500.00")
          + line("2 040103001001 回填方 m3 8200.00 22.45 184090.00"), "416590.00")
      + bill(
        "附属工程",
        line("1 040504001001 检查井 座 36 4250.00 153000.00")
          + line("2 040205001001 标志牌 块 24 680.00 16320.00"), "169320.00")
      + bill(
        "绿化工程",
        line("1 050102001001 栽植乔木 株 10 100.00 1000.00")
          + line("2 050102002001 栽植灌木 株 50 10.00 500.00"), "1500.00")
    let submission = try Submission(reading: text, named: "x.html")
    #expect(submission.links.count == 3)
    #expect(submission.details.allSatisfy { $0.groups.first?.items.count == 2 })
    #expect(submission.unplaced().isEmpty)
    // 8,200 at 22.45 are 184,090; the paper is right, and one wrong product is found.
    let wrong = try Submission(
      reading: text.replacing("153000.00", with: "135000.00"), named: "x.html")
    #expect(wrong.findings.contains { $0.records.contains("detail/2") })
  }
}
