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
  /// The labels of each form.
  private var known: [Set<LabelID>] = []

  init(_ heads: [FormHead], _ document: Document, _ profile: Profile) {
    for (form, head) in heads.enumerated() {
      var own: [(cell: Int, label: LabelID)] = []
      for index in head.rows.flatMap({ document.rows[$0].cells }) {
        let label = document.cells[index].label
        guard profile.meanings.traits(label).isOfForm else { continue }
        forms[Pair(first: own.last?.label ?? .none, second: label), default: []].insert(form)
        own.append((index, label))
      }
      known.append(Set(own.map(\.label)))
      labels.append(own)
    }
  }

  /// The labels that other forms have right behind the one before a cell, or right before the one
  /// behind it, as the form itself has not.
  func labels(around cell: Int, in form: Int, _ document: Document) -> [LabelID] {
    let own = labels[form]
    let next = own.partitionPoint { $0.cell < cell }
    let before = next > 0 ? own[next - 1].label : .none
    let behind = next < own.count ? own[next].label : nil
    var found: Set<LabelID> = []
    for (pair, forms) in forms where !forms.contains(form) {
      if pair.first == before { found.insert(pair.second) }
      if pair.second == behind { found.insert(pair.first) }
    }
    return found.sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether a form has a label of a field.
  func has(_ field: FieldSpec, in form: Int) -> Bool {
    field.labels.contains(where: known[form].contains)
  }

  /// The one of some labels that announces the only mandatory value without a label in a form.
  func onlyMissing(in form: Int, of some: [LabelID], _ profile: Profile) -> LabelID? {
    let missing = profile.detail.fields.filter { field in
      field.isMandatory && !field.labels.isEmpty && !has(field, in: form)
    }
    guard missing.count == 1 else { return nil }
    return some.first(where: missing[0].labels.contains)
  }
}
