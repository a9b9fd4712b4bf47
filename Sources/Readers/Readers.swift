public import TieoutModel

/// The formats that can be read, in the order in which they are tried: the most particular first.
public enum Readers {
  /// One line a format.
  public static let all: [any Reader.Type] = [
    UnstructuredReader.self,
    GLMReader.self,
    MistralReader.self,
    AzureReader.self,
    TextractReader.self,
    DocumentAIReader.self,
    TencentReader.self,
    BaiduReader.self,
    MinerUReader.self,
    MinerUMiddleReader.self,
    DoclingReader.self,
    PaddleOCRReader.self,
    PaddleReader.self,
    DotsReader.self,
    MarkerReader.self,
    OlmOCRReader.self,
    RapidOCRReader.self,
    AnswerReader.self,
    JSONReader.self,
    PlacedTextReader.self,
    TesseractTSVReader.self,
    ALTOReader.self,
    PAGEReader.self,
    ABBYYReader.self,
    HOCRReader.self,
    PopplerReader.self,
    HTMLReader.self,
    MarkdownReader.self,
    CSVReader.self,
    AlignedReader.self,
    SpacedReader.self,
    TextReader.self,
  ]

  /// Whether bytes can be meant for nothing else than JSON, be they whole or cut off.
  public static func isJSON(_ bytes: [UInt8]) -> Bool { JSONSketch.isMeant(bytes) }

  /// A long JSON file in short, to recognise it by: what tells formats apart may stand far behind;
  /// `nil` for any other file.
  public static func digest(_ bytes: [UInt8]) -> [UInt8]? { JSONDigest.make(bytes) }

  /// Whether a reader reads some JSON.
  public static func readsJSON(_ reader: any Reader.Type) -> Bool { json.contains(reader.format) }

  /// Whether a reader knows its JSON by what stands in it, of which a digest tells nothing.
  public static func looksInside(_ reader: any Reader.Type) -> Bool {
    reader == JSONReader.self || reader == PlacedTextReader.self
  }

  private static let json: Set<String> = [
    MinerUReader.format, MinerUMiddleReader.format, DoclingReader.format, PaddleOCRReader.format,
    PaddleReader.format, DotsReader.format, MarkerReader.format, OlmOCRReader.format,
    RapidOCRReader.format, UnstructuredReader.format, GLMReader.format, MistralReader.format,
    AnswerReader.format, AzureReader.format, TextractReader.format,
    DocumentAIReader.format, TencentReader.format, BaiduReader.format, JSONReader.format,
    PlacedTextReader.format,
  ]
}
