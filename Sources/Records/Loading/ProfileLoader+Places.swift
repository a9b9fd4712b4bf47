import TieoutModel

extension Profile {
  func places(_ value: YAMLValue) throws(ProfileError) -> [FigureRelation.Place] {
    var places: [FigureRelation.Place] = []
    for word in try value.list() { places.append(try place(word)) }
    guard !places.isEmpty else {
      throw value.error(
        Message(zh: "此处没有数字字段", en: "There are no figures here"),
        remedy: Message(zh: "请至少写一个", en: "Name one at the least"))
    }
    return places
  }

  /// The place that a value names: `summary.amount`, `detail.total`, `detail.lines.price`.
  func place(
    _ value: YAMLValue, hasDates: Bool = false
  ) throws(ProfileError) -> FigureRelation.Place {
    let path = try value.text()
    let known = relationPlaces(hasDates: hasDates)
    guard let found = known.first(where: { $0.path == path }) else {
      let what =
        hasDates
        ? Message(zh: "数字或日期字段", en: "field of numbers or dates")
        : Message(zh: "数字字段", en: "field of numbers")
      throw value.unknown(what, path, among: known.map(\.path))
    }
    return found.place
  }

  /// All places of figures, by their paths.
  private func relationPlaces(hasDates: Bool) -> [(path: String, place: FigureRelation.Place)] {
    func isFigure(_ type: FieldType) -> Bool { type.takesUnit || hasDates && type == .date }
    var places: [(String, FigureRelation.Place)] = []
    for column in summary.columns where isFigure(column.type) {
      places.append(
        (
          "summary.\(name(column.name))",
          FigureRelation.Place(isOfSummary: true, field: column.name)
        ))
    }
    for field in detail.fields where isFigure(field.type) {
      places.append(
        ("detail.\(name(field.name))", FigureRelation.Place(isOfSummary: false, field: field.name)))
    }
    for group in detail.groups {
      for column in group.columns where isFigure(column.type) {
        places.append(
          (
            "detail.\(name(group.name)).\(name(column.name))",
            FigureRelation.Place(isOfSummary: false, group: group.name, field: column.name)
          ))
      }
    }
    return places
  }
}
