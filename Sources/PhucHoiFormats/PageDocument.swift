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
  /// The encoding that the markup says it is in.
  private let declared: DeclaredEncoding?
  /// The encoding in which the markup came, when it is not UTF-8.
  private let outerEncoding: DecodedText?
  /// Whether the markup could only be read as whatever tags it holds.
  private var isLoose = false

  /// The text.
  public var text: String { decoded.text }

  /// Pages of a PDF file that have no text of their own: pictures, which an engine has to read, or blank ones.
  public private(set) var pagesWithoutText: [Int] = []
  /// Texts in PAGE XML that repeat those of words.
  private var repeats: [RepeatedText] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - format: what to take it for; detected by default.
  ///   - suffix: the extension of its name, in small letters, as a hint.
  ///   - limit: the largest file that is read, in bytes.
  ///   - patience: how long the reading of markup, or of a PDF file, may take, in seconds.
  /// - Throws: `FormatError`; PH-1311 for a format that is known and not read.
  public init(
    reading bytes: [UInt8], as format: PageFormat? = nil, suffix: String? = nil, limit: Int = 256 << 20,
    patience: Double? = nil
  ) throws(FormatError) {
    guard bytes.count <= limit else { throw FormatError(.tooLarge, "\(bytes.count) bytes, at most \(limit)") }
    let end = patience.map { ContinuousClock.now + .seconds($0) }
    switch format.map(FormatGuess.known) ?? FormatGuess(bytes, suffix: suffix) {
    case .foreign(let foreign): throw foreign.error
    case .known(.pdf): try self.init(pdf: bytes, patience: patience ?? PDFLayout.patience)
    case .known(let known) where [.hocr, .alto, .pageXML].contains(known):
      try self.init(markup: bytes, known, until: end)
    case .known(let known): try self.init(text: bytes, known, until: end)
    }
  }

  private init(pdf bytes: [UInt8], patience: Double) throws(FormatError) {
    let reader = PDFTextReader()
    try MarkupReader.read(PDFLayout.read(bytes, patience: patience), reader)
    guard reader.emptyPages.count < reader.builder.pages else {
      throw FormatError(.needsOCR, "\(reader.builder.pages) pages, no text")
    }
    format = .pdf
    (decoded, words, pageCount) = (
      DecodedText(reader.builder.text), reader.builder.words, reader.builder.pages
    )
    frames = reader.builder.frames
    (self.bytes, declared, outerEncoding) = ([], nil, nil)
    pagesWithoutText = reader.emptyPages
  }

  private init(
    markup bytes: [UInt8], _ format: PageFormat, until end: ContinuousClock.Instant?
  ) throws(FormatError) {
    let declared = DeclaredEncoding(of: bytes)
    let markup = try Self.decode(bytes, declared)
    guard markup.damage.isEmpty else {
      throw FormatError(.encoding, "markup with bytes that are no \(markup.encoding.rawValue)")
    }
    // No markup has any, and whether a few make a file no text would depend on its encoding and length.
    guard !markup.text.utf8.contains(0) else { throw FormatError(.binary, "markup with zero bytes") }
    let isUTF8 = markup.encoding == .utf8 && !markup.hasByteOrderMark
    let source = isUTF8 ? bytes : Array(markup.text.utf8)
    let builder: PageTextBuilder
    switch format {
    case .alto: builder = try Self.read(source, ALTOReader(source), until: end)
    case .pageXML:
      let reader = PageXMLReader(source)
      builder = try Self.read(source, reader, until: end)
      repeats = reader.repeats
    default: (builder, isLoose) = try Self.readHOCR(source, until: end)
    }
    self.format = format
    (decoded, words, pageCount) = (DecodedText(builder.text), builder.words, builder.pages)
    frames = builder.frames
    (self.bytes, self.declared) = (source, declared)
    outerEncoding = isUTF8 ? nil : markup
  }

  /// Formats of running text, and tables of words.
  private init(
    text bytes: [UInt8], _ format: PageFormat, until end: ContinuousClock.Instant?
  ) throws(FormatError) {
    self.format = format
    (self.bytes, declared, outerEncoding) = ([], nil, nil)
    switch format {
    case .tesseractTable:
      let reader = TesseractTableReader(try Self.decode(bytes).text)
      (decoded, words) = (DecodedText(reader.builder.text), reader.builder.words)
      (pageCount, frames) = (reader.builder.pages, reader.builder.frames)
      return
    case .html:
      let declared = DeclaredEncoding(of: bytes)
      let source = Array(try Self.decode(bytes, declared).text.utf8)
      decoded = DecodedText(try HTMLTextReader.text(of: source, until: end))
    case .rtf: decoded = DecodedText(RichTextReader.text(of: bytes))
    case .docx: decoded = DecodedText(try WordDocumentReader.text(of: bytes))
    default: decoded = try Self.decode(bytes)
    }
    (words, frames, pageCount) = ([], [], nil)
  }

  private static func read(
    _ source: [UInt8], _ reader: any PageReader, until end: ContinuousClock.Instant?
  ) throws(FormatError) -> PageTextBuilder {
    try MarkupReader.read(source, reader, until: end)
    return reader.builder
  }

  /// hOCR is XML as Tesseract writes it, and HTML as others do.
  private static func readHOCR(
    _ source: [UInt8], until end: ContinuousClock.Instant?
  ) throws(FormatError) -> (builder: PageTextBuilder, isLoose: Bool) {
    do throws(FormatError) {
      return (try read(source, HOCRReader(source), until: end), false)
    } catch {
      guard error.code == .malformed else { throw error }
      let reader = HOCRReader(source)
      try TagSoupReader.read(source, reader, until: end)
      // Nothing of hOCR in it: what is wrong with the XML is what there is to tell.
      guard !reader.builder.words.isEmpty else { throw error }
      return (reader.builder, true)
    }
  }

  private static func decode(_ bytes: [UInt8], _ declared: DeclaredEncoding?) throws(FormatError)
    -> DecodedText
  {
    guard let name = declared?.forced(bytes) else { return try decode(bytes) }
    do throws(TextError) {
      return try TextDecoder.decode(bytes, as: name)
    } catch {
      return try decode(bytes)
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
  /// hOCR, ALTO and PAGE XML keep every byte but those of changed words, and come out in the encoding that they
  /// declare. Plain text comes out as UTF-8. Other formats cannot be written: the answer is nil. So it is where a damaged
  /// file would come out as one that nobody can read.
  /// - Returns: the bytes, and how many replacements could not be made because they reach over a line end.
  public func rewritten(_ replacements: [Replacement]) -> (bytes: [UInt8], unapplied: Int)? {
    switch format {
    case .pdf, .tesseractTable, .html, .rtf, .docx: return nil
    case .plainText:
      let text = AlignedText(source: decoded.text, replacements: replacements).text
      return (Array(text.utf8), 0)
    case .hocr, .alto, .pageXML:
      let reviser = WordReviser(text: Array(decoded.text.utf8), words: words)
      let (revisions, unapplied) = reviser.revisions(replacements)
      guard !revisions.isEmpty else { return (outerEncoding?.encoded() ?? bytes, unapplied) }
      let markup =
        format == .pageXML
        ? PageXMLWriter(bytes: bytes, words: words, repeats: repeats).revised(revisions)
        : PageWriter(bytes: bytes, words: words, isHOCR: format == .hocr).written(revisions)
      let output = outer(markup)
      // What is in another encoding than it says, or no XML, may not bear other letters, wherever they stand.
      if output != markup || outerEncoding != nil || isLoose,
        (try? PageDocument(reading: output, as: format)) == nil
      {
        return nil
      }
      return (output, unapplied)
    }
  }

  /// Markup in the encoding in which it came.
  private func outer(_ markup: [UInt8]) -> [UInt8] {
    if let bytes = declared?.bytes(of: markup) { return bytes }
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
