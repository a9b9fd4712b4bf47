internal import TieoutModel

/// What a figure is in its comparison, in words: one for each role that a check gives.
enum ReportRoles {
  /// The words, by role.
  static let words: [String: Message] = [
    "addend": Message(zh: "加数", en: "addend"),
    "attachment": Message(zh: "附件", en: "attachment"),
    "bound": Message(zh: "指标界限", en: "bound"),
    "bound-unit": Message(zh: "指标文字的单位", en: "bound unit"),
    "computed": Message(zh: "算得", en: "computed"),
    "contact": Message(zh: "联系方式", en: "contact"),
    "count": Message(zh: "项数", en: "count"),
    "detail": Message(zh: "明细表", en: "detail"),
    "details": Message(zh: "明细表之和", en: "details"),
    "digits": Message(zh: "小写", en: "digits"),
    "factor": Message(zh: "因数", en: "factor"),
    "goal": Message(zh: "目标", en: "goal"),
    "indicator": Message(zh: "指标", en: "indicator"),
    "label": Message(zh: "栏目", en: "label"),
    "line": Message(zh: "明细行", en: "line"),
    "missing": Message(zh: "缺少的金额", en: "missing"),
    "moved": Message(zh: "移动的值", en: "moved"),
    "name": Message(zh: "名称", en: "name"),
    "other": Message(zh: "他表所列", en: "other form"),
    "parts": Message(zh: "分项之和", en: "parts"),
    "project": Message(zh: "项目", en: "project"),
    "record": Message(zh: "记录", en: "record"),
    "repair": Message(zh: "修复处", en: "repair"),
    "result": Message(zh: "结果", en: "result"),
    "row": Message(zh: "指标行", en: "row"),
    "rows": Message(zh: "汇总各行之和", en: "rows"),
    "rule": Message(zh: "规定", en: "rule"),
    "sequence": Message(zh: "序号", en: "sequence"),
    "stated": Message(zh: "所述", en: "stated"),
    "subtotal": Message(zh: "小计", en: "subtotal"),
    "subtrahend": Message(zh: "减数", en: "less"),
    "sum": Message(zh: "之和", en: "sum"),
    "summary": Message(zh: "汇总表", en: "summary"),
    "summary-total": Message(zh: "汇总表合计", en: "summary total"),
    "target": Message(zh: "目标值", en: "target"),
    "token": Message(zh: "可疑字符", en: "token"),
    "total": Message(zh: "合计", en: "total"),
    "unit": Message(zh: "单位", en: "unit"),
    "value": Message(zh: "数值", en: "value"),
    "weight": Message(zh: "权重", en: "weight"),
    "words": Message(zh: "大写", en: "words"),
    "year": Message(zh: "年份", en: "year"),
  ]

  /// The words for a role; `nil` for one that is a field's name of the profile.
  static func word(_ role: String) -> Message? { words[role] }

  /// The words for a role, or for the field of the profile that it names.
  static func word(_ role: String, _ profile: Profile) -> Message {
    words[role] ?? profile.words(forFieldNamed: role)
  }
}

extension ReportPage {
  /// What a figure is in its comparison, in the page's language.
  func role(_ role: String, _ profile: Profile) -> String {
    ReportRoles.word(role, profile).text(language)
  }
}
