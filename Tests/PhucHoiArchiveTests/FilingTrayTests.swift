import Foundation
import Testing

@testable import PhucHoiArchive

struct FilingTrayTests {
  private let stamp = "stamp"

  private func result(_ name: String) -> FileResult {
    let path = RelativePath(name)
    return FileResult(
      input: InputFile(path: path), names: OutputNames(mirror: path, stem: path), outcome: .done)
  }

  private func catalogue(_ folder: TemporaryFolder) throws -> Catalogue {
    let catalogue = try Catalogue(writing: folder.path)
    try catalogue.begin(stamp: stamp, engine: FakeEngine())
    return catalogue
  }

  @Test func filesWhatWaits() throws {
    let archive = try TemporaryFolder()
    let catalogue = try catalogue(archive)
    var tray = FilingTray(catalogue: catalogue, stamp: stamp, folder: try OutputFolder(root: archive.path))
    try tray.add(result("1.txt"))
    #expect(try catalogue.journal().isEmpty)
    try tray.empty()
    #expect(try catalogue.journal().keys.sorted() == ["1.txt"])
  }

  @Test func nothingIsFiledWhoseFilesMayBeLost() throws {
    let (archive, files) = (try TemporaryFolder(), try TemporaryFolder())
    let catalogue = try catalogue(archive)
    var tray = FilingTray(catalogue: catalogue, stamp: stamp, folder: try OutputFolder(root: files.path))
    try tray.add(result("1.txt"))
    // What is no longer there cannot be put on the disk.
    try FileManager.default.removeItem(atPath: files.path)
    #expect(throws: BatchError.self) { try tray.empty() }
    try tray.empty()
    #expect(try catalogue.journal().isEmpty)
  }
}
