extension MadeSubmission {
  /// Says in a form's goal what each quarter pays, and what they come to.
  mutating func addQuarters(
    _ form: Int, _ random: inout SplitMix, _ change: (Int, inout SplitMix) -> Int
  ) {
    let quarters = (0..<4).map { _ in 20 + random.below(90) }
    let parts = zip(["一", "二", "三", "四"], quarters).map { "\($0)季度\($1)万元" }
    let sum = change(quarters.reduce(0, +), &random)
    forms[form].goal += "配套资金按季拨付：\(parts.joined(separator: "，"))，全年共计\(sum)万元。"
  }

  /// Says in a form's goal how many courses of how many persons there are, and how many persons.
  mutating func addCourses(
    _ form: Int, _ random: inout SplitMix, _ change: (Int, inout SplitMix) -> Int
  ) {
    let courses = 3 + random.below(9), persons = 12 + random.below(50)
    let all = change(courses * persons, &random)
    forms[form].goal += "举办培训\(courses)期，每期\(persons)人，共\(all)人。"
  }

  /// Says in a form's goal how much more another sum is than a year before, and at what rate.
  mutating func addRise(
    _ form: Int, _ random: inout SplitMix, _ change: (Int, inout SplitMix) -> Int
  ) {
    let before = 100 + random.below(300), step = 5 + random.below(40)
    let rate = Self.print(change((step * 10_000 + before / 2) / before, &random))
    forms[form].goal += "配套经费\(before + step)万元，较上年增加\(step)万元，增长\(rate)%。"
  }
}
