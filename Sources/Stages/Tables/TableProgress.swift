internal import TieoutModel

/// How far a form's tables have come: the last words of closed lists, the last number of a row.
struct TableProgress {
  /// What rows are to those before them.
  enum Next {
    /// They have words or numbers behind the last ones.
    case goesOn
    /// They begin with words or numbers that stood before.
    case anew
    /// Nothing tells.
    case unknown
  }

  /// The heads that were printed, without blanks.
  private(set) var heads: Set<[UInt8]> = []
  /// The head of the last table.
  private var head: [UInt8] = []
  /// The number of its last row; `nil` where it has none.
  private var number: Int?
  /// The last words by group, of its first column and its second.
  private var words: [Int: (first: Int?, second: Int?)] = [:]

  /// Whether a word of indicators was read.
  private(set) var hasIndicators = false

  /// Whether anything was read.
  var hasBegun: Bool { !heads.isEmpty || !words.isEmpty }

  /// Reads a row.
  mutating func take(_ row: Int, _ rows: FormRowKinds) {
    if rows.isHead(row) {
      let next = rows.solid(row)
      if next != head { number = rows.isHeadOfNumbers(row) ? 0 : nil }
      head = next
      heads.insert(next)
      return
    }
    hasIndicators = hasIndicators || rows.hasIndicators(row)
    for word in rows.words(row) {
      let first = word.first ?? words[word.group]?.first
      words[word.group] = (
        first, word.second ?? (word.first == nil ? words[word.group]?.second : nil)
      )
    }
    if number != nil, let next = rows.number(row) { number = next }
  }

  /// What further rows are to those that were read.
  func behind(_ rest: ArraySlice<Int>, _ rows: FormRowKinds) -> Next {
    var next = Next.unknown
    // The groups whose first word was reached: behind it all may come again.
    var known: Set<Int> = []
    var isFirst = true
    var isCounted = number != nil
    for row in rest {
      if rows.isHead(row) {
        if rows.solid(row) != head { isCounted = false }
        continue
      }
      for word in rows.words(row) where !known.contains(word.group) {
        guard let last = words[word.group] else { continue }
        let place = order(word.first, word.second, behind: last)
        if place == .anew { return .anew }
        if isFirst { next = place }
        isFirst = false
        if word.first != nil { known.insert(word.group) }
      }
      if isCounted, let number, let here = rows.number(row) {
        if here <= number { return .anew }
        if here == number + 1 { next = .goesOn }
        isCounted = false
      }
    }
    return next
  }

  private func order(_ first: Int?, _ second: Int?, behind last: (first: Int?, second: Int?))
    -> Next
  {
    if let first, let before = last.first, first != before {
      return first > before ? .goesOn : .anew
    }
    guard let second, let before = last.second, second != before else { return .unknown }
    return second > before ? .goesOn : .anew
  }
}
