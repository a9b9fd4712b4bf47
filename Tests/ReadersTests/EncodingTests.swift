import Testing
import TieoutModel

@testable import TieoutReaders

@Suite("Files in other encodings than UTF-8")
struct EncodingTests {
  static let text = "序号\t项目\t金额\n1\t甲县民政局综合楼\t1,937.88\n"

  /// The text's bytes in each encoding, made with the system's `iconv` command.
  static let files: [(encoding: String, bytes: [UInt8])] = [
    (
      "GB18030",
      [
        0xD0, 0xF2, 0xBA, 0xC5, 0x09, 0xCF, 0xEE, 0xC4, 0xBF, 0x09, 0xBD, 0xF0, 0xB6, 0xEE, 0x0A,
        0x31, 0x09, 0xBC, 0xD7, 0xCF, 0xD8, 0xC3, 0xF1, 0xD5, 0xFE, 0xBE, 0xD6, 0xD7, 0xDB, 0xBA,
        0xCF, 0xC2, 0xA5, 0x09, 0x31, 0x2C, 0x39, 0x33, 0x37, 0x2E, 0x38, 0x38, 0x0A,
      ]
    ),
    ("UTF-16LE", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ("UTF-16BE", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
  ]

  @Test("each is recognised by its bytes, and read", arguments: files)
  func recognised(_ encoding: String, _ bytes: [UInt8]) {
    let input = DecodedInput(bytes)
    #expect(input.encoding == encoding)
    #expect(String(decoding: input.bytes, as: UTF8.self) == Self.text)
    #expect(input.undecodable == nil)
    #expect(input.reason?.isEmpty == false)
  }

  @Test("a place counts in the file as it was given", arguments: files)
  func places(_ encoding: String, _ bytes: [UInt8]) throws {
    let input = DecodedInput(bytes)
    let transcoding = try #require(input.transcoding)
    let amount = try #require(input.bytes.lastIndex(of: 0x09)) + 1
    let place = transcoding.file(of: amount)
    // The amount is Latin in all of them.
    let isWide = encoding.hasPrefix("UTF-16")
    #expect(bytes[place...].first { $0 != 0 } == 0x31)
    #expect(transcoding.file(of: input.bytes.count) == bytes.count)
    #expect(bytes.count - place == (isWide ? 18 : 9))
  }

  @Test("Big5 is told from GB 18030 by where its common characters lie")
  func big5() {
    // 預算單位：臺北市政府教育局，金額一百萬元。
    let bytes: [UInt8] = [
      0xB9, 0x77, 0xBA, 0xE2, 0xB3, 0xE6, 0xA6, 0xEC, 0xA1, 0x47, 0xBB, 0x4F, 0xA5, 0x5F, 0xA5,
      0xAB, 0xAC, 0x46, 0xA9, 0xB2, 0xB1, 0xD0, 0xA8, 0x7C, 0xA7, 0xBD, 0xA1, 0x41, 0xAA, 0xF7,
      0xC3, 0x42, 0xA4, 0x40, 0xA6, 0xCA, 0xB8, 0x55, 0xA4, 0xB8, 0xA1, 0x43,
    ]
    let input = DecodedInput(bytes)
    #expect(input.encoding == "Big5")
    #expect(String(decoding: input.bytes, as: UTF8.self) == "預算單位：臺北市政府教育局，金額一百萬元。")
  }

  /// Two sentences in the encodings of Japanese and Korean, made with the system's `iconv` command.
  static let neighbours: [(encoding: String, text: String, bytes: [UInt8])] = [
    (
      "EUC-JP", "事業名と金額をまとめた表です。合計は各事業の金額と一致します。",
      [
        0xBB, 0xF6, 0xB6, 0xC8, 0xCC, 0xBE, 0xA4, 0xC8, 0xB6, 0xE2, 0xB3, 0xDB, 0xA4, 0xF2, 0xA4,
        0xDE, 0xA4, 0xC8, 0xA4, 0xE1, 0xA4, 0xBF, 0xC9, 0xBD, 0xA4, 0xC7, 0xA4, 0xB9, 0xA1, 0xA3,
        0xB9, 0xE7, 0xB7, 0xD7, 0xA4, 0xCF, 0xB3, 0xC6, 0xBB, 0xF6, 0xB6, 0xC8, 0xA4, 0xCE, 0xB6,
        0xE2, 0xB3, 0xDB, 0xA4, 0xC8, 0xB0, 0xEC, 0xC3, 0xD7, 0xA4, 0xB7, 0xA4, 0xDE, 0xA4, 0xB9,
        0xA1, 0xA3,
      ]
    ),
    (
      "Shift_JIS", "事業名と金額をまとめた表です。合計は各事業の金額と一致します。",
      [
        0x8E, 0x96, 0x8B, 0xC6, 0x96, 0xBC, 0x82, 0xC6, 0x8B, 0xE0, 0x8A, 0x7A, 0x82, 0xF0, 0x82,
        0xDC, 0x82, 0xC6, 0x82, 0xDF, 0x82, 0xBD, 0x95, 0x5C, 0x82, 0xC5, 0x82, 0xB7, 0x81, 0x42,
        0x8D, 0x87, 0x8C, 0x76, 0x82, 0xCD, 0x8A, 0x65, 0x8E, 0x96, 0x8B, 0xC6, 0x82, 0xCC, 0x8B,
        0xE0, 0x8A, 0x7A, 0x82, 0xC6, 0x88, 0xEA, 0x92, 0x76, 0x82, 0xB5, 0x82, 0xDC, 0x82, 0xB7,
        0x81, 0x42,
      ]
    ),
    (
      "EUC-KR", "사업명과 예산액을 정리한 표입니다. 합계는 각 사업의 예산액과 일치합니다.",
      [
        0xBB, 0xE7, 0xBE, 0xF7, 0xB8, 0xED, 0xB0, 0xFA, 0x20, 0xBF, 0xB9, 0xBB, 0xEA, 0xBE, 0xD7,
        0xC0, 0xBB, 0x20, 0xC1, 0xA4, 0xB8, 0xAE, 0xC7, 0xD1, 0x20, 0xC7, 0xA5, 0xC0, 0xD4, 0xB4,
        0xCF, 0xB4, 0xD9, 0x2E, 0x20, 0xC7, 0xD5, 0xB0, 0xE8, 0xB4, 0xC2, 0x20, 0xB0, 0xA2, 0x20,
        0xBB, 0xE7, 0xBE, 0xF7, 0xC0, 0xC7, 0x20, 0xBF, 0xB9, 0xBB, 0xEA, 0xBE, 0xD7, 0xB0, 0xFA,
        0x20, 0xC0, 0xCF, 0xC4, 0xA1, 0xC7, 0xD5, 0xB4, 0xCF, 0xB4, 0xD9, 0x2E,
      ]
    ),
  ]

  @Test("Japanese is told by its kana, Korean by where its characters lie", arguments: neighbours)
  func japaneseAndKorean(_ encoding: String, _ text: String, _ bytes: [UInt8]) throws {
    let input = DecodedInput(bytes + Array("\t1,937.88\n".utf8))
    #expect(input.encoding == encoding)
    #expect(String(decoding: input.bytes, as: UTF8.self) == text + "\t1,937.88\n")
    #expect(input.undecodable == nil)
    let amount = try #require(input.bytes.lastIndex(of: 0x09)) + 1
    #expect(input.transcoding?.file(of: amount) == bytes.count + 1)
  }

  @Test("Japanese and Korean are believed of a page, unless its characters are those of Chinese")
  func declaredNeighbours() {
    for (encoding, text, bytes) in Self.neighbours {
      let head = Array("<meta charset=\"\(encoding)\">".utf8)
      let own = DecodedInput(head + bytes)
      #expect(
        own.encoding == encoding && String(decoding: own.bytes, as: UTF8.self).hasSuffix(text))
      let chinese = Self.files[0].bytes
      #expect(DecodedInput(head + chinese + chinese).encoding == "GB18030")
    }
  }

  @Test("a byte order mark goes, and places count it")
  func mark() {
    let input = DecodedInput([0xEF, 0xBB, 0xBF] + Array("甲\t1\n".utf8))
    #expect(input.encoding == "UTF-8")
    #expect(input.bytes == Array("甲\t1\n".utf8))
    #expect(input.transcoding?.file(of: 0) == 3)
  }

  @Test("a declaration is believed where the bytes are not UTF-8, and only there")
  func declaration() {
    let head = Array("<?xml version=\"1.0\" encoding=\"GBK\"?><a>".utf8)
    #expect(DecodedInput(head + [0xBC, 0xD7] + Array("</a>".utf8)).encoding == "GB18030")
    #expect(DecodedInput(head + Array("甲</a>".utf8)).encoding == "UTF-8")
  }

  @Test("a declaration that the characters belie is overruled, and the reason says so")
  func overruled() {
    // 預算單位：臺北市政府教育局 in Big5, 甲县民政局综合楼 and more in GB 18030.
    let traditional: [UInt8] = [
      0xB9, 0x77, 0xBA, 0xE2, 0xB3, 0xE6, 0xA6, 0xEC, 0xA1, 0x47, 0xBB, 0x4F, 0xA5, 0x5F, 0xA5,
      0xAB, 0xAC, 0x46, 0xA9, 0xB2, 0xB1, 0xD0, 0xA8, 0x7C, 0xA7, 0xBD,
    ]
    let simple = Self.files[0].bytes
    for (charset, bytes, encoding) in [
      ("gb2312", traditional, "Big5"), ("big5", simple, "GB18030"), ("big5", traditional, "Big5"),
      ("gb2312", simple, "GB18030"),
    ] {
      let input = DecodedInput(Array("<meta charset=\"\(charset)\">".utf8) + bytes)
      #expect(input.encoding == encoding)
      let isOverruled = (charset == "big5") != (encoding == "Big5")
      #expect(input.reason?.contains("but") == isOverruled)
    }
  }

  @Test("UTF-16 is told by its order of bytes, whatever noughts and ideographs stand in it")
  func order() {
    let text = "一级指标\t一二一\t100.00\n甲\t一\t20,000\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (bytes, encoding) in [(little, "UTF-16LE"), (big, "UTF-16BE")] {
      let input = DecodedInput(bytes)
      #expect(input.encoding == encoding)
      #expect(String(decoding: input.bytes, as: UTF8.self) == text)
    }
  }

