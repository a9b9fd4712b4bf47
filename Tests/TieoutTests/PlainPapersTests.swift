import Testing
import Tieout

/// Papers of no family that is known, as small offices write them.
@Suite("Plain papers of families that nobody described")
struct PlainPapersTests {
  /// Rows under sections that each begin with 1, and forms of which a profile knows few labels.
  private static let purchases: String = {
    func form(_ name: String, _ person: String, _ amount: Int, _ count: Int) -> String {
      """

      | 项目名称 | \(name) | 负责人 | \(person) |
      |---|---|---|---|
      | 金额（元） | \(amount) | 数量 | \(count) |
      | 单价 | \(amount / count) | 交货期 | 2024-05-01 |

      """
    }
    return """
      # 设备采购汇总表

      | 序号 | 项目名称 | 金额（元） | 备注 |
      |---|---|---|---|
      | 一 | 教学设备 | 350000 | |
      | 1 | 投影仪采购 | 150000 | |
      | 2 | 电脑采购 | 200000 | |
      | 二 | 办公设备 | 80000 | |
      | 1 | 打印机采购 | 30000 | |
      | 2 | 办公桌采购 | 50000 | |
      | | 合计 | 430000 | |

      """ + form("投影仪采购", "张三", 150_000, 30) + form("电脑采购", "李四", 200_000, 40)
        + form("打印机采购", "王五", 30_000, 15) + form("办公桌采购", "赵六", 55_000, 50)
  }()

  @Test("Where a profile that hardly fits reads no amount of a form, what repeats does")
  func otherLabels() throws {
    let submission = try Submission(reading: Self.purchases)
    #expect(submission.totals == ["150000", "200000", "30000", "55000"])
    #expect(submission.profile.isGeneric)
    #expect(submission.links.count == 4)
    #expect(submission.errors.contains("AG01 summary/2b detail/4"))
  }

  @Test("Numbers that begin anew in each section count rows")
  func sections() throws {
    let submission = try Submission(reading: Self.purchases)
    #expect(submission.summary.rows.count == 4)
    #expect(!submission.errors.contains { $0.hasPrefix("CP01") || $0.hasPrefix("FT01") })
  }

  @Test("A sum before its parts is the amount of its line")
  func sumBeforeParts() throws {
    func form(_ name: String, _ body: String, _ sum: String) -> String {
      """

      培训班计划
      培训班名称：\(name)
      主办处室：\(body)
      培训时间：2025年5月，5天
      经费预算：\(sum)，其中：师资费9000元，食宿费3000元，资料费3000元。

      """
    }
    let text = """
      2025年培训计划汇总表
      序号\t培训班名称\t主办处室\t经费（元）
      1\t初任培训\t人事处\t48000
      2\t档案业务培训\t档案处\t15600
      3\t财务继续教育\t财务处\t22400
      合计\t\t\t86000

      """
    let forms =
      form("初任培训", "人事处", "48000元") + form("档案业务培训", "档案处", "16500元")
      + form("财务继续教育", "财务处", "22400元")
    let submission = try Submission(reading: text + forms, named: "x.txt")
    #expect(submission.totals == ["48000", "16500", "22400"])
    #expect(submission.errors.contains("AG01 summary/2 detail/2"))
  }

  @Test("A table of other things behind the total is no part of the summary")
  func otherTable() throws {
    let submission = try Submission(
      reading:
        """
        # Grant summary 2024

        | No. | Project | Partner | Requested (USD) |
        |---|---|---|---|
        | 1 | Wells for Nandi | Water First | 12,500.00 |
        | 2 | School roofs | Build Up | 8,300.00 |
        | 3 | Seed bank | Green Hands | 4,200.00 |
        | | Total | | 25,000.00 |

        | Item | Nandi | Roofs | Seeds |
        |---|---|---|---|
        | Contact | J. Obi | K. Lind | M. Roy |
        | Personnel (USD) | 5,000.00 | 3,300.00 | 1,200.00 |
        | Materials (USD) | 7,500.00 | 5,000.00 | 3,000.00 |
        """)
    #expect(submission.summary.rows.count == 3)
    #expect(submission.repairs.isEmpty)
  }

