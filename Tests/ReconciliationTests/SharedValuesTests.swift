import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("What a row and its form both state")
struct SharedValuesTests {
  @Test("Names, bodies, remarks and figures have checks of their own")
  func columns() {
    let profile = PairCheckTests.pair("驻村工作经费", "驻村工作经费").profile
    let shared = SharedValues.Columns.all(profile).map(\.column)
    let summary = profile.summary
    for own in [
      summary.key, summary.organisation, summary.department, summary.note, summary.amount,
      summary.sequence,
    ] {
      #expect(!shared.contains { $0 == own })
    }
  }
}
