public import TieoutModel

/// The formats that can be read, in the order in which they are tried: the most particular first.
public enum Readers {
  /// One line a format.
  public static let all: [any Reader.Type] = [
    MinerUReader.self,
    MinerUMiddleReader.self,
    DoclingReader.self,
    PaddleOCRReader.self,
    PaddleReader.self,
    DotsReader.self,
    MarkerReader.self,
    OlmOCRReader.self,
    RapidOCRReader.self,
    TesseractTSVReader.self,
    ALTOReader.self,
    PAGEReader.self,
    HOCRReader.self,
    HTMLReader.self,
    MarkdownReader.self,
    TextReader.self,
  ]
}
