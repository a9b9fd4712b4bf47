internal import TieoutModel

/// What the title of an hOCR element says: `bbox 10 20 30 40; x_wconf 96`.
struct HOCRProperties {
  /// Where the element stands.
  private(set) var box: Box?
  /// How sure the engine was, in hundredths.
  private(set) var confidence: UInt8?
  /// The number of the page, counted from 1.
  private(set) var pageNumber: Int?
  /// The name of the page's image.
  private(set) var image: String?

  init(_ title: String) {
    for property in Self.properties(title) {
      let parts = property.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "," }
      let numbers = parts.dropFirst().compactMap { Double($0) }
      switch parts.first {
      case "bbox" where numbers.count >= 4:
        box = Box(numbers[0], numbers[1], numbers[2], numbers[3])
      case "x_wconf", "x_confs", "x_conf":
        confidence = Self.hundredths(parts.dropFirst())
      case "ppageno":
        if let number = numbers.first, number >= 0, number < 1e6 { pageNumber = Int(number) + 1 }
      case "image":
        let quoted = property.drop { $0 != "\"" && $0 != "'" }
        let name = quoted.dropFirst().prefix { $0 != quoted.first }
        if !name.isEmpty { image = String(name) }
      default: break
      }
    }
  }

  /// The least of some confidences, in hundredths; one with a point that is not above 1 is a share.
  private static func hundredths(_ values: ArraySlice<Substring>) -> UInt8? {
    let numbers = values.compactMap { value -> Double? in
      guard let number = Double(value) else { return nil }
      return number <= 1 && value.contains(".") ? number * 100 : number
    }
    guard let least = numbers.min(), least >= 0, least <= 100 else { return nil }
    return UInt8(least + 0.5)
  }

  /// The properties, parted by semicolons outside of quotes.
  private static func properties(_ title: String) -> [Substring] {
    var isQuoted = false
    return title.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }
}
