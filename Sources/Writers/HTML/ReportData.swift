internal import TieoutModel

/// What the scripts of `report.html` read: one JSON object that stands in the page.
///
/// Places are lists of starts and lengths in the texts of `sources`, which stand whole in the object,
/// so that every value can be shown among the characters around it.
extension JSONOutput {
  /// Writes the object.
  mutating func reportData(_ submission: Submission, _ tieOut: TieOut) {
    var places = SourcePlaces(submission.document)
    open("{")
    member("\"version\":", Generator.version)
    reportSources(submission.document, &places)
    reportPages(submission.document, &places)
    reportWords(submission)
    tieOutFigures(tieOut, submission, &places)
    reportRecords(submission, &places)
    reportLinks(submission, tieOut)
    reportRepairs(submission, &places)
    reportFindings(submission, &places)
    ledger(submission)
    key("\"unplaced\":")
    open("[")
    for run in submission.unplaced() {
      comma()
      place(of: run, &places)
    }
    close("]")
    if submission.document.sources.contains(where: { $0.file != nil }) {
      key("\"unplacedRows\":")
      open("[")
      for run in submission.unplaced() {
        comma()
        rebuiltLine(of: run, submission.document)
      }
      close("]")
    }
    close("}")
  }

  /// Writes the place of a slice as an array.
  mutating func place(of slice: Slice, _ places: inout SourcePlaces) {
    var place: [Int] = []
    places.place(of: slice, into: &place)
    integers(place)
  }

  /// Writes an array of integers.
  mutating func integers(_ numbers: [Int]) {
    open("[")
    for number in numbers {
      comma()
      buffer.integer(number)
    }
    close("]")
  }

  private mutating func reportSources(
    _ document: borrowing Document, _ places: inout SourcePlaces
  ) {
    key("\"sources\":")
    open("[")
    for source in document.sources {
      comma()
      open("{")
      member("\"name\":", source.name)
      member("\"sha256\":", source.sha256)
      member("\"bytes\":", source.byteCount)
      member("\"lines\":", source.lines)
      member("\"format\":", source.format)
      member("\"encoding\":", source.encoding)
      key("\"text\":")
      buffer.byte(0x22)
      if let file = source.file {
        buffer.inspect(file.bytes.span, as: JSONEscaping.self)
      } else {
        buffer.inspect(document.bytes.span.extracting(source.range), as: JSONEscaping.self)
      }
      buffer.byte(0x22)
      close("}")
    }
    close("]")
    key("\"remarks\":")
    open("[")
    for remark in document.remarks {
      comma()
      open("{")
      member("\"message\":", remark.message)
      key("\"at\":")
      var place: [Int] = []
      places.place(ofSource: remark.at, into: &place)
      integers(place)
      close("}")
    }
    close("]")
  }

  private mutating func tieOutFigures(
    _ tieOut: TieOut, _ submission: Submission, _ places: inout SourcePlaces
  ) {
    key("\"tieOut\":")
    open("{")
    if tieOut.unit != .none { member("\"unit\":", submission.profile.units.name(tieOut.unit)) }
    if let stated = tieOut.stated, let quantity = stated.quantity {
      member("\"stated\":", quantity.description)
      key("\"at\":")
      place(of: stated.printed, &places)
    }
    key("\"rows\":")
    side(tieOut.rows)
    key("\"forms\":")
    side(tieOut.forms)
    key("\"checks\":")
    open("{")
    verdicts(submission.tally)
    close("}")
    close("}")
  }

  private mutating func side(_ side: TieOut.Side) {
    open("{")
    member("\"count\":", side.count)
    member("\"sum\":", side.sum?.description)
    member("\"missing\":", side.missing)
    member("\"verdict\":", side.verdict?.rawValue)
    member("\"difference\":", side.difference?.description)
    close("}")
  }
}
