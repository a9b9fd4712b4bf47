internal import TieoutModel

extension RootCauses {
  /// Puts the second of two amounts that stand in each other's rows under the first.
  static func collapseSwaps(_ findings: inout [Finding]) {
    let broken = places(of: AgreeWithSummary.entry.id, findings).filter {
      findings[$0].verdict == .broken
    }
    var taken: Set<Int> = []
    for (order, first) in broken.enumerated() where !taken.contains(first) {
      guard let row = figure("summary", findings[first]),
        let form = figure("total", findings[first])
      else { continue }
      let other = broken[(order + 1)...].first { second in
        guard !taken.contains(second), let otherRow = figure("summary", findings[second]),
          let otherForm = figure("total", findings[second])
        else { return false }
        return isSame(row.value, otherForm.value) && isSame(otherRow.value, form.value)
          && row.unit == otherForm.unit && otherRow.unit == form.unit
      }
      guard let other else { continue }
      taken.insert(other)
      put([other], under: first, &findings)
      findings[first].message.zh += "两行金额恰好互换。"
      findings[first].message.en += " The two amounts stand in each other's rows."
      findings[first].diagnosis = []
    }
  }

  /// The figure of a role.
  private static func figure(_ role: String, _ finding: Finding) -> Finding.Evidence? {
    finding.values.first { $0.role == role }
  }
}
