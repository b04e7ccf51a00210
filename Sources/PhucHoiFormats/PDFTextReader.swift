import Foundation

/// Reads what `pdftotext -bbox-layout` of poppler prints: pages, blocks, lines and words with their boxes.
final class PDFTextReader: PageReader {
  private(set) var builder = PageTextBuilder()
  private var line: [WordSketch] = []
  private var word: WordSketch?

  init(_ bytes: [UInt8] = []) {}

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "page":
      let sizes = ["width", "height"].map { tag.attributes[$0].flatMap(Double.init) }
      builder.startPage(PageFrame(width: sizes[0], height: sizes[1]))
    case "block": builder.startParagraph()
    case "word":
      let numbers = ["xMin", "yMin", "xMax", "yMax"].compactMap { tag.attributes[$0].flatMap(Double.init) }
      let box = numbers.count == 4 ? Box(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3]) : nil
      word = WordSketch(box: box, place: WordPlace(element: tag.range, tag: tag.range))
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    if name == "word", let word {
      line.append(word)
      self.word = nil
    } else if name == "line" {
      builder.add(line)
      line = []
    }
  }

  func text(_ text: String) { word?.text += text }

  func reference() {}

  /// The layout that poppler finds in a PDF file, as XHTML.
  ///
  /// - Throws: `FormatError` when poppler is not installed, cannot read the file or does not come to an end.
  static func layout(of bytes: [UInt8], patience: Double = 300) throws(FormatError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-bbox-layout", "-", "-"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw FormatError(.noPDFReader, "pdftotext (poppler) cannot be started")
    }
    let writer = input.fileHandleForWriting
    Thread.detachNewThread {
      try? writer.write(contentsOf: Data(bytes))
      try? writer.close()
    }
    let watch = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watch)
    defer { watch.cancel() }
    let layout = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      throw FormatError(.noPDFReader, "pdftotext (poppler) is not installed")
    }
    guard process.terminationStatus == 0 else {
      throw FormatError(.damagedPDF, "pdftotext cannot read the file")
    }
    return clean(layout)
  }

  /// Without the control characters that poppler lets through and XML forbids.
  private static func clean(_ data: Data) -> [UInt8] {
    data.map { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D ? 0x20 : $0 }
  }
}
