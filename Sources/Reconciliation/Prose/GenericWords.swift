/// Words that stand in the names of all kinds of projects and say nothing of what they are about.
enum GenericWords {
  private static let words = [
    "资金", "经费", "费用", "补助", "补贴", "补偿", "项目", "工程", "工作", "专项", "建设", "运行", "运维", "维护", "维修", "购置",
    "改造",
    "升级", "提升", "配套", "匹配", "财政", "市级", "省级", "县级", "区级", "中央", "地方", "部分", "保障", "服务", "管理", "支出",
    "开支",
    "业务", "系统", "设施", "设备", "人员", "机关", "单位", "部门", "综合", "公用", "公共", "年度", "全市", "全县", "全区", "上年",
    "未付",
    "采购", "奖励", "奖补", "发放", "使用", "实施", "开展", "推进", "促进", "落实", "提高", "加强", "完成", "活动", "发展", "一次",
    "一次性",
    "标准", "待遇", "工资", "津贴", "基金", "其他", "重点", "任务", "办公", "服务费", "工作经费", "项目资金", "补助资金", "建设资金",
    "城乡",
    "居民", "群众", "社会", "基本", "群体", "对象", "the", "and", "for", "project", "programme", "scheme",
    "phase",
  ].map { NameText.letters(of: $0) }

  private static let pairs: Set<UInt64> = {
    var pairs: Set<UInt64> = []
    for word in words {
      for (first, second) in zip(word, word.dropFirst()) { pairs.insert(key(first, second)) }
    }
    return pairs
  }()

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// Whether two neighbouring letters belong to such a word.
  static func hasPair(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.contains(key(first, second))
  }

  /// How many letters of a run belong to no such word, and to no pair of letters of a name.
  static func leave(_ run: ArraySlice<UInt32>, without name: ArraySlice<UInt32>) -> Int {
    var isKnown = Array(repeating: false, count: run.count)
    let run = Array(run)
    for place in run.indices.dropLast()
    where hasPair(run[place], run[place + 1]) || name.holds(run[place...(place + 1)]) {
      isKnown[place] = true
      isKnown[place + 1] = true
    }
    return isKnown.count { !$0 }
  }

  /// Whether two runs of letters have a pair of letters in common that says what they are about.
  static func share(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    for (first, second) in zip(left, left.dropFirst()) where !hasPair(first, second) {
      for (third, fourth) in zip(right, right.dropFirst()) where third == first && fourth == second
      {
        return true
      }
    }
    return false
  }
}
