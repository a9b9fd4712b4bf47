/// What a reader makes of a submission: one text, cut into cells, rows and blocks.
public struct Document: Sendable {
  /// The inputs, in the order in which they were read.
  public var sources: [Source] = []
  /// The characters of all inputs as their readers found them, UTF-8, one input after the other.
  ///
  /// Of plain text they are the file's bytes; of other formats `Source.file` knows their places.
  public var bytes: [UInt8] = []
  /// The cleaned text, UTF-8; before cleaning the same as `bytes`.
  public var text: [UInt8] = []
  /// How many bytes at the text's end were printed nowhere: what reviewers corrected.
  public internal(set) var addedBytes = 0
  /// The characters in whose place words were added, each with where these begin.
  var replaced: [(start: UInt32, printed: Slice)] = []
  /// Whether `bytes` and `text` are known to be UTF-8 throughout; the reader who looked says so.
  public var isWellFormed = false
  /// Whether the input that is read next is known to be text in UTF-8; who decoded it looked.
  public var isPlainNext = false
  /// From the cleaned text back to the bytes.
  public var map = SourceMap()
  /// The names of the cleaning rules that `map` numbers.
  public var rules: [String] = []
  /// The offset in `bytes` at which each line begins.
  public var lineStarts: [UInt32] = [0]
  /// All cells, row by row.
  public var cells: [Cell] = []
  /// How many cells it may have at most; a reader refuses an input that brings more.
  public var cellLimit = 10_000_000
  /// All rows; a line of prose is a row of one cell.
  public var rows: [Row] = []
  /// Tables and paragraphs, in reading order.
  public var blocks: [Block] = []
  /// What the blocks belong to, in reading order; empty before the tables are recognised.
  public var regions: [Region] = []
  /// What the sets of columns are called where a table prints several side by side, in their order.
  public var columnSets: [ColumnSet] = []
  /// Characters that say again what another cell says, since it spans theirs.
  public var copies: [Slice] = []
  /// What the reader and the stages had to say about the content.
  public var remarks: [Remark] = []
  /// What the stages changed in the structure; `Row.repair` counts them from 1.
  ///
  /// Once records are made they are the first of `Submission.repairs`.
  public var repairs: [Repair] = []
  /// The repairs that a reviewer wants done otherwise than evidence decides; empty on a first reading.
  public var overruled: [Overruled] = []

  /// Creates an empty document.
  public init() {}

  /// One input.
  public struct Source: Hashable, Sendable {
    /// The name that reports use: a file's name, never its folder.
    public var name: String
    /// Where its characters stand in `Document.bytes`.
    public var range: Range<Int>
    /// The number of lines.
    public var lines: Int
    /// The format's name.
    public var format: String
    /// Why it was taken for that format.
    public var reason: String
    /// The character encoding's name.
    public var encoding: String
    /// The SHA-256 of its file, in hexadecimal; empty until the front door fills it in.
    public var sha256: String
    /// Where its characters stand in its file; `nil` where they are the file.
    public var file: SourceFile?
    /// Where the characters of its file stood before they were converted to UTF-8; `nil` where
    /// they were not.
    public var transcoding: Transcoding?
    /// The non-blank scalars of the file that are signs of the format and no characters.
    public var markup = 0
    /// The pages that it has, blank ones as well; `nil` where it has none.
    public var pages: ClosedRange<UInt32>?

    /// Creates the description of an input.
    public init(
      name: String, range: Range<Int>, lines: Int, format: String, reason: String,
      encoding: String, sha256: String = "", file: SourceFile? = nil
    ) {
      self.name = name
      self.range = range
      self.lines = lines
      self.format = format
      self.reason = reason
      self.encoding = encoding
      self.sha256 = sha256
      self.file = file
    }

    /// The number of bytes in the file as given.
    public var byteCount: Int { transcoding?.fileCount ?? file?.bytes.count ?? range.count }
  }

  /// One cell of a table, or one line of prose.
  public struct Cell: Hashable, Sendable, BitwiseCopyable {
    /// Its characters, without white space at the edges.
    public var text: Slice
    /// The column in which it begins, counted from 0.
    public var column: UInt16
    /// The number of columns that it spans.
    public var columnSpan: UInt16
    /// The number of rows that it spans.
    public var rowSpan: UInt16
    /// The profile's label that its text is; `LabelID.none` where it is none.
    public var label: LabelID
    /// The column of its table that it belongs to, as the stages decided, counted from 0;
    /// `Cell.unassigned` before that.
    public var slot: UInt16
    /// The set of columns that it stands in, counted from 1, where a table prints several sets of the
    /// same columns side by side; 0 for what all of them share.
    public var set: UInt8 = 0

