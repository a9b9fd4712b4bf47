internal import TieoutModel

extension JSONOutput {
  /// Writes the member with the inputs.
  mutating func sources(_ document: borrowing Document) {
    key("\"sources\":")
    open("[")
    for (source, remarks) in zip(document.sources, document.remarksBySource()) {
      comma()
      open("{")
      member("\"name\":", source.name)
      member("\"sha256\":", source.sha256)
      member("\"bytes\":", source.byteCount)
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

  /// Writes the members with what an archive keeps, and how much was masked.
  mutating func metadata(_ submission: borrowing Submission) {
    let metadata = submission.metadata
    if !metadata.isEmpty {
      key("\"metadata\":")
      open("{")
      member("\"title\":", metadata.title)
      member("\"number\":", metadata.number)
      member("\"date\":", metadata.date)
      member("\"issuer\":", metadata.issuer)
      if let pages = metadata.pages { member("\"pages\":", pages) }
      close("}")
    }
    if submission.redactions.isEmpty { return }
    key("\"redactions\":")
    open("[")
    for redaction in submission.redactions {
      comma()
      open("{")
      member("\"type\":", redaction.type.rawValue)
      member("\"values\":", redaction.values)
      member("\"places\":", redaction.places)
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
  mutating func profile(_ submission: borrowing Submission) {
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
    let types = lookup.types.json
    buffer.raw(types.span)
    close("}")
  }

  /// Writes the members with all records.
  mutating func records(_ submission: borrowing Submission) {
    if let letter = submission.letter {
      key("\"letter\":")
      record(0, of: [letter], submission)
    }
    key("\"summary\":")
    open("{")
    key("\"fields\":")
    fields(submission.summary.fields.span, submission, in: nil)
    key("\"rows\":")
    records(submission.summary.rows, submission)
    if let total = submission.summary.total {
      key("\"total\":")
      record(0, of: [total], submission)
    }
    let lines = submission.summary.lines
    if !lines.isEmpty {
      key("\"lines\":")
      records(lines, submission)
    }
    close("}")
    key("\"details\":")
    records(submission.details, submission)
  }

  private mutating func records(
    _ records: borrowing [Record], _ submission: borrowing Submission
  ) {
    open("[")
    for index in records.indices {
      comma()
      record(index, of: records, submission)
      buffer.settle()
    }
    close("]")
  }

  /// Writes the member with the links.
  mutating func links(_ submission: borrowing Submission) {
    key("\"links\":")
    open("[")
    for index in submission.links.indices {
      comma()
      link(index, submission)
      buffer.settle()
    }
    close("]")
  }

  /// Writes the link at a place; handed over by itself, all of it would be copied.
  private mutating func link(_ place: Int, _ submission: borrowing Submission) {
    let links = submission.links.span
    open("{")
    member("\"summary\":", submission.summary.rows[links[place].row].id)
    member("\"detail\":", submission.details[links[place].detail].id)
    member("\"weight\":", hundredths: links[place].weight)
    buffer.literal(",\"evidence\":")
    let start = buffer.count
    let evidence = links[place].evidence.span
    for index in evidence.indices {
      buffer.literal(",{\"kind\":\"")
      ended(evidence[index].kind.rawValue)
      buffer.literal(",\"weight\":\"")
      buffer.hundredths(evidence[index].weight)
      buffer.byte(0x22)
      // They are values of the two records.
      if !options.isCompact {
        member("\"summary\":", evidence[index].summary, submission.document)
        member("\"detail\":", evidence[index].detail, submission.document)
      }
      close("}")
    }
    array(from: start)
    if let runnerUp = links[place].runnerUp {
      key("\"runnerUp\":")
      open("{")
      member("\"detail\":", submission.details[runnerUp.detail].id)
      member("\"weight\":", hundredths: runnerUp.weight)
      close("}")
    }
    close("}")
  }

  /// Writes a member with the characters of a slice, unless there are none.
  private mutating func member(
    _ literal: StaticString, _ slice: Slice, _ document: borrowing Document
  ) {
    guard document.hasCharacters(slice) else { return }
    key(literal)
    string(slice, of: document)
  }

  /// Writes the member with the repairs.
  mutating func repairs(_ submission: borrowing Submission) {
    key("\"repairs\":")
    open("[")
    for index in submission.repairs.indices {
      comma()
      repair(index, submission)
      buffer.settle()
    }
    close("]")
  }

  /// Writes the repair at a place; handed over by itself, all of it would be copied.
  private mutating func repair(_ place: Int, _ submission: borrowing Submission) {
    let repairs = submission.repairs.span
    open("{")
    key("\"id\":\"r")
    buffer.integer(place + 1)
    buffer.byte(0x22)
    member("\"rule\":", repairs[place].rule)
    member("\"state\":", repairs[place].state.rawValue)
    if !options.isCompact, !repairs[place].cells.isEmpty {
      key("\"cells\":")
      open("[")
      for index in repairs[place].cells.indices {
        comma()
        location(lookup.location(of: repairs[place].cells[index], in: submission.document))
      }
      close("]")
    }
    member("\"before\":", repairs[place].before)
    member("\"after\":", repairs[place].after)
    member("\"evidence\":", repairs[place].evidence)
    member("\"alternatives\":", repairs[place].alternatives)
    member("\"score\":", repairs[place].score)
    decision(repairs[place].decision, submission.decisions)
    close("}")
  }

  /// Writes the member with the text that nobody claimed.
  mutating func unplaced(_ submission: borrowing Submission) {
    key("\"unplaced\":")
    open("[")
    for run in submission.unplaced() {
      comma()
      open("{")
      key("\"text\":")
      string(run, of: submission.document)
      key("\"at\":")
      location(lookup.location(of: run, in: submission.document))
      close("}")
      buffer.settle()
    }
    close("]")
  }

  /// Writes the member with the counts of characters by account.
  mutating func ledger(_ submission: borrowing Submission) {
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
