import Testing
import Tieout

/// What official summaries print besides the rows of projects: numbers of columns, bodies with sums.
@Suite("Rows of official summaries that are no projects")
struct OfficialSummariesTests {
  private static func budget(_ counted: String, _ amount: String = "88.40") -> String {
    """
    ## 2025年项目支出绩效目标汇总表

    单位：万元

    | 序号 | 项目名称 | 项目单位 | 预算金额 | 财政资金 | 其他资金 |
    |---|---|---|---|---|---|
    \(counted)
    | 1 | 智慧消防建设 | 县消防大队 | 156.75 | 120.75 | 36.00 |
    | 2 | 森林防火补助 | 县林业站 | \(amount) | 88.40 | 0.00 |
    | 合计 | | | 245.15 | 209.15 | 36.00 |

    ## 项目支出绩效目标表

    | 项目名称 | 智慧消防建设 | 项目单位 | 县消防大队 |
    |---|---|---|---|
    | 预算金额（万元） | 156.75 | 项目负责人 | 苏北辰 |

    ## 项目支出绩效目标表

    | 项目名称 | 森林防火补助 | 项目单位 | 县林业站 |
    |---|---|---|---|
    | 预算金额（万元） | 88.40 | 项目负责人 | 顾南星 |
    """
  }

  @Test(
    "A row that counts the columns is none of the rows",
    arguments: [
      "| 栏次 | | | 1 | 2 | 3 |", "| 栏次 | — | — | 1=2+3 | 2 | 3 |", "| ** | ** | ** | 1 | 2 | 3 |",
      "| 1 | 2 | 3 | 4 | 5 | 6 |", "| 甲 | 乙 | 丙 | 1=2+3 | 2 | 3 |",
      "| | | | (a) = (b) + (c) | (b) | (c) |", "| (1) | (2) | (3) | (4)=(5)+(6) | (5) | (6) |",
    ])
  func columnNumbers(_ counted: String) throws {
    let submission = try Submission(reading: Self.budget(counted))
    #expect(submission.summary.rows.count == 2)
    #expect(submission.findings.isEmpty)
    #expect(submission.unplaced().isEmpty)
    #expect(submission.ledgerTotals().balances)
    let wrong = try Submission(reading: Self.budget(counted, "84.80"))
    #expect(wrong.errors.contains { $0.contains("summary/2") })
  }

  @Test("The first of rows that count themselves is a row, whatever stands in it")
  func numbersAlone() throws {
    let submission = try Submission(
      reading:
        """
        | 序号 | 人数 | 户数 |
        |---|---|---|
        | 1 | 2 | 3 |
        | 2 | 5 | 6 |
        | 3 | 9 | 4 |
        """)
    #expect(submission.document.rows.allSatisfy { $0.role != .columnNumbers })
  }

  private static func purchases(_ first: Int) -> String {
    func form(_ name: String, _ body: String, _ amount: String) -> String {
      """

      ## 项目支出绩效目标申报表

      | 项目名称 | \(name) | 项目单位 | \(body) |
      |---|---|---|---|
      | 资金总额 | \(amount)万元 | 项目负责人 | 苏北辰 |

      """
    }
    return """
      ## 项目支出绩效目标汇总表

      单位：万元

      | 单位编码 | 单位（项目）名称 | 金额（万元） |
      |---|---|---|
      | | 合计 | 1269.75 |
      | 301 | 县消防大队 | \(first) |
      | 301001 | 智慧消防建设 | 100 |
      | 301002 | 消防车更新 | 56 |
      | 302 | 县林业站 | 89.15 |
      | 302001 | 森林防火补助 | 89.15 |
      | 303 | 县住建中心 | 1024.60 |
      | 303001 | 乡镇污水管网 | 1024.60 |

      """ + form("智慧消防建设", "县消防大队", "100") + form("消防车更新", "县消防大队", "56")
        + form("森林防火补助", "县林业站", "89.15") + form("乡镇污水管网", "县住建中心", "1024.60")
  }

  @Test("A body's row that adds up its projects is no project")
  func headingSums() throws {
    let submission = try Submission(reading: Self.purchases(156))
    #expect(submission.summary.rows.count == 4)
    #expect(submission.links.count == 4)
    #expect(submission.errors.isEmpty)
    // A sum that is wrong proves nothing: all stay rows, and somebody has to look.
    let wrong = try Submission(reading: Self.purchases(165))
    #expect(!wrong.errors.isEmpty)
  }

  @Test("Rows that their numbers count are projects, whatever they add up to")
  func numberedRows() throws {
    let submission = try Submission(
      reading:
        """
        ## 项目支出绩效目标汇总表

        单位：万元

        | 序号 | 项目名称 | 项目单位 | 预算金额 |
        |---|---|---|---|
        | 1 | 甲工程 | 水务局 | 300 |
        | 2 | 乙工程 | 水务局 | 120 |
        | 3 | 丙工程 | 水务局 | 180 |
        | 4 | 丁工程 | 水务局 | 45 |
        | 5 | 戊工程 | 水务局 | 45 |
        | | 合计 | | 345 |
        """)
    #expect(submission.summary.rows.count == 5)
    #expect(submission.errors.contains { $0.hasPrefix("FT01") })
  }

  @Test("A form's row of values is no row of numbers of columns")
  func valuesOfForms() throws {
    let submission = try Submission(
      reading:
        Self.budget("| 栏次 | | | 1 | 2 | 3 |")
          + """


          ## 项目支出绩效目标表

          | 项目名称 | 河道保洁 |
          |---|---|
          | 项目单位 | 县水务局 |

          | 上年结转 | 本年财政拨款 | 资金总额 |
          |---|---|---|
          | / | 29 | 30 |
          """)
    #expect(!submission.document.rows.suffix(2).contains { $0.role == .columnNumbers })
  }
}
