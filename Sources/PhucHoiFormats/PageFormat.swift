/// The formats of input files.
public enum PageFormat: String, Sendable, CaseIterable {
  /// Text in any encoding.
  case plainText = "text"
  /// HTML with the classes of hOCR, as Tesseract and others write it.
  case hocr
  /// ALTO XML, versions 2 to 4.
  case alto
  /// PDF with a text layer; read only.
  case pdf

  /// How many bytes from the start decide.
  private static let window = 8192

  /// The format of `bytes`, told by their beginning, never by a name.
  public init(detecting bytes: [UInt8]) {
    let head = bytes.prefix(Self.window)
    if head.starts(with: "%PDF-".utf8) {
      self = .pdf
      return
    }
    // Zero bytes go, so that the markup of UTF-16 is seen too.
    let text = String(decoding: head.filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
    let markup = text.drop {
      $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" || $0 == "\u{FF}" || $0 == "\u{FE}"
    }
    if !markup.hasPrefix("<") {
      self = .plainText
    } else if markup.contains("<alto") || markup.contains(":alto") {
      self = .alto
    } else if markup.contains("ocr_page") || markup.contains("ocr-system") || markup.contains("ocrx_word") {
      self = .hocr
    } else {
      self = .plainText
    }
  }
}
