import Testing
import TieoutModel

@Suite("Dates, bounds and money as English papers print them")
struct EnglishReadingTests {
  @Test(
    "a date is read, whichever way it is written",
    arguments: [
      ("7 March 2024", "2024-03-07"), ("March 7, 2024", "2024-03-07"),
      ("7th March 2024", "2024-03-07"), ("7 Mar 2024", "2024-03-07"), ("Sept. 2023", "2023-09"),
      ("31/12/2024", "2024-12-31"), ("1-5-2023", "2023-05-01"),
    ])
  func dates(_ printed: String, _ value: String) {
    let text = Array(printed.utf8)
    #expect(PartialDate.read(text, Slice(0..<text.count))?.description == value)
  }

  @Test(
    "what is no date is not read as one",
    arguments: ["March", "7 Marches 2024", "May be 2024", "2024 March", "12 34 May", "phase 2"])
  func noDates(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(PartialDate.read(text, Slice(0..<text.count)) == nil)
  }

  @Test(
    "a bound in words is a bound",
    arguments: [
      ("at least 500 people", Comparator.greaterOrEqual), ("no more than 12", .lessOrEqual),
      ("Up to 3 months", .lessOrEqual), ("fewer than 9", .less),
    ])
  func bounds(_ printed: String, _ comparator: Comparator) {
    let text = Array(printed.utf8)
    #expect(Comparator.read(text, 0..<text.count)?.comparator == comparator)
  }

  @Test(
    "a currency stands before its number",
    arguments: [
      "£450", "€450", "$450", "$ 450", "USD 450", "USD450", "KES 450", "US$450", "US$ 450",
      "HK$450",
      "A$ 450",
    ])
  func currency(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Quantity.whole(text, Slice(0..<text.count))?.description == "450")
  }

  @Test(
    "letters that are no currency make no number of what is behind them",
    arguments: ["LOT 450", "USDA 450", "COD450", "usd 450", "TOP 10", "USD", "USD-A 450", "T450"])
  func noCurrency(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Quantity.read(text, 0..<text.count) == nil)
  }
}
