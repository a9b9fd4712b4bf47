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
    let title = Array(title.utf8)
    var start = 0
    var isQuoted = false
    for index in title.indices {
      if title[index] == 0x22 { isQuoted.toggle() }
      guard title[index] == 0x3B, !isQuoted else { continue }
      read(title[start..<index])
      start = index + 1
    }
    read(title[start...])
  }

  /// Reads one property: its name and its values.
  private mutating func read(_ property: ArraySlice<UInt8>) {
    let parts = property.split { $0.isBlankASCII || $0 == 0x2C }
    guard let name = parts.first else { return }
    let values = parts.dropFirst()
    if name.elementsEqual("bbox".utf8) {
      let numbers = values.compactMap(Self.number)
      if numbers.count >= 4 { box = Box(numbers[0], numbers[1], numbers[2], numbers[3]) }
    } else if ["x_wconf", "x_confs", "x_conf"].contains(where: { name.elementsEqual($0.utf8) }) {
      confidence = Self.hundredths(values)
    } else if name.elementsEqual("ppageno".utf8) {
      let number = values.lazy.compactMap(Self.number).first
      if let number, number >= 0, number < 1e6 { pageNumber = Int(number) + 1 }
    } else if name.elementsEqual("image".utf8) {
      let quoted = property.drop { $0 != 0x22 && $0 != 0x27 }
      let image = quoted.dropFirst().prefix { $0 != quoted.first }
      if !image.isEmpty { self.image = String(decoding: image, as: UTF8.self) }
    }
  }

  private static func number(_ value: ArraySlice<UInt8>) -> Double? {
    // Nearly all are whole numbers of dots.
    if value.count < 10, value.allSatisfy(\.isDigitASCII) {
      return Double(value.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return Double(String(decoding: value, as: UTF8.self))
  }

  /// The least of some confidences, in hundredths; one with a point that is not above 1 is a share.
  private static func hundredths(_ values: ArraySlice<ArraySlice<UInt8>>) -> UInt8? {
    let numbers = values.compactMap { value -> Double? in
      guard let number = number(value) else { return nil }
      return number <= 1 && value.contains(0x2E) ? number * 100 : number
    }
    guard let least = numbers.min(), least >= 0, least <= 100 else { return nil }
    return UInt8(least + 0.5)
  }
}
