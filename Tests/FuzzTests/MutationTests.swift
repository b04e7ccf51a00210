import Foundation
import FuzzTargets
import PhucHoi
import TestSupport
import Testing

/// Seeds of the fuzzers, damaged at random but the same every time. `FUZZ_ROUNDS` in the environment asks for more.
@Suite(.enabled(if: (try? ModelLocator.find()) != nil, "models are not there"), .serialized)
struct MutationTests {
  private static let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 12
  /// What tends to break readers.
  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xED, 0xA0, 0x80], [0xCC, 0x81], [0xE2, 0x80, 0xA8], Array("\r\n".utf8), Array("<".utf8),
    Array("&#0;".utf8), Array("99999999999999999999".utf8), Array("\"".utf8), Array("ữ".utf8),
    Array("\t".utf8),
  ]

  @Test(arguments: FuzzTarget.allCases)
  func damagedSeedsDoNoHarm(_ target: FuzzTarget) throws {
    let place = ReplayTests.folder.appendingPathComponent(target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    let seeds = try names.map { Array(try Data(contentsOf: place.appendingPathComponent($0)).prefix(600)) }
    var generator = SeededGenerator(seed: target.rawValue.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<Self.rounds {
      var bytes = seeds[generator.next(below: seeds.count)]
      for _ in 0...generator.next(below: 6) { mutate(&bytes, seeds, &generator) }
      target.run(bytes)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ generator: inout SeededGenerator) {
    let place = generator.next(below: bytes.count + 1)
    let end = min(bytes.count, place + generator.next(below: 24))
    switch generator.next(below: 6) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: Self.pieces[generator.next(below: Self.pieces.count)], at: place)
    case 2: for index in place..<end { bytes[index] ^= 1 << UInt8(generator.next(below: 8)) }
    case 3:
      bytes.insert(contentsOf: Array(repeating: Array(bytes[place..<end]), count: 3).joined(), at: place)
    case 4:
      let other = seeds[generator.next(below: seeds.count)]
      bytes.insert(contentsOf: other.prefix(generator.next(below: other.count + 1)), at: place)
    default: bytes.insert(UInt8(generator.next(below: 256)), at: place)
    }
  }
}
