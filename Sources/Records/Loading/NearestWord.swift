import TieoutModel

/// The advice for a word that is not among the known ones.
///
/// A word that differs by no more than half of its characters is taken for a misspelling; for any
/// other the known words are listed.
func remedy(for word: String, among known: [String]) -> Message? {
  guard !known.isEmpty else { return nil }
  if word.contains("：") {
    return Message(zh: "请写半角冒号加空格，不要写“：”", en: "Write “:” and a space, not “：”")
  }
  if let nearest = nearestWord(to: word, among: known) {
    return Message(zh: "是否应为“\(nearest)”？", en: "Did you mean “\(nearest)”?")
  }
  return Message(
    zh: "可用：" + known.joined(separator: "、"), en: "Known: " + known.joined(separator: ", "))
}

/// The known word of which another one may be a misspelling; `nil` where it is like none.
func nearestWord(to word: String, among known: [String]) -> String? {
  // Of one character nothing would be left.
  let limit = word.unicodeScalars.count / 2
  var nearest: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(word, candidate)
    if distance <= limit, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
  }
  return nearest?.word
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
