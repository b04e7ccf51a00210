import Foundation
import PhucHoi
import Testing

/// Models that are damaged: a message and status 3, never a crash.
@Suite(.enabled(if: hasModels, "models are not there"), .serialized)
struct DamagedModelTests {
  /// A copy of the models whose language model went through `change`.
  private func withDamage(
    _ file: String = "language.bin", _ change: (inout Data) -> Void, _ body: (String) throws -> Void
  ) throws {
    let good = try ModelLocator.find()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("models-\(UUID().uuidString)")
    let models = folder.appendingPathComponent("models")
    try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("tables"), withDestinationURL: good.appendingPathComponent("tables"))
    for name in try FileManager.default.contentsOfDirectory(
      atPath: good.appendingPathComponent("models").path)
    {
      var data = try Data(contentsOf: good.appendingPathComponent("models/\(name)"))
      if name == file { change(&data) }
      try data.write(to: models.appendingPathComponent(name))
    }
    try body(folder.path)
  }

  /// Repair reads no fields, so their model is missed by the commands that do.
  @Test(arguments: ["fields.bin", "field-confidence.bin", "deadlines.bin"], [0.0, 0.3, 0.999])
  func fieldsThatAreDamagedAreTold(_ name: String, _ share: Double) throws {
    for cuts in [true, false] {
      try withDamage(name) {
        let place = Int(Double($0.count - 1) * share)
        if cuts { $0 = $0.prefix(place) } else { $0[$0.startIndex + place] ^= 4 }
      } _: { (folder: String) in
        let input = Array("Số: 12/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc abc\n".utf8)
        let outcome = try CommandRun.run(["extract", "--lang", "en", "--models", folder], input: input)
        #expect(outcome.endedByItself)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("PH-3002") && outcome.errors.contains(name))
        #expect(outcome.output.isEmpty)
      }
    }
  }

  private func repair(with folder: String, _ options: [String] = []) throws -> CommandRun.Outcome {
    let input = Array("Uy ban nhan dan tinh Quang Ninh, ngay 03 thang 4 nam 2024\n".utf8)
    return try CommandRun.run(["repair", "--lang", "en", "--models", folder] + options, input: input)
  }

  /// An update gives other files the models' names; who runs already goes on with what was there.
  @Test func modelsThatAreReplacedMeanwhileChangeNothing() throws {
    try withDamage { _ in
    } _: { folder in
      let stream = Process()
      let (input, output) = (Pipe(), Pipe())
      stream.executableURL = CommandRun.command
      stream.arguments = ["stream", "--models", folder]
      (stream.standardInput, stream.standardOutput) = (input, output)
      try stream.run()
      func answer() throws -> Data {
        try input.fileHandleForWriting.write(
          contentsOf: Data("{\"text\":\"ngay 03 thang 4, Uy ban nhan dan\"}\n".utf8))
        var line = Data()
        while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty
        {
          line += byte
        }
        return line
      }
      let first = try answer()
      for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/models") {
        try Data("other".utf8).write(to: URL(fileURLWithPath: folder + "/models/" + name), options: .atomic)
      }
      #expect(try answer() == first && String(decoding: first, as: UTF8.self).contains("Ủy ban nhân dân"))
      try input.fileHandleForWriting.close()
      stream.waitUntilExit()
      #expect(stream.terminationStatus == 0)
    }
  }

  @Test(arguments: ["language.bin", "channel.bin", "context.bin", "confidence.bin"], [0.0, 0.5, 0.999])
  func truncatedIsTold(_ file: String, _ share: Double) throws {
    try withDamage(file) {
      $0 = $0.prefix(Int(Double($0.count) * share))
    } _: { (folder: String) in
      let outcome = try repair(with: folder)
      #expect(outcome.endedByItself)
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("PH-3002"))
      #expect(outcome.errors.contains(file))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test(arguments: [0, 9, 20, 35, 49, 70, 90])
  func flippedHeaderIsTold(_ offset: Int) throws {
    try withDamage {
      $0[$0.startIndex + offset] ^= 0x10
    } _: { (folder: String) in
      let outcome = try repair(with: folder)
      #expect(outcome.endedByItself)
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("PH-3002"))
    }
  }

  /// One wrong bit anywhere is told, at the end of a run that people wait for.
  @Test(arguments: ["language.bin", "channel.bin", "context.bin", "confidence.bin"], [0.01, 0.5, 0.99])
  func oneFlippedBitIsTold(_ file: String, _ share: Double) throws {
    try withDamage(file) {
      $0[$0.startIndex + Int(Double($0.count) * share)] ^= 1
    } _: { (folder: String) in
      for command in ["repair", "extract", "evaluate"] {
        let input =
          command == "evaluate" ? [CommandRun.fixtures.appendingPathComponent("documents").path] : []
        let outcome = try CommandRun.run(
          [command, "--lang", "en", "--models", folder] + input, input: Array("Uy ban nhan dan\n".utf8))
        #expect(outcome.endedByItself)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("PH-3002"))
        #expect(outcome.errors.contains(file))
      }
    }
  }

  /// Without the check a flipped bit may go unseen, but must not crash.
  @Test(arguments: [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
  func flippedContentNeverCrashes(_ share: Double) throws {
    func damage(_ data: inout Data) {
      let start = data.startIndex + Int(Double(data.count) * share)
      for offset in stride(from: start, to: min(start + 4096, data.endIndex), by: 7) { data[offset] ^= 0x41 }
    }
    for file in ["language.bin", "channel.bin", "context.bin", "confidence.bin"] {
      try withDamage(file, damage) { folder in
        let outcome = try repair(with: folder, ["--no-model-check"])
        #expect(outcome.endedByItself)
        #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
      }
    }
  }

  @Test func anotherFileIsTold() throws {
    try withDamage {
      $0 = Data("this is no model, only some text that someone put here by mistake".utf8)
    } _: { (folder: String) in
      let outcome = try repair(with: folder)
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("language.bin"))
    }
  }
}
