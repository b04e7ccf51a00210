import PhucHoi
import VietText

/// Readers of text.
enum TextTargets {
  /// The shipped models; whoever fuzzes has them.
  static let models = needed { try Models.located() }
  static let repairer = Repairer(models: models)
  static let extractor = needed { try Extractor(models: models) }

  static func decode(_ bytes: [UInt8]) {
    guard let decoded = try? TextDecoder.decode(bytes) else { return }
    for place in decoded.damage { demand(place.byteOffset < bytes.count, "damage lies inside of the input") }
    for encoding in TextEncoding.allCases { _ = try? TextDecoder.decode(bytes, as: encoding) }
  }

  static func normalize(_ bytes: [UInt8]) {
    let decoded = DecodedText(String(decoding: bytes, as: UTF8.self))
    let normalized = Normalizer().normalize(decoded)
    check(decoded.text, normalized.changes.map(\.replacement), gives: normalized.text)
    for placement in [TonePlacement.older, .newer] {
      var options = Normalizer.Options()
      options.tonePlacement = placement
      _ = Normalizer(options).normalize(decoded)
    }
  }

  static func repair(_ bytes: [UInt8]) {
    guard let decoded = try? TextDecoder.decode(bytes) else { return }
    check(repairer.repair(decoded))
  }

  /// The first byte that is no text parts a lexicon from what it is used on.
  static func repairWithLexicon(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let lexicon = UserLexicon(String(decoding: parts[0], as: UTF8.self), name: "fuzz")
    _ = lexicon.problems.map { "\($0)" }
    let text =
      parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : "Ong Nguyen Van Mw, so 12/QD-UBND"
    check(Repairer(models: models, lexicon: lexicon).repair(text))
  }

  static func explain(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.prefix { !$0.isNewline }
    _ = models.explain(String(line), candidateCount: 3, pathCount: 2)
    for policy in Policy.allCases {
      var options = RepairOptions()
      options.policy = policy
      check(Repairer(models: models, options: options).repair(String(line)))
    }
  }

  static func extract(_ bytes: [UInt8]) {
    guard let decoded = try? TextDecoder.decode(bytes) else { return }
    let text = AlignedText(source: decoded.text)
    let writer = RecordJSON(producedBy: ProducedBy(version: "fuzz"))
    let record = extractor.record(of: text, path: "fuzz", sha256: "")
    _ = writer.bytes(record)
  }

  /// What a repair promises: its edits give the text, lie inside of the input and in order, and lines stay lines.
  static func check(_ repair: Repair) {
    check(
      repair.aligned.source, repair.edits.map { Replacement(range: $0.range, text: $0.new) },
      gives: repair.text)
    let ends = repair.aligned.source.utf8.count { $0 == 0x0A }
    demand(repair.text.utf8.count { $0 == 0x0A } == ends, "lines stay lines")
    for token in repair.tokens {
      demand((0...1).contains(token.confidence), "a confidence is a probability")
      demand(token.range.upperBound <= repair.aligned.source.utf8.count, "tokens lie inside of the input")
    }
  }

  private static func check(_ source: String, _ replacements: [Replacement], gives text: String) {
    var end = 0
    var bytes: [UInt8] = []
    let old = Array(source.utf8)
    for replacement in replacements {
      demand(
        replacement.range.lowerBound >= end && replacement.range.upperBound <= old.count, "edits are in order"
      )
      bytes += old[end..<replacement.range.lowerBound] + Array(replacement.text.utf8)
      end = replacement.range.upperBound
    }
    demand(bytes + old[end...] == Array(text.utf8), "edits give the text")
  }
}
