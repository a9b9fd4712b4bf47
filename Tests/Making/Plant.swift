/// A kind of error that can be planted into a clean submission.
package struct Plant: Sendable {
  /// What was planted and where it must be found.
  package struct Planted: Sendable {
    /// The plant's name.
    package var kind: String
    /// The checks of which one must report it.
    package var checks: [String]
    /// The records of which one must be named; empty where the finding is the whole document's.
    package var records: [String]
  }

  /// The plant's name, in the catalogue's words.
  package let kind: String
  /// The checks of which one must report it.
  package let checks: [String]
  /// What decides it.
  package let matter: Matter
  private let change: @Sendable (inout MadeSubmission, inout SplitMix) -> [String]?
  private let damage: @Sendable (inout [String], inout SplitMix) -> [String]?

  /// What decides whether something is wrong.
  package enum Matter: String, Sendable, CaseIterable {
    /// Where things stand on the page.
    case layout
    /// Figures.
    case figures
    /// Words, units, and what is missing.
    case words
  }

  /// An error of what the authors meant.
  init(
    _ kind: String, _ checks: [String], _ matter: Matter,
    _ change: @escaping @Sendable (inout MadeSubmission, inout SplitMix) -> [String]?
  ) {
    self.kind = kind
    self.checks = checks
    self.matter = matter
    self.change = change
    damage = { _, _ in nil }
  }

  /// An error of the printed page, or of what an engine made of it.
  init(
    page kind: String, _ checks: [String], _ matter: Matter,
    _ damage: @escaping @Sendable (inout [String], inout SplitMix) -> [String]?
  ) {
    self.kind = kind
    self.checks = checks
    self.matter = matter
    change = { _, _ in nil }
    self.damage = damage
  }

  /// The lines of a submission with one error; `nil` where it has no place for it.
  package func plant(
    into clean: MadeSubmission, _ random: inout SplitMix
  ) -> (lines: [String], planted: Planted)? {
    var made = clean
    if let records = change(&made, &random) {
      return (Page.lines(made), Planted(kind: kind, checks: checks, records: records))
    }
    var lines = Page.lines(clean)
    return damage(&lines, &random).map {
      (lines, Planted(kind: kind, checks: checks, records: $0))
    }
  }

  /// All kinds, in the order of the catalogue.
  package static let all = layout + figures + words
}

extension MadeSubmission {
  /// The names of row and form number `index`.
  func records(_ index: Int) -> [String] { ["summary/\(index + 1)", "detail/\(index + 1)"] }

  /// A form for which a test holds, starting at a random one.
  func form(_ random: inout SplitMix, where test: (Form) -> Bool = { _ in true }) -> Int? {
    let first = random.below(forms.count)
    return (0..<forms.count).map { (first + $0) % forms.count }.first { test(forms[$0]) }
  }

  /// The place of a form's indicator for which a test holds.
  func indicator(_ form: Int, where test: (Indicator) -> Bool) -> Int? {
    forms[form].indicators.firstIndex(where: test)
  }

  /// A form and one of its indicators for which a test holds.
  func place(
    _ random: inout SplitMix, where test: (Indicator) -> Bool
  ) -> (form: Int, line: Int)? {
    guard let form = form(&random, where: { $0.indicators.contains(where: test) }),
      let line = indicator(form, where: test)
    else { return nil }
    return (form, line)
  }
}
