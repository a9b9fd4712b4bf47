internal import TieoutModel

/// The letters and digits of the forms' goals, read once: they are compared in several ways.
struct GoalLetters {
  private var letters: [UInt32] = []
  /// Where those of each form stand.
  private var ranges: [Range<Int>] = []

  /// Reads the goals of a submission's forms.
  init(_ submission: Submission) {
    ranges.reserveCapacity(submission.details.count)
    for detail in submission.details.indices {
      let start = letters.count
      if let goal = submission.details[detail][submission.profile.detail.goal],
        case .text(let slice) = goal.value
      {
        NameText.appendLetters(of: submission.document.text, slice.range, to: &letters)
      }
      ranges.append(start..<letters.count)
    }
  }

  /// Those of a form; none where it has no goal in words.
  subscript(detail: Int) -> ArraySlice<UInt32> { letters[ranges[detail]] }
}
