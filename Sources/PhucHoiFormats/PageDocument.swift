import VietText

/// A file of pages: its text, its words with their places, and the way to write it again with other words.
public struct PageDocument: Sendable {
  /// The format of the file.
  public let format: PageFormat
  /// The text, decoded: what spans of edits and records refer to.
  public let decoded: DecodedText
  /// The words with their boxes, in the order of the text; none for plain text.
  public let words: [PageWord]
  /// The pages, where the file tells of them.
  public let frames: [PageFrame]
  /// How many pages the file has; nil for plain text, where form feeds tell.
  public let pageCount: Int?
  private let bytes: [UInt8]
  /// The encoding in which the markup came, when it is not UTF-8.
  private let outerEncoding: DecodedText?

  /// The text.
  public var text: String { decoded.text }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - format: what to take it for; detected by default.
  ///   - limit: the largest file that is read, in bytes.
  /// - Throws: `FormatError`.
  public init(
    reading bytes: [UInt8], as format: PageFormat? = nil, limit: Int = 256 << 20
  ) throws(FormatError) {
    guard bytes.count <= limit else { throw FormatError(.tooLarge, "\(bytes.count) bytes, at most \(limit)") }
    let format = format ?? PageFormat(detecting: bytes)
    self.format = format
    switch format {
    case .plainText:
      decoded = try Self.decode(bytes)
      (words, frames, pageCount, self.bytes, outerEncoding) = ([], [], nil, [], nil)
    case .hocr, .alto:
      let markup = try Self.decode(bytes)
      guard markup.damage.isEmpty else {
        throw FormatError(.encoding, "markup with bytes that are no \(markup.encoding.rawValue)")
      }
      let isUTF8 = markup.encoding == .utf8
      let source = isUTF8 && !markup.hasByteOrderMark ? bytes : Array(markup.text.utf8)
      let reader: any PageReader = format == .hocr ? HOCRReader(source) : ALTOReader(source)
      try MarkupReader.read(source, reader)
      decoded = DecodedText(reader.builder.text)
      words = reader.builder.words
      frames = reader.builder.frames
      pageCount = reader.builder.pages
      self.bytes = source
      outerEncoding = isUTF8 && !markup.hasByteOrderMark ? nil : markup
    case .pdf:
      let reader = PDFTextReader()
      try MarkupReader.read(PDFTextReader.layout(of: bytes), reader)
      guard !reader.builder.words.isEmpty else {
        throw FormatError(.needsOCR, "\(reader.builder.pages) pages, no text")
      }
      decoded = DecodedText(reader.builder.text)
      words = reader.builder.words
      frames = reader.builder.frames
      pageCount = reader.builder.pages
      (self.bytes, outerEncoding) = ([], nil)
    }
  }

  private static func decode(_ bytes: [UInt8]) throws(FormatError) -> DecodedText {
    do throws(TextError) {
      return try TextDecoder.decode(bytes)
    } catch {
      throw FormatError(.binary, "no text (\(error.code))")
    }
  }

  /// The words that `range` of the text touches. O(log words + words found).
  public func words(in range: Range<Int>) -> ArraySlice<PageWord> {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < words.count, words[end].range.lowerBound < range.upperBound { end += 1 }
    return words[low..<end]
  }

  /// The file again, with `replacements` made in its text.
  ///
  /// hOCR and ALTO keep every byte but those of changed words. Plain text comes out as UTF-8. PDF cannot be
  /// written: the answer is nil.
  /// - Returns: the bytes, and how many replacements could not be made because they reach over a line end.
  public func rewritten(_ replacements: [Replacement]) -> (bytes: [UInt8], unapplied: Int)? {
    switch format {
    case .pdf: return nil
    case .plainText:
      let text = AlignedText(source: decoded.text, replacements: replacements).text
      return (Array(text.utf8), 0)
    case .hocr, .alto:
      let reviser = WordReviser(text: Array(decoded.text.utf8), words: words)
      let (revisions, unapplied) = reviser.revisions(replacements)
      let writer = PageWriter(bytes: bytes, words: words, isHOCR: format == .hocr)
      return (outer(writer.written(revisions)), unapplied)
    }
  }

  /// Markup in the encoding in which it came.
  private func outer(_ markup: [UInt8]) -> [UInt8] {
    guard let outerEncoding else { return markup }
    return outerEncoding.encoding(String(decoding: markup, as: UTF8.self))
  }
}

extension DecodedText {
  /// `text` in the encoding of this one, with its byte order mark.
  fileprivate func encoding(_ text: String) -> [UInt8] {
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      let isLittle = encoding == .utf16LittleEndian
      var bytes: [UInt8] = []
      if hasByteOrderMark { bytes = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF] }
      for unit in text.utf16 {
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        bytes += isLittle ? [low, high] : [high, low]
      }
      return bytes
    default: return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }
  }
}
