import ArgumentParser
import PhucHoi

/// The options that bound what one input may cost.
struct LimitOptions: ParsableArguments {
  @Option(help: "The longest input that is taken, in bytes.")
  var maxBytes = 64 << 20

  @Option(help: "How long one input may take, in milliseconds (default: any time).")
  var timeoutMs: Int?

  func validate() throws {
    guard maxBytes > 0, timeoutMs ?? 1 > 0 else {
      throw ValidationError("--max-bytes and --timeout-ms must be positive")
    }
  }

  /// How long another program may take to read an input, in seconds.
  var patience: Double? { timeoutMs.map { Double($0) / 1000 } }

  /// The library's limits. Bytes are counted when an input is read, not when its text is decoded.
  var limits: WorkLimits { WorkLimits(time: timeoutMs.map { .milliseconds($0) }) }
}

extension CommandFailure {
  /// The failure of an input that is larger than `limit`.
  static func tooLarge(_ input: InputSource, limit: Int) -> CommandFailure {
    CommandFailure(
      PhucHoiError.Code.tooLarge.rawValue,
      Message(vi: "\(input.name): lớn hơn \(limit) byte.", en: "\(input.name): larger than \(limit) bytes."),
      remedy: Message(
        vi: "Chia nhỏ tệp; với văn bản, có thể tăng --max-bytes.",
        en: "Cut the file into parts; for texts, --max-bytes may be raised."))
  }

  /// The failure of an input whose time is up.
  static func tooSlow(_ code: PhucHoiError.Code, _ place: String) -> CommandFailure {
    CommandFailure(
      code.rawValue,
      Message(vi: "\(place)chưa xong trong thời hạn.", en: "\(place)not done within its time."),
      remedy: Message(
        vi: "Chia nhỏ tệp, hoặc tăng --timeout-ms.", en: "Cut the file into parts, or raise --timeout-ms."))
  }
}
