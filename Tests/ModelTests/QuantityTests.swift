import Testing
import TieoutModel

@Suite("Reading numbers")
struct QuantityTests {
  @Test(
    "a number is read exactly, its decimals kept",
    arguments: [
      ("1,937.88", "1937.88"), ("48727.94", "48727.94"), ("219.60", "219.60"), ("0", "0"),
      ("1062", "1062"), ("123456789012345678", "123456789012345678"),
      ("12345678901234567.8", "12345678901234567.8"), ("7.50-", "-7.50"), ("-3.5", "-3.5"),
      ("−3.5", "-3.5"), ("△12", "-12"), ("负12", "-12"),
      ("(12.50)", "-12.50"), ("-£2,000", "-2000"), ("($45)", "-45"), ("£-3", "-3"), ("12-", "-12"),
      ("164,978,640", "164978640"),
      ("1,0000", "10000"), ("000123", "123"), (".5", "0.5"),
      (".211744444444444444", "0.211744444444444444"),
      ("0.211744444444444444", "0.211744444444444444"),
    ])
  func read(_ printed: String, _ value: String) throws {
    let text = Array(printed.utf8)
    let quantity = try #require(Quantity.whole(text, Slice(0..<text.count)))
    #expect(quantity.description == value)
  }

  @Test(
    "what is no number is not read as one",
    arguments: [
      "", "abc", "12,34", "1,23,456", "12.34.56", "1937.88万元", "12345678901234567890",
      "1234567890123456789",
      "0.1234567890123456789",
      "(12", "1 062", ",5", "--3", "12O4", "2024年",
    ])
  func refuse(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Quantity.whole(text, Slice(0..<text.count)) == nil)
  }

  @Test("a number's end is where its unit begins")
  func end() throws {
    let text = Array("1062万元".utf8)
    let (quantity, end) = try #require(Quantity.read(text, 0..<text.count))
    #expect(quantity.description == "1062")
    #expect(String(decoding: text[end...], as: UTF8.self) == "万元")
  }

  @Test(
    "a number is written with all its decimals and thousands, however many they are",
    arguments: [
      (Int64.min, Int8(0), "-9223372036854775808"), (Int64.min, 20, "-0.09223372036854775808"),
      (Int64.min, 21, "-0.009223372036854775808"), (Int64.max, 1, "922337203685477580.7"),
      (7, -2, "700"), (-7, 2, "-0.07"), (0, 3, "0.000"), (0, -3, "0"),
      (1, 127, "0." + String(repeating: "0", count: 126) + "1"),
    ])
  func written(digits: Int64, scale: Int8, text: String) {
    #expect(Quantity(digits: digits, scale: scale).description == text)
  }

  @Test("numbers compare across scales, and 230.4 is not 230.04")
  func compare() {
    #expect(Quantity(digits: 2304, scale: 1).equals(Quantity(digits: 23040, scale: 2)))
    #expect(!Quantity(digits: 2304, scale: 1).equals(Quantity(digits: 23004, scale: 2)))
    #expect(Quantity(digits: 5, scale: 0) < Quantity(digits: 501, scale: 2))
    #expect(Quantity(digits: 1, scale: 0).scaled(byPowerOfTen: 4).description == "10000")
  }
}
