internal import TieoutModel

/// Finds the profile's labels: whole cells in tables, and `label：value` in lines of prose.
///
/// A line that holds labels is cut into cells at them, so that everything after this stage reads
/// tables and lines alike. No character changes.
///
/// - before: the line `填报单位：（盖章）甲中心 审核部门：（盖章）乙局`
/// - after: four cells: label, value, label, value
/// - leaves alone: lines without labels, and words that only contain one (`预算单位：` is not `单位：`)
enum LabelCells: Stage {
  static let name = "label-cells"

  static func run(_ document: inout Document, _ profile: Profile) {
    let lineLabels = LineLabels(profile)
    var cells: [Document.Cell] = []
    cells.reserveCapacity(document.cells.count + document.cells.count / 8)
    var key: [UInt8] = []
    for place in document.rows.indices {
      let row = document.rows[place]
      let first = cells.count
      if row.isLine, row.cellCount == 1, document.cells[Int(row.firstCell)].label == .none {
        let (parts, restored) = lineLabels.split(document.cells[Int(row.firstCell)], document)
        cells.append(contentsOf: parts)
        if parts.count == 1, parts[0].label == .none {
          cells[first].label = label(parts[0].text, document, profile, &key)
        }
        if let label = restored {
          document.repairs.append(repair(label, parts[0].text, document, profile))
          document.rows[place].repair = UInt32(document.repairs.count)
        }
      } else {
        for index in row.cells {
          var cell = document.cells[index]
          if !cell.text.isEmpty, cell.label == .none {
            cell.label = label(cell.text, document, profile, &key)
          }
          cells.append(cell)
        }
      }
      document.rows[place].firstCell = UInt32(first)
      document.rows[place].cellCount = UInt32(cells.count - first)
    }
    document.cells = cells
  }

  private static func label(
    _ slice: Slice, _ document: Document, _ profile: Profile, _ key: inout [UInt8]
  ) -> LabelID {
    let label = profile.labels.label(slice, in: document.text, &key)
    guard label == .none else { return label }
    let rest = document.withoutEnumerator(slice)
    return rest == slice ? .none : profile.labels.label(rest, in: document.text, &key)
  }

  private static func repair(
    _ label: LabelID, _ cell: Slice, _ document: Document, _ profile: Profile
  ) -> Repair {
    Repair(
      rule: "ST05", state: .likely, cells: [cell], before: [document.string(cell)],
      after: [profile.labels.word(label)],
      evidence: [
        Message(
          zh: "行首缺一个字，其余与标签“\(profile.labels.word(label))”一致",
          en:
            "the line lacks its first character; the rest is the label “\(profile.labels.word(label))”"
        )
      ])
  }
}
