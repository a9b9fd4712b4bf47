internal import TieoutModel

/// Writes a draft as a profile in YAML, with the evidence for each line beside it.
struct DraftWriter {
  private(set) var text = ""

  /// The file.
  var bytes: [UInt8] { Array(text.utf8) }

  init(_ draft: ProfileDraft, id: String) {
    line(
      "# A draft, made from \(draft.summaryRows) rows of a summary and \(draft.formCount) forms.")
    line("# It runs as it is; names, types and what columns mean are for you to correct.")
    line("profile: \(Self.quoted(id))")
    line("version: \"1\"")
    let title = Self.quoted(draft.formTitle ?? draft.summaryTitle ?? id)
    line("title: {zh: \(title), en: \(title)}")
    writeUnits(draft)
    writeLetter()
    if !draft.columns.isEmpty { writeSummary(draft) }
    if !draft.fields.isEmpty { writeForms(draft) }
    line("")
    line("rules:")
    line("  rates: \(Self.list(DraftWords.rates))")
    line("  floor: \(Self.list(DraftWords.floors))")
    line("  ceiling: \(Self.list(DraftWords.ceilings))")
    line("  less_is_better: \(Self.list(DraftWords.lessIsBetter))")
    if !draft.relations.isEmpty {
      line("")
      line("# What holds in the sample, the best supported first.")
      line("relations:")
      for relation in draft.relations {
        line("  # \(relation.evidence)")
        line("  - \(relation.entry)")
      }
    }
  }

  private mutating func writeUnits(_ draft: ProfileDraft) {
    var money = DraftWords.moneyUnits.map { "\(Self.quoted($0.name)): \($0.exponent)" }
    line("")
    line("units:")
    let unnamed = DraftWords.unnamedMoney
    if draft.hasUnnamedMoney {
      line("  # The papers do not say what money \(unnamed) is.")
      money.append("\(Self.quoted(unnamed)): 0")
    }
    line("  money: {\(money.joined(separator: ", "))}")
    let known = Set(DraftWords.moneyUnits.map(\.name))
    var others = ["%", "‰"]
    for unit in draft.units where !known.contains(unit) && !others.contains(unit) {
      others.append(unit)
    }
    // Units are numbered in a byte.
    line("  other: \(Self.list(Array(others.prefix(160))))")
  }

  private mutating func writeLetter() {
    line("")
    line("letter:")
    line("  rules:")
    line("    - {field: date, type: date}")
    line("  body: {field: body}")
    line("  notes: {group: lines, text: text, person: person, date: date}")
  }

  private mutating func writeSummary(_ draft: ProfileDraft) {
    line("")
    line("summary:")
    if let title = draft.summaryTitle {
      line("  title: {field: title, endings: \(Self.list([title]))}")
    }
    if !draft.captions.isEmpty {
      line("  fields:")
      for caption in draft.captions {
        line("    - {\(entry(caption, isColumn: false))}", caption.evidence)
      }
    }
    line("  columns:")
    for column in draft.columns {
      line("    - {\(entry(column, isColumn: true))}", column.evidence)
    }
    let totals = draft.totalRows + DraftWords.totalRows
    line("  totals: \(Self.list(Self.unique(totals)))")
    line("  subtotals: \(Self.list(Self.unique(draft.subtotalRows + DraftWords.subtotalRows)))")
    line("  parts: [其中, of which]")
    let heading = ["department", "organisation", "key"].lazy.compactMap { meaning in
      draft.columns.first { $0.means == meaning }?.name
    }.first
    if draft.hasSections, let heading { line("  section: \(heading)") }
  }

  private mutating func writeForms(_ draft: ProfileDraft) {
    line("")
    line("detail:")
    if let title = draft.formTitle {
      line("  title: {field: title, endings: \(Self.list([title]))}")
    }
    if let attachment = draft.attachment {
      line("  attachment: {field: \(attachment.name), labels: \(Self.list(attachment.labels))}")
    }
    if !draft.headings.isEmpty { line("  headings: \(Self.list(draft.headings))") }
    line("  fields:")
    for field in draft.fields { line("    - {\(entry(field, isColumn: false))}", field.evidence) }
    if let footnote = draft.footnote {
      let how =
        footnote.contains.isEmpty
        ? "labels: \(Self.list(footnote.labels))" : "contains: \(Self.list(footnote.contains))"
      line("  footnote: {field: \(footnote.name), \(how)}")
    }
    guard !draft.groups.isEmpty else { return }
    line("  groups:")
    for group in draft.groups { write(group) }
  }

  private mutating func write(_ group: ProfileDraft.Group) {
    line("    - name: \(group.name)", group.evidence)
    line("      kind: \(group.kind.rawValue)")
    line("      columns:")
    for column in group.columns {
      guard !column.terms.isEmpty else {
        line("        - {\(entry(column, isColumn: true))}", column.evidence)
        continue
      }
      line("        - {\(entry(column, isColumn: true)),", column.evidence)
      line("           terms: [")
      for (word, parents) in column.terms {
        let under = parents.isEmpty ? "" : ", under: \(Self.list(parents))"
        line("             {is: \(Self.quoted(word))\(under)},")
      }
      line("           ]}")
    }
    if group.kind == .indicators {
      let own = group.columns.first { $0.role == "comparator" }?.name ?? "text_comparator"
      line("      reads: {name: text_name, comparator: \(own), bound: text_bound,")
      line("        bound_unit: text_unit, target_comparator: target_comparator}")
    }
  }

  private func entry(_ entry: ProfileDraft.Entry, isColumn: Bool) -> String {
    var parts = ["name: \(entry.name)"]
    if let role = entry.role { parts.append("role: \(role)") }
    if !entry.labels.isEmpty || isColumn || entry.isRest {
      parts.append("labels: \(Self.list(entry.labels))")
    }
    if !entry.contains.isEmpty { parts.append("contains: \(Self.list(entry.contains))") }
    parts.append("type: \(entry.type.rawValue)")
    if let unit = entry.unit { parts.append("unit: \(Self.quoted(unit))") }
    if let means = entry.means { parts.append("means: \(means)") }
    if let column = entry.column { parts.append("column: \(column)") }
    if let then = entry.then { parts.append("then: \(then)") }
    if let beside = entry.beside { parts.append("beside: \(beside)") }
    if entry.isLine { parts.append("line: true") }
    if entry.isRest { parts.append("rest: true") }
    if entry.isCarried { parts.append("carried: true") }
    if entry.isOptional, isColumn, !entry.isCarried { parts.append("optional: true") }
    return parts.joined(separator: ", ")
  }

  private mutating func line(_ words: String, _ comment: String = "") {
    text += comment.isEmpty ? words : "\(words)  # \(comment)"
    text += "\n"
  }

  /// A word as YAML takes it, whatever signs it has.
  static func quoted(_ word: String) -> String {
    var text = "\""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        text += "\\"
        text.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  private static func list(_ words: [String]) -> String {
    "[" + words.map(quoted).joined(separator: ", ") + "]"
  }

  /// The words of which no two are compared alike.
  private static func unique(_ words: [String]) -> [String] {
    var keys: Set<String> = []
    return words.filter { keys.insert(ProfileDraft.key($0)).inserted }
  }
}
