import PhucHoiArchive
import PhucHoiFormats
import Platform

/// Pictures of pages, and where the words stand on them.
final class PagePictures: @unchecked Sendable {
  private let folder: String
  private let pictures: [String]
  private let folders = PictureFolders()
  // The lock guards what is below.
  private let lock = Lock()
  private var documents: [Int: PageDocument] = [:]
  private var rendered: [String: [UInt8]] = [:]
  private var order: [String] = []
  private let renderers = DispatchSemaphore(value: 2)
  private static let mostDocuments = 8
  private static let mostRendered = 24
  private static let mostBytes = 64 << 20
  /// Dots an inch of a page that is drawn from a PDF file: enough to read by, quick to draw.
  private static let resolution = 120
  /// How long drawing may take, in seconds, how much memory it may have and how much it may print, in bytes.
  private static let patience = 20.0
  private static let memory: UInt64 = 1 << 30
  private static let mostDrawn: UInt64 = 256 << 20

  /// A picture.
  struct Picture {
    /// Its media type.
    var type: String
    /// Its bytes.
    var bytes: [UInt8]
  }

  /// The pictures of the archive in `folder`, and those in the folders `pictures`.
  init(folder: String, pictures: [String]) { (self.folder, self.pictures) = (folder, pictures) }

  /// The picture of a page; nil where there is none. A PDF page takes some tenths of a second.
  func picture(of input: ReviewInput, page: Int) -> Picture? {
    let frame = document(of: input).flatMap {
      $0.frames.indices.contains(page - 1) ? $0.frames[page - 1] : nil
    }
    let files = PageFiles(archive: folder, pictures: pictures, folders: folders)
    guard let source = files.source(of: input, page: page, frame: frame) else { return nil }
    switch source {
    case .picture(let path, let type):
      guard let bytes = read(path), Self.isPicture(bytes) else { return nil }
      return Picture(type: type, bytes: bytes)
    case .pdf(let path, let page): return draw(path, page).map { Picture(type: "image/jpeg", bytes: $0) }
    case .tiff(let path, let page): return drawTIFF(path, page).map { Picture(type: "image/jpeg", bytes: $0) }
    }
  }

  /// A picture of a TIFF file, which no browser shows: libtiff's `tiff2pdf` makes a PDF file of it. A file with one
  /// picture for each page has that of the page; a file with a single one is the picture of this page.
  private func drawTIFF(_ path: String, _ page: Int) -> [UInt8]? {
    let key = "\(page) \(path)"
    if let known = lock.withLock({ rendered[key] }) { return known }
    guard let pdf = output(of: "tiff2pdf", [path]),
      let picture = draw(pdf, page) ?? (draw(pdf, 2) == nil ? draw(pdf, 1) : nil)
    else { return nil }
    keep(picture, key)
    return picture
  }

  /// Where `ranges` of the text stand on the page, as shares of its width and height: left, top, right, bottom; nil for
  /// a range that has no words with boxes there. Nil where the file says nothing of places.
  func boxes(_ ranges: [Range<Int>], of input: ReviewInput, page: Int) -> [[Double]?]? {
    guard let document = document(of: input), document.frames.indices.contains(page - 1) else { return nil }
    let frame = document.frames[page - 1]
    guard let width = frame.width, let height = frame.height, width > 0, height > 0 else { return nil }
    return ranges.map { range in
      let words = document.words(in: range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
      let boxes = words.filter { $0.page == page }.compactMap(\.box)
      guard let first = boxes.first else { return nil }
      let box = boxes.dropFirst().reduce(first) { $0.union($1) }
      return [box.x0 / width, box.y0 / height, box.x1 / width, box.y1 / height].map { min(max($0, 0), 1) }
    }
  }

  /// The input's file; plain text has nothing to say of places.
  private func document(of input: ReviewInput) -> PageDocument? {
    guard input.format != "text" else { return nil }
    if let known = lock.withLock({ documents[input.id] }) { return known }
    guard let document = ReviewText.page(of: input, folder: folder) else { return nil }
    lock.withLock {
      if documents.count >= Self.mostDocuments { documents.removeAll() }
      documents[input.id] = document
    }
    return document
  }

  private func read(_ path: String) -> [UInt8]? {
    let bytes = FileBytes.read(path, limit: Self.mostBytes + 1)
    return bytes.flatMap { $0.count <= Self.mostBytes ? $0 : nil }
  }

  /// Whether the bytes begin as those of a picture do, whatever the file is called.
  static func isPicture(_ bytes: [UInt8]) -> Bool {
    let heads: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8), Array("BM".utf8),
    ]
    return heads.contains { bytes.starts(with: $0) }
  }

  /// Draws a page of the PDF file at `path`; the last pages are kept.
  private func draw(_ path: String, _ page: Int) -> [UInt8]? {
    let key = "\(page) \(path)"
    if let known = lock.withLock({ rendered[key] }) { return known }
    guard let picture = draw([], page, path) else { return nil }
    keep(picture, key)
    return picture
  }

  /// Draws a page of a PDF file by poppler.
  private func draw(_ bytes: [UInt8], _ page: Int, _ path: String = "/dev/stdin") -> [UInt8]? {
    let arguments = [
      "-jpeg", "-jpegopt", "quality=72", "-r", "\(Self.resolution)", "-f", "\(page)", "-l", "\(page)",
      "-singlefile", path,
    ]
    guard let picture = output(of: "pdftoppm", arguments, bytes), Self.isPicture(picture) else { return nil }
    return picture
  }

  private func keep(_ picture: [UInt8], _ key: String) {
    lock.withLock {
      rendered[key] = picture
      order.append(key)
      if order.count > Self.mostRendered { rendered[order.removeFirst()] = nil }
    }
  }

  /// What a program prints, within bounds; nil where it fails or comes to them. Few run at a time.
  private func output(of name: String, _ arguments: [String], _ input: [UInt8] = []) -> [UInt8]? {
    renderers.wait()
    defer { renderers.signal() }
    let program = BoundedProgram(name, patience: Self.patience, memory: Self.memory, output: Self.mostDrawn)
    return try? program.run(arguments, input: input)
  }
}
