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
}
