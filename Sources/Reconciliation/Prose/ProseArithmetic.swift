import TieoutModel

/// NR01: the sums and products that a text states are right.
///
/// Not for parts that nothing shows to be all there are, as long as they do not exceed their whole;
/// not for numbers that only bound what is meant, of other years, or of running totals. Numbers that
/// are called approximate are compared as widely as they are meant.
enum ProseArithmetic: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NR01", name: "prose-arithmetic",
    title: Message(zh: "文字说明中的加总与乘积正确", en: "Sums and products that a text states are right"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for field in paper.prose {
      for (place, claim) in field.claims.claims.enumerated() {
        if claim.verdict == .exact {
          report.pass()
        } else {
          report.report(ProseFinding(field, claim, place, paper).finding(entry.id))
        }
      }
    }
  }
}
