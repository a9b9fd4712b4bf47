import TieoutModel

/// The advice for a word that is not among the known ones.
///
/// A word that differs by no more than half of its characters is taken for a misspelling; for any
/// other the known words are listed.
func remedy(for word: String, among known: [String]) -> Message? {
  guard !known.isEmpty else { return nil }
  let limit = max(1, word.unicodeScalars.count / 2)
  var nearest: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(word, candidate)
    if distance <= limit, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
  }
  if let nearest {
    return Message(zh: "是否应为“\(nearest.word)”？", en: "Did you mean “\(nearest.word)”?")
  }
  return Message(
    zh: "可用：" + known.joined(separator: "、"), en: "Known: " + known.joined(separator: ", "))
}

/// The least number of characters to add, drop or replace that turns one word into the other.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.unicodeScalars)
  let right = Array(right.unicodeScalars)
  var row = Array(0...right.count)
  for (i, scalar) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let replaced = diagonal + (scalar == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    }
  }
  return row[right.count]
}
