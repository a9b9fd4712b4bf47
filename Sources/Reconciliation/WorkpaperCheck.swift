import TieoutModel

/// A check that shares what it reads with the others.
protocol WorkpaperCheck: Check {
  /// Executes it and reports what somebody must see.
  static func run(_ paper: Workpaper, _ report: inout CheckReport)
}

extension WorkpaperCheck {
  static func run(_ submission: Submission, _ report: inout CheckReport) {
    run(Workpaper(submission), &report)
  }

  static func run(
    _ submission: Submission, sharing shared: AnyObject, _ report: inout CheckReport
  ) {
    if let paper = shared as? Workpaper { run(paper, &report) } else { run(submission, &report) }
  }
}
