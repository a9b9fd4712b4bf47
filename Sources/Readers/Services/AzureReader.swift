internal import TieoutMarkup
internal import TieoutModel

/// Reads the answers of Azure Document Intelligence, once called Form Recognizer: `AnalyzeResult` of
/// the versions 2.1 to 4.0 and of Azure's Read, as its service and its clients hand it over.
///
/// Tables are `DocumentTable` with its `DocumentTableCell`, prose `DocumentParagraph`. Of a page
/// without tables the lines are taken (`DocumentLine`), and of a file without pages `content`.
enum AzureReader: Reader {
  static let format = "azure"
  static let summary = Message(
    zh: "Azure Document Intelligence（原 Form Recognizer）的 JSON；无表格的页由文字行的位置重建",
    en: "JSON of Azure Document Intelligence, once Form Recognizer: pages without tables are "
      + "rebuilt from the places of lines")

  /// What an answer holds.
  private static let members = [
    "apiVersion", "version", "modelId", "content", "pages", "readResults", "pageResults", "tables",
    "paragraphs",
  ]

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes) else { return nil }
    if members.contains(where: { sketch.holds($0, in: "analyzeResult") }) {
      return "JSON with analyzeResult, as Azure Document Intelligence answers"
    }
    let isResult =
      sketch.has("modelId", "apiVersion") || sketch.has("model_id", "api_version")
      || sketch.has("modelId", "stringIndexType")
    if isResult, sketch.has("pages") || sketch.has("content") {
      return "JSON with modelId, pages and content, as clients of Azure Document Intelligence write"
    }
    return sketch.firstHas("lines", in: "readResults") || sketch.has("readResults", "pageResults")
      ? "JSON with readResults, as Azure Form Recognizer answers" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for (place, pointer) in tree.answers {
      let inner = tree.field("analyzeResult", of: place)
      let result = AzureResult(
        inner ?? place, pointer + (inner == nil ? "" : "/analyzeResult"), tree)
      writer.write(result.pages)
      if let content = result.content {
        if writer.lastPage > 0 { writer.write([AnswerPage()]) }
        writer.block(content.place, pointer: content.pointer)
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }
}