    /// The slot of a cell that no stage has placed.
    public static let unassigned: UInt16 = .max

    /// Creates a cell.
    public init(text: Slice, column: UInt16, columnSpan: UInt16 = 1, rowSpan: UInt16 = 1) {
      self.text = text
      self.column = column
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.label = .none
      self.slot = Self.unassigned
    }
  }

  /// One row of a table, or one line of prose.
  public struct Row: Hashable, Sendable, BitwiseCopyable {
    /// The first of its cells.
    public var firstCell: UInt32
    /// The number of its cells.
    public var cellCount: UInt32
    /// The page it stands on, counted from 1; 0 where the format has no pages.
    public var page: UInt32
    /// Whether it is a line of prose, even where its labels were cut off as cells.
    public var isLine: Bool
    /// Whether its cells stand in columns that were measured on the page, and not only counted.
    public var isMeasured = false
    /// What the row is to its table.
    public var role = Role.plain
    /// The table that `role` speaks of: 0 for the summary, else the place of the group in
    /// `DetailSpec.groups`, counted from 1.
    public var table: UInt8 = 0
    /// The repair of its cells in `Document.repairs`, counted from 1; 0 where it stands as printed.
    public var repair: UInt32 = 0

    /// What a row is to its table.
    public enum Role: UInt8, Hashable, Sendable, BitwiseCopyable {
      /// Labels and values side by side, or a line of prose.
      case plain
      /// The title of the summary or of a form.
      case title
      /// Labels that head columns; each cell's `slot` names its column.
      case header
      /// Values under a header; each cell's `slot` names its column.
      case entry
      /// Labels that each head the one value below them.
      case fieldHeader
      /// Values below a `fieldHeader`, each under its label.
      case fieldValues
      /// What counts the columns, or says how they are worked out.
      case columnNumbers
    }

    /// Creates a row.
    public init(firstCell: UInt32, cellCount: UInt32, page: UInt32 = 0, isLine: Bool = false) {
      self.firstCell = firstCell
      self.cellCount = cellCount
      self.page = page
      self.isLine = isLine
    }

    /// The indices of its cells.
    public var cells: Range<Int> { Int(firstCell)..<Int(firstCell + cellCount) }
  }

  /// A set of columns beside others of the same table.
  public struct ColumnSet: Hashable, Sendable {
    /// The row that heads the columns.
    public var header: Int
    /// The set, as `Cell.set` numbers it.
    public var set: UInt8
    /// The period that its head names, by its place in the group's `periods`.
    public var period: Int
    /// The head that names it.
    public var printed: Slice

    /// Creates the name of a set.
    public init(header: Int, set: UInt8, period: Int, printed: Slice) {
      self.header = header
      self.set = set
      self.period = period
      self.printed = printed
    }
  }

  /// A table or a paragraph.
  public struct Block: Hashable, Sendable, BitwiseCopyable {
    /// Whether it has columns.
    public enum Kind: UInt8, Hashable, Sendable, BitwiseCopyable {
      /// Lines of prose, a row of one cell each.
      case paragraph
      /// Rows of cells.
      case table
    }

    /// Table or paragraph.
    public var kind: Kind
    /// The first of its rows.
    public var firstRow: UInt32
    /// The number of its rows.
    public var rowCount: UInt32

    /// Creates a block.
    public init(kind: Kind, firstRow: UInt32, rowCount: UInt32) {
      self.kind = kind
      self.firstRow = firstRow
      self.rowCount = rowCount
    }

    /// The indices of its rows.
    public var rows: Range<Int> { Int(firstRow)..<Int(firstRow + rowCount) }
  }

  /// A run of rows that belong together: the letter, a piece of the summary, a form.
  public struct Region: Hashable, Sendable {
    /// What the rows are.
    public enum Kind: UInt8, Hashable, Sendable {
      /// Prose before, between and after the tables.
      case prose
      /// One printed piece of the summary table, its header rows first.
      case summary
      /// One detail form, its title lines first.
      case form
    }

    /// What the rows are.
    public var kind: Kind
    /// The rows, in reading order.
    public var rows: Range<Int>

    /// Creates a region.
    public init(kind: Kind, rows: Range<Int>) {
      self.kind = kind
      self.rows = rows
    }
  }

  /// Something that a reader or a stage had to say about the content, with its place.
  public struct Remark: Hashable, Sendable {
    /// What it said.
    public var message: Message
    /// Where, in `Document.bytes`, which stay as they are when the text is cleaned.
    public var at: Slice

    /// Creates a remark.
    public init(_ message: Message, at: Slice) {
      self.message = message
      self.at = at
    }
  }
}
