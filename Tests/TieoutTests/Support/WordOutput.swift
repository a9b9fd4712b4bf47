import Foundation

/// Writes pages of set lines as engines that tell boxes do: one function a format.
enum WordOutput {
  /// The formats, by the names of their readers.
  static let all: [(format: String, write: @Sendable (PaperPress) -> String)] = [
    ("rapidocr", rapidOCR), ("rapidocr", { boxList($0, isPair: false) }),
    ("rapidocr", { boxList($0, isPair: true) }), ("paddle-ocr", paddleOCR),
    ("tesseract-tsv", tesseractTSV), ("hocr", hocr),
    ("alto", { alto($0, unit: "pixel", scale: 1) }),
    ("alto", { alto($0, unit: "mm10", scale: 1.27) }),
    ("alto", { alto($0, unit: "inch1200", scale: 6) }), ("page", page), ("abbyy", abbyy),
  ]

  private static func rounded(_ number: Double) -> Int { Int(number.rounded()) }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  static func rapidOCR(_ press: PaperPress) -> String {
    let pages = press.pages.enumerated().map { number, lines in
      let items = lines.map { line in
        let (left, top) = (rounded(line.left), rounded(line.top))
        let (right, bottom) = (rounded(line.right), rounded(line.bottom))
        let text = line.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return
          "{\"box\":[[\(left),\(top)],[\(right),\(top)],[\(right),\(bottom)],[\(left),\(bottom)]],"
          + "\"text\":\"\(text)\",\"score\":0.99}"
      }
      return "{\"page\":\(number + 1),\"items\":[\(items.joined(separator: ",\n"))]}"
    }
    return "{\"engine\":\"rapidocr\",\"pages\":[\(pages.joined(separator: ",\n"))]}"
  }

  private static func corners(_ line: PaperPress.Line) -> String {
    let (left, top) = (rounded(line.left), rounded(line.top))
    let (right, bottom) = (rounded(line.right), rounded(line.bottom))
    return "[[\(left),\(top)],[\(right),\(top)],[\(right),\(bottom)],[\(left),\(bottom)]]"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Lists of box, text and score, as EasyOCR and PaddleOCR 2 hand them over.
  private static func boxList(_ press: PaperPress, isPair: Bool) -> String {
    let pages = press.pages.map { lines in
      let items = lines.map { line in
        let pair = "\(quoted(line.text)), 0.97"
        return "[\(corners(line)), \(isPair ? "[\(pair)]" : pair)]"
      }
      return "[\(items.joined(separator: ",\n"))]"
    }
    return "[\(pages.joined(separator: ",\n"))]"
  }

  private static func paddleOCR(_ press: PaperPress) -> String {
    let pages = press.pages.enumerated().map { number, lines in
      let polygons = lines.map(corners).joined(separator: ", ")
      return "{\"input_path\": \"x.pdf\", \"page_index\": \(number), \"dt_polys\": [\(polygons)],\n"
        + "\"rec_texts\": [\(lines.map { quoted($0.text) }.joined(separator: ", "))],\n"
        + "\"rec_scores\": [\(lines.map { _ in "0.98" }.joined(separator: ", "))],\n"
        + "\"rec_polys\": [\(polygons)]}"
    }
    return "[\(pages.joined(separator: ",\n"))]"
  }

  private static func tesseractTSV(_ press: PaperPress) -> String {
    var rows = [
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    ]
    for (page, lines) in press.pages.enumerated() {
      rows.append("1\t\(page + 1)\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t")
      for (place, line) in lines.enumerated() {
        let width = rounded(line.right) - rounded(line.left)
        let height = rounded(line.bottom) - rounded(line.top)
        rows.append(
          "5\t\(page + 1)\t1\t1\t\(place + 1)\t1\t\(rounded(line.left))\t\(rounded(line.top))\t"
            + "\(width)\t\(height)\t96.5\t\(line.text)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private static func hocr(_ press: PaperPress) -> String {
    let pages = press.pages.enumerated().map { number, lines in
      let spans = lines.map { line in
        "<span class='ocr_line' title=\"bbox \(rounded(line.left)) \(rounded(line.top)) "
          + "\(rounded(line.right)) \(rounded(line.bottom))\">\(escaped(line.text))</span>"
      }
      return
        "<div class='ocr_page' title='ppageno \(number)'>\(spans.joined(separator: "\n"))</div>"
    }
    return "<html><body>\(pages.joined())</body></html>"
  }

  private static func alto(_ press: PaperPress, unit: String, scale: Double) -> String {
    let pages = press.pages.map { lines in
      let strings = lines.map { line in
        let width = rounded((line.right - line.left) * scale)
        let height = rounded((line.bottom - line.top) * scale)
        return "<TextLine><String HPOS=\"\(rounded(line.left * scale))\" "
          + "VPOS=\"\(rounded(line.top * scale))\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\" "
          + "CONTENT=\"\(escaped(line.text))\"/></TextLine>"
      }
      return "<Page><PrintSpace>\(strings.joined(separator: "\n"))</PrintSpace></Page>"
    }
    return "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"><Description>"
      + "<MeasurementUnit>\(unit)</MeasurementUnit></Description>"
      + "<Layout>\(pages.joined())</Layout></alto>"
  }

  private static func page(_ press: PaperPress) -> String {
    let pages = press.pages.map { lines in
      let regions = lines.enumerated().map { place, line in
        let (left, top) = (rounded(line.left), rounded(line.top))
        let (right, bottom) = (rounded(line.right), rounded(line.bottom))
        return "<TextLine id=\"l\(place)\"><Coords points=\"\(left),\(top) \(right),\(top) "
          + "\(right),\(bottom) \(left),\(bottom)\"/><TextEquiv><Unicode>\(escaped(line.text))"
          + "</Unicode></TextEquiv></TextLine>"
      }
      return "<Page><TextRegion id=\"r\">\(regions.joined())</TextRegion></Page>"
    }
    return "<PcGts>\(pages.joined())</PcGts>"
  }

  private static func abbyy(_ press: PaperPress) -> String {
    let pages = press.pages.map { lines in
      let lines = lines.map { line in
        "<line l=\"\(rounded(line.left))\" t=\"\(rounded(line.top))\" "
          + "r=\"\(rounded(line.right))\" b=\"\(rounded(line.bottom))\">"
          + "<formatting>\(escaped(line.text))</formatting></line>"
      }
      return "<page><block blockType=\"Text\"><text><par>\(lines.joined())"
        + "</par></text></block></page>"
    }
    return "<document xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader6-schema-v1.xml\">"
      + pages.joined() + "</document>"
  }
}
