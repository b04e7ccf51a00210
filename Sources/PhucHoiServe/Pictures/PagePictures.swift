import Foundation
import PhucHoiArchive
import PhucHoiFormats

/// Pictures of pages, and where the words stand on them.
final class PagePictures: @unchecked Sendable {
  private let folder: String
  private let pictures: [String]
  // The lock guards what is below.
  private let lock = NSLock()
  private var documents: [Int: PageDocument] = [:]
  private var rendered: [String: [UInt8]] = [:]
  private var order: [String] = []
  private let renderers = DispatchSemaphore(value: 2)
  private static let mostDocuments = 8
  private static let mostRendered = 24
  private static let mostBytes = 64 << 20
  /// Dots an inch of a page that is drawn from a PDF file: enough to read by, quick to draw.
  private static let resolution = 120

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
    let files = PageFiles(archive: folder, pictures: pictures)
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
    if let known = lock.withLock({ rendered["\(page) \(path)"] }) { return known }
    let part = NSTemporaryDirectory() + "/phuchoi-\(UUID().uuidString).pdf"
    defer { unlink(part) }
    guard output(of: ["tiff2pdf", "-o", part, path], patience: 20) != nil else { return nil }
    if let picture = draw(part, page, of: path) { return picture }
    return draw(part, 2, of: path) == nil ? draw(part, 1, of: path) : nil
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
    guard let handle = FileHandle(forReadingAtPath: path), let size = try? handle.seekToEnd(),
      size <= Self.mostBytes
    else { return nil }
    try? handle.seek(toOffset: 0)
    return (try? handle.readToEnd()).map { Array($0) }
  }

  /// Whether the bytes begin as those of a picture do, whatever the file is called.
  static func isPicture(_ bytes: [UInt8]) -> Bool {
    let heads: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8),
    ]
    return heads.contains { bytes.starts(with: $0) }
  }

  /// Draws a page of a PDF file by poppler; the last pages are kept.
  private func draw(_ path: String, _ page: Int, of original: String? = nil) -> [UInt8]? {
    let key = "\(page) \(original ?? path)"
    if let known = lock.withLock({ rendered[key] }) { return known }
    let arguments = [
      "pdftoppm", "-jpeg", "-jpegopt", "quality=72", "-r", "\(Self.resolution)", "-f", "\(page)", "-l",
      "\(page)",
      "-singlefile", path,
    ]
    guard let bytes = output(of: arguments, patience: 20), Self.isPicture(bytes) else { return nil }
    lock.withLock {
      rendered[key] = bytes
      order.append(key)
      if order.count > Self.mostRendered { rendered[order.removeFirst()] = nil }
    }
    return bytes
  }

  /// What a program prints; nil where it fails or takes longer than `patience` seconds. Few run at a time.
  private func output(of arguments: [String], patience: Double) -> [UInt8]? {
    renderers.wait()
    defer { renderers.signal() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let watch = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watch)
    defer { watch.cancel() }
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(bytes) : nil
  }
}
