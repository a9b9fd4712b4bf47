import Testing
import Tieout

@Suite("The sign of a currency before a number")
struct CurrencySignTests {
  /// A summary of two grants and their forms.
  private func paper(caption: String, label: String, requested: String) -> [String] {
    var lines = [
      "Summary of applications", "", caption, "",
      "No.\tReference\tProject title\tApplicant\tGrant requested",
      "1\tG-01\tVillage hall roof\tParish 1\t\(requested)", "2\tG-02\tYouth club\tParish 2\t12,400",
    ]
    for (place, amount) in [requested, "12,400"].enumerated() {
      lines += [
        "", "Grant application", "", "Reference\tG-0\(place + 1)",
        "Project title\t\(["Village hall roof", "Youth club"][place])",
        "Applicant\tParish \(place + 1)", "\(label)\t\(amount)", "",
        "Outcome\tTarget", "Visitors\tat least 500 people",
      ]
    }
    return lines
  }

  /// The unit and the value of what the first form asks for.
  private func asked(_ lines: [String]) throws -> String? {
    let submission = try Outcome(lines: lines).submission
    let profile = submission.profile
    #expect(profile.id == "grants-en")
    guard let field = submission.details.first?[profile.detail.total],
      case .quantity(let quantity) = field.value
    else { return nil }
    return "\(quantity) \(profile.units.name(field.unit))"
  }

  @Test(
    "Where nothing else is said, the sign is the unit",
    arguments: [
      ("$59,000", "59000 $"), ("€59,000.00", "59000.00 €"), ("£59,000", "59000 £"),
      ("59,000", "59000 £"), ("-$59,000", "-59000 $"), ("($59,000)", "-59000 $"),
      ("USD 59,000", "59000 USD"), ("EUR59,000", "59000 EUR"), ("US$ 59,000", "59000 US$"),
      ("US$59,000", "59000 US$"), ("(KES 59,000)", "-59000 KES"),
      // Of the dollars of Fiji nothing is known but that they are no pounds.
      ("FJ$59,000", "59000 ¤"), ("FJD 59,000", "59000 ¤"),
    ])
  func sign(_ printed: String, _ read: String) throws {
    let lines = paper(caption: "", label: "Grant requested", requested: printed)
    #expect(try asked(lines) == read)
  }

  @Test(
    "A caption names a currency, whether or not anybody knows it",
    arguments: [
      ("Amounts in KES", "59000 KES"), ("All amounts in EUR", "59000 EUR"),
      ("Amounts in XQZ", "59000 ¤"), ("Amounts in full", "59000 £"),
    ])
  func caption(_ caption: String, _ read: String) throws {
    let lines = paper(caption: caption, label: "Grant requested", requested: "59,000")
    #expect(try asked(lines) == read)
  }

  @Test("Under a head of thousands the sign tells no unit")
  func thousands() throws {
    let lines = paper(
      caption: "All figures in £k", label: "Grant requested (£k)", requested: "£59")
    #expect(try asked(lines) == "59 £k")
  }

  @Test(
    "A sign in a form is nearer than the thousands above the summary, unless the form has them too")
  func farCaption() throws {
    func form(_ label: String, _ amount: String, caption: String = "") throws -> String? {
      var lines = paper(caption: "All figures in £000", label: label, requested: "59.0")
      let place = try #require(lines.firstIndex { $0.hasPrefix("\(label)\t") })
      lines[place] = "\(label)\t\(amount)"
      if !caption.isEmpty { lines.insert(caption, at: place - 3) }
      return try asked(lines)
    }
    #expect(try form("Grant requested", "£59,000") == "59000 £")
    #expect(try form("Grant requested", "USD 59,000") == "59000 USD")
    #expect(try form("Grant requested", "59.0") == "59.0 £000")
    #expect(try form("Grant requested (£000)", "£59.0") == "59.0 £000")
    #expect(try form("Grant requested", "£59.0", caption: "All figures in £000") == "59.0 £000")
  }
}
