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
    let known = figures(hasDates: hasDates)
    guard let found = known.first(where: { isPath(path, of: $0) }) else {
      let what =
        hasDates
        ? Message(zh: "数字或日期字段", en: "field of numbers or dates")
        : Message(zh: "数字字段", en: "field of numbers")
      throw value.unknown(what, path, among: known.map { names(of: $0).joined(separator: ".") })
    }
    return found
  }

  /// All places of figures.
  private func figures(hasDates: Bool) -> [FigureRelation.Place] {
    func isFigure(_ type: FieldType) -> Bool { type.takesUnit || hasDates && type == .date }
    var places: [FigureRelation.Place] = []
    for column in summary.columns where isFigure(column.type) {
      places.append(FigureRelation.Place(isOfSummary: true, field: column.name))
    }
    for field in detail.fields where isFigure(field.type) {
      places.append(FigureRelation.Place(isOfSummary: false, field: field.name))
    }
    for group in detail.groups {
      for column in group.columns where isFigure(column.type) {
        places.append(
          FigureRelation.Place(isOfSummary: false, group: group.name, field: column.name))
      }
    }
    return places
  }

  /// The names that lead to a place.
  private func names(of place: FigureRelation.Place) -> [String] {
    let group = place.group.map { [name($0)] } ?? []
    return [place.isOfSummary ? "summary" : "detail"] + group + [name(place.field)]
  }

  /// Whether a path leads to a place; the whole path is put together only where its end agrees.
  private func isPath(_ path: String, of place: FigureRelation.Place) -> Bool {
    path.utf8.reversed().starts(with: name(place.field).utf8.reversed())
      && path == names(of: place).joined(separator: ".")
  }
}
