internal import TieoutModel

/// Which forms have which labels, and behind and before which others.
struct LabelPlaces {
  private struct Pair: Hashable {
    let first: LabelID
    let second: LabelID
  }

  /// The labels of each form, in reading order, with their cells.
  private var labels: [[(cell: Int, label: LabelID)]] = []
  private var forms: [Pair: Set<Int>] = [:]

  init(_ heads: [FormHead], _ document: Document, _ profile: Profile) {
    for (form, head) in heads.enumerated() {
      var own: [(cell: Int, label: LabelID)] = []
      for index in head.rows.flatMap({ document.rows[$0].cells }) {
        let label = document.cells[index].label
        guard profile.meanings.traits(label).isOfForm else { continue }
        forms[Pair(first: own.last?.label ?? .none, second: label), default: []].insert(form)
        own.append((index, label))
      }
      labels.append(own)
    }
  }

  /// The labels that other forms have right behind the one before a cell, or right before the one
  /// behind it, as the form itself has not.
  func labels(around cell: Int, in form: Int, _ document: Document) -> [LabelID] {
    let before = labels[form].last { $0.cell < cell }?.label ?? .none
    let behind = labels[form].first { $0.cell > cell }?.label
    var found: Set<LabelID> = []
    for (pair, forms) in forms where !forms.contains(form) {
      if pair.first == before { found.insert(pair.second) }
      if pair.second == behind { found.insert(pair.first) }
    }
    return found.sorted { $0.rawValue < $1.rawValue }
  }

  /// The one of some labels that announces the only mandatory value without a label in a form.
  func onlyMissing(in form: Int, of some: [LabelID], _ profile: Profile) -> LabelID? {
    let known = Set(labels[form].map(\.label))
    let missing = profile.detail.fields.filter { field in
      field.isMandatory && !field.labels.isEmpty && known.isDisjoint(with: field.labels)
    }
    guard missing.count == 1 else { return nil }
    return some.first(where: missing[0].labels.contains)
  }
}
