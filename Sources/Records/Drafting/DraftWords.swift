internal import TieoutModel

/// What common words in the labels of papers say about the values under them.
///
/// These belong to the languages, not to a family of forms.
enum DraftWords {
  /// Words of labels under which money stands.
  static let money = [
    "金额", "资金", "经费", "预算", "总额", "合计", "价款", "单价", "总价", "合价", "造价", "费", "支出", "收入", "投资", "拨款",
    "补助", "补贴", "奖金", "津贴", "工资", "货款", "税额",
    "amount", "cost", "sum", "total", "budget", "grant", "price", "funding", "spend", "expenditure",
    "income", "value", "requested", "contribution", "award", "payment", "paid", "bid", "fee",
    "charge", "claimed", "payable", "salary", "wages",
  ]
  /// Words that make a figure the sum of others.
  static let total = [
    "合计", "总计", "总额", "总合计", "共计", "总价", "总金额", "总投资", "total", "grand total", "sum", "gross",
  ]
  /// Words of amounts that are asked for or granted: what a summary is about.
  static let sought = [
    "申请", "安排", "核定", "批复", "拟补助", "中标", "bid for", "requested", "sought", "grant", "award",
    "applied for", "recommended",
  ]
  /// Words that make a figure a part of another.
  static let part = ["其中", "of which", "including"]
  /// Words that make a row of the summary its total.
  static let totalRows = [
    "合计", "总计", "总合计", "共计", "total", "totals", "grand total", "overall total", "total général",
    "summe", "gesamtsumme", "insgesamt", "totale",
  ]
  /// Words that make a row of the summary a sum of some rows.
  static let subtotalRows = ["小计", "subtotal", "sub-total", "sub total"]
  /// Words of labels under which bodies stand.
  static let organisation = [
    "单位", "部门", "机构", "公司", "供应商", "企业", "科室", "局", "采购人", "乙方", "甲方",
    "organisation", "organization", "applicant", "promoter", "supplier", "contractor", "council",
    "department", "body", "company", "vendor", "partner", "institution", "recipient",
  ]
  /// Words of labels under which the body above stands.
  static let department = ["主管", "归口", "上级", "department", "directorate", "division", "lead body"]
  /// Words of labels under which persons stand.
  static let person = [
    "负责人", "联系人", "领导", "经办人", "承办人", "代表人", "填报人", "审核人",
    "contact", "lead", "manager", "officer", "owner", "responsible", "signatory",
  ]
  /// Words of labels under which names of what is paid for stand.
  static let name = [
    "名称", "项目", "标题", "标的", "project", "scheme", "title", "name", "activity", "programme",
  ]
  /// Labels under which units stand.
  static let unit = ["单位", "计量单位", "unit", "units", "measure", "度量单位"]
  /// Words of labels under which remarks stand.
  static let note = ["备注", "说明", "note", "notes", "remark", "remarks", "comment", "comments"]
  /// Labels of captions that name the unit of money.
  static let caption = ["单位", "金额单位", "货币单位", "计量单位", "币种", "金额", "currency"]
  /// Words in sentences that say in which money a table counts.
  static let moneyLines = [
    "amounts in", "figures in", "Amounts in", "Figures in", "All sums in", "£000", "€000", "$000",
    "all figures", "All figures", "all amounts", "All amounts",
  ]
  /// Words in front of the least that a sentence demands.
  static let floors = [
    "应不低于", "不得低于", "不低于", "should be", "not be below", "at least", "must be", "not be less than",
    "not fall below", "no less than", "not less than",
  ]
  /// Words in front of the most that a sentence allows.
  static let ceilings = [
    "不得超过", "不得高于", "不超过", "不高于", "not exceed", "no more than", "not more than", "at most",
  ]
  /// Words that make an indicator a rate.
  static let rates = [
    "率", "满意度", "占比", "Rate", "rate", "Percentage", "percentage", "Share", "share",
    "satisfied", "satisfaction", "rating", "Proportion", "proportion", "attendance",
  ]
  /// How labels end under which whole things are counted.
  private static let countEndings = [
    "人数", "户数", "次数", "件数", "台数", "套数", "份数", "个数", "家数", "间数", "册数", "人次", "场次",
  ]
  /// How such labels begin, as keys spell them.
  private static let countBeginnings = ["numberof", "no.of", "noof", "headcount"]
  /// How labels end under which figures are no money: sizes, times, scores.
  private static let otherEndings = [
    "数量", "面积", "里程", "工时", "学时", "天数", "月数", "年限", "重量", "长度", "得分", "分数", "分值", "评分", "权重",
    "hours", "days", "quantity", "qty", "area", "mileage", "score", "points",
  ]
  /// Words of labels under which stands what was spent of a sum.
  static let spent = [
    "执行", "支出数", "已付", "已支付", "实际", "付款", "支付金额", "spent", "paid", "actual", "executed",
  ]
  /// Words of labels under which stands what was paid of a sum.
  static let paid = ["已付", "已支付", "累计支付", "累计付款", "paid to date", "paid so far", "amount paid"]
  /// Words of labels under which prices stand: factors of a sum of money, and no sums.
  static let price = [
    "单价", "价格", "标准", "price", "unit cost", "hourly rate", "daily rate", "day rate", "cost per",
    "rate per",
  ]
  /// Words of labels under which stands what is left of a sum, or was given before.
  static let rest = [
    "余额", "结余", "结转", "未付", "未支付", "尾款", "预付", "押金", "保证金", "outstanding", "balance", "remaining",
    "advance", "deposit", "retention", "carried",
  ]
  /// Words of labels that name where money comes from: parts of a sum, each of them.
  static let source = [
    "财政拨款", "一般公共预算", "政府性基金", "国有资本", "中央", "省级", "市级", "县级", "区级", "上级", "地方", "本级", "自筹", "自有",
    "配套", "其他", "own fund", "own contribution", "match fund", "other",
  ]
  /// Codes of money, as labels name it.
  static let currencies = [
    "GBP", "EUR", "USD", "CHF", "SEK", "NOK", "DKK", "CNY", "RMB", "HKD", "TWD", "JPY", "KRW",
    "SGD",
    "THB", "VND", "IDR", "MYR", "PHP", "INR", "PKR", "BDT", "LKR", "NPR", "AED", "ILS", "KES",
    "UGX",
    "TZS", "ETB", "RWF", "ZAR", "NGN", "GHS", "XOF", "XAF", "CAD", "AUD", "NZD", "BRL", "MXN",
    "PLN",
    "CZK", "HUF", "UAH",
  ]
  /// Signs of money.
  static let signs = ["£", "€", "$", "¥", "￥"]
  /// What lines above forms begin with that number them.
  static let attachment = [
    "附件", "附表", "附录", "annex", "appendix", "attachment", "enclosure", "schedule", "exhibit",
  ]
  /// Words of labels under which telephones stand.
  private static let phones = ["电话", "手机", "传真", "phone", "mobile", "tel", "fax"]
  /// How labels end under which numbers only tell things apart.
  private static let referenceEndings = [
    "代码", "编码", "编号", "证号", "学号", "工号", "账号", "帐号", "卡号", "户号", "文号", "证件号", "号码", "批号", "单号", "房号",
    "code", "number", "no.", "ref", "ref.", "reference",
  ]
  /// Units in which nothing but whole things comes.
  static let counters = [
    "人", "户", "人次", "次", "件", "台", "套", "份", "个", "家", "间", "辆", "册", "本", "张", "把", "名",
    "people", "persons", "pupils", "members", "visitors", "volunteers", "items", "pieces",
    "sessions",
  ]
  /// Units of what is measured.
  static let measures = [
    "%", "‰", "kg", "g", "t", "km", "m", "cm", "mm", "m²", "m2", "㎡", "m³", "ha", "h", "hrs",
    "hours",
    "days", "months", "years", "miles", "公斤", "千克", "克", "吨", "公里", "千米", "米", "平方米", "立方米", "公顷",
    "亩",
    "万亩", "年", "月", "个月", "日", "天", "工作日", "小时", "学时", "分钟", "分", "平米", "升", "kW", "千瓦", "瓦", "度",
  ]
  /// Labels under which weights stand.
  static let weight = ["权重", "分值", "权重分", "weight", "weighting"]
  /// Names of which less is better.
  static let lessIsBetter = [
    "投诉", "事故", "故障率", "差错", "流失", "complaint", "accident", "error", "dropout", "drop-out",
    "failure", "vacancy", "absence",
  ]

