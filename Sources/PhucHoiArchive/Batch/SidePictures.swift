/// Pictures of pages that lie beside the text that an engine read from them: they are shown with it, and are no inputs
/// that need an engine.
struct SidePictures {
  private static let suffixes: Set<String> = [
    "png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp", "jp2",
  ]
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

  /// Whether a file is one: it goes by the name of a text, with the number of the page behind it where there are several
  /// (`letter.png`, `letter-2.png`, `letter_02.jpg`, `letter/2.png`).
  func contains(_ path: RelativePath) -> Bool {
    guard Self.suffixes.contains(path.suffix) else { return false }
    let stem = path.withoutSuffix.folded
    if scans.contains(stem) { return true }
    let head = stem.bytes.prefix(
      stem.bytes.count - stem.bytes.reversed().prefix { (0x30...0x39).contains($0) }.count)
    guard head.count < stem.bytes.count, let mark = head.last, "-_./".utf8.contains(mark) else {
      return false
    }
    return scans.contains(RelativePath(Array(head.dropLast())))
  }
}
