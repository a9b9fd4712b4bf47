internal import CLibXML2

/// Collects what libxml2 reports through its structured error callback.
///
/// A class, because C holds on to it by pointer; it never leaves the call that made it.
final class ProblemList {
  /// What was reported, in order.
  private(set) var all: [MarkupProblem] = []
  /// More than this tells nobody anything, and a hostile document must not fill the memory.
  static let limit = 1000

  /// The pointer under which C hands it back; valid while the list is alive.
  var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  /// Whether it takes no more.
  var isFull: Bool { all.count > Self.limit }

  /// Adds a problem.
  func add(_ problem: MarkupProblem) {
    if all.count < Self.limit {
      all.append(problem)
    } else if !isFull {
      all.append(MarkupProblem(line: problem.line, message: "further problems are not listed"))
    }
  }

  /// The problems; never empty, since it is asked for only when something went wrong.
  var orUnreadable: [MarkupProblem] {
    all.isEmpty ? [MarkupProblem(line: 0, message: "the document cannot be read as XML")] : all
  }

  /// The first problem.
  var first: MarkupProblem { orUnreadable[0] }
}

/// Adds one of libxml2's errors to the list behind a pointer; warnings are left out.
func collectProblem(
  _ list: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?
) {
  guard let list = unsafe list, let error = unsafe error?.pointee else { return }
  let problems = unsafe Unmanaged<ProblemList>.fromOpaque(list).takeUnretainedValue()
  guard unsafe error.level.rawValue > XML_ERR_WARNING.rawValue, !problems.isFull else { return }
  var message = ""
  if let text = unsafe error.message { message = unsafe String(cString: text) }
  while message.last?.isWhitespace == true { message.removeLast() }
  var path = ""
  // Only schema errors have a node of a finished tree; the parser's may be half built.
  if unsafe error.domain == Int32(XML_FROM_SCHEMASV.rawValue), let node = unsafe error.node {
    path = unsafe elementPath(to: node.assumingMemoryBound(to: xmlNode.self))
  }
  problems.add(unsafe MarkupProblem(line: Int(error.line), path: path, message: message))
}

/// The way from the root to a node, by names and by places among siblings of one name.
private func elementPath(to node: UnsafeMutablePointer<xmlNode>) -> String {
  var steps: [String] = []
  var current: UnsafeMutablePointer<xmlNode>? = unsafe node
  while let step = unsafe current, unsafe step.pointee.type == XML_ELEMENT_NODE {
    let name = unsafe String(cString: step.pointee.name)
    var place = 1
    var sibling = unsafe step.pointee.prev
    while let other = unsafe sibling {
      if unsafe other.pointee.type == XML_ELEMENT_NODE,
        unsafe xmlStrEqual(other.pointee.name, step.pointee.name) == 1
      {
        place += 1
      }
      unsafe sibling = unsafe other.pointee.prev
    }
    let isRoot = unsafe step.pointee.parent?.pointee.type != XML_ELEMENT_NODE
    steps.append(isRoot ? name : "\(name)[\(place)]")
    unsafe current = unsafe step.pointee.parent
  }
  return steps.reversed().map { "/" + $0 }.joined()
}
