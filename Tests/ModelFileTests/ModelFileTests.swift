import Foundation
import Testing

@testable import ModelFile

/// A model file in a scratch folder that disappears with the object.
final class ScratchFile {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "model-\(UUID().uuidString).bin"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a model with two sections.
  func write() throws {
    var writer = ModelFileWriter(kind: "test", version: 7)
    writer.add("numbers", (0..<1000).map { UInt32($0) })
    writer.add("bytes", Array("xin chào".utf8))
    try writer.write(to: path)
  }

  /// Changes the bytes of the file.
  func edit(_ change: (inout [UInt8]) -> Void) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  func open(kind: String = "test", version: UInt64 = 7) throws(ModelFileError) -> MappedModelFile {
    try MappedModelFile(path: path, kind: kind, version: version)
  }

  /// The reason for which the file cannot be opened.
  func failure(kind: String = "test", version: UInt64 = 7) -> ModelFileError? {
    do {
      _ = try open(kind: kind, version: version)
      return nil
    } catch {
      return error
    }
  }
}

@Suite struct ModelFileTests {
  @Test func sectionsComeBackAsWritten() throws {
    let file = ScratchFile()
    try file.write()
    let model = try file.open()
    #expect(Array(try model.section("numbers", of: UInt32.self)) == (0..<1000).map { UInt32($0) })
    #expect(String(decoding: try model.section("bytes", of: UInt8.self), as: UTF8.self) == "xin chào")
    let start = try model.section("numbers", of: UInt32.self).baseAddress
    #expect(UInt(bitPattern: start) % UInt(ModelFileLayout.alignment) == 0)
    try model.verify()
    #expect(!FileManager.default.fileExists(atPath: file.path + ".partial"))
  }

  @Test func missingFileIsReported() {
    let failure = ScratchFile().failure()
    #expect(failure?.reason == .unreadable)
    #expect(failure?.code == "PH-3011")
  }

  @Test func folderIsNoModel() {
    #expect(throws: ModelFileError.self) {
      try MappedModelFile(path: NSTemporaryDirectory(), kind: "test", version: 7)
    }
  }

  @Test func otherFileIsNoModel() throws {
    let file = ScratchFile()
    try Data("một văn bản bình thường, không phải mô hình".utf8).write(to: URL(fileURLWithPath: file.path))
    #expect(file.failure()?.reason == .notAModel)
  }

  @Test(arguments: [1, 40, 63, 64, 100, 1000])
  func truncatedFileIsReported(length: Int) throws {
    let file = ScratchFile()
    try file.write()
    try file.edit { $0.removeLast($0.count - length) }
    #expect(file.failure()?.reason == .truncated)
  }

  @Test func emptyFileIsTruncated() throws {
    let file = ScratchFile()
    try Data().write(to: URL(fileURLWithPath: file.path))
    #expect(file.failure()?.reason == .truncated)
  }

  @Test(arguments: [16, 25, 45, 50, 64, 80, 90, 127])
  func flippedHeaderIsFoundOnOpening(place: Int) throws {
    let file = ScratchFile()
    try file.write()
    try file.edit { $0[place] ^= 4 }
    #expect(file.failure()?.reason == .damaged)
  }

  @Test func flippedContentIsFoundByVerifying() throws {
    let file = ScratchFile()
    try file.write()
    try file.edit { $0[700] ^= 1 }
    let model = try file.open()
    #expect { try model.verify() } throws: { ($0 as? ModelFileError)?.reason == .damaged }
  }

  @Test func otherKindAndVersionAreReported() throws {
    let file = ScratchFile()
    try file.write()
    #expect(file.failure(kind: "other")?.reason == .wrongKind)
    #expect(file.failure(version: 8)?.reason == .wrongVersion)
  }

  @Test func sectionsAreChecked() throws {
    let file = ScratchFile()
    try file.write()
    let model = try file.open()
    #expect(throws: ModelFileError.self) { try model.section("none", of: UInt8.self) }
    #expect(throws: ModelFileError.self) { try model.section("numbers", of: UInt32.self, count: 999) }
    #expect(throws: ModelFileError.self) { try model.section("bytes", of: UInt64.self) }
  }

  @Test func unwritablePlaceIsReported() {
    let writer = ModelFileWriter(kind: "test", version: 1)
    #expect { try writer.write(to: NSTemporaryDirectory() + "no/such/folder/model.bin") } throws: {
      ($0 as? ModelFileError)?.reason == .unwritable
    }
  }

  @Test func checksumSeesEveryByte() {
    let bytes = (0..<100).map { UInt8($0) }
    let whole = bytes.withUnsafeBytes { Checksum.of($0) }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x80
      #expect(changed.withUnsafeBytes { Checksum.of($0) } != whole)
    }
  }
}
