internal import TieoutModel

extension XMLOutput {
  /// Writes the program, the profile, the inputs and the types of fields.
  mutating func head() {
    markup("<generator")
    attribute(" name=\"", Generator.name)
    attribute(" version=\"", Generator.version)
    markup("/><profile")
    attribute(" id=\"", submission.profile.id)
    attribute(" version=\"", submission.profile.version)
    attribute(" score=\"", hundredths: submission.profileScore)
    markup("/><sources>")
    for (source, remarks) in zip(document.sources, lookup.remarks()) {
      markup("<source")
      attribute(" name=\"", source.name)
      attribute(" sha256=\"", source.sha256)
      attribute(" bytes=\"", source.range.count)
      attribute(" lines=\"", source.lines)
      attribute(" format=\"", source.format)
      attribute(" reason=\"", source.reason)
      attribute(" encoding=\"", source.encoding)
      if remarks.isEmpty {
        markup("/>")
        continue
      }
      markup(">")
      for remark in remarks {
        markup("<remark")
        location(remark.at)
        markup(">")
        message("message", remark.message)
        markup("</remark>")
      }
      markup("</source>")
    }
    markup("</sources><types>")
    for entry in lookup.types {
      markup("<type")
      attribute(" field=\"", entry.key)
      attribute(" type=\"", entry.type.rawValue)
      if entry.unit != .none {
        attribute(" unit=\"", submission.profile.units.name(entry.unit))
      }
      markup("/>")
    }
    markup("</types>")
  }

  /// Writes the links.
  mutating func links() {
    markup("<links>")
    for link in submission.links {
      markup("<link")
      attribute(" summary=\"", submission.summary.rows[link.row].id)
      attribute(" detail=\"", submission.details[link.detail].id)
      attribute(" weight=\"", hundredths: link.weight)
      markup(">")
      for evidence in link.evidence {
        markup("<evidence")
        attribute(" kind=\"", evidence.kind.rawValue)
        attribute(" weight=\"", hundredths: evidence.weight)
        attribute(" summary=\"", evidence.summary)
        attribute(" detail=\"", evidence.detail)
        markup("/>")
      }
      if let runnerUp = link.runnerUp {
        markup("<runner-up")
        attribute(" detail=\"", submission.details[runnerUp.detail].id)
        attribute(" weight=\"", hundredths: runnerUp.weight)
        markup("/>")
      }
      markup("</link>")
    }
    markup("</links>")
  }

  /// Writes the repairs.
  mutating func repairs() {
    markup("<repairs>")
    for (index, repair) in submission.repairs.enumerated() {
      markup("<repair id=\"r")
      buffer.integer(index + 1)
      buffer.byte(0x22)
      attribute(" rule=\"", repair.rule)
      attribute(" state=\"", repair.state.rawValue)
      attribute(" score=\"", repair.score)
      markup(">")
      for cell in repair.cells {
        markup("<cell")
        location(location(of: cell))
        markup("/>")
      }
      for text in repair.before { element("before", text) }
      for text in repair.after { element("after", text) }
      for message in repair.evidence { element("evidence", message.text(options.language)) }
      for message in repair.alternatives {
        element("alternative", message.text(options.language))
      }
      markup("</repair>")
    }
    markup("</repairs>")
  }

  /// Writes the text that nobody claimed, and the counts of characters by account.
  mutating func ledger() {
    markup("<unplaced>")
    for run in submission.unplaced() {
      markup("<text")
      location(location(of: run))
      markup(">")
      characters(run)
      markup("</text>")
    }
    markup("</unplaced><ledger")
    let totals = submission.ledgerTotals()
    attribute(" scalars=\"", totals.scalars)
    attribute(" values=\"", totals.values)
    attribute(" labels=\"", totals.labels)
    attribute(" boilerplate=\"", totals.boilerplate)
    attribute(" markup=\"", totals.markup)
    attribute(" unplaced=\"", totals.unplaced)
    markup("/>")
  }
}
