import Glibc
import TieoutFuzzTargets

/// The target that the environment names.
private let target: FuzzTarget? = {
  let name = unsafe getenv("TIEOUT_TARGET").map { unsafe String(cString: $0) }
  return FuzzTarget.all.first { $0.name == name }
}()

/// What libFuzzer calls first; asked for its targets, the program only lists them.
@_cdecl("LLVMFuzzerInitialize")
public func startFuzzing(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  if CommandLine.arguments.contains("--targets") {
    for target in FuzzTarget.all { print(target.name) }
    exit(0)
  }
  precondition(target != nil, "TIEOUT_TARGET names no target")
  return 0
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  if let complaint = target?.complaint(bytes) { preconditionFailure(complaint) }
  return 0
}
