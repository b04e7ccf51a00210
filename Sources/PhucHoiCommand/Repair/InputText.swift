import Extraction
import JSON
import PhucHoi
import PhucHoiArchive
import PhucHoiFormats
import VietText

/// An input decoded: the text that all spans refer to, and how it was read.
struct InputText: Sendable {
  /// Where it came from.
  let source: InputSource
  /// The decoded text, with the way back to the bytes.
  let decoded: DecodedText
  /// The legacy letters that an option says it is in.
  let scheme: LegacyScheme?
  /// The input itself.
  let bytes: [UInt8]
  /// The pages with their words, where the input is hOCR, ALTO or PDF.
  let page: PageDocument?

  /// Decodes `bytes`.
  ///
  /// Formats are told by the content, unless an option names an encoding; `patience` is how long a PDF file may take,
  /// in seconds.
  /// - Throws: `CommandFailure` as `EncodingOption.decode`, and PH-13xx for pages that cannot be read.
  init(
    _ source: InputSource, _ bytes: [UInt8], _ encoding: EncodingOption, patience: Double? = nil
  ) throws(CommandFailure) {
    self.source = source
    self.bytes = bytes
    let guess = FormatGuess(bytes, suffix: source.suffix)
    if encoding.forced == nil, guess != .known(.plainText) {
      do throws(FormatError) {
        if case .foreign(let foreign) = guess { throw foreign.error }
        let page = try PageDocument(reading: bytes, suffix: source.suffix, patience: patience)
        (self.page, decoded) = (page, page.decoded)
      } catch {
        throw CommandFailure(error, input: source)
      }
    } else {
      (page, decoded) = (nil, try encoding.decode(bytes, from: source))
    }
    scheme = encoding.scheme(of: decoded)
  }

  /// The same, given up when the time of `limits` is up.
  static func within(
    _ limits: WorkLimits, _ source: InputSource, _ bytes: [UInt8], _ encoding: EncodingOption,
    patience: Double?
  ) throws -> InputText {
    // What reads PDF files ends its own children in time; small files take none.
    guard bytes.count > 1 << 18, !bytes.starts(with: "%PDF".utf8) else {
      return try InputText(source, bytes, encoding, patience: patience)
    }
    return try limits.answer { _ in
      Result { () throws(CommandFailure) in try InputText(source, bytes, encoding, patience: patience) }
    }.get()
  }

  /// The decoded text.
  var text: String { decoded.text }

  /// Where the words stand on the pages, where the input tells.
  var layout: PageLayout? { page?.layout }

  /// What the engine that read the pages thought of its words.
  var wordConfidences: [WordConfidence] { page?.wordConfidences ?? [] }

  /// `source` in reports: the path, the SHA-256 of the bytes, and how they were read.
  var described: JSONValue {
    SourceDescription.json(path: source.name, sha256: SHA256.hex(bytes), decoded, format: page?.format)
  }
}
