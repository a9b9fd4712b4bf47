internal import TieoutModel

/// A kind of file that is no engine's output, told by its first bytes: what it is, and what to give.
struct ForeignFile {
  /// The bytes that it begins with, and those that stand further on.
  private let start: [UInt8]
  private let further: (offset: Int, bytes: [UInt8])?
  private let what: Message
  private let remedy: Message

  /// The kind of a file, as it lies there; `nil` for what may be an engine's output.
  static func kind(of file: [UInt8]) -> ForeignFile? {
    all.first { kind in
      guard file.starts(with: kind.start) else { return false }
      guard let further = kind.further else { return true }
      return file.dropFirst(further.offset).starts(with: further.bytes)
    }
  }

  /// What to say of the file.
  func error(_ name: String) -> RunError {
    RunError(
      zh: "“\(name)”是\(what.zh)，不是识别引擎的输出。\(remedy.zh)",
      en: "“\(name)” is \(what.en), not what an OCR engine wrote. \(remedy.en)")
  }

  private init(
    _ start: [UInt8], further: (offset: Int, bytes: [UInt8])? = nil, _ what: Message,
    _ remedy: Message
  ) {
    self.start = start
    self.further = further
    self.what = what
    self.remedy = remedy
  }

  // MARK: Kinds

  private static let image = Message(zh: "图像", en: "an image")
  private static let toRecognise = Message(
    zh: "请先用识别引擎识别，再给出其输出。",
    en: "Put it through one, and give what that writes.")
  private static let pdf = Message(
    zh: "请先用识别引擎识别（自带文字的也可用 pdftotext -bbox-layout），"
      + "再给出其输出。",
    en: "Put it through one, or through pdftotext -bbox-layout if it holds text, and give what "
      + "that writes.")
  private static let office = Message(
    zh: "请另存为 HTML 或制表符分隔的文本，再给出该文件。",
    en: "Save it as HTML, or as text with tabs, and give that.")
  private static let packed = Message(zh: "请先解压。", en: "Unpack it first.")

  private static let all: [ForeignFile] = [
    ForeignFile(Array("%PDF-".utf8), Message(zh: " PDF", en: "a PDF"), pdf),
    ForeignFile([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], image, toRecognise),
    ForeignFile([0xFF, 0xD8, 0xFF], image, toRecognise),
    ForeignFile(Array("GIF8".utf8), further: (5, [0x61]), image, toRecognise),
    ForeignFile([0x49, 0x49, 0x2A, 0x00], image, toRecognise),
    ForeignFile([0x4D, 0x4D, 0x00, 0x2A], image, toRecognise),
    ForeignFile(Array("BM".utf8), further: (6, [0, 0, 0, 0]), image, toRecognise),
    ForeignFile(Array("RIFF".utf8), further: (8, Array("WEBP".utf8)), image, toRecognise),
    ForeignFile([0x00, 0x00, 0x00, 0x0C], further: (4, Array("jP  ".utf8)), image, toRecognise),
    ForeignFile(Array("AT&TFORM".utf8), Message(zh: " DjVu", en: "a DjVu file"), toRecognise),
    // The first file in the archive of Word or Excel is the list of its parts.
    ForeignFile(
      Array("PK\u{3}\u{4}".utf8), further: (30, Array("[Content_Types]".utf8)),
      Message(zh: " Office 文件", en: "an Office file"), office),
    ForeignFile(
      Array("PK\u{3}\u{4}".utf8), further: (30, Array("mimetypeapplication/vnd.oasis".utf8)),
      Message(zh: " OpenDocument 文件", en: "an OpenDocument file"), office),
    ForeignFile(Array("PK\u{3}\u{4}".utf8), Message(zh: "压缩包", en: "a ZIP archive"), packed),
    ForeignFile(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      Message(zh: "旧版 Office 文件", en: "an old Office file"), office),
    ForeignFile(Array("{\\rtf".utf8), Message(zh: " RTF", en: "an RTF file"), office),
    ForeignFile([0x1F, 0x8B, 0x08], Message(zh: " gzip 压缩文件", en: "packed with gzip"), packed),
    ForeignFile(
      [0xFD, 0x37, 0x7A, 0x58, 0x5A], Message(zh: " xz 压缩文件", en: "packed with xz"), packed),
    ForeignFile(
      [0x28, 0xB5, 0x2F, 0xFD], Message(zh: " zstd 压缩文件", en: "packed with zstd"), packed),
    ForeignFile(
      Array("SQLite format 3".utf8), Message(zh: " SQLite 数据库", en: "an SQLite database"),
      Message(
        zh: "请给出它由之而来的文件。", en: "Give the files that it was made of.")),
  ]
}
