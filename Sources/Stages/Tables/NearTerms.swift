internal import TieoutModel

/// Recognises words of closed lists that were cut short or misread.
///
/// - before: `服务对象满意度指`, `服务对象满意`, `可持读影响指标`
/// - after: `服务对象满意度指标`, `服务对象满意度指标`, `可持续影响指标`
/// - leaves alone: what two words of the list are equally near to, and words under four characters
///
/// A class, so that asking for each cell copies nothing.
final class NearTerms: Sendable {
  /// A printed word that may be near to one of the lists.
  struct Word {
    fileprivate let scalars: [Unicode.Scalar]
    /// A bit for what each character hashes to.
    fileprivate let characters: UInt64

    fileprivate init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      characters = scalars.reduce(0) { $0 | NearTerms.bit($1) }
    }
  }

  private struct Entry: BitwiseCopyable {
    var term: Int
    /// The place of its word in `letters`.
    var start: Int
    var end: Int
    /// A bit for what each character hashes to.
    var characters: UInt64
  }

  /// The words of all columns, and which of them are each column's.
  private let entries: [Entry]
  private let columns: [Range<Int>]
  /// The characters of all words, one word after the other.
  private let letters: [Unicode.Scalar]
  private let longest: Int
  /// The characters of all words.
  private let characters: CharacterFilter

  init(_ profile: Profile, group: Int) {
    let columns = profile.detail.groups[group].columns
    var entries: [Entry] = []
    var ranges: [Range<Int>] = []
    var letters: [Unicode.Scalar] = []
    var longest = 0
    var characters = CharacterFilter()
    for (column, spec) in columns.enumerated() {
      let first = entries.count
      for (term, termSpec) in spec.terms.enumerated()
      where !Self.isRare(termSpec, columns[..<column]) {
        for label in termSpec.labels {
          let key = profile.labels.key(label)
          for index in key.indices where key[index].isScalarStart { characters.insert(key, index) }
          let word = Word(Array(String(decoding: key, as: UTF8.self).unicodeScalars))
          letters += word.scalars
          longest = max(longest, word.scalars.count)
          entries.append(
            Entry(
              term: term, start: letters.count - word.scalars.count, end: letters.count,
              characters: word.characters))
        }
      }
      ranges.append(first..<entries.count)
    }
    self.entries = entries
    self.columns = ranges
    self.letters = letters
    self.characters = characters
    self.longest = longest
  }

  /// Whether many papers do without a word, or without all words that it belongs to.
  ///
  /// Such a word has to be spelt out: `经济成本` may well be no `经济成本指标`.
  private static func isRare(_ term: TermSpec, _ above: ArraySlice<ColumnSpec>) -> Bool {
    if term.isOptional { return true }
    var hasParents = false
    for column in above {
      for parent in column.terms where term.parents.contains(parent.term) {
        guard parent.isOptional else { return false }
        hasParents = true
      }
    }
    return hasParents
  }

  fileprivate static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value % 61) }

  /// The word that a slice spells; `nil` where it is near to none of the lists.
  func word(_ slice: Slice, _ text: [UInt8]) -> Word? {
    // Three bytes a Han character, and room for a character too many.
    guard slice.count >= 12, Int(slice.count) <= 3 * (longest + 2), mayBeNear(slice, text),
      !slice.hasDigit(in: text)
    else { return nil }
    let scalars = hanCharacters(slice, text) ?? normalisedCharacters(slice, text)
    return scalars.count >= 4 ? Word(scalars) : nil
  }

  /// The characters of a slice that is nothing but common Han characters; `nil` where it is not.
  private func hanCharacters(_ slice: Slice, _ text: [UInt8]) -> [Unicode.Scalar]? {
    guard slice.count.isMultiple(of: 3) else { return nil }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(Int(slice.count / 3))
    for index in stride(from: slice.range.lowerBound, to: slice.range.upperBound, by: 3) {
      guard text[index] >= 0xE4, text[index] <= 0xE9, text[index + 1] & 0xC0 == 0x80,
        text[index + 2] & 0xC0 == 0x80,
        let scalar = Unicode.Scalar(
          UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
            | UInt32(text[index + 2] & 0x3F))
      else { return nil }
      scalars.append(scalar)
    }
    return scalars
  }

  private func normalisedCharacters(_ slice: Slice, _ text: [UInt8]) -> [Unicode.Scalar] {
    let key = LabelTable.normalised(text[slice.range])
    return Array(String(decoding: key, as: UTF8.self).unicodeScalars)
  }

  /// Whether enough characters of a slice stand in some word.
  ///
  /// Only for characters that are compared as they are printed; others get their closer look.
  private func mayBeNear(_ slice: Slice, _ text: [UInt8]) -> Bool {
    guard text.span.isCommon(slice.range) else { return true }
    var count = 0
    var strangers = 0
    for index in slice.range where text[index].isScalarStart {
      count += 1
      if !characters.mayHold(text, index) { strangers += 1 }
    }
    return strangers <= Self.tolerance(count, longest)
  }

  /// How far two words of given lengths may be apart: a quarter of the longer one.
  private static func tolerance(_ left: Int, _ right: Int) -> Int { max(left, right) / 4 }

  /// The place of the word that a printed one nearly spells in a column; `nil` where none or two
  /// are near.
  func find(_ word: Word, column: Int) -> Int? {
    var best: (term: Int, distance: Int)?
    var isTied = false
    for place in columns[column] {
      let entry = entries[place]
      // Each character that the word lacks is at least one edit, and one of no word's beginning.
      let count = entry.end - entry.start
      let limit = Self.tolerance(word.scalars.count, count)
      guard word.scalars.count - count <= limit,
        (word.characters & ~entry.characters).nonzeroBitCount <= limit,
        let distance = distance(word, entry, limit)
      else { continue }
      if let known = best {
        if distance < known.distance {
          best = (entry.term, distance)
          isTied = false
        } else if distance == known.distance, entry.term != known.term {
          isTied = true
        }
      } else {
        best = (entry.term, distance)
      }
    }
    return isTied ? nil : best?.term
  }

  /// How far two words are apart; `nil` beyond a limit, a quarter of the longer one.
  ///
  /// A word cut off at its end is near whatever was lost, as long as more than half is there.
  private func distance(_ printed: Word, _ word: Entry, _ limit: Int) -> Int? {
    let (scalars, others) = (printed.scalars, letters[word.start..<word.end])
    if others.starts(with: scalars) {
      return scalars.count * 2 > others.count ? others.count - scalars.count : nil
    }
    guard abs(scalars.count - others.count) <= limit else { return nil }
    let strangers = scalars.count { word.characters & Self.bit($0) == 0 }
    guard strangers <= limit else { return nil }
    let distance = editDistance(scalars.span, others.span)
    return distance <= limit ? distance : nil
  }

  private func editDistance(_ left: Span<Unicode.Scalar>, _ right: Span<Unicode.Scalar>) -> Int {
    var distances = Array(0...right.count)
    var row = distances.mutableSpan
    for i in left.indices {
      var diagonal = row[0]
      var before = i + 1
      row[0] = before
      for j in right.indices {
        let above = row[j + 1]
        before = min(before + 1, above + 1, diagonal + (left[i] == right[j] ? 0 : 1))
        row[j + 1] = before
        diagonal = above
      }
    }
    return row[right.count]
  }
}
