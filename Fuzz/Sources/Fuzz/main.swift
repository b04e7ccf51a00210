import CFuzzer
import Foundation
import FuzzTargets

// The target stands in the environment, so that all arguments are libFuzzer's.
let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
guard let target = FuzzTarget(rawValue: name) else {
  print("FUZZ_TARGET: one of", FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
  exit(2)
}
let chosen = target
exit(
  cfuzzer_run(CommandLine.argc, CommandLine.unsafeArgv) { bytes, count in
    chosen.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  })
