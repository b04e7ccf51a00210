import Platform

/// A picture of a page, told by its name: it goes by the name of a text, with the number of the page behind it where
/// there are several (`letter.png`, `letter-2.png`, `letter_page_02.jpg`, `letter/2.png`), whatever the capitals.
public struct PictureName: Sendable, Equatable {
  /// Where it is.
  public let path: RelativePath
  /// The page that its name tells; nil where it goes by the name of the text alone.
  public let page: Int?

  /// The suffixes of pictures.
  public static let suffixes: Set<String> = [
    "png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp", "jp2",
  ]
  /// More digits are no number of a page.
  private static let mostDigits = 4

  /// The scans that a file at `path` may show a page of, as `RelativePath.scan` names them, folded. O(length).
  static func scans(of path: RelativePath) -> [(scan: RelativePath, page: Int?)] {
    let stem = path.withoutSuffix.folded
    let digits = stem.bytes.suffix(while: { (0x30...0x39).contains($0) })
    let bare = stem.bytes.dropLast(digits.count)
    let whole = (scan: stem, page: Int?.none)
    guard digits.count <= mostDigits, let page = Int(String(decoding: digits, as: UTF8.self)) else {
      return [whole]
    }
    let front = isMark(bare.last) ? bare.dropLast() : bare
    let words = ["page", "trang", "p"].filter { front.reversed().starts(with: $0.utf8.reversed()) }
    return [whole]
      + ([bare] + words.map { front.dropLast($0.utf8.count) }).compactMap { head in
        isMark(head.last) ? (RelativePath(Array(head.dropLast())), page) : nil
      }
  }

  private static func isMark(_ byte: UInt8?) -> Bool { byte.map { "-_./ ".utf8.contains($0) } ?? false }
}

extension Array {
  /// The last elements that `isMeant` takes.
  fileprivate func suffix(while isMeant: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !isMeant($0) } ?? -1) + 1..<endIndex]
  }
}

/// Pictures of pages that lie beside the text that an engine read from them: they are shown with it, and are no inputs
/// that need an engine.
struct SidePictures {
  /// What a file may be called that an engine wrote, or from which text can be taken.
  private static let readings: Set<String> = [
    "", "txt", "text", "html", "htm", "hocr", "xml", "alto", "pdf", "tsv", "rtf", "docx",
  ]
  /// The scans of which there is a reading.
  private let scans: Set<RelativePath>

  /// Those among `files`. O(n).
  init(among files: [InputFile]) {
    scans = Set(files.lazy.map(\.path).filter { Self.readings.contains($0.suffix) }.map(\.scan.folded))
  }

  /// Whether a file is one.
  func contains(_ path: RelativePath) -> Bool {
    PictureName.suffixes.contains(path.suffix)
      && PictureName.scans(of: path).contains { scans.contains($0.scan) }
  }
}
