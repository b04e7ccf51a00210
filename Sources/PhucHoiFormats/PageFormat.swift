/// The formats of input files that are read.
public enum PageFormat: String, Sendable, CaseIterable {
  /// Text in any encoding.
  case plainText = "text"
  /// HTML with the classes of hOCR, as Tesseract and others write it.
  case hocr
  /// ALTO XML, versions 2 to 4.
  case alto
  /// PAGE XML, as Transkribus, eScriptorium and others write it.
  case pageXML = "page"
  /// PDF with a text layer; read only.
  case pdf
  /// The table of words that Tesseract writes; read only.
  case tesseractTable = "tsv"
  /// HTML without the classes of hOCR; read only.
  case html
  /// Rich text; read only.
  case rtf
  /// Word's format since 2007; read only.
  case docx

  /// The format of `bytes`, told by their beginning, never by a name; plain text where it is none that is read.
  public init(detecting bytes: [UInt8]) {
    if case .known(let format) = FormatGuess(bytes) { self = format } else { self = .plainText }
  }
}

/// What the beginning of a file tells about its format.
public enum FormatGuess: Sendable, Equatable {
  /// A format that is read.
  case known(PageFormat)
  /// A format that is not read, and must not be taken for text.
  case foreign(ForeignFormat)

  /// How many bytes from the start decide.
  private static let window = 8192

  /// The guess for `bytes`; `suffix` is the extension of the file's name, in small letters, which can make a
  /// table or a notation suspected that is plain text by its letters, and text refused that is called a PDF file.
  public init(_ bytes: [UInt8], suffix: String? = nil) {
    let head = bytes.prefix(Self.window)
    // A PDF file may have other bytes before its head (ISO 32000-1, annex H.3.4.1).
    if Self.place(of: "%PDF-", in: head.prefix(1024)) != nil {
      self = .known(.pdf)
      return
    }
    if let binary = ForeignFormat(magic: head) {
      self = binary == .zip ? Self.zipped(bytes) : .foreign(binary)
      return
    }
    if suffix == "pdf" {
      self = .foreign(.noPDF)
      return
    }
    // Zero bytes go, so that the markup of UTF-16 is seen too.
    let text = String(decoding: head.lazy.filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
    let markup = text.drop { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }
    if markup.hasPrefix("{\\rtf") {
      self = .known(.rtf)
    } else if markup.hasPrefix("<"), let guess = Self.markup(markup) {
      self = guess
    } else if markup.hasPrefix("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\t") {
      self = .known(.tesseractTable)
    } else if markup.hasPrefix("%!ps") {
      self = .foreign(.postScript)
    } else if suffix != "txt", Self.isLaTeX(text) {
      self = .foreign(.latex)
    } else if suffix != "txt", Notation.isMail(text) {
      self = .foreign(.mail)
    } else if suffix != "txt", let notation = Notation.guess(bytes, suffix: suffix) {
      self = .foreign(notation)
    } else {
      self = .known(.plainText)
    }
  }

  /// Whether a line begins as a LaTeX document does.
  private static func isLaTeX(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      return line.hasPrefix("\\documentclass") || line.hasPrefix("\\begin{document}")
    }
  }

  private static func markup(_ markup: Substring) -> FormatGuess? {
    let root = rootElement(markup)
    switch root.split(separator: ":").last ?? "" {
    case "alto": return .known(.alto)
    case "pcgts": return .known(.pageXML)
    case "document" where markup.contains("abbyy"): return .foreign(.abbyy)
    default: break
    }
    if ["ocr_page", "ocr-system", "ocrx_word", "ocr_line"].contains(where: markup.contains) {
      return .known(.hocr)
    }
    if markup.contains("abbyy.com/finereader") { return .foreign(.abbyy) }
    let blocks: Set<Substring> = ["html", "head", "body", "p", "div", "table", "title", "meta", "br", "span"]
    if markup.hasPrefix("<!doctype html") || blocks.contains(root) { return .known(.html) }
    if root == "svg" { return .foreign(.svg) }
    if markup.hasPrefix("<?xml") || markup.prefix(512).contains("xmlns=") { return .foreign(.xml) }
    return nil
  }

  /// The name of the first element, prefix included.
  private static func rootElement(_ markup: Substring) -> Substring {
    var rest = markup
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { return "" }
        rest = rest[end.upperBound...]
      } else if rest.first != "?", rest.first != "!" {
        return rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
      }
    }
    return ""
  }

  private static func zipped(_ bytes: [UInt8]) -> FormatGuess {
    let archive = ZipArchive(bytes)
    if archive.has("word/document.xml") { return .known(.docx) }
    if archive.has("xl/workbook.xml") { return .foreign(.xlsx) }
    if archive.has("ppt/presentation.xml") { return .foreign(.pptx) }
    guard let kind = try? archive.read("mimetype", limit: 256) else { return .foreign(.zip) }
    let type = String(decoding: kind, as: UTF8.self)
    if type.contains("opendocument") { return .foreign(.opendocument) }
    return .foreign(type.contains("epub") ? .epub : .zip)
  }

  static func place(of sign: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let sign = Array(sign.utf8)
    guard bytes.count >= sign.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - sign.count).first { bytes[$0...].starts(with: sign) }
  }
}
