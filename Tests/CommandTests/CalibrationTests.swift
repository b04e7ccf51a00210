import Foundation
import PhucHoi
import TestSupport
import Testing

/// `phuchoi calibrate`: trees for the confidences from readings beside correct text.
@Suite(.enabled(if: hasModels, "models are not there"), .serialized)
struct CalibrationTests {
  /// A folder with one page of the fixtures: its correct text and one reading.
  private func pages(in folder: URL) throws -> URL {
    let (pages, page) = (folder.appendingPathComponent("pages"), folder.appendingPathComponent("pages/one"))
    try FileManager.default.createDirectory(at: page, withIntermediateDirectories: true)
    let fixture = CommandRun.fixtures.appendingPathComponent("documents/07-giay-moi")
    for name in ["clean.txt", "heavy-eng.txt", "heavy-eng.ref.txt"] {
      try FileManager.default.copyItem(
        at: fixture.appendingPathComponent(name), to: page.appendingPathComponent(name))
    }
    return pages
  }

  @Test func theTreesTellConfidences() throws {
    try withTemporaryFolder { folder in
      let models = folder.appendingPathComponent("models")
      try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
      let good = try ModelLocator.find()
      for name in ["tables", "models/language.bin", "models/channel.bin"] {
        try FileManager.default.createSymbolicLink(
          at: folder.appendingPathComponent(name), withDestinationURL: good.appendingPathComponent(name))
      }
      let output = models.appendingPathComponent("confidence.bin")
      let run = try CommandRun.run([
        "calibrate", try pages(in: folder).path, "-o", output.path, "--models", folder.path,
      ])
      #expect(run.status == 0)
      for line in ["engine: ", "marked: ", "stripped: "] { #expect(run.errors.contains(line)) }
      func confidences() throws -> [Double] {
        let loaded = try Models(directory: folder)
        return Repairer(models: loaded).repair("Uy ban nhan dan tinh Quang Ninh hién nay").tokens.map(
          \.confidence)
      }
      let calibrated = try confidences()
      try FileManager.default.removeItem(at: output)
      let posteriors = try confidences()
      #expect(calibrated.allSatisfy { $0 >= 0 && $0 <= 1 })
      #expect(calibrated.count == posteriors.count)
      #expect(calibrated != posteriors)
    }
  }

  @Test func whatCannotBeDoneIsTold() throws {
    try withTemporaryFolder { folder in
      let nothing = try CommandRun.run(["calibrate", folder.path, "-o", folder.path + "/out.bin"])
      #expect(nothing.status == 2)
      #expect(nothing.errors.contains("no reading"))
      for command in ["calibrate", "train-channel"] {
        let missing = try CommandRun.run([command, folder.path + "/none", "-o", folder.path + "/out.bin"])
        #expect(missing.status == 5)
        #expect(missing.errors.contains("PH-1001"))
      }
      let unwritable = try CommandRun.run([
        "calibrate", try pages(in: folder).path, "-o", folder.path + "/none/out.bin",
      ])
      #expect(unwritable.status == 4)
      #expect(unwritable.errors.contains("PH-3018"))
    }
  }
}
