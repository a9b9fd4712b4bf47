import Testing
import TieoutModel

@Suite("Pieces of text")
struct TextPiecesTests {
  /// A document that holds a text and nothing else.
  private func document(_ text: String) -> Document {
    var document = Document()
    document.text = Array(text.utf8)
    return document
  }

  @Test("a text is appended byte for byte, whatever its length and script")
  func appended() {
    for piece in ["", "a", "表", "detail/38", "明细表合计", String(repeating: "长é\n", count: 99)] {
      var bytes = Array("第".utf8)
      bytes.append(utf8: piece)
      bytes.append(utf8: piece)
      #expect(bytes == Array("第\(piece)\(piece)".utf8))
    }
  }

  @Test(
    "a piece of UTF-8 is its characters, its seams left out, and so is one that is cut amid one",
    arguments: [true, false])
  func characters(_ isWellFormed: Bool) {
    var document = document("表一\t合\n计é")
    document.isWellFormed = isWellFormed
    for start in 0...document.text.count {
      for end in start...document.text.count {
        let kept = document.text[start..<end].filter { $0 != 0x09 && $0 != 0x0A }
        let expected = String(decoding: kept, as: UTF8.self)
        #expect(document.string(Slice(start..<end)) == expected)
        var text = TextBuffer(room: 1)
        text.append(Slice(start..<end), of: document)
        #expect(text.string == expected)
      }
    }
  }

  @Test("equal pieces are the same wherever they stand", arguments: 0...20)
  func same(_ length: Int) {
    let piece = String(repeating: "x", count: length)
    let document = document("-\(piece)--\(piece)")
    #expect(document.same(Slice(1..<1 + length), Slice(length + 3..<2 * length + 3)))
  }

  @Test("one byte tells two pieces apart, wherever it stands", arguments: 0..<20)
  func different(_ place: Int) {
    let piece = String(repeating: "x", count: 20)
    var document = document(piece + piece)
    document.text[20 + place] = 0x79
    #expect(!document.same(Slice(0..<20), Slice(20..<40)))
  }

  @Test("what stands behind a piece is no part of it")
  func behind() {
    let document = document("abcdefghi1abcdefghi2")
    #expect(document.same(Slice(0..<9), Slice(10..<19)))
    #expect(!document.same(Slice(0..<10), Slice(10..<20)))
    #expect(!document.same(Slice(0..<9), Slice(10..<20)))
  }
}
