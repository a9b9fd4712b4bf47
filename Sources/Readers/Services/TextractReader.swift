internal import TieoutMarkup
internal import TieoutModel

/// Reads the answers of Amazon Textract: lists of `Block`, one answer or several that are one paper.
///
/// Tables are blocks of the types `TABLE`, `CELL` and `MERGED_CELL`, prose those of the type `LINE`;
/// where `LAYOUT_` blocks are asked for, they say in which order it is read.
enum TextractReader: Reader {
  static let format = "textract"
  static let summary = Message(
    zh: "Amazon Textract 的 JSON（Blocks）；表格之外由文字行的位置重建",
    en: "JSON of Amazon Textract (Blocks): what is in none of its tables is rebuilt from the "
      + "places of lines")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes),
      sketch.firstHas("BlockType", in: "Blocks") || sketch.isList && sketch.has("BlockType", "Id")
    else { return nil }
    return "JSON of Blocks with BlockType, as Amazon Textract answers"
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    for part in TextractPaper.parts(of: writer.tree) { writer.write(part.pages) }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }
}
