internal import TieoutMarkup
internal import TieoutModel

extension MarkupEvents {
  /// What is to be said about a file whose markup is damaged or not whole, each with its offset.
  func remarks() -> [(message: Message, offset: Int)] {
    var remarks: [(message: Message, offset: Int)] = []
    if let first = unexpanded.first {
      remarks.append((Self.unexpanded(unexpanded.count, first), first))
    }
    if let end = breakOff { remarks.append((Self.cutOff(end), end)) }
    return remarks
  }

  private static func cutOff(_ end: Int) -> Message {
    Message(
      zh: "文件从第 \(end) 字节起不完整，或无法读入；之前的内容已读入",
      en:
        "the markup breaks off, or can be read no further, at byte \(end); what stands before has "
        + "been read")
  }

  private static func unexpanded(_ count: Int, _ first: Int) -> Message {
    Message(
      zh: "有 \(count) 处实体未展开（首个在第 \(first) 字节），按原样保留",
      en:
        "references to entities that are not expanded: \(count), the first at byte \(first); kept "
        + "as they are")
  }
}