  /// The units of money, as powers of ten of the base unit.
  static let moneyUnits: [(name: String, exponent: Int)] =
    currencies.map { ($0, 0) } + [
      ("元", 0), ("人民币元", 0), ("千元", 3), ("万元", 4), ("万", 4), ("百万元", 6), ("千万元", 7), ("亿元", 8),
      ("亿", 8),
      ("£", 0), ("£k", 3), ("£K", 3), ("£000", 3), ("£000s", 3), ("£'000", 3), ("£’000", 3),
      ("£m", 6),
      ("£M", 6), ("£ thousand", 3), ("£ million", 6), ("€", 0), ("€k", 3), ("€K", 3), ("€000", 3),
      ("€'000", 3), ("€m", 6), ("€M", 6), ("$", 0), ("$k", 3), ("$K", 3), ("$000", 3), ("$'000", 3),
      ("$m", 6), ("$M", 6),
      ("kr", 0), ("US$", 0), ("¥", 0), ("￥", 0),
      ("萬元", 4), ("億元", 8), ("新臺幣元", 0), ("新台幣元", 0), ("美元", 0), ("万美元", 4), ("欧元", 0), ("港元", 0),
      ("pounds", 0),
      ("pounds sterling", 0), ("euro", 0), ("euros", 0), ("dollars", 0), ("US dollars", 0),
      ("thousand", 3), ("thousands", 3),
      ("k", 3), ("thousand pounds", 3), ("thousands of pounds", 3), ("thousand euros", 3),
      ("thousands of euros", 3), ("thousands of dollars", 3), ("million", 6), ("millions", 6),
      ("million pounds", 6), ("millions of pounds", 6), ("bn", 9), ("billion", 9),
    ]

