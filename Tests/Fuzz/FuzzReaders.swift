import Glibc
import TieoutModel
import TieoutReaders

/// The format of the reader under test; without it each file goes to the one that recognises it.
private let format: String? = unsafe getenv("TIEOUT_FORMAT").map { unsafe String(cString: $0) }

/// What libFuzzer calls first; asked for its formats, the program only lists them.
@_cdecl("LLVMFuzzerInitialize")
public func startFuzzing(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  if CommandLine.arguments.contains("--formats") {
    for reader in Readers.all { print(reader.format) }
    exit(0)
  }
  return 0
}

/// What libFuzzer calls with each input.
///
/// A reader may refuse bytes; it must not trap, and what it says about places must be true.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let input = DecodedInput(file)
  for reader in Readers.all where format == nil || reader.format == format {
    guard let reason = reader.recognise(input.bytes, name: "x") ?? format else { continue }
    var document = Document()
    do {
      try reader.read(input.bytes, name: "x", reason: reason, into: &document)
    } catch {
      continue
    }
    check(document, input.bytes)
    return 0
  }
  return 0
}

/// Stops the fuzzer where a document is not what it must be.
private func check(_ document: Document, _ file: [UInt8]) {
  precondition(document.sources.count == 1, "one file is one source")
  precondition(document.text == document.bytes, "nothing is cleaned yet")
  var end: UInt32 = 0
  var finder = PlaceFinder()
  for row in document.rows {
    for cell in document.cells[row.cells] {
      precondition(cell.text.isEmpty || cell.text.start >= end, "cells lie one behind the other")
      end = max(end, cell.text.end)
      let place = finder.location(of: cell.text, in: document).bytes
      precondition(
        place.lowerBound >= 0 && place.upperBound <= file.count, "a place is in the file")
    }
  }
  precondition(Int(end) <= document.text.count, "cells lie in the text")
}
