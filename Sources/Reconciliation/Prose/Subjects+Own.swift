/// What a text says of its own form's project.
extension Subjects {
  /// Whether a text has as long a run of its own form's name as a run of letters.
  func isOwn(_ detail: Int, in text: ArraySlice<UInt32>, asMuchAs run: Range<Int>) -> Bool {
    let name = name(detail)
    guard name.count >= run.count else { return false }
    return (name.startIndex...(name.endIndex - run.count)).contains {
      text.holds(name[$0..<($0 + run.count)])
    }
  }

  /// How many pairs of neighbouring letters of a form's name say what it is about.
  func telling(_ detail: Int) -> Int {
    let name = name(detail)
    return zip(name, name.dropFirst()).count { $0 >= 0x2E80 && !GenericWords.hasPair($0, $1) }
  }

  /// Whether a text has two neighbouring letters of its form's name that say what it is about.
  func isNamed(_ detail: Int, in text: Span<UInt32>) -> Bool {
    let name = name(detail)
    guard name.count > 1 else { return true }
    var set = LetterSet()
    for index in text.indices { set.insert(text[index]) }
    for place in name.indices.dropLast() {
      let (first, second) = (name[place], name[place + 1])
      guard set.mayHold(first), set.mayHold(second), !GenericWords.hasPair(first, second) else {
        continue
      }
      var index = 1
      while index < text.count {
        if text[index] == second, text[index - 1] == first { return true }
        index += 1
      }
    }
    return false
  }
}

extension ArraySlice<UInt32> {
  /// Whether two letters stand in these, one behind the other.
  func holds(_ first: UInt32, _ second: UInt32) -> Bool {
    for place in indices.dropFirst() where self[place] == second && self[place - 1] == first {
      return true
    }
    return false
  }

  /// Whether a run of letters stands in these.
  func holds(_ run: ArraySlice<UInt32>) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    for start in startIndex...(endIndex - run.count) where self[start] == first {
      if self[start..<(start + run.count)].elementsEqual(run) { return true }
    }
    return false
  }
}
