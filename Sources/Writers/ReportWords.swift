internal import TieoutModel

extension Verdict {
  /// The word for it.
  func word(_ language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .exact: "相符"
    case .rounded: "尾差"
    case .coarse: "精度不足"
    case .broken: "不符"
    case .open: "未决"
    }
  }

  /// How it looks.
  var style: ReportPage.Style {
    switch self {
    case .exact: .good
    case .rounded: .note
    case .coarse, .open: .review
    case .broken: .error
    }
  }
}

extension Severity {
  /// The title of its findings.
  func title(_ language: Language) -> String {
    switch self {
    case .error: language == .chinese ? "错误" : "Errors"
    case .warning: language == .chinese ? "警告" : "Warnings"
    case .review: language == .chinese ? "待复核" : "To review"
    case .note: language == .chinese ? "提示" : "Notes"
    }
  }
}

extension Attribution {
  /// The word for it; empty where nobody can tell.
  func word(_ language: Language) -> String {
    switch self {
    case .ocr: language == .chinese ? "识别所致" : "made by OCR"
    case .source: language == .chinese ? "原件如此" : "in the paper"
    case .undetermined: ""
    }
  }
}

extension Diagnosis {
  /// The word for it.
  func word(_ language: Language) -> String {
    guard language == .chinese else { return rawValue.replacing("-", with: " ") }
    return switch self {
    case .transposition: "数字换位"
    case .slide: "数位移动"
    case .zero: "多零或少零"
    case .oneDigit: "一位数字不同"
    case .lookAlike: "形近数字"
    case .truncation: "截断"
    case .unitSlip: "单位错位"
    }
  }
}

extension Repair.State {
  /// The word for it.
  func word(_ language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .proved: "已证实"
    case .likely: "很可能"
    case .offered: "待决定"
    }
  }

  /// How it looks.
  var style: ReportPage.Style {
    switch self {
    case .proved: .good
    case .likely: .note
    case .offered: .review
    }
  }
}

extension ReportPage {
  /// What a figure is in its comparison: known roles in the page's language, others as they are.
  func role(_ role: String) -> String {
    guard language == .chinese else { return role.replacing("-", with: " ") }
    return Self.roles[role] ?? role
  }

  private static let roles: [String: String] = [
    "addend": "加数", "amount": "金额", "bound": "指标界限", "computed": "计算值", "detail": "明细表",
    "difference": "差额", "expected": "应为", "field": "字段", "floor": "下限", "name": "名称",
    "part": "分项", "row": "汇总行", "rule": "规定", "sum": "合计数", "summary": "汇总表",
    "target": "目标值", "text": "文字", "threshold": "标准", "total": "合计", "unit": "单位",
    "value": "数值",
  ]
}
