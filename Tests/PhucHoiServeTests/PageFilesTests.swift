import Foundation
import PhucHoiArchive
import PhucHoiFormats
import Testing

@testable import PhucHoiServe

@Suite struct PageFilesTests {
  private let fixture: SiteFixture
  private var input: String { fixture.folder + "/in" }
  private var scans: String { fixture.folder + "/scans" }

  init() throws {
    fixture = try SiteFixture()
    try put("outside.png")
    try FileManager.default.createDirectory(atPath: scans + "/a", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: input + "/a", withIntermediateDirectories: true)
  }

  private func put(_ name: String) throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: fixture.folder + "/" + name))
  }

  private func found(_ path: String, page: Int = 1, image: String? = nil, format: String = "hocr") -> String?
  {
    let files = PageFiles(archive: fixture.folder + "/out", pictures: [scans])
    let one = ReviewInput(
      id: 1, path: path, stem: "", sha256: "", format: format, pages: 1, attention: 0, subject: "")
    switch files.source(of: one, page: page, frame: PageFrame(image: image)) {
    case .picture(let path, _), .pdf(let path, _): return path.components(separatedBy: fixture.folder).last
    case nil: return nil
    }
  }

  @Test func picturesLieBesideTheTextOrInAFolderOfTheirOwn() throws {
    try put("in/a/1.jpg")
    try put("in/a/1-2.png")
    try put("scans/a/5.png")
    try put("in/a/7.pdf")
    #expect(found("a/1.hocr") == "/in/a/1.jpg")
    #expect(found("a/1.alto.xml", page: 2) == "/in/a/1-2.png")
    #expect(found("a/5.txt", format: "text") == "/scans/a/5.png")
    #expect(found("a/7.txt", page: 3, format: "text") == "/in/a/7.pdf")
    #expect(found("a/9.txt") == nil)
  }

  @Test func picturesAreTakenThatTheFileNames() throws {
    try put("in/a/scan 1.png")
    try put("scans/p3.png")
    #expect(found("a/1.hocr", image: "scan 1.png") == "/in/a/scan 1.png")
    #expect(found("a/1.hocr", image: "C:\\scans\\scan 1.png") == "/in/a/scan 1.png")
    #expect(found("a/1.hocr", image: "scans/p3.png") == "/scans/p3.png")
  }

  @Test(arguments: [
    "../outside.png", "../../outside.png", "/etc/passwd", "../../../../../../etc/hostname", "link.png",
  ])
  func nothingOutsideIsTaken(_ name: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: input + "/a/link.png", withDestinationPath: fixture.folder + "/outside.png")
    #expect(found("a/1.hocr", image: name) == nil)
    #expect(found("../outside.png") == nil)
  }

  @Test func onlyPicturesAreShown() {
    #expect(PagePictures.isPicture([0x89, 0x50, 0x4E, 0x47, 0]))
    #expect(PagePictures.isPicture([0xFF, 0xD8, 0xFF, 0xE0]))
    #expect(!PagePictures.isPicture(Array("<svg onload=alert(1)>".utf8)))
    #expect(!PagePictures.isPicture([]))
  }
}
