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
    let types = lookup.types.xml
    buffer.raw(types.span)
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
    for index in submission.links.indices { link(index, submission) }
    markup("</links>")
  }

  /// Writes the link at a place; handed over by itself, all of it would be copied.
  private mutating func link(_ place: Int, _ submission: borrowing Submission) {
    let links = submission.links.span
    markup("<link")
    attribute(" summary=\"", submission.summary.rows[links[place].row].id)
    attribute(" detail=\"", submission.details[links[place].detail].id)
    attribute(" weight=\"", hundredths: links[place].weight)
    markup(">")
    let evidence = links[place].evidence.span
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
    if let runnerUp = links[place].runnerUp {
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
    for index in submission.repairs.indices { repair(index, submission) }
    markup("</repairs>")
  }

  /// Writes the repair at a place; handed over by itself, all of it would be copied.
  private mutating func repair(_ place: Int, _ submission: borrowing Submission) {
    let repairs = submission.repairs.span
    markup("<repair id=\"r")
    buffer.integer(place + 1)
    buffer.byte(0x22)
    attribute(" rule=\"", repairs[place].rule)
    attribute(" state=\"", repairs[place].state.rawValue)
    attribute(" score=\"", repairs[place].score)
    markup(">")
    for index in repairs[place].cells.indices where !options.isCompact {
      markup("<cell")
      location(lookup.location(of: repairs[place].cells[index], in: submission.document))
      markup("/>")
    }
    elements("<before", repairs[place].before, "</before>")
    elements("<after", repairs[place].after, "</after>")
    elements("<evidence", repairs[place].evidence, "</evidence>")
    elements("<alternative", repairs[place].alternatives, "</alternative>")
    decision(repairs[place].decision, submission.decisions)
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
