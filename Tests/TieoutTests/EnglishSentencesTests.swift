import Testing
import Tieout

@Suite("Sentences of grant applications in English")
struct EnglishSentencesTests {
  private static let paper = """
    Marsh End Foundation

    4 February 2025

    Dear Trustees,

    We enclose three applications for the 2025 programme. They ask for £93,350 in all.

    Grants 2025: Schedule of applications

    All figures in £

    No.\tReference\tProject\tApplicant\tTotal cost\tOwn funds\tSum requested
    1\tM-11\tVillage hall heating\tMarsh End Hall Committee\t48,600\t8,600\t40,000
    2\tM-12\tRiverside walking group\tOtter Walkers\t14,400\t2,050\t12,350
    3\tM-13\tAllotment water supply\tLower Field Growers\t56,000\t15,000\t41,000
    Total\t\t\t\t\t\t93,350

    APPLICATION FORM

    Reference: M-11
    Project: Village hall heating
    Applicant: Marsh End Hall Committee
    Start date: 1 May 2025
    End date: 30 September 2025
    Description: Heat pumps £31,000, pipework £12,100 and fitting £5,500, £48,600 in all. Last year we spent £3,900 on oil.

    Cost heading\tAmount (£)
    Heat pumps\t31,000
    Pipework\t12,100
    Fitting\t5,500
    Total cost\t48,600
    Own funds\t8,600
    Sum requested\t40,000

    APPLICATION FORM

    Reference: M-12
    Project: Riverside walking group
    Applicant: Otter Walkers
    Start date: 1 April 2025
    End date: 31 October 2025
    Description: Weekly walks for 96 older people at £150 each, £14,400 in total, of whom half come by bus.

    Cost heading\tAmount (£)
    Leaders\t9,900
    Transport\t4,500
    Total cost\t14,400
    Own funds\t2,050
    Sum requested\t12,350

    APPLICATION FORM

    Reference: M-13
    Project: Allotment water supply
    Applicant: Lower Field Growers
    Start date: 1 June 2025
    End date: 30 November 2025
    Description: Pipes to 64 plots: 38 in the lower field and 26 by the lane; 800 metres of pipe at £70 a metre, £56,000 altogether.

    Cost heading\tAmount (£)
    Pipes\t44,000
    Labour\t12,000
    Total cost\t56,000
    Own funds\t15,000
    Sum requested\t41,000
    """

  private func found(_ text: String) throws -> [String] {
    try Tieout.run([Input(name: "paper.txt", bytes: Array(text.utf8))]).findings
      .filter { $0.severity > .note }.map { "\($0.check) \($0.subject.record)" }
  }

  @Test("What agrees is silent")
  func clean() throws { #expect(try found(Self.paper) == []) }

  @Test(
    "One wrong figure in a sentence is one finding",
    arguments: [
      ("£48,600 in all", "£46,800 in all", "NR01 detail/1"),
      ("£14,400 in total", "£14,040 in total", "NR01 detail/2"),
      ("38 in the lower", "28 in the lower", ""),
      ("38 in the lower", "39 in the lower", "NR01 detail/3"),
      ("£56,000 altogether", "£65,000 altogether", "NR01 detail/3"),
      ("three applications", "four applications", "AG04 letter"),
      ("£93,350 in all", "£93,530 in all", "AG04 letter"),
      ("the 2025 programme", "the 2024 programme", "AG04 letter"),
      ("4 February 2025", "30 February 2025", "RL04 letter"),
      ("End date: 30 November", "End date: 31 November", "RL04 detail/3"),
      ("Own funds\t8,600", "Own funds\t6,800", "AG01 summary/1"),
    ])
  func wrong(_ right: String, _ wrong: String, _ finding: String) throws {
    #expect(Self.paper.contains(right))
    let text = Self.paper.replacing(right, with: wrong, maxReplacements: 1)
    #expect(try found(text) == (finding.isEmpty ? [] : [finding]))
  }
}
