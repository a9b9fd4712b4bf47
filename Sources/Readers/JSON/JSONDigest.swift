internal import TieoutMarkup
internal import TieoutModel

/// A long JSON file in short: all names of its outermost object, the first ones of those inside, the
/// first elements of its lists, and of long strings the beginning.
///
/// What tells formats from each other may stand behind megabytes of boxes or settings.
enum JSONDigest {
  /// Files that are no longer are looked at as they are.
  private static let short = 1 << 16
  /// How much of a string is kept.
  private static let longest = 64
  /// How many elements of a list are kept that are not empty, and how many members of an object.
  private static let mostElements = 4
  private static let mostMembers = 40

  /// A list or an object that is open.
  private struct Container {
    var isList: Bool
    /// Where its last element begins in the digest, and how many stand before that.
    var element: Int
    var count = 0
  }

  /// The digest; `nil` for what is short anyway, or is no JSON.
  static func make(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > short, JSONSketch.isMeant(bytes) else { return nil }
    var digest: [UInt8] = []
    // The values of a file with several are a list without brackets.
    var open = [Container(isList: true, element: 0)]
    var index = 0
    while index < bytes.count, let last = open.last {
      switch bytes[index] {
      case 0x22:
        addString(bytes, &index, to: &digest)
        continue
      case 0x7B, 0x5B:
        digest.append(bytes[index])
        open.append(Container(isList: bytes[index] == 0x5B, element: digest.count))
      case 0x7D, 0x5D:
        guard open.count > 1 else { return digest }
        digest.append(bytes[index])
        open.removeLast()
        if open.count == 1, count(&open, digest) { return digest }
      // The outermost object keeps all its names.
      case 0x2C where (last.isList || open.count > 2) && count(&open, digest):
        index = end(of: bytes, from: index)
        continue
      case 0x60 where open.count == 1:
        if let end = bytes.endOfFence(at: index) {
          index = end
        } else {
          while index < bytes.count, bytes[index] == 0x60 { index += 1 }
        }
        continue
      case 0...0x20: break
      default: digest.append(bytes[index])
      }
      if bytes[index] == 0x2C { open[open.count - 1].element = digest.count }
      index += 1
    }
    return digest
  }

  /// Counts the element that ends, unless it is empty; whether no more are wanted.
  private static func count(_ open: inout [Container], _ digest: [UInt8]) -> Bool {
    let place = open.count - 1
    if digest.count - open[place].element > 2 { open[place].count += 1 }
    open[place].element = digest.count
    return open[place].count >= (open[place].isList ? mostElements : mostMembers)
  }

  /// Where the list ends whose elements are passed over from an offset on.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        index = stringEnd(bytes, index)
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return index
  }

  private static func addString(_ bytes: [UInt8], _ index: inout Int, to digest: inout [UInt8]) {
    let end = stringEnd(bytes, index)
    if end - index > longest {
      // Where an escape or a character would be torn, the string ends before it.
      var cut = index + longest
      while cut > index + 1, bytes[cut - 1] == 0x5C || !bytes[cut].isScalarStart { cut -= 1 }
      digest += bytes[index..<cut]
      if bytes[end - 1] == 0x22 { digest.append(0x22) }
    } else {
      digest += bytes[index..<end]
    }
    index = end
  }

  /// The offset after the string whose quote stands at an offset.
  private static func stringEnd(_ bytes: [UInt8], _ quote: Int) -> Int {
    var index = quote + 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return min(index + 1, bytes.count)
  }
}
