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
    case .accepted: "已采纳"
    case .rejected: "已否定"
    }
  }

  /// How it looks.
  var style: ReportPage.Style {
    switch self {
    case .proved: .good
    case .likely, .accepted: .note
    case .offered, .rejected: .review
    }
  }
}
