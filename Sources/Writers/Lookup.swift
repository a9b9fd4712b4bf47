internal import TieoutModel

/// What all writers look up in a submission, turned into bytes once.
///
/// A class, so that nothing of the submission is copied for a value.
final class Lookup: Sendable {
  /// What is written.
  let submission: Submission
  /// Its document.
  let document: Document
  /// The names of fields and groups, by number.
  let names: PackedWords
  /// The canonical words, by number.
  let terms: PackedWords
  /// The printed words of the units, by number.
  let units: PackedWords
  /// The types of fields that are no plain text.
  let types: [TypeEntry]
  /// The names of the catalogue entries, by identifier.
  let checkNames: [String: String]

  init(_ submission: Submission) {
    self.submission = submission
    document = submission.document
    let profile = submission.profile
    names = PackedWords(profile.names)
    terms = PackedWords(profile.terms)
    units = PackedWords([""] + profile.units.units.map(\.name))
    types = TypeEntry.all(of: profile)
    checkNames = Dictionary(
      submission.catalogue.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the characters of a slice stand.
  func location(of slice: Slice) -> Location { document.location(of: slice) }

  /// What was said about the content of each source, in order.
  func remarks() -> [[(message: Message, at: Location)]] {
    var remarks = Array(
      repeating: [(message: Message, at: Location)](), count: document.sources.count)
    for remark in document.remarks {
      let place = document.location(ofSource: remark.at)
      if remarks.indices.contains(place.source) {
        remarks[place.source].append((remark.message, place))
      }
    }
    return remarks
  }

  /// Whether a slice has any character but seams.
  func hasCharacters(_ slice: Slice) -> Bool { document.hasCharacters(slice) }

  /// Whether nothing would be written for a field: absent is absent.
  func isAbsent(_ field: Field) -> Bool {
    if case .text(let slice) = field.value { return !document.hasCharacters(slice) }
    return false
  }

  /// The identifiers of a field's repairs, as numbers from 1.
  func repairs(of field: Field) -> [UInt32] {
    if field.rowRepair == 0, field.columnRepair == 0 { return [] }
    if field.rowRepair == field.columnRepair || field.columnRepair == 0 {
      return [field.rowRepair]
    }
    return field.rowRepair == 0 ? [field.columnRepair] : [field.rowRepair, field.columnRepair]
  }
}

/// Words one behind the other in one array, by number.
struct PackedWords: Sendable {
  /// All words, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// Packs words as they are.
  init(_ words: [String]) {
    for word in words { add(Array(word.utf8)[...]) }
  }

  /// Packs what `render` makes of each word.
  init(_ words: PackedWords, _ render: (borrowing Span<UInt8>, inout ByteBuffer) -> Void) {
    var buffer = ByteBuffer()
    for number in 0..<words.count {
      buffer.clear()
      render(words.bytes.span.extracting(words.range(number)), &buffer)
      add(buffer.bytes)
    }
  }

  /// The number of words.
  var count: Int { ends.count - 1 }

  /// Where a word stands in `bytes`.
  func range(_ number: Int) -> Range<Int> { ends[number]..<ends[number + 1] }

  private mutating func add(_ word: ArraySlice<UInt8>) {
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
  }
}

extension ByteBuffer {
  /// Appends one of many words.
  mutating func raw(_ words: borrowing PackedWords, _ number: Int) {
    raw(words.bytes.span.extracting(words.range(number)))
  }
}
