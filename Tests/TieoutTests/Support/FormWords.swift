import Foundation

/// The words that this family of forms is made of: renaming leaves them alone.
enum FormWords {
  /// All of them.
  static let all: [String] = Array(Set(profile + language + damaged)).filter { !$0.isEmpty }
    .sorted()

  /// What stands in the built-in profile and in what it includes.
  private static let profile: [String] = {
    let yaml = ["cn-budget-performance", "cn-common"].map { name in
      let file = Sources.repository.appending(path: "Sources/Records/Profiles/\(name).yaml")
      return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }.joined()
    let lines = yaml.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    let words = lines.joined(separator: "\n").split { "[]{},\" \n".contains($0) }.map {
      $0.last == ":" ? String($0.dropLast()) : String($0)
    }
    return words.filter { word in word.unicodeScalars.contains { $0.isHan } }
  }()

  /// Words of the language: kinds of bodies, places, comparators, dates.
  private static let language =
    [
      "委员会", "委", "办公室", "办", "人民政府", "政府", "人民法院", "法院", "分局", "局", "厅", "总队",
      "支队", "大队", "中心", "部", "处", "科", "所", "站", "院", "公司", "学校", "社区", "服务", "管理",
      "省", "市", "县", "区", "乡", "镇", "年度", "年", "月", "日", "号", "同志", "印", "是", "否",
      "不低于", "不得低于", "小于", "大于", "等于", "不超过", "超过", "控制在",
    ] + "一二三四五六七八九十".map { String($0) }

  /// Labels as recognition left them on this paper.
  private static let damaged = [
    "服务对象满意度指", "服务对象满意", "服务对象", "满意度指", "绩效", "件1", "报单位", "可持续发展影响指标",
    "审核部门", "盖章", "是否",
  ]
}
