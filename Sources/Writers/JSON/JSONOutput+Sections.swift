internal import TieoutModel

extension JSONOutput {
  /// Writes the member with the inputs.
  mutating func sources() {
    key("\"sources\":")
    open("[")
    for (source, remarks) in zip(document.sources, lookup.remarks()) {
      comma()
      open("{")
      member("\"name\":", source.name)
      member("\"sha256\":", source.sha256)
      member("\"bytes\":", source.range.count)
      member("\"lines\":", source.lines)
      member("\"format\":", source.format)
      member("\"reason\":", source.reason)
      member("\"encoding\":", source.encoding)
      self.remarks(remarks)
      close("}")
    }
    close("]")
  }

  private mutating func remarks(_ remarks: [(message: Message, at: Location)]) {
    if remarks.isEmpty { return }
    key("\"remarks\":")
    open("[")
    for remark in remarks {
      comma()
      open("{")
      member("\"message\":", remark.message)
      key("\"at\":")
      location(remark.at)
      close("}")
    }
    close("]")
  }

  /// Writes the member with the program.
  mutating func generator() {
    key("\"generator\":")
    open("{")
    member("\"name\":", Generator.name)
    member("\"version\":", Generator.version)
    close("}")
  }

  /// Writes the members with the profile and the types of its fields.
  mutating func profile() {
    key("\"profile\":")
    open("{")
    member("\"id\":", submission.profile.id)
    member("\"version\":", submission.profile.version)
    member("\"score\":", hundredths: submission.profileScore)
    close("}")
  }

  /// Writes the member with the types of fields.
  mutating func types() {
    key("\"types\":")
    open("{")
    for entry in lookup.types {
      comma()
      string(entry.key)
      buffer.byte(0x3A)
      open("{")
      member("\"type\":", entry.type.rawValue)
      if entry.unit != .none { member("\"unit\":", submission.profile.units.name(entry.unit)) }
      close("}")
    }
    close("}")
  }

  /// Writes the members with all records.
  mutating func records() {
    let units = DefaultUnits(lookup)
    if let letter = submission.letter {
      key("\"letter\":")
      record(letter, units)
    }
    key("\"summary\":")
    open("{")
    key("\"fields\":")
    fields(submission.summary.fields, in: nil, [])
    key("\"rows\":")
    open("[")
    for row in submission.summary.rows {
      comma()
      record(row, units)
    }
    close("]")
    if let total = submission.summary.total {
      key("\"total\":")
      record(total, units)
    }
    close("}")
    key("\"details\":")
    open("[")
    for detail in submission.details {
      comma()
      record(detail, units)
    }
    close("]")
  }

  /// Writes the member with the links.
  mutating func links() {
    key("\"links\":")
    open("[")
    for link in submission.links {
      comma()
      open("{")
      member("\"summary\":", submission.summary.rows[link.row].id)
      member("\"detail\":", submission.details[link.detail].id)
      member("\"weight\":", hundredths: link.weight)
      key("\"evidence\":")
      open("[")
      for evidence in link.evidence {
        comma()
        open("{")
        member("\"kind\":", evidence.kind.rawValue)
        member("\"weight\":", hundredths: evidence.weight)
        member("\"summary\":", evidence.summary)
        member("\"detail\":", evidence.detail)
        close("}")
      }
      close("]")
      if let runnerUp = link.runnerUp {
        key("\"runnerUp\":")
        open("{")
        member("\"detail\":", submission.details[runnerUp.detail].id)
        member("\"weight\":", hundredths: runnerUp.weight)
        close("}")
      }
      close("}")
    }
    close("]")
  }

  /// Writes a member with the characters of a slice, unless there are none.
  private mutating func member(_ literal: String, _ slice: Slice) {
    guard lookup.hasCharacters(slice) else { return }
    key(literal)
    string(slice)
  }

  /// Writes the member with the repairs.
  mutating func repairs() {
    key("\"repairs\":")
    open("[")
    for (index, repair) in submission.repairs.enumerated() {
      comma()
      open("{")
      key("\"id\":\"r")
      buffer.integer(index + 1)
      buffer.byte(0x22)
      member("\"rule\":", repair.rule)
      member("\"state\":", repair.state.rawValue)
      if !repair.cells.isEmpty {
        key("\"cells\":")
        open("[")
        for cell in repair.cells {
          comma()
          location(location(of: cell))
        }
        close("]")
      }
      member("\"before\":", repair.before)
      member("\"after\":", repair.after)
      member("\"evidence\":", repair.evidence.map { $0.text(options.language) })
      member("\"alternatives\":", repair.alternatives.map { $0.text(options.language) })
      member("\"score\":", repair.score)
      close("}")
    }
    close("]")
  }

  /// Writes the member with the text that nobody claimed.
  mutating func unplaced() {
    key("\"unplaced\":")
    open("[")
    for run in submission.unplaced() {
      comma()
      open("{")
      key("\"text\":")
      string(run)
      key("\"at\":")
      location(location(of: run))
      close("}")
    }
    close("]")
  }

  /// Writes the member with the counts of characters by account.
  mutating func ledger() {
    let totals = submission.ledgerTotals()
    key("\"ledger\":")
    open("{")
    member("\"scalars\":", totals.scalars)
    member("\"values\":", totals.values)
    member("\"labels\":", totals.labels)
    member("\"boilerplate\":", totals.boilerplate)
    member("\"markup\":", totals.markup)
    member("\"unplaced\":", totals.unplaced)
    close("}")
  }
}
