import Testing
import TieoutModel

@testable import TieoutReaders

@Suite("The images of pages")
struct PageImageTests {
  private func images(
    _ reader: any Reader.Type, _ text: String
  ) throws -> [SourceFile.Image] {
    var document = Document()
    try reader.read(Array(text.utf8), name: "a", reason: "", into: &document)
    return document.sources.last?.file?.images ?? []
  }

  @Test("hOCR names an image for each page, in quotes of either kind")
  func hocr() throws {
    let images = try images(
      HOCRReader.self,
      """
      <div class='ocr_page' title='image "p-1.png"; bbox 0 0 1653 2339; ppageno 0'>
      <span class='ocrx_word' title='bbox 1 2 3 4'>a</span></div>
      <div class="ocr_page" title="image 'scans/p 2.png'; bbox 0 0 10 20; ppageno 1">
      <span class='ocrx_word' title='bbox 1 2 3 4'>b</span></div>
      <div class="ocr_page" title="bbox 0 0 10 20">c</div>
      """)
    #expect(images.map { $0.page } == [1, 2])
    #expect(images.map { $0.name } == ["p-1.png", "scans/p 2.png"])
    #expect(images.first?.box == Box(left: 0, top: 0, right: 1653, bottom: 2339))
  }

  @Test("ALTO names one for its first page, PAGE one for each")
  func xml() throws {
    let alto = try images(
      ALTOReader.self,
      """
      <alto><Description><sourceImageInformation><fileName>p.png</fileName></sourceImageInformation>
      </Description><Layout><Page WIDTH="100" HEIGHT="200"><PrintSpace><TextLine>
      <String CONTENT="a" HPOS="1" VPOS="2" WIDTH="3" HEIGHT="4"/></TextLine></PrintSpace></Page>
      <Page WIDTH="1" HEIGHT="2"/></Layout></alto>
      """)
    let whole = Box(left: 0, top: 0, right: 100, bottom: 200)
    #expect(alto == [SourceFile.Image(page: 1, name: "p.png", box: whole)])
    let page = try images(
      PAGEReader.self,
      """
      <PcGts><Page imageFilename="q.jpg" imageWidth="100" imageHeight="200"><TextRegion><TextLine>
      <Coords points="1,2 3,4"/><TextEquiv><Unicode>a</Unicode></TextEquiv></TextLine></TextRegion>
      </Page></PcGts>
      """)
    #expect(page == [SourceFile.Image(page: 1, name: "q.jpg", box: whole)])
  }
}
