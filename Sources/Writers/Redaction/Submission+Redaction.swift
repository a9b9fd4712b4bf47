public import TieoutModel

extension Submission {
  /// Masks all values of some types wherever they stand, so that no output can show them.
  ///
  /// The characters give way to as many bytes: places, boxes and edits stay those of the input. The
  /// same value has the same mask throughout the submission. What `redactions` says is how many.
  public mutating func redact(_ types: [FieldType]) {
    guard !types.isEmpty else { return }
    let hidden = hiddenFields(types)
    var secrets = Secrets()
    for (field, type) in hidden {
      for slice in field.slices { secrets.add(Array(document.string(slice).utf8), type) }
    }
    var places: [Slice] = []
    var counts: [FieldType: Int] = [:]
    let text = document.text
    for match in secrets.matches(in: text, text.indices) {
      places.append(Slice(match.range))
      counts[match.type, default: 0] += 1
      document.mask(match)
    }
    // What is too short to be looked for stands in its fields all the same.
    for (field, _) in hidden {
      for slice in field.slices { document.star(slice, unless: places) }
    }
    document.maskFiles(secrets)
    maskWords(secrets)
    redactions = types.map {
      Redaction(type: $0, values: secrets.count($0), places: counts[$0] ?? 0)
    }
  }

  /// The fields of some types, in the order of the records.
  private func hiddenFields(_ types: [FieldType]) -> [(field: Field, type: FieldType)] {
    var wanted: [TypeEntry.Scope: [FieldName: FieldType]] = [:]
    for entry in TypeEntry.all(of: profile) where types.contains(entry.type) {
      wanted[entry.scope, default: [:]][entry.field] = entry.type
    }
    if types.contains(.person), let signer = profile.letter.signer {
      wanted[.letter, default: [:]][signer] = .person
    }
    var fields: [(Field, FieldType)] = []
    func add(_ all: ArraySlice<Field>, _ scope: TypeEntry.Scope) {
      for field in all {
        if let type = wanted[scope]?[field.name] { fields.append((field, type)) }
      }
    }
    add(summary.fields[...], .summary)
    let records =
      [letter].compactMap { $0 } + summary.rows + [summary.total].compactMap { $0 } + summary.lines
      + details
    for record in records {
      add(record.fields[...], TypeEntry.Scope(record.kind))
      for group in record.groups {
        for item in group.items {
          add(item.fields, .group(group.name))
          if types.contains(.person), let notes = profile.letter.notes, group.name == notes.group {
            fields += item.fields.filter { $0.name == notes.person }.map { ($0, .person) }
          }
        }
      }
    }
    return fields
  }

  /// Masks them in everything that was written about the papers.
  private mutating func maskWords(_ secrets: Secrets) {
    func mask(_ text: inout String) { text = secrets.masked(text) }
    func mask(_ text: inout String?) { text = text.map { secrets.masked($0) } }
    func mask(_ message: inout Message) {
      mask(&message.zh)
      mask(&message.en)
    }
    // Fingerprints hold names in small letters and cut short: no mask would find them.
    func unname(_ fingerprint: inout String) {
      fingerprint = secrets.masked(FingerprintParts(fingerprint)?.unnamed ?? fingerprint)
    }
    func unname(record: inout String) {
      record = FingerprintParts(":\(record)")?.unnamed.dropFirst().description ?? record
    }
    func mask(_ values: inout [Finding.Evidence]) {
      for index in values.indices { mask(&values[index].value) }
    }
    for index in document.sources.indices {
      mask(&document.sources[index].name)
      mask(&document.sources[index].reason)
    }
    for index in document.remarks.indices { mask(&document.remarks[index].message) }
    for index in repairs.indices {
      for place in repairs[index].before.indices { mask(&repairs[index].before[place]) }
      for place in repairs[index].after.indices { mask(&repairs[index].after[place]) }
      for place in repairs[index].evidence.indices { mask(&repairs[index].evidence[place]) }
      for place in repairs[index].alternatives.indices {
        mask(&repairs[index].alternatives[place])
      }
    }
    for index in findings.indices {
      unname(&findings[index].fingerprint)
      mask(&findings[index].message)
      mask(&findings[index].values)
      mask(&findings[index].majority)
      if var suggested = findings[index].suggested {
        mask(&suggested.value)
        mask(&suggested.grounds)
        findings[index].suggested = suggested
      }
    }
    for index in ticks.indices { mask(&ticks[index].values) }
    for index in decisions.indices {
      unname(&decisions[index].fingerprint)
      mask(&decisions[index].reason)
      if var correction = decisions[index].correction {
        unname(record: &correction.subject.record)
        mask(&correction.value)
        decisions[index].correction = correction
      }
    }
    comparison?.rewrite { secrets.masked($0) }
  }
}