  /// The unit of money of which the papers name none: the sign of no currency in particular.
  static let unnamedMoney = "¤"

  /// Whether a key holds one of some words.
  static func holds(_ key: String, _ words: [String]) -> Bool {
    words.contains { word in
      word.utf8.allSatisfy { $0 < 0x80 } ? key.contains(lower(word)) : key.contains(word)
    }
  }

  /// Whether a key is of a label under which whole things are counted.
  static func isCount(_ key: String) -> Bool {
    countEndings.contains { key.hasSuffix($0) } || countBeginnings.contains { key.hasPrefix($0) }
  }

  /// Whether a key is of a label under which figures are no money.
  static func isOfNoMoney(_ key: String) -> Bool {
    otherEndings.contains { key.hasSuffix($0) } || key.hasPrefix("hoursin")
  }

  /// Whether a key is of a label under which numbers only tell things apart.
  static func isReference(_ key: String) -> Bool {
    key == "no" || key == "id"
      || !isCount(key) && !holds(key, phones) && referenceEndings.contains { key.hasSuffix($0) }
  }

  /// Whether a key is of a label under which telephones stand; `hotel` is none.
  static func isPhone(_ key: String) -> Bool {
    key.hasPrefix("tel") || holds(key, phones.filter { $0 != "tel" })
  }

  /// Whether a key is one of some words.
  static func isOne(_ key: String, of words: [String]) -> Bool {
    words.contains { lower($0) == key }
  }

  /// A word as keys spell it: no spaces, no capitals.
  private static func lower(_ word: String) -> String {
    String(decoding: LabelTable.normalised(word.utf8), as: UTF8.self)
  }
}
