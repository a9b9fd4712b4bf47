internal import TieoutModel

/// Weighs what an engine says about its own sureness: a value that it was hardly sure of is no
/// evidence against the paper.
enum EngineDoubt {
  /// Under so many hundredths an engine was hardly sure.
  private static let least = 80

  /// The formats that hold the characters of a file: nothing was recognised in them.
  private static let typed = ["csv", "aligned-text", "poppler-bbox"]

  /// Whether two figures differ by digits that look alike, and one of them was read with doubt; the
  /// figures that were added up prove nothing.
  private static func isOfDoubtfulDigit(
    _ finding: Finding, _ document: borrowing Document
  ) -> Bool {
    finding.diagnosis == [.lookAlike] && finding.verdict == .broken
      && finding.values.contains {
        $0.role != "addend"
          && document.location(of: $0.printed).confidence.map { $0 < least } == true
      }
  }

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

  /// Leaves open who made a discrepancy where a value of it was read with doubt, and lowers a warning
  /// that rests on such a name.
  ///
  /// It blames recognition for a token that is no number, and for one of two digits that look alike,
  /// where it was read with doubt, and for no such digit where nothing was recognised.
  static func weigh(_ submission: inout Submission) {
    let document = submission.document
    if document.sources.allSatisfy({ typed.contains($0.format) }) {
      for place in submission.findings.indices
      where submission.findings[place].diagnosis == [.lookAlike] {
        submission.findings[place].attribution = .undetermined
      }
    }
    guard isTold(document) else { return }
    for place in submission.findings.indices {
      let doubts = submission.findings[place].values.compactMap {
        document.location(of: $0.printed).confidence
      }
      guard let doubt = doubts.min(), doubt < least else { continue }
      if submission.findings[place].check == ImplausibleToken.entry.id
        || isOfDoubtfulDigit(submission.findings[place], document)
      {
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
