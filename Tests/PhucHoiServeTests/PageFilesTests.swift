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
    case .picture(let path, _), .pdf(let path, _), .tiff(let path, _):
      return path.components(separatedBy: fixture.folder).last
    case nil: return nil
    }
  }

  @Test func picturesLieBesideTheTextOrInAFolderOfTheirOwn() throws {
    try put("in/a/1.jpg")
    try put("in/a/1-2.png")
    try put("scans/a/5.png")
    try put("in/a/7.pdf")
    try put("in/a/8.TIF")
    try put("in/a/6-2.tif")
    #expect(found("a/1.hocr") == "/in/a/1.jpg")
    #expect(found("a/1.alto.xml", page: 2) == "/in/a/1-2.png")
    #expect(found("a/5.txt", format: "text") == "/scans/a/5.png")
    #expect(found("a/7.txt", page: 3, format: "text") == "/in/a/7.pdf")
    #expect(found("a/8.hocr", page: 3) == "/in/a/8.TIF")
    #expect(found("a/6.hocr", page: 2) == "/in/a/6-2.tif")
    try put("in/a/10_page_2.bmp")
    #expect(found("a/10.hocr", page: 2) == "/in/a/10_page_2.bmp" && found("a/10.hocr", page: 1) == nil)
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

  /// A page of PDF with a stroke on it; readers mend the missing table of its objects.
  private static let pdf = """
    %PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 120 60]/Contents 4 0 R>> endobj
    4 0 obj <</Length 22>> stream
    10 10 m 110 50 l S
    endstream endobj
    trailer <</Root 1 0 R>>
    %%EOF
    """

  /// A picture of one white pixel a page: head, then for each page its pixel and its directory.
  private static func tiff(pages: Int) -> Data {
    var bytes: [UInt8] = [0x49, 0x49, 42, 0]
    func put(_ value: Int, _ size: Int, _ bytes: inout [UInt8]) {
      for place in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
    for page in 0..<pages {
      // The way to the directory, past the pixel, which takes a word.
      put(bytes.count + 8, 4, &bytes)
      put(0xFF, 4, &bytes)
      let pixel = bytes.count - 4
      let entries = [
        (256, 8), (257, 8), (258, 1), (259, 1), (262, 1), (273, pixel), (277, 1), (278, 8), (279, 8),
      ]
      put(entries.count, 2, &bytes)
      for (tag, value) in entries {
        for part in [(tag, 2), (4, 2), (1, 4), (value, 4)] { put(part.0, part.1, &bytes) }
      }
      if page == pages - 1 { put(0, 4, &bytes) }
    }
    bytes += [UInt8](repeating: 0xFF, count: 8)
    return Data(bytes)
  }

  private static let drawsTIFF = ["/usr/bin/pdftoppm", "/usr/bin/tiff2pdf"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: drawsTIFF, "poppler or libtiff's tools are not installed"))
  func pagesOfTIFFFilesAreDrawn() throws {
    try Data(Self.tiff(pages: 2)).write(to: URL(fileURLWithPath: input + "/a/9.tif"))
    let one = ReviewInput(
      id: 9, path: "a/9.txt", stem: "", sha256: "", format: "text", pages: 2, attention: 0, subject: "")
    let pictures = PagePictures(folder: fixture.folder + "/out", pictures: [])
    for page in 1...2 {
      let picture = try #require(pictures.picture(of: one, page: page))
      #expect(picture.type == "image/jpeg" && PagePictures.isPicture(picture.bytes))
    }
    #expect(pictures.picture(of: one, page: 3) == nil)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm"), "poppler is not installed"))
  func pagesOfPDFFilesAreDrawn() throws {
    try Data(Self.pdf.utf8).write(to: URL(fileURLWithPath: input + "/a/9.pdf"))
    let one = ReviewInput(
      id: 9, path: "a/9.pdf", stem: "", sha256: "", format: "pdf", pages: 1, attention: 0, subject: "")
    let pictures = PagePictures(folder: fixture.folder + "/out", pictures: [])
    let picture = try #require(pictures.picture(of: one, page: 1))
    #expect(picture.type == "image/jpeg")
    #expect(PagePictures.isPicture(picture.bytes))
    #expect(pictures.picture(of: one, page: 2) == nil)
  }
}
