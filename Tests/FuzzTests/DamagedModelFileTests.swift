import Boosting
import ChannelModel
import ContextModel
import Extraction
import Foundation
import ModelFile
import NgramModel
import PhucHoi
import TestSupport
import Testing

/// Every bit of the headers of the shipped models, bits anywhere else, every border of a section: an error that names
/// the file, never another answer.
@Suite(.enabled(if: (try? ModelLocator.find()) != nil, "models are not there"))
struct DamagedModelFileTests {
  private static let names = [
    "language.bin", "context.bin", "channel.bin", "confidence.bin", "fields.bin", "field-confidence.bin",
    "deadlines.bin",
  ]

  @Test func noModelIsLeftOut() throws {
    let folder = try ModelLocator.find().appendingPathComponent("models").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.names.sorted())
  }

  /// Reads a model as the library does; the contents of the large ones are compared with their checksums only where
  /// `verifies` is true.
  private func read(_ name: String, _ path: String, verifies: Bool) throws {
    let good = try ModelLocator.find().appendingPathComponent("models/language.bin").path
    switch name {
    case "language.bin":
      let model = try NgramModel(path: path)
      if verifies { try model.verify() }
    case "context.bin":
      let model = try ContextModel(path: path, vocabulary: NgramModel(path: good).vocabulary)
      if verifies { try model.verify() }
    case "channel.bin": _ = try ChannelModel(path: path)
    case "fields.bin": _ = try FieldModel(path: path)
    case "deadlines.bin": _ = try DeadlineModel(path: path)
    case "field-confidence.bin": _ = try FieldConfidence(path: path)
    default: _ = try BoostedTreesFile.read(features: [], from: path)
    }
  }

  /// Calls `body` with a copy of the model that it may damage.
  private func withCopy(
    _ name: String, _ body: (_ path: String, _ file: FileHandle, _ count: Int) throws -> Void
  ) throws {
    let good = try ModelLocator.find().appendingPathComponent("models/" + name)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("damaged-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appendingPathComponent(name)
    try FileManager.default.copyItem(at: good, to: copy)
    let file = try FileHandle(forUpdating: copy)
    try body(copy.path, file, Int(try file.seekToEnd()))
    try file.close()
  }

  private func turn(_ bit: Int, at offset: Int, of file: FileHandle) throws {
    try file.seek(toOffset: UInt64(offset))
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: [byte ^ 1 << UInt8(bit)])
  }

  private func expectError(_ name: String, _ path: String, verifies: Bool, _ what: String) {
    do {
      try read(name, path, verifies: verifies)
      Issue.record("\(name), \(what): no error")
    } catch let error as ModelFileError {
      #expect(error.message.contains(name), "\(what)")
    } catch {
      Issue.record("\(name), \(what): \(error)")
    }
  }

  @Test(arguments: names)
  func everyBitOfTheHeaderCounts(_ name: String) throws {
    try withCopy(name) { path, file, _ in
      try file.seek(toOffset: 12)
      let sections = try #require(try file.read(upToCount: 1)?.first)
      for offset in 0..<(64 + 32 * Int(sections)) {
        for bit in 0..<8 {
          try turn(bit, at: offset, of: file)
          expectError(name, path, verifies: false, "bit \(bit) of byte \(offset)")
          try turn(bit, at: offset, of: file)
        }
      }
    }
  }

  @Test(arguments: names)
  func anyBitElsewhereCounts(_ name: String) throws {
    var generator = SeededGenerator(seed: 11)
    try withCopy(name) { path, file, count in
      try file.seek(toOffset: 12)
      let sections = try #require(try file.read(upToCount: 1)?.first)
      let start = 64 + 32 * Int(sections)
      for _ in 0..<1000 {
        let (offset, bit) = (start + generator.next(below: count - start), generator.next(below: 8))
        try turn(bit, at: offset, of: file)
        expectError(name, path, verifies: true, "bit \(bit) of byte \(offset)")
        try turn(bit, at: offset, of: file)
      }
    }
  }

  @Test(arguments: names)
  func everyShorterFileIsTold(_ name: String) throws {
    try withCopy(name) { path, file, count in
      try file.seek(toOffset: 0)
      let head = Array(try #require(try file.read(upToCount: 64 + 32 * 256)))
      let borders = (0..<Int(head[12])).map { section -> Int in
        let entry = 64 + 32 * section + 16
        return (0..<8).reduce(0) { $0 | Int(head[entry + $1]) << (8 * $1) }
      }
      let lengths = Set(borders.flatMap { [$0 - 1, $0, $0 + 1] } + [0, 1, 7, 8, 63, 64, 65, count - 1])
      for length in lengths.sorted(by: >) where length < count {
        try file.truncate(atOffset: UInt64(length))
        expectError(name, path, verifies: false, "\(length) bytes")
      }
    }
  }

  @Test func aChannelWithoutProfilesIsRefused() throws {
    let path = NSTemporaryDirectory() + "empty-\(UUID().uuidString).bin"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ChannelModel(profiles: []).write(to: path)
    #expect(throws: ModelFileError.self) { try ChannelModel(path: path) }
  }

  @Test func weightsThatAreNoNumbersAreRefused() throws {
    let good = try ModelLocator.find().appendingPathComponent("models/channel.bin")
    var channel = try ChannelModel(path: good.path)
    channel.profiles[0].entries[0].cost = .nan
    let path = NSTemporaryDirectory() + "nan-\(UUID().uuidString).bin"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try channel.write(to: path)
    #expect(throws: ModelFileError.self) { try ChannelModel(path: path) }
  }
}