  @Test("What row and form state under one label is compared, whatever it is")
  func sharedValues() throws {
    func form(_ name: String, _ people: Int, _ home: String, _ level: String) -> String {
      """

      # 农村危房改造申请表

      | 户主姓名 | \(name) | 家庭人口 | \(people) |
      |---|---|---|---|
      | 住址 | \(home) | 危房等级 | \(level) |
      | 申请补助（元） | 15000 | 村评议意见 | 同意 |

      """
    }
    let text = """
      # 危房改造对象汇总表

      | 乡镇 | 户主姓名 | 家庭人口 | 危房等级 | 补助金额 |
      |---|---|---|---|---|
      | 白石镇 | 马有才 | 4 | C级 | 15000 |
      | 白石镇 | 何秀英 | 2 | D级 | 15000 |
      | 青龙乡 | 罗桂花 | 3 | C级 | 15000 |
      | 合计 | | 9 | | 45000 |

      """
    let forms =
      form("马有才", 4, "白石镇上湾村", "C级") + form("何秀英", 2, "白石镇上湾村", "C级")
      + form("罗桂花", 3, "青龙乡石桥村", "C级")
    let submission = try Submission(reading: text + forms)
    let found = submission.findings.filter { $0.severity > .note }
    #expect(
      found.map { "\($0.check) \($0.records.joined(separator: " "))" }
        == ["AG07 summary/2 detail/2"])
  }

  @Test("Totals in traditional characters")
  func traditional() throws {
    func form(_ name: String, _ donor: String, _ count: Int, _ sum: String) -> String {
      """

      | 物資名稱 | \(name) |
      |---|---|
      | 捐贈單位 | \(donor) |
      | 數量 | \(count) 台 |
      | 估價 | \(sum) 元 |

      """
    }
    let text = """
      ## 受贈物資清冊

      | 項次 | 物資名稱 | 捐贈單位 | 數量 | 估價（新臺幣元） |
      |------|------|------|------|------|
      | 1 | 輪椅 | 仁愛基金會 | 20 | 96,000 |
      | 2 | 電動病床 | 慈心會 | 5 | 175,000 |
      | 3 | 血壓計 | 明德扶輪社 | 40 | 52,000 |
      | 合計 | | | 65 | 323,000 |

      ## 受贈物資登記表

      """
    let forms =
      form("輪椅", "仁愛基金會", 20, "96,000") + form("電動病床", "慈心會", 5, "175,000")
      + form("血壓計", "明德扶輪社", 40, "54,000")
    let submission = try Submission(reading: text + forms)
    let total = submission.summary.total?[submission.profile.summary.amount]
    #expect(total.map { submission.text($0) } == "323000")
    #expect(submission.errors.contains("AG01 summary/3 detail/3"))
  }

  @Test("Two forms under one title are forms")
  func twoForms() throws {
    let submission = try Submission(
      reading:
        """
        ## 奖学金汇总表

        | 编号 | 学生 | 学院 | 金额（元） |
        |---|---|---|---|
        | 1 | 王小明 | 文学院 | 5000 |
        | 2 | 李小红 | 理学院 | 8000 |
        | 合计 | | | 13000 |

        ## 奖学金申请表

        | 学生 | 王小明 |
        |---|---|
        | 学院 | 文学院 |
        | 申请金额 | 5000元 |

        ## 奖学金申请表

        | 学生 | 李小红 |
        |---|---|
        | 学院 | 理学院 |
        | 申请金额 | 8500元 |
        """)
    #expect(submission.totals == ["5000", "8500"])
    #expect(submission.errors.contains("AG01 summary/2 detail/2"))
  }

  @Test("Lines of forms above the summary belong to the forms")
  func formsFirst() throws {
    func form(_ person: String, _ office: String, _ place: String, _ sum: Int) -> String {
      "出差审批单\n出差人：\(person)\n部门：\(office)\n出差地点：\(place)\n预计费用：\(sum)元\n\n"
    }
    let text =
      form("王海", "销售部", "成都", 3600) + form("李敏", "研发部", "西安", 5200)
      + form("赵军", "财务部", "广州", 4100)
      + "4月出差费用汇总表\n序号\t出差人\t部门\t预计费用（元）\n1\t王海\t销售部\t3600\n"
      + "2\t李敏\t研发部\t5200\n3\t赵军\t财务部\t4010\n合计\t\t\t12810\n"
    let submission = try Submission(reading: text, named: "x.txt")
    #expect(submission.totals == ["3600", "5200", "4100"])
    #expect(submission.errors.contains("AG01 summary/3 detail/3"))
  }

  @Test("Amounts in two currencies are never compared")
  func currencies() throws {
    func form(_ name: String, _ amount: String) -> String {
      "\n# Award form\n\n| Project | \(name) |\n|---|---|\n| Partner | Marlow Trust |\n| Award | \(amount) |\n"
    }
    let summary = """
      # List of awards

      | No. | Project | Partner | Award |
      |---|---|---|---|
      | 1 | Seed banks | Marlow Trust | £45,000 |
      | 2 | Water tanks | Marlow Trust | £19,560 |
      | 3 | Field schools | Marlow Trust | £22,960 |
      | | Total | | £87,520 |

      """
    let submission = try Submission(
      reading:
        summary + form("Seed banks", "KES 45,000") + form("Water tanks", "£19,560")
        + form("Field schools", "£22,960"))
    let found = submission.findings.filter { $0.check == "AG01" }
    #expect(found.map(\.records) == [["detail/1", "summary/1"]])
    #expect(found.allSatisfy { $0.verdict == .open })
  }
}
