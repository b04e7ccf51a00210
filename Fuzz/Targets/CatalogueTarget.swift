import Foundation
import PhucHoiArchive

/// Readers of an archive whose catalogue somebody else made: a sound one of two documents, damaged (see `DamagedFile`).
enum CatalogueTarget {
  private static let sound = needed { try DamagedFile(made()) }

  private static func made() throws -> [UInt8] {
    let place = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
      "fuzz-\(UUID().uuidString)")
    let (input, output) = (place.appendingPathComponent("in"), place.appendingPathComponent("out"))
    try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    for (name, number) in [("1.txt", "12"), ("2.txt", "13")] {
      try Data("Số: \(number)/QD-UBND\nQUYET DINH\nVe viec ban hanh Quy che".utf8).write(
        to: input.appendingPathComponent(name))
    }
    let engine = try RepairEngine(models: TextTargets.models, policy: .auto, version: "fuzz")
    _ = try BatchRun(engine: engine, input: input.path, output: output.path).run()
    return Array(try Data(contentsOf: output.appendingPathComponent("catalogue.sqlite")))
  }

  static func run(_ bytes: [UInt8]) {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(
      "fuzz-archive-\(getpid())-\(pthread_self())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(sound.changed(by: bytes)).write(
      to: folder.appendingPathComponent("catalogue.sqlite"), options: .atomic)
    let catalogue = try? Catalogue(reading: folder.path)
    let hits = try? catalogue?.find(CatalogueQuery())
    demand(bytes.count >= 4 || hits?.count == 2, "an undamaged catalogue is read")
    guard let catalogue else { return }
    _ = try? catalogue.check(in: folder.path)
    _ = try? catalogue.records(CatalogueQuery()) { _, _ in }
    _ = try? catalogue.doubtfulPlaces(below: 1, limit: 100, lines: ArchiveTexts(folder: folder.path).lines)
    try? ArchiveReport(folder: folder.path).write(in: .english)
  }
}
