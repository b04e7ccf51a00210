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
    let folder = try OutputFolder(root: archive.path)
    var tray = FilingTray(catalogue: catalogue, stamp: stamp) { try folder.sync() }
    try tray.add(result("1.txt"))
    #expect(try catalogue.journal().isEmpty)
    try tray.empty()
    #expect(try catalogue.journal().keys.sorted() == ["1.txt"])
  }

  @Test func nothingIsFiledWhoseFilesMayBeLost() throws {
    struct Lost: Error {}
    let archive = try TemporaryFolder()
    let catalogue = try catalogue(archive)
    var isTold = false
    var tray = FilingTray(catalogue: catalogue, stamp: stamp) {
      // A disk tells a lost write once.
      if !isTold {
        isTold = true
        throw Lost()
      }
    }
    try tray.add(result("1.txt"))
    #expect(throws: Lost.self) { try tray.empty() }
    try tray.empty()
    #expect(try catalogue.journal().isEmpty)
    try tray.add(result("2.txt"))
    try tray.empty()
    #expect(try catalogue.journal().keys.sorted() == ["2.txt"])
  }
}
