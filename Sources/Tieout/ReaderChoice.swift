internal import TieoutModel
internal import TieoutReaders

/// Which reader reads a file, and why it is the one.
struct ReaderChoice {
  /// The file in UTF-8.
  private let bytes: [UInt8]
  private let name: String
  /// What the file is, where that is no engine's output.
  private let foreign: ForeignFile?

  /// Looks at an input, which was decoded.
  init(_ input: Input, _ decoded: DecodedInput) {
    bytes = decoded.bytes
    name = input.name
    foreign = ForeignFile.kind(of: input.bytes)
  }

  /// The formats whose signs another one may bear as well: what the caller names is believed.
  private static let alike: [String: Set<String>] = [
    "markdown": ["html", "text"], "csv": ["markdown", "text"],
    "aligned-text": ["markdown", "csv", "spaced-text", "text"],
    "spaced-text": ["aligned-text", "text"],
    "html": ["hocr", "markdown", "text"], "hocr": ["html"],
  ]

  /// The reader of the format that the caller names, or else of the first that recognises the file.
  func reader(named format: String?) throws(RunError) -> (any Reader.Type, String) {
    if let foreign { throw foreign.error(name) }
    guard let format else {
      if let found = recognised() { return found }
      throw unknown
    }
    guard let reader = Registry.readers.first(where: { $0.format == format }) else {
      throw RunError(
        zh: "没有名为“\(format)”的格式。现有：\(Self.known)。",
        en: "There is no format “\(format)”. There is: \(Self.known).")
    }
    // Anything that can be read is text, if somebody wants it so.
    guard format != "text", reader.recognise(bytes, name: name) == nil else {
      return (reader, "named by the caller")
    }
    guard let (other, reason) = recognised() else {
      // Damage may hide what a file is, but not that it is JSON.
      if Readers.isJSON(bytes), Readers.readsJSON(reader) { return (reader, "named by the caller") }
      throw RunError(
        zh: "“\(name)”不是 \(format)。请去掉 --from，或给出该格式的文件。",
        en: "“\(name)” is not \(format). Leave --from out, or give a file in that format.")
    }
    if other.format == format || Self.alike[format]?.contains(other.format) == true {
      return (reader, "named by the caller")
    }
    throw RunError(
      zh:
        "“\(name)”不是 \(format)，看来是 \(other.format)（\(reason)）。请用 --from \(other.format) 或去掉 --from。",
      en: "“\(name)” is not \(format): it looks like \(other.format) (\(reason)). Give --from "
        + "\(other.format), or leave it out.")
  }

  private func recognised() -> (any Reader.Type, String)? {
    let digest = Readers.digest(bytes)
    for reader in Registry.readers {
      let isShort = Readers.readsJSON(reader) && !Readers.looksInside(reader)
      let looked = isShort ? digest ?? bytes : bytes
      if let reason = reader.recognise(looked, name: name) { return (reader, reason) }
    }
    return nil
  }

  private static var known: String { Registry.readers.map { $0.format }.joined(separator: ", ") }

  private var unknown: RunError {
    if Readers.isJSON(bytes) {
      return RunError(
        zh: "“\(name)”是 JSON，但不是能读的格式，或在能认出之前就被截断（现有：\(Self.known)）。请给出识别引擎的完整输出。",
        en: "“\(name)” is JSON and is in no format that can be read, or it is cut off before that "
          + "shows (there is: \(Self.known)). Give all that an OCR engine wrote.")
    }
    return RunError(
      zh: "“\(name)”不是能读的格式（现有：\(Self.known)）。请给出识别引擎的文本输出（UTF-8）。",
      en: "“\(name)” is in no format that can be read (there is: \(Self.known)). "
        + "Give an OCR engine’s text output in UTF-8.")
  }
}
