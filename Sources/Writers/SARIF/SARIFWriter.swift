public import TieoutModel

/// Writes `findings.sarif`: the findings in the format of code scanners, SARIF 2.1.0.
///
/// Columns are counted in code points, as everywhere. What a reviewer has settled is suppressed, with
/// the reason; fingerprints are the program's own, so that a scanner's list survives a new recognition.
public enum SARIFWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "sarif"
  /// The file's name.
  public static let fileName = "findings.sarif"
  /// Its readers are programs that not everybody has.
  public static let isOnRequest = true

  /// Appends the log.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    JSONOutput.append(submission, options, to: &output) { json, submission in
      json.open("{")
      json.key("\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\"")
      json.key("\"version\":\"2.1.0\"")
      json.key("\"runs\":")
      json.open("[")
      json.open("{")
      json.tool(submission.catalogue)
      json.member("\"language\":", options.language == .chinese ? "zh-CN" : "en-US")
      json.key("\"columnKind\":\"unicodeCodePoints\"")
      json.artifacts(submission.document)
      json.results(submission)
      json.close("}")
      json.close("]")
      json.close("}")
    }
  }
}

extension JSONOutput {
  /// Writes the program and the catalogue, whose entries results name by their place.
  fileprivate mutating func tool(_ catalogue: [CatalogueEntry]) {
    key("\"tool\":")
    open("{")
    key("\"driver\":")
    open("{")
    member("\"name\":", Generator.name)
    member("\"semanticVersion\":", Generator.version)
    key("\"rules\":")
    open("[")
    for entry in catalogue {
      comma()
      open("{")
      member("\"id\":", entry.id)
      member("\"name\":", entry.name)
      text("\"shortDescription\":", entry.title.text(options.language))
      if let manual = entry.manual {
        text("\"fullDescription\":", manual.what.text(options.language))
        text("\"help\":", manual.decided.text(options.language))
        key("\"defaultConfiguration\":")
        open("{")
        member("\"level\":", manual.gravest.level)
        close("}")
      }
      close("}")
    }
    close("]")
    close("}")
    close("}")
  }

  /// Writes the inputs, which places name by their number.
  fileprivate mutating func artifacts(_ document: Document) {
    key("\"artifacts\":")
    open("[")
    for source in document.sources {
      comma()
      open("{")
      key("\"location\":")
      open("{")
      key("\"uri\":")
      uri(source.name)
      close("}")
      member("\"length\":", source.byteCount)
      member("\"encoding\":", source.encoding)
      if !source.sha256.isEmpty {
        key("\"hashes\":")
        open("{")
        member("\"sha-256\":", source.sha256)
        close("}")
      }
      close("}")
    }
    close("]")
  }

  /// Writes a file's name as a relative reference.
  mutating func uri(_ name: String) {
    buffer.byte(0x22)
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: buffer.byte(byte)
      default:
        buffer.byte(0x25)
        for digit in [byte >> 4, byte & 15] {
          buffer.byte(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
      }
    }
    buffer.byte(0x22)
  }

  /// Writes a message; brackets of the paper make no link in it.
  mutating func text(_ literal: StaticString, _ text: String) {
    key(literal)
    open("{")
    key("\"text\":")
    string(text.replacing("](", with: "] ("))
    close("}")
  }
}

extension Severity {
  /// The level of a scanner's result.
  var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .review, .note: "note"
    }
  }
}
