import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

/// Where columns begin on a page whose words have boxes.
@Suite("Columns of a page of words")
struct PageColumnsTests {
  private static let head =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\t"
    + "text\n"

  /// What is read of a page that is drawn: a character is half as wide as a Han character, each word of
  /// two Han characters or without blanks has a box, and boxes touch where no blank stands.
  private static func read(_ drawing: String) throws -> String {
    var table = head
    for (line, text) in drawing.split(separator: "\n").enumerated() {
      for (place, word) in words(text).enumerated() {
        table += "5\t1\t1\t1\t\(line + 1)\t\(place + 1)\t\(100 + word.column * 10)\t"
        table += "\(100 + line * 36)\t\(word.width * 10)\t20\t93\t\(word.text)\n"
      }
    }
    var document = Document()
    try TesseractTSVReader.read(Array(table.utf8), name: "x", reason: "test", into: &document)
    // Cells without a text at the end of a row are not of interest here.
    return document.blocksDump().split(separator: "\n").map { row in
      var row = row
      while row.hasSuffix(" | ") { row.removeLast(3) }
      return row + "\n"
    }.joined()
  }

  private static func words(_ line: Substring) -> [(text: String, column: Int, width: Int)] {
    var words: [(text: String, column: Int, width: Int)] = []
    var column = 0
    var isOpen = false
    for character in line {
      let isHan = character.utf8.count > 2 && !"≥≤".contains(character)
      let width = isHan ? 2 : 1
      defer { column += width }
      guard character != " " else {
        isOpen = false
        continue
      }
      let isHanBefore = words.last.map { $0.width == 2 * $0.text.count } ?? false
      if isOpen, let last = words.last, isHan ? last.text.count < 2 && isHanBefore : !isHanBefore {
        words[words.count - 1].text.append(character)
        words[words.count - 1].width += width
      } else {
        words.append((String(character), column, width))
      }
      isOpen = true
    }
    return words
  }

  static let cases: [(what: String, drawing: String, read: String)] = [
    (
      "a form of two columns above a table of other columns, its longest label near its value",
      """
      项目名称           甲村道路硬化工程
      项目单位           镇人民政府
      预算金额（万元）   186.11
      一级指标     二级指标             三级指标     指标值
      产出指标     数量指标             硬化道路     ≥3公里
      满意度指标   服务对象满意度指标   群众满意度   ≥90%
      """,
      """
      项目名称 | 甲村道路硬化工程
      项目单位 | 镇人民政府
      预算金额（万元） | 186.11
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 硬化道路 | ≥3公里
      满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
      """
    ),
    (
      "texts as near as a character, where others begin in line behind wider gaps",
      """
      序号  项目名称      项目单位    预算金额
      1     古树名木保护  园林管理所  57.90
      2     河道保洁      水务中心    88.40
      3     照明改造      市政处      12.00
      """,
      """
      序号 | 项目名称 | 项目单位 | 预算金额
      1 | 古树名木保护 | 园林管理所 | 57.90
      2 | 河道保洁 | 水务中心 | 88.40
      3 | 照明改造 | 市政处 | 12.00
      """
    ),
    (
      "a column of signs beside that of the figures",
      """
      三级指标     指标性质   指标值   计量单位
      保洁河道     ≥          45       公里
      清理时限     ≤          3        天
      验收合格率   ≥          98       %
      """,
      """
      三级指标 | 指标性质 | 指标值 | 计量单位
      保洁河道 | ≥ | 45 | 公里
      清理时限 | ≤ | 3 | 天
      验收合格率 | ≥ | 98 | %
      """
    ),
    (
      "gaps in lines of prose stand anywhere",
      """
      为保护古树名木，现将有关事项 通知如下，请遵照执行。
      各单位应当按照要求，于本月底 前报送材料，逾期不予受理。
      联系人另行通知，材料  一式三份。
      """,
      """
      为保护古树名木，现将有关事项通知如下，请遵照执行。各单位应当按照要求，于本月底前报送材料，逾期不予受理。联系人另行通知，材料一式三份。
      """
    ),
    (
      "names that are torn alike in some rows, by half a character, are no columns",
      """
      序号    项目名称    项目单位          金额
      1       河道保洁    若川 市水利局     88.40
      2       照明改造    敬川 市水利局     57.90
      3       道路硬化    敬川 市水利局     12.00
      4       绿化养护    敬川市水利局      13.00
      """,
      """
      序号 | 项目名称 | 项目单位 | 金额
      1 | 河道保洁 | 若川市水利局 | 88.40
      2 | 照明改造 | 敬川市水利局 | 57.90
      3 | 道路硬化 | 敬川市水利局 | 12.00
      4 | 绿化养护 | 敬川市水利局 | 13.00
      """
    ),
    (
      "a goal over three columns, with a gap where two of them meet",
      """
      项目名称       古树名木保护    项目编码   0101
      项目单位       园林管理所      联系人     张三
      预算金额       57.90           联系电话   8001
      总体目标       完成保护四百株  成活率九成以上
      """,
      """
      项目名称 | 古树名木保护 | 项目编码 | 0101
      项目单位 | 园林管理所 | 联系人 | 张三
      预算金额 | 57.90 | 联系电话 | 8001
      总体目标 | 完成保护四百株成活率九成以上
      """
    ),
    (
      "a note below a table, with a gap where the last column begins",
      """
      序号    项目单位      联系人
      1       园林管理所    张三
      2       水务中心      李四
      3       市政工程处    王五
      以上各项均由市财政局  核定
      """,
      """
      序号 | 项目单位 | 联系人
      1 | 园林管理所 | 张三
      2 | 水务中心 | 李四
      3 | 市政工程处 | 王五
      以上各项均由市财政局核定
      """
    ),
    (
      "a name as near to its neighbour as that one fills its column, below names with room",
      """
      序号    项目单位      联系人    电话
      1       园林管理所    张三      8001
      2       水务中心      李四      8002
      3       市政工程一处  欧阳修文  8003
      """,
      """
      序号 | 项目单位 | 联系人 | 电话
      1 | 园林管理所 | 张三 | 8001
      2 | 水务中心 | 李四 | 8002
      3 | 市政工程一处 | 欧阳修文 | 8003
      """
    ),
  ]

