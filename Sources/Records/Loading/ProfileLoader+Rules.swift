import TieoutModel

extension Profile {
  /// Reads `rules`: the words in which the papers state their own rules.
  mutating func readRules(_ value: YAMLValue) throws(ProfileError) {
    let section = try value.mapping([
      "rates", "floor", "ceiling", "less_is_better", "growth", "unit_fits", "demands", "records",
      "narrowing", "narrowing_endings", "savings",
    ])
    rules.rateWords = try section.words("rates")
    rules.floorWords = try section.words("floor")
    rules.ceilingWords = try section.words("ceiling")
    rules.lessIsBetter = try section.words("less_is_better")
    rules.growthWords = try section.words("growth")
    rules.demandWords = try section.words("demands")
    rules.recordWords = try section.words("records")
    rules.narrowingWords = try section.words("narrowing")
    rules.narrowingEndings = try section.words("narrowing_endings")
    rules.savingWords = try section.words("savings")
    for fit in try section["unit_fits"]?.list() ?? [] {
      let fit = try fit.mapping(["endings", "except", "units"])
      var units: [UnitID] = []
      for name in try fit.required("units").list() { units.append(try unit(name)) }
      rules.unitFits.append(
        UnitFit(
          endings: try fit.required("endings").words(), except: try fit.words("except"),
          units: units))
    }
  }
}
