import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("JSON that is long, in fences, or several at once")
struct LongJSONTests {
  private static let page = #"{"natural_text": "甲乙 12.5\n丙丁 20"}"#

  @Test("A digest ends where a fence does, be there a line feed or not")
  func fence() {
    let long = #"{"natural_text": "甲", "more": ["# + String(repeating: "1,", count: 40_000) + "1]}"
    for end in ["\n```", "\n```\n", "", "\n````", "\n``"] {
      #expect(JSONDigest.make(Array("```json\n\(long)\(end)".utf8)) != nil)
    }
  }

  @Test("Signs of fences behind JSON cost what their bytes do")
  func ticks() {
    let long = "[" + String(repeating: "1,", count: 40_000) + "{}]"
    let ticks = String(repeating: "`", count: 200_000)
    let start = ContinuousClock.now
    _ = JSONDigest.make(Array((long + ticks + "!").utf8))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("Markdown that begins with some code is Markdown, however it ends")
  func markdown() {
    for end in ["", "\n", "\n\n末行"] {
      let text = "```json\n{\"a\": 1}\n```\n\n# 说明\n\n金额 10 万元\n\n```\n码\n```" + end
      #expect(!JSONSketch.begins(Array(text.utf8)))
    }
    #expect(JSONSketch.begins(Array("```json\n{\"a\": 1}\n```\n\n```json\n{\"b\": 2}\n```\n".utf8)))
  }

  @Test(
    "Every document of olmOCR is read, however they stand in lines",
    arguments: [
      "\(page)\n\(page)", "\(page)\(page)", "{\n\(page.dropFirst())\n{\n\(page.dropFirst())\n",
    ])
  func documents(_ text: String) throws {
    var document = Document()
    try OlmOCRReader.read(Array(text.utf8), name: "x", reason: "", into: &document)
    #expect(document.rows.map(\.page).max() == 2)
    #expect(document.rows.count == 4)
  }

  @Test("A block of marker that says what it is keeps its text beside a list of blocks")
  func blocks() throws {
    let text = """
      {"children": [{"block_type": "Page", "html": "<p>甲 10</p>", "blocks": [], "children": null}], \
      "block_type": "Document"}
      """
    var document = Document()
    try MarkerReader.read(Array(text.utf8), name: "x", reason: "", into: &document)
    #expect(String(decoding: document.text, as: UTF8.self).contains("甲 10"))
  }
}
