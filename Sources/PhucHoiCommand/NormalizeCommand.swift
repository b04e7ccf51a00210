import ArgumentParser
import Extraction
import JSON
import PhucHoi
import VietText

/// `phuchoi normalize`: Unicode only, no word is changed.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Bring legacy encodings and look-alike letters to Unicode NFC; change no word.",
    discussion: """
      Reads TCVN3, VNI, VISCII, VPS, windows-1258 and UTF-16, letters of these in a UTF-8 file, UTF-8 read twice, \
      and Telex, VNI or VIQR keys left in text; each paragraph is judged for itself.
      """)

  @Argument(help: "Files; - is standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup var encoding: EncodingOption

  @Option(help: "Where the tone mark of oa, oe, uy goes: keep, older (hòa) or newer (hoà).")
  var tonePlacement: TonePlacementChoice = .keep

  @Flag(help: "Print the decoded text that spans refer to, before anything is mended; of pages, their text.")
  var decodeOnly = false

  @Flag(help: "Print every change with its span and cause, one JSON object a line for each input.")
  var json = false

  @Option(help: "What the offsets of spans count: utf8, utf16 or scalar.")
  var offsets: OffsetUnit = .utf8

  @OptionGroup var limit: LimitOptions
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if decodeOnly, json { throw ValidationError("--decode-only prints text, it does not go with --json") }
  }

  func run() throws {
    let run = InputRun(language: lang.language)
    try run.telling { try OutputFile.refuseStandardOutput(over: InputSource.sources(files)) }
    try run.each(of: files, atMost: limit.maxBytes) { source, bytes in
      if decodeOnly {
        let input = try InputText(source, bytes, encoding, patience: limit.patience)
        tellDamage(input.decoded, source)
        return try StandardStream.output.write(Array(input.text.utf8))
      }
      let decoded = try encoding.decode(bytes, from: source)
      tellDamage(decoded, source)
      let normalized = Normalizer(options(for: decoded)).normalize(decoded)
      let output =
        json
        ? report(normalized, of: decoded, from: source, bytes).serialized() + [0x0A]
        : Array(normalized.text.utf8)
      try StandardStream.output.write(output)
    }
  }

  private func options(for decoded: DecodedText) -> Normalizer.Options {
    var options = Normalizer.Options()
    options.tonePlacement = tonePlacement.placement
    options.scheme = encoding.scheme(of: decoded)
    return options
  }

  /// Bytes that mean nothing are told, not fatal.
  private func tellDamage(_ decoded: DecodedText, _ source: InputSource) {
    let damage = decoded.damage
    guard let first = damage.first else { return }
    let name = decoded.encoding.rawValue
    let warning = Message(
      vi:
        "phuchoi: cảnh báo PH-1204: \(source.name): \(damage.count) chỗ hỏng trong \(name), từ byte \(first.byteOffset).",
      en:
        "phuchoi: warning PH-1204: \(source.name): \(damage.count) places damaged as \(name), from byte \(first.byteOffset)."
    )
    StandardStream.error.say(warning.text(in: lang.language))
  }

  private func report(
    _ normalized: NormalizedText, of decoded: DecodedText, from source: InputSource, _ bytes: [UInt8]
  ) -> JSONValue {
    let spans = SpanIndex(decoded.text, unit: offsets)
    let old = Array(decoded.text.utf8)
    let edits = normalized.changes.map { change in
      JSONValue.object([
        ("span", spans.span(change.replacement.range)),
        ("old", .string(String(decoding: old[change.replacement.range], as: UTF8.self))),
        ("new", .string(change.replacement.text)), ("kind", .string(EditKind.encoding.rawValue)),
        ("cause", .string(change.cause.rawValue)), ("confidence", .decimal(1)), ("alternatives", .array([])),
      ])
    }
    let damage = decoded.damage.map { place in
      JSONValue.object([("byte", .integer(place.byteOffset)), ("count", .integer(place.count))])
    }
    let schemes = LegacyScheme.allCases.compactMap { scheme in
      normalized.schemes[scheme].map { (key: scheme.rawValue, value: JSONValue.integer($0)) }
    }
    return .object([
      ("produced_by", producedBy),
      (
        "source",
        .object([("path", .string(source.name)), ("sha256", .string(SHA256.hex(bytes)))])
      ),
      ("encoding", .string(decoded.encoding.rawValue)),
      ("byte_order_mark", .bool(decoded.hasByteOrderMark)),
      ("damage", .array(damage)), ("legacy_lines", .object(schemes)), ("edits", .array(edits)),
    ])
  }

  private var producedBy: JSONValue {
    let forced = encoding.forced.map { JSONValue.string($0.rawValue) } ?? .null
    return .object([
      ("version", .string(PhucHoiCommand.version)), ("model", .null),
      (
        "options",
        .object([("tone_placement", .string(tonePlacement.rawValue)), ("encoding", forced)])
      ),
    ])
  }
}

/// The values of `--tone-placement`.
enum TonePlacementChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  case keep
  case older
  case newer

  /// The placement to bring words to; nil keeps the author's.
  var placement: TonePlacement? {
    switch self {
    case .keep: nil
    case .older: .older
    case .newer: .newer
    }
  }
}
