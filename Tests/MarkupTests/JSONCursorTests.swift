import Testing
import TieoutMarkup

/// The walk over JSON.
@Suite struct JSONCursorTests {
  /// All tokens of a text, as words.
  private func walk(_ text: [UInt8], depthLimit: Int = 256) throws(JSONError) -> [String] {
    var cursor = JSONCursor(text, depthLimit: depthLimit)
    var words: [String] = []
    while true {
      let token = try cursor.next()
      switch token.kind {
      case .end: return words
      case .key: words.append("key " + cursor.string(token))
      case .string: words.append("string " + cursor.string(token))
      case .number, .boolean, .null:
        words.append(String(decoding: text[token.range], as: UTF8.self))
      case .objectStart, .objectEnd, .arrayStart, .arrayEnd:
        words.append(String(decoding: text[token.range], as: UTF8.self))
      }
    }
  }

  private func error(_ text: [UInt8], depthLimit: Int = 256) -> JSONError? {
    do throws(JSONError) {
      _ = try walk(text, depthLimit: depthLimit)
      return nil
    } catch {
      return error
    }
  }

  @Test("gives each token once, in order")
  func tokens() throws {
    let text = #" { "a" : [ 1 , -2.50e+3 , true , null ] , "b" : { } , "" : "x" } "#
    #expect(
      try walk(Array(text.utf8)) == [
        "{", "key a", "[", "1", "-2.50e+3", "true", "null", "]", "key b", "{", "}", "key ",
        "string x", "}",
      ])
  }

  @Test(
    "decodes escapes",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u4e2d\u6587""#, "中文"),
      (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\0"), (#""中😀é""#, "中😀é"),
    ])
  func escapes(_ text: String, _ value: String) throws {
    #expect(try walk(Array(text.utf8)) == ["string " + value])
  }

  @Test(
    "accepts any JSON value at the top",
    arguments: ["0", "-0", "1e5", "\"\"", "[]", "{}", "true", "[[],{}]", "1.0"])
  func accepts(_ text: String) {
    #expect(error(Array(text.utf8)) == nil)
  }

  @Test(
    "refuses what is not JSON, with the exact place",
    arguments: [
      ("", JSONError(.unexpectedEnd, at: 0)), ("  ", JSONError(.unexpectedEnd, at: 2)),
      ("[1,]", JSONError(.unexpectedByte, at: 3)), ("[1 2]", JSONError(.unexpectedByte, at: 3)),
      ("{\"a\":1,}", JSONError(.unexpectedByte, at: 7)),
      ("{\"a\" 1}", JSONError(.unexpectedByte, at: 5)),
      ("{a:1}", JSONError(.unexpectedByte, at: 1)), ("[1}", JSONError(.unexpectedByte, at: 2)),
      ("]", JSONError(.unexpectedByte, at: 0)), ("1 1", JSONError(.unexpectedByte, at: 2)),
      ("[", JSONError(.unexpectedEnd, at: 1)), ("[1", JSONError(.unexpectedEnd, at: 2)),
      ("{\"a\"", JSONError(.unexpectedEnd, at: 4)), ("{\"a\":", JSONError(.unexpectedEnd, at: 5)),
      ("\"ab", JSONError(.unexpectedEnd, at: 3)), ("\"a\\", JSONError(.unexpectedEnd, at: 3)),
      ("tru", JSONError(.unexpectedEnd, at: 3)), ("trux", JSONError(.unexpectedByte, at: 3)),
      ("01", JSONError(.invalidNumber, at: 1)), ("-", JSONError(.unexpectedEnd, at: 1)),
      ("-a", JSONError(.invalidNumber, at: 1)), ("1.", JSONError(.unexpectedEnd, at: 2)),
      ("1.e5", JSONError(.invalidNumber, at: 2)), ("1e+", JSONError(.unexpectedEnd, at: 3)),
      ("+1", JSONError(.unexpectedByte, at: 0)), (".5", JSONError(.unexpectedByte, at: 0)),
      ("\"a\nb\"", JSONError(.controlCharacter, at: 2)),
      ("\"\\x\"", JSONError(.invalidEscape, at: 1)),
      ("\"\\u12G4\"", JSONError(.invalidEscape, at: 1)),
      ("\"\\u12", JSONError(.unexpectedEnd, at: 5)),
      ("NaN", JSONError(.unexpectedByte, at: 0)), ("'a'", JSONError(.unexpectedByte, at: 0)),
      ("\u{FEFF}1", JSONError(.unexpectedByte, at: 0)), ("1,", JSONError(.unexpectedByte, at: 1)),
      ("[\u{A0}1]", JSONError(.unexpectedByte, at: 1)),
    ])
  func refuses(_ text: String, _ expected: JSONError) {
    #expect(error(Array(text.utf8)) == expected)
  }

  @Test(
    "refuses half surrogate pairs in escapes",
    arguments: [
      #""\ud83d""#, #""\ude00""#, #""\ud83d\u0041""#, #""\ud83dx\ude00""#, #""\ud83d\ud83d""#,
    ])
  func surrogates(_ text: String) {
    #expect(error(Array(text.utf8)) == JSONError(.loneSurrogate, at: 1))
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE4, 0xB8],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(_ bytes: [UInt8]) {
    #expect(error([0x22, 0x61] + bytes + [0x22]) == JSONError(.invalidUTF8, at: 2))
  }

  @Test("stops at the depth that it was given, not at the end of the stack")
  func depth() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(error(deep) == JSONError(.tooDeep, at: 256))
    let allowed = Array("[[[]]]".utf8)
    #expect(error(allowed, depthLimit: 3) == nil)
    #expect(error(allowed, depthLimit: 2) == JSONError(.tooDeep, at: 2))
  }

  @Test("skips a value with all that is in it")
  func skips() throws {
    var cursor = JSONCursor(Array(#"[{"a":[1,{"b":2}]},"next"]"#.utf8))
    _ = try cursor.next()
    let start = try cursor.next()
    #expect(start.kind == .objectStart)
    try cursor.skip(toDepth: cursor.depth - 1)
    let next = try cursor.next()
    #expect(cursor.string(next) == "next")
  }

  @Test("never traps, whatever is cut off or changed", arguments: 0..<64)
  func mutilated(_ seed: Int) {
    let whole = Array(#"{"a":["\u00e9\ud83d\ude00",-1.5e-3,true,null,{"中":"é"}],"b":{}}"#.utf8)
    for end in 0..<whole.count { #expect(error(Array(whole[..<end])) != nil) }
    for index in whole.indices {
      var changed = whole
      changed[index] = UInt8(truncatingIfNeeded: seed &* 37 &+ index &* 11)
      _ = error(changed)
    }
  }
}
