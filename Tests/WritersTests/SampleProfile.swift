import TieoutModel

/// The profile of the sample: a few columns, one group.
enum SampleProfile {
  /// The names of its fields.
  struct Names {
    let title, threshold, seq, project, amount, note, total, date: FieldName
    let indicators, level1, text, bound, comparator, boundUnit, target: FieldName

    init(_ profile: inout Profile) {
      title = profile.intern("title")
      threshold = profile.intern("threshold")
      seq = profile.intern("seq")
      project = profile.intern("project")
      amount = profile.intern("amount")
      note = profile.intern("note")
      total = profile.intern("total")
      date = profile.intern("date")
      indicators = profile.intern("indicators")
      level1 = profile.intern("level1")
      text = profile.intern("level3")
      bound = profile.intern("bound")
      comparator = profile.intern("comparator")
      boundUnit = profile.intern("bound_unit")
      target = profile.intern("target")
    }
  }

  static func make() -> Profile {
    var profile = Profile(id: "sample", version: "1")
    let names = Names(&profile)
    let money = profile.units.add("万元", exponent: 4)
    _ = profile.units.add("元", exponent: 0)
    _ = profile.units.add("%", exponent: nil)
    _ = profile.term("效益指标")

    profile.letter.rules = [
      LetterSpec.LineRule(field: names.date, pattern: .whole, type: .date, part: 0)
    ]
    profile.summary.columns = [
      column(names.seq, .sequence), column(names.project, .name),
      column(names.amount, .amount, money), column(names.note, .text),
    ]
    var total = FieldSpec(name: names.total)
    total.type = .amount
    total.unit = money
    profile.detail.fields = [total]
    var group = GroupSpec(name: names.indicators, kind: .indicators)
    group.columns = [
      column(names.level1, .term), column(names.text, .name), column(names.target, .target),
    ]
    group.roles = [
      .level1: names.level1, .text: names.text, .target: names.target, .bound: names.bound,
      .boundUnit: names.boundUnit, .comparator: names.comparator,
    ]
    profile.detail.groups = [group]
    return profile
  }

  private static func column(
    _ name: FieldName, _ type: FieldType, _ unit: UnitID = .none
  ) -> ColumnSpec {
    var column = ColumnSpec(name: name)
    column.type = type
    column.unit = unit
    return column
  }
}
