/// Words that give the numbers of a sentence their roles, in Chinese and in English.
enum ProseWords {
  /// A sum of what was listed.
  static let totals = WordList([
    "合计", "共计", "总计", "总共", "一共", "合共", "小计", "总额", "总金额", "总投资", "总数", "总人数", "总价", "总费用", "总成本",
    "总经费", "总量", "合共", "total", "Total", "TOTAL", "altogether", "Altogether",
  ])
  /// How the words before a number begin that adds up what stands before it.
  static let closings = ["合计", "共计", "总计", "总共", "一共", "合共", "小计", "以上", "三项", "两项", "各项"]
    .map { Array($0.utf8) }
  /// What follows is part of what stands before.
  static let partOpenings = [
    "其中", "of which", "including", "comprising", "made up of", "consisting of",
  ].map { Array($0.utf8) }
  /// The rest of a list, which makes it complete.
  static let rests = WordList(["其他", "其它", "其余", "剩余", "余下", "the rest", "other", "remaining"])
  /// What makes a number another year's, a part, an estimate or a running total.
  static let scopes = WordList([
    "其中", "累计", "上年", "去年", "前年", "往年", "历年", "结转", "结余", "同比", "环比", "比上", "较上", "增长", "增加", "减少",
    "新增", "节约",
    "已支付", "已拨", "已完成", "已下达", "尚需", "缺口", "欠", "未付", "偿还", "带动", "争取", "实现", "收入", "以上年",
    "previous",
    "last year", "already", "so far",
  ])
  /// What makes a sum of money an estimate, a part, another body's, or one of many.
  static let shares = WordList([
    "预计", "其中", "每", "均", "上级", "中央", "省级", "省财政", "国家", "区级", "县级", "市级", "自筹", "配套", "单价", "标准",
    "社会",
    "概算", "投资", "贷款", "债券", "产值", "损失", "效益", "合同", "中标", "计划总", "expected", "estimated", "match",
  ])
  /// A sum of money that the paper asks for as a whole.
  static let wholes = WordList([
    "申请金额", "申请资金", "申请预算", "申请经费", "预算金额", "预算资金", "预算总额", "预算为", "项目金额", "项目资金", "项目总额", "项目预算",
    "项目经费",
    "资金总额", "年度预算", "本年预算", "安排资金", "安排预算", "安排经费", "所需资金", "所需经费", "grant of", "bid for",
    "request",
  ])
  /// The like, in weaker words.
  static let asked = WordList([
    "费用为", "金额为", "经费为", "资金为", "需资金", "需经费", "补助金额", "支出为", "总费用", "总经费", "project cost",
    "cost of the project",
    "申请金额", "申请资金", "申请预算", "预算金额", "预算资金", "预算为", "项目金额", "项目资金", "项目总额", "资金总额", "安排资金", "所需资金",
  ])
  /// Words before a year that make it no year of the plan.
  static let references = WordList([
    "根据", "依据", "按", "参照", "截至", "自", "从", "上年", "较", "比", "至", "到", "历年", "决算", "结转", "已", "下达",
    "完成了", "since", "from",
  ])
  /// How the words behind a year go on that make it the year of a plan.
  static let plans = ["年度", "年预算", "年全年", "年目标", "年计划"].map { Array($0.utf8) }
  /// Words by which a number of money is what a product comes to.
  static let results = WordList([
    "共", "计", "需", "总", "年", "金额", "资金", "经费", "费用", "发放", "支出", "补助", "补贴", "工资", "支付", "投入",
    "cost",
    "total", "Total",
    "come",
  ])
  /// What each of many gets.
  static let averages = WordList(["均", "单价", "average"])
  /// Signs that the number only bounds what is meant.
  static let bounds = WordList([
    "近", "超", "不少于", "不低于", "不足", "至少", "最多", "不高于", "控制在", "达到或", "≥", "≤", ">", "<", "nearly",
    "over", "more than",
    "at least", "up to", "almost", "under",
  ])
  /// Signs that the number is rounded.
  static let approximations = WordList(["约", "大概", "about", "around", "approximately", "roughly"])
  /// Bounds behind a number.
  static let boundsBehind = ["以上", "以下", "以内", "之内", "及以", "or more", "or less", "at least"]
    .map { Array($0.utf8) }
  /// Approximation behind a number.
  static let approximationsBehind = ["左右", "上下", "or so"].map { Array($0.utf8) }
  /// Rates that a text works out of two of its numbers.
  static let rates = WordList(["执行率", "支出率", "支付率", "拨付率", "完成率", "到位率", "execution rate"])
  /// What is compared with stands behind one of these.
  static let comparisons = WordList(["比", "较", "than"])
  /// By so much more, or less.
  static let rises = WordList(["增加", "增长", "多", "增", "up by", "more than"])
  static let falls = WordList(["减少", "下降", "少", "降低", "压减", "down by"])
  /// Words that multiply.
  static let times = ["乘以", "乘", "times"].map { Array($0.utf8) }
  /// What stands between members of a list.
  static let conjunctions = WordList(["和", "及", "与", "以及", "并", " and "])
}
