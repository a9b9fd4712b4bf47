internal import TieoutModel

/// The names of columns and closed words, as repairs tell them.
final class RepairWords: Sendable {
  /// The names of the columns with a colon, as they stand before what was moved.
  private let columns: [String]
  private let terms: [String]

  init(_ profile: Profile, _ specs: [ColumnSpec]) {
    columns = specs.map { profile.name($0.name) + ": " }
    terms = profile.terms
  }

  /// Puts down what stands before what is printed in a column: the column's name, or a dash for none.
  func put(_ column: Int?, into text: inout TextBuffer) {
    if let column { text.append(columns[column]) } else { text.append(literal: "-: ") }
  }

  /// A closed word.
  func term(_ term: TermID) -> String { terms[Int(term.rawValue)] }
}

/// Tells what was put right in one row; in words when the repair is made.
struct RowRepairReport {
  /// What was done to a cell; equal for cells that were changed alike.
  enum Change: Equatable {
    /// A word was completed.
    case restored(String, as: String)
    /// A cell was moved from a column to another; `nil` stands for none.
    case moved(from: Int?, to: Int?)
  }

  /// What was changed, cell by cell.
  private(set) var changes: [Change] = []
  /// The cells that were changed.
  private(set) var cells: [Slice] = []

  /// Creates a report without changes, with room for those of a row.
  init(count: Int) {
    changes.reserveCapacity(count)
    cells.reserveCapacity(count)
  }

  /// A number that is the same for rows that were changed alike; few others share it.
  var hash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ number: Int) { hash = (hash ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3 }
    for change in changes {
      switch change {
      case .restored(let printed, let word):
        for byte in printed.utf8 { mix(Int(byte)) }
        mix(word.utf8.count)
      case .moved(let from, let to):
        mix(from ?? -1)
        mix(to ?? -1)
      }
    }
    return hash
  }

  /// Adds a word that was completed.
  mutating func restored(_ printed: String, _ word: String, _ cell: Slice) {
    changes.append(.restored(printed, as: word))
    cells.append(cell)
  }

  /// Adds a cell that was moved; `nil` stands for no column.
  mutating func moved(_ cell: Slice, from: Int?, to: Int?) {
    changes.append(.moved(from: from, to: to))
    cells.append(cell)
  }

  /// Adds the row to the repair of rows that are changed like it.
  func add(
    to repair: inout Repair, _ words: RepairWords, _ text: [UInt8], isWellFormed: Bool
  ) {
    if repair.cells.isEmpty {
      repair.cells = cells
      repair.before.reserveCapacity(cells.count)
      repair.after.reserveCapacity(cells.count)
    } else {
      repair.cells += cells
    }
    var line = TextBuffer()
    for place in changes.indices {
      switch changes[place] {
      case .restored(let printed, let word):
        repair.before.append(printed)
        repair.after.append(word)
      case .moved(let from, let to):
        let cell = cells[place]
        let isPlain = isWellFormed && cell.isPlain(in: text.span)
        line.clear()
        words.put(from, into: &line)
        repair.before.append(line.with(cell, of: text, isPlain: isPlain))
        line.clear()
        words.put(to, into: &line)
        repair.after.append(line.with(cell, of: text, isPlain: isPlain))
      }
    }
  }

  /// The repair of rows that are changed like this one, still without any of them.
  func emptyRepair(_ alignment: RowAlignment) -> Repair {
    Repair(
      rule: "ST05", state: alignment.isTied ? .offered : .likely, cells: [], before: [],
      after: [], evidence: evidence(alignment))
  }

  private func evidence(_ alignment: RowAlignment) -> [Message] {
    var evidence: [Message] = []
    for case .restored(let printed, let word) in changes {
      evidence.append(Self.near(printed, to: word))
    }
    if alignment.shift != 0 {
      let place = alignment.shift + Self.farthest
      evidence.append(
        Self.shifts.indices.contains(place)
          ? Self.shifts[place] : Self.shifted(by: alignment.shift))
    } else if evidence.count < cells.count {
      evidence.append(
        Message(zh: "各格按列的类型归位", en: "each cell was put into the column whose type it has"))
    }
    if alignment.isTied {
      evidence.append(
        Message(
          zh: "另有同样合适的排法，因此保持原样",
          en: "another arrangement fits as well, so the row stays as printed"))
    }
    return evidence
  }

  /// What is said of rows that moved; put into words once, since whole tables move alike.
  private static let shifts = (-farthest...farthest).map(shifted)
  private static let farthest = 9

  private static func near(_ printed: String, to word: String) -> Message {
    var text = TextBuffer()
    text.append(literal: "“")
    text.append(printed)
    text.append(literal: "”只与标签“")
    text.append(word)
    text.append(literal: "”相近")
    let zh = text.string
    text.clear()
    text.append(literal: "“")
    text.append(printed)
    text.append(literal: "” is near to one label only: “")
    text.append(word)
    text.append(literal: "”")
    return Message(zh: zh, en: text.string)
  }

  private static func shifted(by columns: Int) -> Message {
    let places = abs(columns)
    let (side, way) = columns < 0 ? ("左", "left") : ("右", "right")
    return Message(
      zh: "整行\(side)移了 \(places) 列，移回后各格与列的类型相符",
      en:
        "the row stands \(places) column(s) too far \(way); moved back, each cell is what its column wants"
    )
  }
}

extension TextBuffer {
  /// The text with the characters of a cell behind it, its seams left out; plain ones are copied as
  /// they are.
  fileprivate mutating func with(_ cell: Slice, of text: [UInt8], isPlain: Bool) -> String {
    if isPlain {
      append(text.span.extracting(cell.range))
    } else {
      append(cell.string(in: text))
    }
    return string
  }
}

extension Slice {
  /// Whether it is whole characters of a text that is UTF-8, without a seam.
  fileprivate func isPlain(in text: borrowing Span<UInt8>) -> Bool {
    guard !isEmpty, text[Int(start)].isScalarStart else { return false }
    let isWhole = Int(end) == text.count || text[Int(end)].isScalarStart
    return isWhole && !text.holds(0x09, or: 0x0A, in: range)
  }
}
