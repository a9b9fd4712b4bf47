internal import Tieout

/// What stands on the command line, read into memory.
enum Inputs {
  /// What the standard input is called.
  static let standardInput = "stdin"

  /// All files of one submission: files as given, a folder's in natural order.
  static func gather(
    _ paths: [String], _ terminal: Terminal, _ limits: Limits
  ) throws(Complaint) -> [Input] {
    var inputs: [Input] = []
    for path in try self.paths(paths, terminal) { inputs.append(try input(path, limits)) }
    return inputs
  }

  /// The paths of files as given, and of a folder's in natural order.
  static func paths(_ paths: [String], _ terminal: Terminal) throws(Complaint) -> [String] {
    var files: [String] = []
    for path in try matching(paths) {
      if path != "-", try kind(path) == .folder {
        files += try self.files(in: path, terminal).map { join(path, $0) }
      } else {
        files.append(path)
      }
    }
    return files
  }

  /// Paths with what patterns among them stand for, in natural order.
  ///
  /// A shell does the same, until there are more files than a command line holds. What exists by
  /// its name is no pattern, and one that nothing matches is left for whoever reads it to miss.
  private static func matching(_ paths: [String]) throws(Complaint) -> [String] {
    var found: [String] = []
    for path in paths {
      let isPattern = path.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
      var matches: [String] = []
      if isPattern, try kind(path) == .nothing {
        matches = Files.matching(path).filter { !$0.hasSuffix(".decisions.jsonl") }
      }
      found += matches.isEmpty ? [path] : matches.sorted(by: NaturalOrder.precedes)
    }
    return found
  }

  /// One file with its name.
  static func input(_ path: String, _ limits: Limits) throws(Complaint) -> Input {
    let name = path == "-" ? standardInput : Files.split(path).name
    return Input(name: name, bytes: try bytes(path, limits))
  }

  /// The bytes of a file that is no larger than the limit.
  static func bytes(
    _ path: String, _ limits: Limits = Limits()
  ) throws(Complaint) -> [UInt8] {
    let bytes: [UInt8]
    do throws(Files.Failure) {
      bytes = try Files.read(path, upTo: limits.size + 1)
    } catch {
      throw Complaint(error, .read)
    }
    if bytes.count > limits.size {
      throw Complaint(RunError.tooLarge(path, limit: limits.size))
    }
    return bytes
  }

  /// The names of the files in a folder, in natural order; folders inside and what is no regular file
  /// are left out, and said so.
  static func files(in folder: String, _ terminal: Terminal) throws(Complaint) -> [String] {
    var files: [String] = []
    var images = 0
    do throws(Files.Failure) {
      for name in try Files.names(in: folder).sorted(by: NaturalOrder.precedes) {
        if name.hasSuffix(".decisions.jsonl") { continue }
        if PageImages.isImage(name) {
          images += 1
          continue
        }
        switch try Files.kind(join(folder, name)) {
        case .file, .nothing: files.append(name)
        case .folder:
          terminal.say(
            Message(
              zh: "跳过文件夹“\(name)”；请单独处理它。",
              en: "The folder “\(name)” is left out; give it on its own."))
        case .other:
          terminal.say(
            Message(
              zh: "跳过“\(name)”：它不是普通文件。",
              en: "“\(name)” is left out: it is no regular file."))
        }
      }
    } catch {
      throw Complaint(error, .read)
    }
    if images > 0 {
      terminal.say(
        Message(
          zh: "跳过图像 \(images) 个；其他文件提到的，report.html 里会显示。",
          en:
            "Images left out: \(images). Those that the other files name are shown in report.html.")
      )
    }
    if files.isEmpty {
      throw Complaint(
        zh: "文件夹“\(folder)”里没有文件。请给出识别引擎的输出。",
        en: "The folder “\(folder)” holds no files. Give what an OCR engine wrote.")
    }
    return files
  }

  /// The name of a submission: its first input's, without the extension.
  static func name(of path: String) -> String {
    if path == "-" { return standardInput }
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    let name = Files.split(String(path)).name
    if name.isEmpty || name == "." || name == ".." { return "submission" }
    return stem(name)
  }

  /// A file's name without its extension; never one that leads out of a folder, as `..` does.
  static func stem(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      name.utf8[..<dot].contains(where: { $0 != UInt8(ascii: ".") })
    else { return name }
    return String(name[..<dot])
  }

  /// The path of a name in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func kind(_ path: String) throws(Complaint) -> Files.Kind {
    do throws(Files.Failure) { return try Files.kind(path) } catch {
      throw Complaint(error, .read)
    }
  }
}