  @Test("Columns are found by where texts begin", arguments: cases)
  func columns(_ what: String, _ drawing: String, _ read: String) throws {
    #expect(try Self.read(drawing) == read + "\n", "\(what)")
  }

  /// What is read of two words in a line, and of a third one right behind them where one is given.
  ///
  /// - Parameters:
  ///   - gap: the dots between the boxes of the first two, less than none where they overlap.
  ///   - drop: how many dots the second box stands lower.
  private static func read(
    _ first: String, _ second: String, _ third: String? = nil, gap: Int, drop: Int = 0
  ) throws -> String {
    var table = head
    var left = 100
    for (place, word) in [first, second, third ?? ""].enumerated() where !word.isEmpty {
      if place == 1 { left += gap }
      let fields = [left, place == 1 ? 100 + drop : 100, word.count * 10, 20, 93]
      table += "5\t1\t1\t1\t1\t\(place + 1)\t"
      table += fields.map { "\($0)\t" }.joined() + word + "\n"
      left += word.count * 10
    }
    var document = Document()
    try TesseractTSVReader.read(Array(table.utf8), name: "x", reason: "test", into: &document)
    return document.blocksDump().trimmingCharacters(in: .newlines)
  }

  @Test("Boxes of digits that touch are one number, not those with a gap")
  func touching() throws {
    #expect(try Self.read("20", "25", "年", gap: 0) == "2025年")
    #expect(try Self.read("20", "25", "年", gap: 1) == "2025年")
    #expect(try Self.read("20", "25", "年", gap: -1) == "2025年")
    #expect(try Self.read("20", "25", "年", gap: 6) == "20 25年")
  }

  @Test("Boxes of digits that overlap, or stand on two lines, are no number")
  func overlapping() throws {
    #expect(try Self.read("2", "88.40", gap: -6) == "2 88.40")
    #expect(try Self.read("2", "88.40", gap: 0, drop: 12) == "2 88.40")
    #expect(try Self.read("2", "88.40", gap: 0, drop: 4) == "288.40")
  }

  @Test(
    "Digits whose boxes touch are one number where that is one",
    arguments: [
      ("1,234", ".50", "1,234.50"), ("1,", "234", "1,234"), ("1", ",234.50", "1,234.50"),
      ("12", "1,234", "121,234"), ("2025", ".", "2025."), ("GJ-20", "25", "GJ-2025"),
      ("57.90", "57.90", "57.90 57.90"), ("1,234", "5,678", "1,234 5,678"),
      ("1,234", "56", "1,234 56"), ("1234", "5,678", "1234 5,678"),
      ("57.90", "1,234", "57.90 1,234"), ("2025.12", ".31", "2025.12 .31"),
    ])
  func numbers(_ first: String, _ second: String, _ read: String) throws {
    #expect(try Self.read(first, second, gap: 0) == read)
  }
}
