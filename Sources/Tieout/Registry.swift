internal import TieoutReaders
internal import TieoutReconciliation
internal import TieoutRecords
internal import TieoutStages

/// Everything that a run is made of, as plain lists.
///
/// A new part is one file and one line in the list of its own module.
public enum Registry {
  /// The formats, in the order in which they are tried.
  public static let readers: [any Reader.Type] = Readers.all

  /// The improvements of a document, in their order.
  public static let stages: [any Stage.Type] = Stages.all

  /// The check catalogue, in the order of its report.
  public static let checks: [any Check.Type] = Catalogue.checks

  /// What the checks are called and what people read about them, in the same order.
  public static let catalogue: [CatalogueEntry] = checks.map { $0.entry }

  /// The catalogue entry with an identifier or a name; `nil` where there is none.
  public static func check(_ name: String) -> CatalogueEntry? {
    catalogue.first { $0.id == name || $0.name == name || $0.id == name.uppercased() }
  }

  /// What a submission can be written as.
  public static let writers: [any Writer.Type] = [
    JSONWriter.self,
    XMLWriter.self,
    FindingsWriter.self,
    TextReport.self,
    HTMLReport.self,
    TraceWriter.self,
    LedgerWriter.self,
    SARIFWriter.self,
    JUnitWriter.self,
    CSVWriter.self,
    WorkpaperWriter.self,
    SQLiteWriter.self,
    NDJSONWriter.self,
    MarkdownReport.self,
  ]

  /// What a rebuilt document can be written as.
  public static let documentWriters: [any DocumentWriter.Type] = [
    TextDocument.self,
    MarkdownDocument.self,
    HTMLDocument.self,
    CSVDocument.self,
    JSONDocument.self,
  ]

  /// The identifiers of the built-in profiles, the preferred one first.
  public static let profiles: [String] = BuiltInProfiles.ids

  /// The writer of a format; `nil` where there is none.
  public static func writer(_ format: String) -> (any Writer.Type)? {
    writers.first { $0.format == format }
  }
}