  @Test("a mark of UTF-16 is believed of text without blanks, and not before UTF-8")
  func withoutBlanks() {
    for text in ["项目绩效目标", "项", "甲，１９３７．８８𠮷"] {
      let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      for (bytes, encoding) in [
        ([0xFF, 0xFE] + little, "UTF-16LE"), ([0xFE, 0xFF] + big, "UTF-16BE"),
      ] {
        let input = DecodedInput(bytes)
        #expect(input.encoding == encoding)
        #expect(String(decoding: input.bytes, as: UTF8.self) == text)
      }
      #expect(DecodedInput([0xFF, 0xFE] + Array(text.utf8)).encoding == "UTF-8")
    }
    #expect(DecodedInput([0xFF, 0xFE] + Array("plain".utf8)).encoding == "UTF-8")
  }

  @Test("zeros beside signs that no text is full of are no UTF-16")
  func noUTF16() {
    let numbers = (0..<400).flatMap { [UInt8($0 % 8 + 1), UInt8(0)] }
    #expect(DecodedInput(numbers).encoding == "UTF-8")
  }

  @Test("bytes that no table knows stay as one sign each, and are counted")
  func undecodable() throws {
    let bytes = Self.files[0].bytes + [0xFF, 0xFF] + Self.files[0].bytes
    let input = DecodedInput(bytes)
    let undecodable = try #require(input.undecodable)
    #expect(undecodable.count == 2)
    #expect(input.transcoding?.file(of: undecodable.first) == Self.files[0].bytes.count)
    let text = String(decoding: input.bytes, as: UTF8.self)
    #expect(text == Self.text + "\u{FFFD}\u{FFFD}" + Self.text)
  }

  @Test("damage of UTF-8 is no other encoding")
  func damage() {
    let bytes = Array(Self.text.utf8) + [0xFF] + Array(Self.text.utf8)
    #expect(DecodedInput(bytes).encoding == "UTF-8")
    #expect(DecodedInput(bytes).bytes == bytes)
  }

  @Test(
    "nothing, and what is no text, comes back as it is", arguments: [[], [0x00], [0xFF, 0xD8]])
  func others(_ bytes: [UInt8]) {
    #expect(DecodedInput(bytes).bytes == bytes)
  }
}
