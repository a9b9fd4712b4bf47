internal import Tieout

/// The file in which decisions on a submission stand.
struct DecisionFile {
  /// Its path.
  var path: String

  /// The file that is named, else the one beside an input or a folder of inputs; `nil` for the
  /// standard input, which has no place.
  init?(named name: String? = nil, beside input: String) {
    if let name {
      path = name
      return
    }
    if input == "-" { return nil }
    var place = input[...]
    while place.count > 1, place.last == "/" { place.removeLast() }
    path = Files.split(String(place)).folder + Inputs.name(of: input) + DecisionLog.suffix
  }

  /// Whether it is there.
  var exists: Bool {
    get throws(Complaint) {
      do throws(Files.Failure) { return try Files.kind(path) != .nothing } catch {
        throw Complaint(error, .read)
      }
    }
  }

  /// The decisions, in order; none where the file is not there.
  ///
  /// Lines that are no decisions are told.
  func read(_ tell: (Message) -> Void) throws(Complaint) -> [Decision] {
    guard try exists else { return [] }
    let (decisions, unreadable) = DecisionLog.read(try Inputs.bytes(path))
    for line in unreadable {
      tell(
        Message(
          zh: "\(path):\(line): 这一行不是决定，已跳过；如需要请重新决定。",
          en:
            "\(path):\(line): this line is no decision and is left out; decide again if it matters."
        ))
    }
    return decisions
  }

  /// Adds decisions at the end.
  func append(_ decisions: [Decision]) throws(Complaint) {
    do throws(Files.Failure) { try Files.append(DecisionLog.lines(decisions), to: path) } catch {
      throw Complaint(
        zh: "无法写入决定文件“\(path)”：\(error.reason)。请用 --decisions 指定可写的位置。",
        en: "Cannot write the decisions file “\(path)”: \(error.reason). Name a place that can be "
          + "written with --decisions.")
    }
  }
}
