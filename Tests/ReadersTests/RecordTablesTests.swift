import Testing
import TieoutModel

@testable import TieoutReaders

/// Tables that JSON gives as a list of objects, one a row, and forms that it gives as an object.
@Suite("Lists of objects as tables")
struct RecordTablesTests {
  /// Each row as its cells with a bar between them; a line of its own is one cell.
  private static func rows(_ file: String) throws -> [String] {
    let (format, document) = try recognisedDocument(Array(file.utf8))
    #expect(format == "json")
    return document.rows.map { row in
      document.cells[row.cells].map { document.string($0.text) }.joined(separator: "|")
    }
  }

  @Test(
    "The names are the heading row, an object is a row, wherever the list stands",
    arguments: [
      "LIST", #"{"rows":LIST}"#, #"{"data":LIST}"#, #"{"result":{"table":LIST}}"#,
      #"{"id":"c1","model":"m","created":1,"usage":{"total_tokens":9},"data":LIST}"#,
      #"{"choices":[{"message":{"role":"assistant","content":"QUOTED"}}],"usage":{"total":9}}"#,
      #"{"choices":[{"message":{"content":"```json\nQUOTED\n```"}}]}"#, "```json\nLIST\n```",
    ])
  func table(_ around: String) throws {
    let list = #"[{"序号":1,"项目名称":"甲","金额":"100"},{"序号":2,"项目名称":"乙","金额":"20.50"}]"#
    let file = around.replacing("LIST", with: list)
      .replacing("QUOTED", with: list.replacing("\"", with: "\\\""))
    #expect(try Self.rows(file) == ["序号|项目名称|金额", "1|甲|100", "2|乙|20.50"])
  }

  @Test("Numbers and words stand as they are written, and nothing is a blank cell")
  func asWritten() throws {
    let file = #"[{"项目":"甲","金额":1062.50,"率":1e2,"有":true},{"项目":"","金额":-0.0,"率":null,"有":false}]"#
    #expect(try Self.rows(file) == ["项目|金额|率|有", "甲|1062.50|1e2|true", "|-0.0||false"])
  }

  @Test("A name that comes late is a column at the end; what an object lacks is a blank cell")
  func late() throws {
    let file = #"[{"项目":"甲","金额":1},{"金额":2,"项目":"乙","备注":"注"},{"项目":"合计","金额":3}]"#
    #expect(try Self.rows(file) == ["项目|金额|备注", "甲|1|", "乙|2|注", "合计|3|"])
  }

