import Testing
import TieoutMarkup

/// What libxml2 sees, and where it stands.
@Suite struct MarkupEventsTests {
  /// Events as people read them: `<name`, `>name`, `"characters"`, `&characters`.
  private func lines(_ events: MarkupEvents) -> [String] {
    events.events.map { event in
      let source = String(decoding: events.bytes[event.range], as: UTF8.self)
      switch event.kind {
      case .start: return "<\(events.name(event)) \(source)"
      case .end: return ">\(events.name(event)) \(source)"
      case .text: return "“\(source)”"
      case .reference:
        return "&\(String(decoding: events.referenced(event), as: UTF8.self)) \(source)"
      }
    }
  }

  @Test func `HTML is told as it stands, implied elements without bytes`() {
    let events = MarkupEvents(
      html: Array("<table><tr><td colspan=2>甲 &amp; 乙<td>a&nbsp;b&unknown;<br></table>末".utf8))
    #expect(
      lines(events) == [
        "<html ", "<body ", "<table <table>", "<tr <tr>", "<td <td colspan=2>", "“甲 ”",
        "&& &amp;", "“ 乙”", ">td ", "<td <td>", "“a”", "&\u{A0} &nbsp;", "“b”", "“&”",
        "“unknown”", "“;”", "<br <br>", ">br ", ">td ", ">tr ", ">table </table>", "“末”", ">body ",
        ">html ",
      ])
  }

  @Test func `XML is told as it stands, entities of a document type stay what they are`() {
    let events = MarkupEvents(
      xml: Array(
        """
        <?xml version="1.0" encoding="GB18030"?>
        <!DOCTYPE a [<!ENTITY w "boom">]>
        <x:a xmlns:x="u" k='1 &lt; 2'>一&#x4E8C;&w;<b/><![CDATA[<三>]]><!-- c -->四</x:a>
        """.utf8))
    #expect(
      lines(events) == [
        "<a <x:a xmlns:x=\"u\" k='1 &lt; 2'>", "“一”", "&二 &#x4E8C;", "“&w;”", "<b <b/>", ">b ",
        "“<三>”", "“四”", ">a </x:a>",
      ])
    let start = events.events[0]
    #expect(events.attribute("k", of: start) == "1 < 2")
    #expect(
      events.attributeRange("k", of: start).map {
        String(decoding: events.bytes[$0], as: UTF8.self)
      } == "1 &lt; 2")
  }

  @Test func `References in XML part characters, and unknown ones stay what they are`() {
    let events = MarkupEvents(xml: Array("<a>甲 &amp; 乙&#30002;丙&w;丁<b>&w;</b>&lt;</a>".utf8))
    #expect(
      lines(events) == [
        "<a <a>", "“甲 ”", "&& &amp;", "“ ”", "“乙”", "&甲 &#30002;", "“丙”", "“&w;”", "“丁”", "<b <b>",
        "“&w;”", ">b </b>", "&< &lt;", ">a </a>",
      ])
  }

  @Test func `A value keeps references that nobody defined`() {
    let file = "<a k='甲 &w; &lt;&#20057;&#x4E19;' l='&lt;' m='&w'/>"
    let events = MarkupEvents(xml: Array(file.utf8))
    let start = events.events[0]
    #expect(events.attribute("k", of: start) == "甲 &w; <乙丙")
    #expect(events.attribute("l", of: start) == "<")
  }

  @Test func `An XML file that breaks off says where`() {
    #expect(MarkupEvents(xml: Array("<a><b/>甲</a>".utf8)).breakOff == nil)
    #expect(MarkupEvents(xml: Array("<a><b/>甲".utf8)).breakOff == 10)
    #expect(MarkupEvents(xml: []).breakOff == 0)
  }

  @Test("HTML that is cut off is noticed wherever that is, in the name of its last end tag, too")
  func cutHTML() {
    let whole = Array("<div>3 < 4<b>乙</b></div>".utf8)
    #expect(MarkupEvents(html: whole).breakOff == nil)
    for end in 2..<whole.count - 1 {
      #expect(MarkupEvents(html: Array(whole[..<end])).breakOff != nil, "at byte \(end)")
    }
    #expect(MarkupEvents(html: Array("<p>3 <".utf8)).breakOff == nil)
  }

  @Test func `Damage costs no more than itself`() {
    let bytes: [UInt8] = Array("<p>甲".utf8) + [0x00, 0xFF] + Array("乙</p><p>丙".utf8)
    let events = MarkupEvents(html: bytes)
    let text = events.events.filter { $0.kind == .text }.flatMap { events.bytes[$0.range] }
    #expect(text == Array("甲".utf8) + [0x00, 0xFF] + Array("乙丙".utf8))
  }

  @Test(
    arguments: [
      "甲 < 5%", "<2%", "0<x<5", "一 <b 二", "<甲>", "<!甲>", "<? 甲>", "</ 甲>", "<!-- 甲",
      "<![CDATA[甲]]>",
      "<b c=\"甲", "<b c='<i>甲",
    ])
  func `What begins no tag is text`(_ text: String) {
    let events = MarkupEvents(html: Array("<p>\(text)</p>".utf8))
    let found = events.events.filter { $0.kind == .text }.flatMap { events.bytes[$0.range] }
    #expect(String(decoding: found, as: UTF8.self) == text.replacing("<i>", with: ""))
  }

  @Test func `Elements in one another without end cost as much as they are long`() {
    let hostile = String(repeating: "<div>甲", count: 20_000)
    let events = MarkupEvents(
      html: Array((hostile + String(repeating: "</b>", count: 20_000)).utf8))
    #expect(events.events.count { $0.kind == .text } == 20_000)
    #expect(
      events.events.count { $0.kind == .start } == events.events.count { $0.kind == .end })
  }

  @Test func `Places are exact behind line 65 535 and in long runs`() {
    let filler = String(repeating: "字\r\n", count: 70_000)
    let events = MarkupEvents(xml: Array("<a>\(filler)<b k=\"1\">末</b></a>".utf8))
    let last = events.events.last { $0.kind == .text }
    #expect(last.map { String(decoding: events.bytes[$0.range], as: UTF8.self) } == "末")
    let text = events.events.filter { $0.kind == .text }
    #expect(text.dropLast().reduce(0) { $0 + $1.range.count } == filler.utf8.count)
  }
}
