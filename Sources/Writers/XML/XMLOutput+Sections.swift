internal import TieoutModel

extension XMLOutput {
  /// Writes the program, the profile, the inputs and the types of fields.
  mutating func head(_ submission: borrowing Submission) {
    markup("<generator")
    attribute(" name=\"", Generator.name)
    attribute(" version=\"", Generator.version)
    markup("/><profile")
    attribute(" id=\"", submission.profile.id)
    attribute(" version=\"", submission.profile.version)
    attribute(" score=\"", hundredths: submission.profileScore)
    markup("/><sources>")
    for (source, remarks) in zip(
      submission.document.sources, submission.document.remarksBySource())
    {
      markup("<source")
      attribute(" name=\"", source.name)
      attribute(" sha256=\"", source.sha256)
      attribute(" bytes=\"", source.byteCount)
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
        message("<message", remark.message, "</message>")
        markup("</remark>")
      }
      markup("</source>")
    }
    markup("</sources>")
    metadata(submission)
    markup("<types>")
    for entry in lookup.types.entries {
      markup("<type")
      markup(" field=\"")
      attributeValue(entry.prefix)
      attributeValue(submission.profile.names[Int(entry.field.rawValue)])
      markup("\"")
      attribute(" type=\"", entry.type.rawValue)
      if entry.unit != .none {
        attribute(" unit=\"", submission.profile.units.name(entry.unit))
      }
      markup("/>")
    }
    markup("</types>")
  }

  /// Writes what an archive keeps, and how much was masked.
  private mutating func metadata(_ submission: borrowing Submission) {
    let metadata = submission.metadata
    if !metadata.isEmpty {
      markup("<metadata>")
      if let title = metadata.title { element("<title", title, "</title>") }
      if let number = metadata.number { element("<number", number, "</number>") }
      if let date = metadata.date { element("<date", date, "</date>") }
      if let issuer = metadata.issuer { element("<issuer", issuer, "</issuer>") }
      if let pages = metadata.pages { element("<pages", String(pages), "</pages>") }
      markup("</metadata>")
    }
    for redaction in submission.redactions {
      markup("<redaction")
      attribute(" type=\"", redaction.type.rawValue)
      attribute(" values=\"", redaction.values)
      attribute(" places=\"", redaction.places)
      markup("/>")
    }
  }

  /// Writes the links.
  mutating func links(_ submission: borrowing Submission) {
    markup("<links>")
    let links = submission.links.span
    for index in links.indices { link(links[index], submission) }
    markup("</links>")
  }

  private mutating func link(_ link: borrowing Link, _ submission: borrowing Submission) {
    markup("<link")
    attribute(" summary=\"", submission.summary.rows[link.row].id)
    attribute(" detail=\"", submission.details[link.detail].id)
    attribute(" weight=\"", hundredths: link.weight)
    markup(">")
    let evidence = link.evidence.span
    for index in evidence.indices {
      markup("<evidence")
      attribute(" kind=\"", evidence[index].kind.rawValue)
      attribute(" weight=\"", hundredths: evidence[index].weight)
      // They are values of the two records.
      if !options.isCompact {
        attribute(" summary=\"", evidence[index].summary, of: submission.document)
        attribute(" detail=\"", evidence[index].detail, of: submission.document)
      }
      markup("/>")
    }
    if let runnerUp = link.runnerUp {
      markup("<runner-up")
      attribute(" detail=\"", submission.details[runnerUp.detail].id)
      attribute(" weight=\"", hundredths: runnerUp.weight)
      markup("/>")
    }
    markup("</link>")
    buffer.settle()
  }

  /// Writes the repairs.
  mutating func repairs(_ submission: borrowing Submission) {
    markup("<repairs>")
    let repairs = submission.repairs.span
    for index in repairs.indices {
      repair(repairs[index], number: index + 1, submission)
    }
    markup("</repairs>")
  }

  private mutating func repair(
    _ repair: borrowing Repair, number: Int, _ submission: borrowing Submission
  ) {
    markup("<repair id=\"r")
    buffer.integer(number)
    buffer.byte(0x22)
    attribute(" rule=\"", repair.rule)
    attribute(" state=\"", repair.state.rawValue)
    attribute(" score=\"", repair.score)
    markup(">")
    for index in repair.cells.indices where !options.isCompact {
      markup("<cell")
      location(lookup.location(of: repair.cells[index], in: submission.document))
      markup("/>")
    }
    elements("<before", repair.before, "</before>")
    elements("<after", repair.after, "</after>")
    elements("<evidence", repair.evidence, "</evidence>")
    elements("<alternative", repair.alternatives, "</alternative>")
    decision(repair.decision, submission.decisions)
    markup("</repair>")
    buffer.settle()
  }

  /// Writes the text that nobody claimed, and the counts of characters by account.
  mutating func ledger(_ submission: borrowing Submission) {
    markup("<unplaced>")
    for run in submission.unplaced() {
      markup("<text")
      location(lookup.location(of: run, in: submission.document))
      markup(">")
      characters(run, of: submission.document)
      markup("</text>")
      buffer.settle()
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