  @Test("Names with escapes are read as what they mean, and each cell says where it stands")
  func places() throws {
    let file = #"{"\u8868":[{"\u9879/\u76ee":"甲","金额":1},{"\u9879/\u76ee":"乙","金额":2}]}"#
    let document = try recognisedDocument(Array(file.utf8)).document
    let cells = document.cells.map { cell in
      "\(document.string(cell.text)) \(document.location(of: cell.text).element ?? "")"
    }
    #expect(
      cells == [
        "表 /表", "项/目 /表/0/项~1目", "金额 /表/0/金额", "甲 /表/0/项~1目", "1 /表/0/金额",
        "乙 /表/1/项~1目", "2 /表/1/金额",
      ])
    let first = document.location(of: document.cells[3].text)
    #expect(first.column == 30)
  }

  @Test(
    "An object beside such lists is a form: a name and its value are a row, lists are its tables")
  func form() throws {
    let file =
      #"{"summary":[{"序号":1,"项目":"甲"},{"序号":2,"项目":"乙"}],"#
      + #""forms":[{"项目":"甲","资金":{"总额":5,"其他":null},"绩效指标":[{"指标":"产出","值":"≥1"}],"备注":""}]}"#
    #expect(
      try Self.rows(file) == [
        "序号|项目", "1|甲", "2|乙", "项目|甲", "资金", "总额|5", "其他|", "绩效指标", "指标|值", "产出|≥1",
        "备注|",
      ])
  }

  @Test("What programs say beside tables is none of them, nor is it a form")
  func aside() throws {
    let file =
      #"{"model":"m","finish_reason":"stop","took":5,"metadata":{"作者":"某"},"#
      + #""safetyRatings":[{"category":"A","probability":"LOW"},{"category":"B","probability":"LOW"}],"#
      + #""表":[{"项目":"甲","金额":1},{"项目":"乙","金额":2}]}"#
    #expect(try Self.rows(file) == ["表", "项目|金额", "甲|1", "乙|2"])
  }

  @Test(
    "Objects that follow each other are rows where they have names in common, the others are forms",
    arguments: ["[OBJECTS]", #"{"data":[OBJECTS]}"#, "LINES", "LINES\n"])
  func mixed(_ around: String) throws {
    let objects = [
      #"{"序号":1,"项目":"甲","金额":1}"#, #"{"序号":2,"项目":"乙","金额":2}"#, #"{"项目":"合计","金额":3}"#,
      #"{"项目":"甲","负责人":"某","电话":"1","指标":[{"指标":"产出","值":"≥1"},{"指标":"效益","值":"好"}]}"#,
      #"{"项目":"乙","负责人":"某","电话":"2","备注":"无"}"#,
    ]
    let file = around.replacing("OBJECTS", with: objects.joined(separator: ","))
      .replacing("LINES", with: objects.joined(separator: "\n"))
    #expect(
      try Self.rows(file) == [
        "序号|项目|金额", "1|甲|1", "2|乙|2", "|合计|3", "项目|甲", "负责人|某", "电话|1", "指标", "指标|值",
        "产出|≥1", "效益|好", "项目|乙", "负责人|某", "电话|2", "备注|无",
      ])
  }

  @Test("The rows say where they stand, also behind others, and lines of records are no pages")
  func lines() throws {
    let file = #"""
      {"项目":"甲","指标":[{"指标":"产出","值":1}]}
      {"金额":1,"项目":"甲"}
      {"金额":2,"项目":"乙"}
      """#
    let document = try recognisedDocument(Array(file.utf8)).document
    let last = try #require(document.cells.last)
    let place = document.location(of: last.text)
    #expect(document.string(last.text) == "乙")
    #expect(place.element == "/2/项目")
    #expect(place.line == 3)
    #expect(place.page == nil)
  }

  @Test(
    "An object of columns of one length is a table",
    arguments: [
      #"{"金额":[1,2],"项目":["甲","乙"],"备注":[null,"注"]}"#,
      #"{"data":{"金额":[1,2],"项目":["甲","乙"],"备注":["","注"]}}"#,
      #"{"金额":{"0":1,"1":2},"项目":{"0":"甲","1":"乙"},"备注":{"0":null,"1":"注"}}"#,
    ])
  func columns(_ file: String) throws {
    #expect(try Self.rows(file) == ["金额|项目|备注", "1|甲|", "2|乙|注"])
  }

  @Test("Names that people write in English are heads as well")
  func english() throws {
    let file =
      #"[{"No.":1,"Project name":"Bridge","Amount":"5"},"#
      + #"{"No.":2,"Project name":"Road","Amount":"7"}]"#
    #expect(try Self.rows(file) == ["No.|Project name|Amount", "1|Bridge|5", "2|Road|7"])
  }

  @Test(
    "What is no table of a paper is none",
    arguments: [
      // One object is no table.
      #"[{"项目":"甲","金额":1}]"#, #"{"项目":"甲","金额":1}"#,
      // Objects that have little in common.
      #"[{"甲":"a","乙":1},{"丙":"b","丁":2},{"戊":"c","己":3}]"#,
      // One column, or no word among the values.
      #"[{"项目":"甲"},{"项目":"乙"}]"#, #"[{"横":1,"纵":2},{"横":3,"纵":4}]"#,
      // Values that hold others, or a list that holds something else.
      #"[{"项目":"甲","金额":[[1]]},{"项目":"乙","金额":[[2]]}]"#,
      #"[{"项目":"甲","金额":1},{"项目":"乙","金额":2},7]"#,
      // Texts with their places, their pages, their sureness.
      #"[{"文字":"甲","x":1,"y":2,"width":3,"height":4},{"文字":"乙","x":1,"y":9,"width":3,"height":4}]"#,
      #"[{"项目":"甲","类":"标题","page":1},{"项目":"乙","类":"正文","page":2}]"#,
      #"[{"项目":"甲","confidence":0.9},{"项目":"乙","confidence":0.8}]"#,
      #"{"结果":[{"文字":"项目","置信度":0.99},{"文字":"金额","置信度":0.98}]}"#,
      #"[{"类":"标题","text":"甲"},{"类":"正文","text":"乙"}]"#,
      #"[{"Text":"甲","Type":"LINE","Confidence":9},{"Text":"乙","Type":"LINE","Confidence":8}]"#,
      // What programs call values.
      #"{"object":"list","data":[{"id":"a","object":"model","owned_by":"x"},{"id":"b","object":"model","owned_by":"x"}]}"#,
      #"[{"role":"user","name":"甲"},{"role":"assistant","name":"乙"}]"#,
      #"[{"fileName":"甲.png","fileSize":1},{"fileName":"乙.png","fileSize":2}]"#,
      #"{"metadata":[{"项目":"甲","金额":1},{"项目":"乙","金额":2}]}"#,
      // Measurements below the line in which a service says how it went, or below what they are of.
      #"{"状态":"成功","耗时":12,"数据":[{"时间":1,"温度":20.5},{"时间":2,"温度":21}]}"#,
      #"{"状态":"成功","消息":"已完成","数据":{"列表":[{"年":2023,"值":1},{"年":2024,"值":2}]}}"#,
      #"{"城市":"甲","单位":"度","数据":[{"日期":"2024-01-01","最高":5},{"日期":"2024-01-02","最高":7}]}"#,
      // What holds no money: persons, a log, orders, a chat and what it took, words in two languages.
      #"[{"姓名":"甲","年龄":12,"城市":"某"},{"姓名":"乙","年龄":13,"城市":"某"}]"#,
      #"{"时间":"08:00","级别":"高","消息":"启动"}\#n{"时间":"08:01","级别":"低","消息":"完成"}"#,
      #"[{"Order ID":"A-1","Ship Date":"2024-01-02"},{"Order ID":"A-2","Ship Date":"2024-01-03"}]"#,
      #"{"choices":[{"message":{"role":"assistant","content":"好"}}],"用量":[{"模型 名":"甲","量":"多"},{"模型 名":"乙","量":"少"}]}"#,
      #"{"Week Days":{"0":"Mon","1":"Tue"},"Month Names":{"0":"Jan","1":"Feb"}}"#,
      // Words in which money is only heard: resume, issue, consumer, total time.
      #"[{"Resume file":"a.pdf","Issue Summary":"x"},{"Resume file":"b.pdf","Issue Summary":"y"}]"#,
      #"[{"Task name":"a","Total time":5},{"Task name":"b","Total time":7}]"#,
      #"[{"名称":"甲","subtotal_ms":5},{"名称":"乙","subtotal_ms":7}]"#,
      // Statistics of which only what is counted is called in words.
      #"[{"name":"甲","最小":1,"最大":2,"平均":1.5},{"name":"乙","最小":3,"最大":4,"平均":3.5}]"#,
      // Programs that begin all names with capitals: the rights of an account, a log, files.
      #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Deny","Action":"ec2:*","Resource":"*"}]}"#,
      #"{"Time":"08:00","Level":"INFO","Caller":"main","Host":"a"}\#n{"Time":"08:01","Level":"WARN","Caller":"main","Host":"b"}"#,
      #"[{"Name":"a.go","Package":"main","Lines":12},{"Name":"b.go","Package":"main","Lines":20}]"#,
      // Lists side by side that are no columns: of several lengths, of numbers, called by a program.
      #"{"项目":["甲","乙"],"人员":["丙"]}"#, #"{"时间":[1,2],"温度":[20.5,21]}"#,
      #"{"labels":["甲","乙"],"values":[1,2]}"#, #"{"甲":{"色":"红","数":1},"乙":{"色":"白","数":2}}"#,
      // Places on a map with what is known of them, and the packages of a program.
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1.5,2]},"properties":{"名称":"甲","面积":3}},{"type":"Feature","geometry":{"type":"Point","coordinates":[3,4]},"properties":{"名称":"乙","面积":4}}]}"#,
      #"{"name":"x","lockfileVersion":3,"packages":{"":{"name":"x","license":"MIT","dependencies":{"a":"^1"}},"node_modules/a":{"version":"1.0.0","funding":[{"type":"github","url":"u"},{"type":"opencollective","url":"v"}]}}}"#,
    ])
  func nobodys(_ file: String) {
    #expect(!Readers.all.contains { $0.recognise(Array(file.utf8), name: "x") != nil })
  }

  @Test("The values of a list stand in one cell, and what readers add to a row makes it no other")
  func additions() throws {
    let file =
      #"[{"项目":"甲","金额":1,"page":1},{"项目":"乙","金额":2,"附件":["a.pdf", null,"b.pdf"],"page":1},"#
      + #"{"项目":"丙","金额":3,"confidence":0.9,"附件":[]}]"#
    #expect(
      try Self.rows(file) == [
        "项目|金额|page|附件|confidence", "甲|1|1||", "乙|2|1|a.pdf b.pdf|", "丙|3|||0.9",
      ])
  }

  @Test("What a program adds to a row or to a cell is passed over")
  func additionsOfPrograms() throws {
    let rows = #"{"项目":"甲","金额":1,"source":{"page":1}},{"项目":"乙","金额":2,"source":{"page":1}}"#
    #expect(try Self.rows("[\(rows)]") == ["项目|金额", "甲|1", "乙|2"])
    let cells = ["甲,1", "乙,2"].map { pair in
      let values = pair.split(separator: ",")
      return #"{"项目":{"value":"\#(values[0])","confidence":0.9},"金额":{"value":\#(values[1])}}"#
    }
    #expect(
      try Self.rows("[\(cells.joined(separator: ","))]") == ["项目|金额", "甲|1", "乙|2"])
  }

  @Test("The text of the page beside the records in it is left out")
  func page() throws {
    let rows = #"[{"项目":"甲","金额":1},{"项目":"乙","金额":2}]"#
    let file = #"{"text":"情况表\n项目 金额\n甲 1\n乙 2\n备注 某某说明","rows":\#(rows)}"#
    #expect(try Self.rows(file) == ["项目|金额", "甲|1", "乙|2"])
  }

  @Test("A sum behind a table, or beside it, is a row of two cells, though it is but a number")
  func sums() throws {
    let list = #"{"项目":"甲","金额":1},{"项目":"乙","金额":2}"#
    #expect(
      try Self.rows(#"[\#(list),{"合计金额":3}]"#) == ["项目|金额", "甲|1", "乙|2", "合计金额|3"])
    #expect(
      try Self.rows(#"[{"合计金额":3},\#(list)]"#) == ["合计金额|3", "项目|金额", "甲|1", "乙|2"])
    #expect(
      try Self.rows(#"{"年度":2024,"明细":[\#(list)],"合计":3,"took":5}"#)
        == ["年度|2024", "明细", "项目|金额", "甲|1", "乙|2", "合计|3"])
  }

  @Test("Forms are a paper's where they name money, though their tables do not")
  func money() throws {
    let indicators = #"[{"指标":"产出","值":"好"},{"指标":"效益","值":"好"}]"#
    let file = #"[{"项目":"甲","金额":5,"绩效指标":\#(indicators)}]"#
    #expect(
      try Self.rows(file) == ["项目|甲", "金额|5", "绩效指标", "指标|值", "产出|好", "效益|好"])
    let other = file.replacing("金额", with: "数量")
    #expect(!Readers.all.contains { $0.recognise(Array(other.utf8), name: "x") != nil })
  }

  @Test("A list of numbers, or of one row, is a table of a form beside lists with words")
  func numbers() throws {
    let file =
      #"[{"项目":"甲","年度资金":[{"年度":2023,"金额":1},{"年度":2024,"金额":2}],"#
      + #""指标":[{"指标":"产出","值":1},{"指标":"效益","值":2}],"来源":[{"来源":"财政","金额":3}]}]"#
    #expect(
      try Self.rows(file) == [
        "项目|甲", "年度资金", "年度|金额", "2023|1", "2024|2", "指标", "指标|值", "产出|1", "效益|2", "来源",
        "来源|金额", "财政|3",
      ])
  }

  @Test("Strings in JSON that is a string are not looked into: only what stands in it is read")
  func nested() throws {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    let table = #"[["项目","金额"],["丙","3"]]"#
    let list = #"[{"项目":"甲","金额":1},{"项目":"乙","金额":2}]"#
    let inner = #"{"list":\#(list),"answer":\#(quoted(table))}"#
    #expect(try Self.rows(inner) == ["项目|金额", "丙|3"])
    #expect(try Self.rows(#"{"answer":\#(quoted(inner))}"#) == ["项目|金额", "甲|1", "乙|2"])
    let deeper = #"{"answer":\#(quoted(#"{"answer":\#(quoted(table))}"#))}"#
    #expect(!Readers.all.contains { $0.recognise(Array(deeper.utf8), name: "x") != nil })
  }

  @Test("JSON that holds tables in other ways is read as these, and its lists of objects are not")
  func others() throws {
    let list = #"[{"项目":"甲","金额":1},{"项目":"乙","金额":2}]"#
    #expect(
      try Self.rows(#"{"list":\#(list),"markdown":"| 项目 | 金额 |\n|---|---|\n| 丙 | 3 |"}"#)
        == ["项目|金额", "丙|3"])
    #expect(
      try Self.rows(#"{"list":\#(list),"rows":[["项目","金额"],["丙","3"]]}"#) == ["项目|金额", "丙|3"])
    let words = (0..<4).map { #"{"text":"丙","bbox":[1,\#($0 * 30),50,\#($0 * 30 + 20)]}"# }
    let placed = #"{"list":\#(list),"words":[\#(words.joined(separator: ","))]}"#
    #expect(try recognisedDocument(Array(placed.utf8)).format == "json-words")
  }

  @Test("A list that is cut off is read as far as it goes")
  func cutOff() throws {
    let whole = #"[{"项目":"甲","金额":"1"},{"项目":"乙","金额":"2"},{"项目":"丙","金额":"3"}]"#
    let start = #"[{"项目":"甲","金额":"1"},{"项目":"乙","金额":"2"}"#
    for count in start.utf8.count..<whole.utf8.count - 1 {
      let piece = String(decoding: whole.utf8.prefix(count), as: UTF8.self)
      #expect(try Self.rows(piece).prefix(3) == ["项目|金额", "甲|1", "乙|2"])
    }
  }
}
