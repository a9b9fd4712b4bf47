import Foundation
import Testing
import Tieout
import TieoutFuzzTargets
import TieoutMaking

/// A short form of `Scripts/fuzz`, without its sanitizers: damaged bytes for whatever takes any.
///
/// `FUZZ_ROUNDS` asks for more than the 60 that each target gets.
@Suite("Bytes that nobody meant to write")
struct FuzzTests {
  @Test(
    "are refused or read, and everything said of them is true", arguments: FuzzTarget.all.indices)
  func damaged(_ index: Int) throws {
    let target = FuzzTarget.all[index]
    let seeds = try Self.seeds(target.name)
    #expect(!seeds.isEmpty)
    for seed in seeds { #expect(target.complaint(seed) == nil) }
    var random = SplitMix(seed: UInt64(index))
    let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 60
    for _ in 0..<(target.name == "submission" ? rounds / 4 : rounds) {
      var bytes = random.pick(seeds)
      for _ in 0...random.below(8) { Self.damage(&bytes, random.pick(seeds), &random) }
      #expect(target.complaint(bytes) == nil)
    }
  }

  /// Cuts, doubles, swaps or overwrites a piece.
  private static func damage(_ bytes: inout [UInt8], _ other: [UInt8], _ random: inout SplitMix) {
    guard bytes.count > 2, other.count > 2 else { return }
    let start = random.below(bytes.count)
    let end = min(bytes.count, start + 1 + random.below(random.once(in: 4) ? 400 : 6))
    let from = random.below(other.count)
    let piece = other[from..<min(other.count, from + end - start)]
    switch random.below(4) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: end)
    case 2: bytes.replaceSubrange(start..<end, with: piece)
    default: bytes[start] = UInt8(random.below(256))
    }
  }

  /// What `Scripts/fuzz` begins with as well: cases of a format, and seeds of a part.
  private static func seeds(_ name: String) throws -> [[UInt8]] {
    let root = Sources.repository
    var folders = ["Tests/ReadersTests/Cases/\(name)", "Tests/Fuzz/Seeds/\(name)"]
    if name == "profile" { folders = ["Sources/Records/Profiles"] }
    if name == "submission" {
      folders += ["Tests/Fuzz/Seeds/cleaning", "Tests/ReadersTests/Cases/html"]
    }
    let files = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects ?? [])
        .compactMap { $0 as? String }.sorted().map { "\(folder)/\($0)" }
    }
    let seeds = try files.compactMap { path -> [UInt8]? in
      let url = root.appending(path: path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return nil
      }
      return [UInt8](try Data(contentsOf: url).prefix(4_000))
    }
    guard seeds.isEmpty else { return seeds }
    // A format without cases of its own in files: pieces of what engines wrote.
    return try Corpus.files.filter { $0.hasPrefix("d1/") }
      .map { Array(try Corpus.bytes($0).prefix(3_000)) }
  }
}
