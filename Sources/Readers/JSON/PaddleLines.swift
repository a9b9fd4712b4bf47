internal import TieoutMarkup
internal import TieoutModel

/// How sure the engine was of the lines that the blocks of a page are made of.
///
/// PP-StructureV3 says it of lines alone; a cell of a table that holds the characters of a line is
/// made of it.
struct PaddleLines {
  /// The least score of the lines with some characters, white space aside.
  private var scores: [[UInt8]: UInt8] = [:]

  /// Takes the lines of a page.
  init(_ page: Int, _ tree: JSONTree) {
    guard let lines = tree.member("overall_ocr_res", of: page) else { return }
    let texts = tree.items("rec_texts", of: lines)
    let all = tree.items("rec_scores", of: lines)
    guard texts.count == all.count else { return }
    for (text, score) in zip(texts, all) {
      guard let score = tree.confidence(score), let text = tree.text(text)?.bytes else { continue }
      let solid = Self.solid(text[...])
      scores[solid] = min(scores[solid] ?? score, score)
    }
  }

  /// Whether nothing is said.
  var isEmpty: Bool { scores.isEmpty }

  /// How sure the engine was of some characters; `nil` where no line is made of them.
  func confidence(of text: ArraySlice<UInt8>) -> UInt8? { scores[Self.solid(text)] }

  private static func solid(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.filter { !$0.isBlankASCII }
  }
}
