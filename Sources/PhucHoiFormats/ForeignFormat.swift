/// Formats that are known and not read.
public enum ForeignFormat: String, Sendable, CaseIterable {
  /// What FineReader writes for programs: words with their places, as hOCR and ALTO have them.
  case abbyy = "ABBYY XML"
  /// Markup whose elements are none that is read.
  case xml = "XML"
  /// An object with members or a list of objects, as a whole or on the first line.
  case json = "JSON"
  /// Lines that all have as many commas, or semicolons, and hardly a blank behind one.
  case csv = "CSV"
  /// A drawing; its letters may be outlines.
  case svg = "SVG"
  /// A program that draws pages, EPS included.
  case postScript = "PostScript"
  /// The source of a document that is still to be set.
  case latex = "LaTeX"
  /// A message as mail programs store it (RFC 5322), whose text may be in any transfer encoding.
  case mail = "e-mail"
  /// A file whose name alone says that it is PDF.
  case noPDF = "PDF"
  /// Excel's format since 2007.
  case xlsx = "XLSX"
  /// PowerPoint's format since 2007.
  case pptx = "PPTX"
  /// ODT, ODS and their neighbours, as LibreOffice writes them.
  case opendocument = "OpenDocument"
  /// A book for reading devices.
  case epub = "EPUB"
  /// An archive that holds no document of a format that is known.
  case zip = "ZIP"
  /// gzip, bzip2, xz, 7-Zip or RAR.
  case archive = "archive"
  /// Office's formats before 2007.
  case oldOffice = "DOC, XLS"
  /// Scanned pages; a text layer that they may have is not looked for.
  case djvu = "DjVu"
  /// A picture without loss, as screens are saved.
  case png = "PNG"
  /// A photograph, or a scan stored like one.
  case jpeg = "JPEG"
  /// A scan, often of several pages; BigTIFF included.
  case tiff = "TIFF"
  /// A picture of at most 256 colours.
  case gif = "GIF"
  /// Windows' picture, mostly uncompressed.
  case bmp = "BMP"
  /// A picture as web pages have it.
  case webp = "WebP"
  /// A scan as libraries store it, in a JP2 file or as a bare stream.
  case jpeg2000 = "JPEG 2000"
  /// A photograph as telephones store it.
  case heic = "HEIC"

  /// Whether it is a picture: an engine has to read it first.
  public var isPicture: Bool {
    switch self {
    case .djvu, .png, .jpeg, .tiff, .gif, .bmp, .webp, .jpeg2000, .heic: true
    default: false
    }
  }

  /// What to do with such a file, in English.
  var remedy: String {
    switch self {
    case .abbyy, .xml: "export hOCR, ALTO, PAGE XML or text"
    case .json, .csv, .xlsx: "take the texts out and give each as a file, or as lines to stream"
    case .oldOffice, .opendocument, .pptx, .epub: "save it as DOCX, RTF or text"
    case .zip, .archive: "unpack it"
    case .svg, .postScript, .latex, .mail: "export text"
    default: "run OCR first"
    }
  }

  /// The failure to read such a file.
  public var error: FormatError {
    if self == .noPDF { return FormatError(.damagedPDF, "no PDF file, though its name says so") }
    return isPicture
      ? FormatError(.needsOCR, "a picture (\(rawValue)): \(remedy)")
      : FormatError(.foreign, "\(rawValue) is not read: \(remedy)")
  }

  /// The format that the first bytes of a file are the sign of.
  init?(magic head: ArraySlice<UInt8>) {
    let signs: [(ForeignFormat, [UInt8])] = [
      (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]), (.tiff, [0x49, 0x49, 0x2A, 0x00]),
      (.tiff, [0x4D, 0x4D, 0x00, 0x2A]), (.tiff, [0x49, 0x49, 0x2B, 0x00]), (.gif, Array("GIF8".utf8)),
      (.jpeg2000, [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20]), (.jpeg2000, [0xFF, 0x4F, 0xFF, 0x51]),
      (.djvu, Array("AT&TFORM".utf8)), (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      (.zip, [0x50, 0x4B, 3, 4]), (.zip, [0x50, 0x4B, 5, 6]), (.archive, [0x1F, 0x8B, 8]),
      (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.archive, Array("Rar!\u{1A}\u{7}".utf8)),
      (.archive, Array("BZh".utf8) + [0x39, 0x31, 0x41, 0x59]),
      (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    ]
    if let sign = signs.first(where: { head.starts(with: $0.1) }) {
      self = sign.0
    } else if head.starts(with: "BM".utf8), head.count > 14, head[6...9].allSatisfy({ $0 == 0 }) {
      self = .bmp
    } else if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if head.dropFirst(4).starts(with: "ftyphei".utf8) || head.dropFirst(4).starts(with: "ftypmif".utf8)
    {
      self = .heic
    } else {
      return nil
    }
  }
}
