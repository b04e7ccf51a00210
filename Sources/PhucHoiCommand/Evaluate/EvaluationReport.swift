import JSON
import Platform

/// The figures of an evaluation, by set and together, as tables for people or as JSON.
struct EvaluationReport: Sendable {
  /// The score of each set, by name.
  var sets: [String: TextScore] = [:]
  /// The confidences of all tokens.
  var reliability = Reliability()

  /// All sets together.
  var total: TextScore { sets.values.reduce(TextScore(), +) }

  /// The tables, as UTF-8.
  func text(in language: Language) -> [UInt8] {
    func say(_ vi: String, _ en: String) -> String { Message(vi: vi, en: en).text(in: language) }
    let heads = [
      say("bộ", "set"), say("từ", "tokens"), "wer", say("→ sau", "→ after"), "cer", say("→ sau", "→ after"),
      say("sửa được", "recovery"), say("làm hỏng", "damage"),
    ]
    var rows = [heads] + sets.sorted { $0.key < $1.key }.map { Self.row($0.key, $0.value) }
    if sets.count > 1 { rows.append(Self.row(say("tất cả", "all"), total)) }
    var out = Self.table(rows) + "\n"
    let bins = reliability.bins.filter { $0.count > 0 }.map { bin in
      [
        "\(bin.lower)–\(Self.decimal(bin.lower + 0.1, 1))", "\(bin.count)",
        Self.decimal(bin.meanConfidence, 4),
        Self.decimal(bin.accuracy, 4),
      ]
    }
    out += Self.table(
      [[say("khoảng", "bin"), say("từ", "tokens"), say("tin cậy", "confidence"), say("đúng", "right")]] + bins
    )
    out += "\nece \(Self.decimal(reliability.expectedCalibrationError, 4))"
    out += "   auroc \(reliability.areaUnderCurve.map { Self.decimal($0, 4) } ?? "-")"
    out += "   ≥ 0.95: \(say("đúng", "right")) \(Self.decimal(reliability.sure.right, 4))"
    return Array((out + ", \(say("phần", "share")) \(Self.decimal(reliability.sure.share, 4))\n").utf8)
  }

  /// The same as a JSON object.
  func object(producedBy: JSONValue) -> JSONValue {
    let bins = reliability.bins.map { bin in
      JSONValue.object([
        ("from", .decimal(bin.lower)), ("tokens", .integer(bin.count)),
        ("confidence", .decimal(bin.meanConfidence)),
        ("right", .decimal(bin.accuracy)),
      ])
    }
    return .object([
      ("produced_by", producedBy),
      ("sets", .object(sets.sorted { $0.key < $1.key }.map { (key: $0.key, value: Self.object($0.value)) })),
      ("all", Self.object(total)),
      (
        "confidence",
        .object([
          ("tokens", .integer(reliability.points.count)),
          ("ece", .decimal(reliability.expectedCalibrationError)),
          ("auroc", reliability.areaUnderCurve.map(JSONValue.decimal) ?? .null),
          ("sure_right", .decimal(reliability.sure.right)), ("sure_share", .decimal(reliability.sure.share)),
          ("bins", .array(bins)),
        ])
      ),
    ])
  }

  private static func object(_ score: TextScore) -> JSONValue {
    .object([
      ("tokens", .integer(score.tokens)), ("wer_raw", .decimal(score.werBefore)),
      ("wer", .decimal(score.wer)),
      ("cer_raw", .decimal(score.cerBefore)), ("cer", .decimal(score.cer)),
      ("recovery", .decimal(score.recovery)),
      ("damage", .decimal(score.damage)),
    ])
  }

  private static func row(_ name: String, _ score: TextScore) -> [String] {
    let figures = [score.werBefore, score.wer, score.cerBefore, score.cer, score.recovery, score.damage]
    return [name, "\(score.tokens)"] + figures.map { decimal($0, 4) }
  }

  /// Columns as wide as their widest cell; the first to the left, the others to the right.
  private static func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let room = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + room : room + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    value.fixed(places)
  }
}
