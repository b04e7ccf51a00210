import ArgumentParser
import VietText

extension TextEncoding: ExpressibleByArgument {
  /// The encoding that an option names, by any of its usual names.
  public init?(argument: String) { self.init(name: argument) }
}

/// The option `--encoding`, shared by the commands that read text.
struct EncodingOption: ParsableArguments {
  @Option(
    name: .customLong("encoding"),
    help:
      "Encoding of the input instead of the detected one: utf-8, utf-16le, tcvn3, vni, viscii, vps, windows-1258…"
  )
  var forced: TextEncoding?

  /// Decodes an input.
  ///
  /// - Throws: `CommandFailure` PH-1201 (not text), PH-1202 (the encoding named does not fit).
  func decode(_ bytes: [UInt8], from source: InputSource) throws(CommandFailure) -> DecodedText {
    do {
      let decoded = try TextDecoder.decode(bytes, as: forced)
      return decoded
    } catch {
      throw CommandFailure(error, input: source)
    }
  }

  /// The letters that every line of an input is written in, where the option says so of a UTF-8 input.
  func scheme(of decoded: DecodedText) -> LegacyScheme? {
    decoded.encoding == .utf8 ? forced.flatMap(LegacyScheme.init) : nil
  }
}

extension CommandFailure {
  /// The failure to read an input as text.
  init(_ error: TextError, input: InputSource) {
    switch error {
    case .looksBinary(let offset):
      self.init(
        error.code,
        Message(
          vi: "\(input.name): không phải văn bản (byte \(offset)).",
          en: "\(input.name): looks binary, not text (byte \(offset))."),
        remedy: Message(
          vi: "Chuyển tệp sang văn bản trước, hoặc dùng --encoding.",
          en: "Convert it to text first, or name its --encoding."))
    case .doesNotFit(let encoding, let offset):
      self.init(
        error.code,
        Message(
          vi: "\(input.name): byte \(offset) không hợp với bảng mã \(encoding.rawValue).",
          en: "\(input.name): byte \(offset) does not fit the encoding \(encoding.rawValue)."),
        remedy: Message(
          vi: "Bỏ --encoding để chương trình tự nhận.", en: "Leave out --encoding to have it detected."))
    }
  }
}