extension Field {
  /// The characters that it was read from and those that it means.
  fileprivate var slices: [Slice] {
    if case .text(let slice) = value, slice != printed { return [printed, slice] }
    return printed.isEmpty ? [] : [printed]
  }
}

extension Document {
  /// Masks what was found in the cleaned text, there and in the source.
  fileprivate mutating func mask(_ match: Secrets.Match) {
    let slice = Slice(match.range)
    match.apply(to: &text)
    maskSource(of: slice, match.mask)
  }

  /// Puts stars in place of all letters of a slice, unless they are masked already.
  fileprivate mutating func star(_ slice: Slice, unless masked: [Slice]) {
    let first = masked.partitionPoint { $0.end <= slice.start }
    var start = Int(slice.start)
    var gaps: [Range<Int>] = []
    for place in masked[first...] {
      guard place.start < slice.end else { break }
      if Int(place.start) > start { gaps.append(start..<Int(place.start)) }
      start = max(start, Int(place.end))
    }
    if start < Int(slice.end) { gaps.append(start..<Int(slice.end)) }
    for gap in gaps {
      let letters = Self.letters(text, gap)
      guard !letters.isEmpty else { continue }
      let mask = Mask.stars(letters.count)
      Self.write(mask, letters, &text)
      maskSource(of: Slice(gap), mask)
    }
  }

  /// Masks the bytes from which a slice was read, and those of the file behind them.
  private mutating func maskSource(of slice: Slice, _ mask: Mask) {
    // Corrected words stand behind what was read, and in no file.
    guard Int(slice.start) < text.count - addedBytes else { return }
    let range = map.source(of: slice)
    Self.write(mask, Self.letters(bytes, range.range), &bytes)
    for index in sources.indices {
      let base = sources[index].range.lowerBound
      guard sources[index].range.overlaps(range.range), var file = sources[index].file else {
        continue
      }
      sources[index].file = nil
      let part = range.range.clamped(to: sources[index].range)
      let inside = Slice(part.lowerBound - base..<part.upperBound - base)
      var letters: [WrittenCharacter] = []
      for piece in file.pieces(in: inside) {
        letters += Self.letters(
          file.bytes, file.file(of: inside, in: piece).range, readsEscapes: !piece.isCopy)
      }
      Self.write(mask, letters, &file.bytes)
      sources[index].file = file
    }
  }

  /// Masks what stands in the files a second time, where nothing was read from.
  fileprivate mutating func maskFiles(_ secrets: Secrets) {
    for match in secrets.matches(in: bytes, bytes.indices) { match.apply(to: &bytes) }
    for index in sources.indices {
      guard var file = sources[index].file else { continue }
      sources[index].file = nil
      for match in secrets.matches(in: file.bytes, file.bytes.indices, readsEscapes: true) {
        match.apply(to: &file.bytes)
      }
      sources[index].file = file
    }
  }

  private static func letters(
    _ bytes: [UInt8], _ range: Range<Int>, readsEscapes: Bool = false
  ) -> [WrittenCharacter] {
    var letters: [WrittenCharacter] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let next = WrittenCharacter(bytes, at: index, in: range, readsEscapes: readsEscapes)
      index = next.place.upperBound
      if next.scalar.isLetter { letters.append(next) }
    }
    return letters
  }

  /// Writes a mask over characters, stars where they are not as many as its symbols.
  private static func write(
    _ mask: Mask, _ letters: [WrittenCharacter], _ bytes: inout [UInt8]
  ) {
    let symbols =
      letters.count == mask.symbols.count
      ? mask.symbols : Mask.stars(letters.count).symbols
    for (letter, symbol) in zip(letters, symbols) { letter.mask(symbol, in: &bytes) }
  }
}
