import Foundation
import Testing

@testable import PhucHoiArchive

/// What is no input because it shows a page of a text is what the review page shows beside that text.
@Suite struct PictureNameTests {
  @Test(
    arguments: [
      ("thư.png", nil), ("thư-2.png", 2), ("thư_02.JPG", 2), ("thư.3.tif", 3), ("thư/4.png", 4),
      ("THƯ-5.webp", 5),
      ("thư-page-6.png", 6), ("thư_page_7.png", 7), ("thư-p8.png", 8), ("thư-trang-9.png", 9),
      ("thư/page-10.png", 10), ("thư 11.bmp", 11), ("thư/Trang 12.png", 12),
    ] as [(String, Int?)])
  func picturesOfAText(_ name: String, _ page: Int?) throws {
    for text in ["thư.txt", "Thư.hocr", "thư.gt.txt", "thư.alto.xml"] {
      let folder = try TemporaryFolder()
      for file in [text, name] { try folder.write("x", to: "a/" + file) }
      let shown = PictureFolders().pictures(of: RelativePath("a/" + text), below: folder.path).filter {
        PictureName.suffixes.contains($0.path.suffix)
      }
      #expect(shown == [PictureName(path: RelativePath("a/" + name), page: page)])
      #expect(SidePictures(among: [.init(path: RelativePath(text))]).contains(RelativePath(name)))
    }
  }

  @Test(arguments: [
    "thư12.png", "thư-x.png", "thưa.png", "thư-20250917.png", "b/thư.png", "page-1.png", "2.png", "-1.png",
  ])
  func otherPictures(_ name: String) throws {
    let folder = try TemporaryFolder()
    for file in ["thư.txt", name] { try folder.write("x", to: file) }
    let shown = PictureFolders().pictures(of: RelativePath("thư.txt"), below: folder.path)
    #expect(!shown.contains { $0.path == RelativePath(name) })
    #expect(!SidePictures(among: [.init(path: RelativePath("thư.txt"))]).contains(RelativePath(name)))
  }

  /// What is remembered of a folder holds until it changes.
  @Test func picturesThatComeAndGoAreSeen() throws {
    let (folder, text) = (try TemporaryFolder(), RelativePath("a/thư.txt"))
    let folders = PictureFolders()
    for file in ["a/thư.txt", "a/thư.png", "a/thư/2.png"] { try folder.write("x", to: file) }
    let old = [Foundation.FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -60)]
    for place in ["/a", "/a/thư"] {
      try FileManager.default.setAttributes(old, ofItemAtPath: folder.path + place)
    }
    for _ in 0..<2 { #expect(folders.pictures(of: text, below: folder.path).map(\.page) == [2, nil]) }
    try folder.write("x", to: "a/thư/3.png")
    #expect(folders.pictures(of: text, below: folder.path).map(\.page) == [2, 3, nil])
    try FileManager.default.removeItem(atPath: folder.path + "/a/thư.png")
    #expect(folders.pictures(of: text, below: folder.path).map(\.page) == [2, 3])
    try FileManager.default.removeItem(atPath: folder.path + "/a")
    #expect(folders.pictures(of: text, below: folder.path).isEmpty)
  }

  @Test func nothingIsLookedForOutside() throws {
    #expect(PictureFolders().pictures(of: RelativePath("../a.txt"), below: "/tmp").isEmpty)
    #expect(PictureFolders().pictures(of: RelativePath("none/a.txt"), below: "/nowhere").isEmpty)
  }
}
