internal import Tieout

/// The images of pages that an OCR engine's output names, where they lie beside it.
enum PageImages {
  /// More than this many bytes together make no page that opens.
  private static let limit = 200 << 20

  /// Whether a file is an image, by its name.
  static func isImage(_ name: String) -> Bool {
    let suffix = name.split(separator: ".").last?.lowercased() ?? ""
    return ["png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp"].contains(suffix)
  }

  /// Reads the images that a submission names; what is missing or no regular file is left out.
  ///
  /// Only the last part of a name counts: a file that was handed in opens nothing elsewhere.
  static func gather(_ submission: Submission, inputs: [String]) -> [String: [UInt8]] {
    var images: [String: [UInt8]] = [:]
    var rest = limit
    let folders = inputs.map { path in
      if (try? Files.kind(path)) == .folder { return path }
      let folder = Files.split(path).folder
      return folder.isEmpty ? "." : folder
    }
    for image in submission.document.sources.flatMap({ $0.file?.images ?? [] }) {
      let name = image.name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
      guard !name.isEmpty, name != "..", images[image.name] == nil else { continue }
      for folder in folders {
        let path = Inputs.join(folder, name)
        guard (try? Files.kind(path)) == .file, let bytes = try? Files.read(path, upTo: rest + 1),
          bytes.count <= rest
        else { continue }
        rest -= bytes.count
        images[image.name] = bytes
        break
      }
    }
    return images
  }
}
