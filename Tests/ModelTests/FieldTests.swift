import Testing
import TieoutModel

@Suite("Fields")
struct FieldTests {
  @Test("A field takes 32 bytes: large papers have millions of them")
  func size() {
    #expect(MemoryLayout<Field>.stride == 32)
    #expect(MemoryLayout<Field?>.stride == 32)
  }
}
