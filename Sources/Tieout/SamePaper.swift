internal import TieoutModel
internal import TieoutReaders

/// Which files of a submission are read, where an engine wrote the same paper in several formats and
/// files about it besides.
///
/// Read all of them, and each form stands there once for each format. What is the same paper is told
/// by the words, among files whose names belong together: the names alone tell nothing.
struct SamePaper {
  /// The files that are left out, and the file that is read in their place.
  private(set) var copies: [Int: Int] = [:]
  /// The files that no format fits, and a file that they belong to.
  private(set) var asides: [Int: Int] = [:]

  /// So many different papers of one name are told apart; further ones are compared with these.
  private static let mostPapers = 8

  /// A file that belongs together with others.
  private struct File {
    var name: String
    var format: String
    var words: WordCount
    /// What it tells of places: whether of boxes and of pages, and of how many boxes.
    var places: [Int]
  }

  /// A file, and how its name goes on behind what it shares with others.
  private typealias Named = (file: Int, rest: FileStem.Rest)

  /// Looks at the files of a submission.
  init(_ inputs: [Input], _ options: Options) throws(RunError) {
    guard inputs.count > 1 else { return }
    let families = Self.families(inputs.map(\.name))
    guard !families.isEmpty else { return }
    var files: [Int: File] = [:]
    var unfit: Set<Int> = []
    for index in Set(families.joined().map(\.file)).sorted() {
      try options.begin("read")
      try options.limits.check(inputs[index])
      let (file, isUnfit) = Self.file(inputs[index], options)
      files[index] = file
      if isUnfit { unfit.insert(index) }
    }
    for family in families { join(family, files) }
    // What was found to be a copy of a copy is one of what is read.
    for copy in Array(copies.keys) { copies[copy] = read(copy) }
    for family in families {
      for member in family where unfit.contains(member.file) {
        let other = family.first {
          files[$0.file] != nil && ($0.rest == .none || member.rest == .none)
        }
        if let other { asides[member.file] = read(other.file) }
      }
    }
  }

  /// The files that share the beginning of a name, the one that is called so first; two files of one
  /// and the same name are of different papers.
  private static func families(_ names: [String]) -> [[Named]] {
    var families: [Substring: [Named]] = [:]
    for (index, name) in names.enumerated() {
      for beginning in FileStem(name).beginnings {
        families[beginning.stem, default: []].append((index, beginning.rest))
      }
    }
    // Parts with numbers belong to the file that is called without them, and not to one another.
    return families.sorted { $0.key < $1.key }.compactMap { _, family in
      let whole = family.filter { $0.rest == .none }
      let rest = family.filter { $0.rest == .words || $0.rest == .number && !whole.isEmpty }
      let members = whole + rest
      return Set(members.map { names[$0.file] }).count > 1 ? members : nil
    }
  }

  /// The file that is read in the place of one.
  private func read(_ file: Int) -> Int {
    var file = file
    while let other = copies[file] { file = other }
    return file
  }

  /// Finds in a family what is the same paper, and keeps of each the file that tells most of places.
  private mutating func join(_ family: [Named], _ files: [Int: File]) {
    var papers: [(rest: FileStem.Rest, index: Int, file: File)] = []
    for member in family {
      guard let file = files[member.file] else { continue }
      let same = papers.first { paper in
        // Parts with numbers of their own are different papers, be they alike or not.
        let isOne = paper.rest == .none || member.rest == .none
        let isExact = paper.file.format == file.format
        guard paper.file.name != file.name,
          isOne || paper.rest == .words && member.rest == .words && !isExact
        else { return false }
        return paper.file.words.isSame(as: file.words, isExact: isExact)
      }
      guard let same else {
        if papers.count < Self.mostPapers { papers.append((member.rest, member.file, file)) }
        continue
      }
      let (left, right) = (read(same.index), read(member.file))
      guard left != right, let first = files[left], let second = files[right] else { continue }
      let isRicher = first.places.lexicographicallyPrecedes(second.places)
      copies[isRicher ? left : right] = isRicher ? right : left
    }
  }

  /// A file as it is read alone; nothing where it cannot be, and whether no format fits it.
  private static func file(_ input: Input, _ options: Options) -> (File?, isUnfit: Bool) {
    var document = Document()
    document.cellLimit = options.limits.cells
    let decoded = DecodedInput(input.bytes)
    do throws(ReadError) {
      if BlankFile.recognises(decoded.bytes) {
        try BlankFile.read(decoded.bytes, name: input.name, into: &document)
      } else {
        let choice = ReaderChoice(input, decoded)
        guard (try? choice.reader(named: nil)) != nil else { return (nil, true) }
        guard let (reader, reason) = try? choice.reader(named: options.format) else {
          return (nil, false)
        }
        try reader.read(decoded.bytes, name: input.name, reason: reason, into: &document)
      }
    } catch {
      // What is no text says where; anything else is for the reading itself to tell.
      return (nil, error.offset != nil)
    }
    let marks = document.sources.last?.file?.marks ?? []
    let boxes = marks.count { $0.box != nil }
    let isPaged = document.sources.last?.pages != nil
    let words = WordCount(document)
    let format = document.sources.last?.format ?? ""
    return (
      File(
        name: input.name, format: format, words: words,
        places: [boxes > 0 ? 1 : 0, isPaged ? 1 : 0, words.total, boxes]), false
    )
  }
}

extension SamePaper {
  /// Whether a file is not read.
  func leavesOut(_ file: Int) -> Bool { copies[file] != nil || asides[file] != nil }

  /// What is to be said of a file in whose place others are not read.
  func remarks(on file: Int, _ inputs: [Input]) -> [Message] {
    func names(_ left: [Int: Int]) -> (zh: String, en: String)? {
      let names = left.filter { $0.value == file }.keys.sorted().map { "“\(inputs[$0].name)”" }
      guard !names.isEmpty else { return nil }
      return (names.joined(separator: "、"), names.joined(separator: ", "))
    }
    var remarks: [Message] = []
    if let names = names(copies) {
      remarks.append(
        Message(
          zh: "\(names.zh)未读入：文字与“\(inputs[file].name)”相同；同一材料只读一份，"
            + "读的是其中位置信息最多的一个",
          en:
            "not read: \(names.en); the words are those of “\(inputs[file].name)”, and a paper is read "
            + "once, from the file that tells most about places"))
    }
    if let names = names(asides) {
      remarks.append(
        Message(
          zh: "\(names.zh)未读入：不是能读的格式，按文件名是“\(inputs[file].name)”的附属文件",
          en: "not read: \(names.en), in no format that can be read; by the name it belongs to "
            + "“\(inputs[file].name)”"))
    }
    return remarks
  }
}
