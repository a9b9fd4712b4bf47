internal import TieoutModel

/// Weighs what an engine says about its own sureness: a value that it was hardly sure of is no
/// evidence against the paper.
enum EngineDoubt {
  /// Under so many hundredths an engine was hardly sure.
  private static let least = 80

  /// Whether the engine of a source says how sure it was.
  static func isTold(_ document: borrowing Document) -> Bool {
    document.sources.contains { $0.file?.marks.isEmpty == false }
  }

  /// Whether the engine was hardly sure of the characters of a field.
  static func weighs(on field: Field?, _ document: borrowing Document) -> Bool {
    guard let field, let sure = document.location(of: field.printed).confidence else {
      return false
    }
    return sure < least
  }

  /// Leaves open who made a discrepancy where a value of it was read with doubt, lowers a warning
  /// that rests on such a name, and blames recognition for a token that is no number and was.
  static func weigh(_ submission: inout Submission) {
    let document = submission.document
    guard isTold(document) else { return }
    for place in submission.findings.indices {
      let doubts = submission.findings[place].values.compactMap {
        document.location(of: $0.printed).confidence
      }
      guard let doubt = doubts.min(), doubt < least else { continue }
      if submission.findings[place].check == ImplausibleToken.entry.id {
        submission.findings[place].attribution = .ocr
        submission.findings[place].message.zh += "识别引擎的置信度为 \(doubt)%。"
        submission.findings[place].message.en += " The engine was sure to \(doubt)%."
        continue
      }
      if submission.findings[place].attribution == .source {
        submission.findings[place].attribution = .undetermined
      }
      // Rubble that differs from a name is nothing to warn of: a look at the paper settles it.
      let isOfNames = [OrganisationDiffers.entry.id, NameVaries.entry.id]
        .contains(submission.findings[place].check)
      if isOfNames, submission.findings[place].severity == .warning {
        submission.findings[place].severity = .review
      }
    }
  }
}
