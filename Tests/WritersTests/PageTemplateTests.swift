import Testing

@testable import TieoutWriters

/// What a template's tags stand for.
@Suite("Templates of pages")
struct PageTemplateTests {
  private func page(_ template: String, _ values: PageTemplate.Values) -> String {
    var output = ByteBuffer()
    PageTemplate(Array(template.utf8)).fill(values, into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }

  @Test("Text is escaped in two braces and written as it is in three")
  func text() {
    let values: PageTemplate.Values = ["a.b": .text("<1 & \"2\">")]
    #expect(page("x {{a.b}} y", values) == "x &lt;1 &amp; &quot;2&quot;&gt; y")
    #expect(page("x {{{a.b}}} y", values) == "x <1 & \"2\"> y")
  }

  @Test("A section is written for each entry, whose names come before those around it")
  func lists() {
    let values: PageTemplate.Values = [
      "rows": .list([["name": .text("one")], [:], ["name": .text("three")]]),
      "name": .text("around"), "sum": .text("6"),
    ]
    #expect(
      page("{{#rows}}[{{name}} {{sum}}]{{/rows}}", values) == "[one 6][around 6][three 6]")
  }

  @Test("A section of a text is written once, and the dot is that text")
  func dot() {
    #expect(page("{{#more}}{{.}} more{{/more}}", ["more": .text("7")]) == "7 more")
  }

  @Test("What nothing has the name of is left out", arguments: ["{{a}}", "{{#a}}b{{/a}}"])
  func missing(_ template: String) { #expect(page("<\(template)>", [:]) == "<>") }

  @Test("The line of a section's tag is left out where nothing else stands in it")
  func lines() {
    let list: PageTemplate.Value = .list([[:], [:]])
    #expect(page("<ul>\n{{#a}}\n<li>\n{{/a}}\n</ul>\n", ["a": list]) == "<ul>\n<li>\n<li>\n</ul>\n")
    #expect(page("<p>{{#a}}\n-{{/a}}\n", ["a": list]) == "<p>\n-\n-\n")
  }

  @Test("What somebody else writes stands in its place")
  func written() {
    #expect(page("({{{a}}})", ["a": .written { $0.literal("<b>") }]) == "(<b>)")
  }

  @Test(
    "A template that breaks off is written as far as it goes", arguments: ["a{{", "a{", "a{{b"])
  func broken(_ template: String) { #expect(page(template, [:]).hasPrefix("a")) }
}
