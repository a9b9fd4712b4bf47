internal import TieoutModel

/// A message in the making, in Chinese and in English.
struct Sentence: ~Copyable {
  private var zh = TextBuffer()
  private var en = TextBuffer()

  /// The message.
  var message: Message { Message(zh: zh.string, en: en.string) }

  /// Takes everything out, for another message; the memory stays.
  mutating func clear() {
    zh.clear()
    en.clear()
  }

  /// Puts words behind that stand in the code.
  mutating func say(_ zh: StaticString, _ en: StaticString) {
    self.zh.append(literal: zh)
    self.en.append(literal: en)
  }

  /// Puts words behind that stand in the code and are the same in both languages.
  mutating func say(_ words: StaticString) { say(words, words) }

  /// Puts words behind.
  mutating func add(_ zh: String, _ en: String) {
    self.zh.append(zh)
    self.en.append(en)
  }

  /// Puts words behind.
  mutating func add(_ words: Message) { add(words.zh, words.en) }

  /// Puts behind what is the same in both languages.
  mutating func add(_ text: String) { add(text, text) }

  /// Puts printed characters behind, without a string of them.
  mutating func add(_ printed: Slice, of document: borrowing Document) {
    zh.append(printed, of: document)
    en.append(printed, of: document)
  }

  /// Puts a number behind.
  mutating func add(_ number: Int) { add(Quantity(digits: Int64(number), scale: 0)) }

  /// Puts numbers behind, which the languages name in another order.
  mutating func add(_ zh: Int, _ en: Int) {
    self.zh.append(Quantity(digits: Int64(zh), scale: 0))
    self.en.append(Quantity(digits: Int64(en), scale: 0))
  }

  /// Puts a number behind, with the decimals that it is printed with.
  mutating func add(_ quantity: Quantity) {
    quantity.withText { digits in
      zh.append(digits)
      en.append(digits)
    }
  }

  /// Names a record as its paper does.
  mutating func addName(of record: String, isOpening: Bool = false) {
    let bytes = record.utf8Span.span
    if record == "summary/total" {
      say("汇总表合计", isOpening ? "The summary's total" : "the summary's total")
    } else if bytes.count > 8, bytes[0] == 0x73, bytes[7] == 0x2F {
      addRow(bytes.extracting(8...), isOpening: isOpening)
    } else if bytes.count > 7, bytes[0] == 0x64, bytes[6] == 0x2F {
      say("第", isOpening ? "Form " : "form ")
      add(bytes.extracting(7...))
      zh.append(literal: "张明细表")
    } else if record == "letter" {
      say("来文", isOpening ? "The letter" : "the letter")
    } else if record == "summary" {
      say("汇总表", isOpening ? "The summary" : "the summary")
    } else {
      let name = Message(zh: record, en: record)
      add(isOpening ? name.opening : name)
    }
  }

  /// Names a row by its number; a letter behind that tells it from others of the same number, and
  /// none has the number 0.
  private mutating func addRow(_ number: Span<UInt8>, isOpening: Bool) {
    var end = number.count
    while end > 0, !number[end - 1].isDigitASCII { end -= 1 }
    let isRepeated = end > 0 && end < number.count
    if isRepeated, end == 1, number[0] == 0x30 {
      return say(
        "汇总表未编号的行",
        isOpening ? "An unnumbered row of the summary" : "an unnumbered row of the summary")
    }
    say("汇总表第", isOpening ? "Summary item " : "summary item ")
    add(number.extracting(0..<(isRepeated ? end : number.count)))
    zh.append(literal: "项")
    guard isRepeated else { return }
    // Numbering may restart under a section: that is no mistake.
    say("（同号第", " (row ")
    add(number.count - end == 1 ? Int(number[end] & 0x1F) : number.count)
    say("行）", " of that number)")
  }

  private mutating func add(_ bytes: Span<UInt8>) {
    zh.append(bytes)
    en.append(bytes)
  }

  /// Says where characters are printed, in brackets; nothing for computed values.
  mutating func addPlace(of printed: Slice?, _ document: borrowing Document) {
    guard let printed, !printed.isEmpty else { return }
    say("（第", " (line ")
    add(document.line(of: printed))
    say("行）", ")")
  }
}
