import Foundation
import FuzzTargets
import PhucHoi
import Testing

/// The inputs that fuzzers start from, and those that ever broke something, run through the same functions.
@Suite(.enabled(if: (try? ModelLocator.find()) != nil, "models are not there"), .serialized)
struct ReplayTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/fuzz")

  @Test(arguments: FuzzTarget.allCases)
  func keptInputsDoNoHarm(_ target: FuzzTarget) throws {
    let place = Self.folder.appendingPathComponent(target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    #expect(!names.isEmpty)
    for name in names { target.run(Array(try Data(contentsOf: place.appendingPathComponent(name)))) }
    target.run([])
  }
}
