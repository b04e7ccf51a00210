import Decoding
import JSON

/// An explanation as a table for people, or as JSON.
struct ExplanationReport: Sendable {
  /// What is reported.
  let explanation: Explanation
  /// The language of headings.
  let language: Language

  /// The table, as UTF-8.
  func text() -> [UInt8] {
    var out = ""
    for token in explanation.tokens {
      out += "\(token.text)\t\(Self.name(token.kind)), \(token.profile)\n"
      for candidate in token.candidates { out += row(candidate) }
    }
    out += Message(vi: "Cách đọc tốt nhất", en: "Best readings").text(in: language) + "\n"
    for path in explanation.paths { out += "  \(Self.decimal(path.cost))  \(path.text)\n" }
    return Array(out.utf8)
  }

  private func row(_ candidate: Explanation.Candidate) -> String {
    let (channel, model) = (Message(vi: "kênh", en: "channel"), Message(vi: "ngôn ngữ", en: "language"))
    let costs = [
      Self.decimal(candidate.cost), "\(channel.text(in: language)) \(Self.decimal(candidate.channelCost))",
      "\(model.text(in: language)) \(Self.decimal(candidate.languageCost))",
    ].joined(separator: "  ")
    let text = candidate.kind == .noise ? "∅" : candidate.text
    return "  \(candidate.isBest ? "*" : " ") \(costs)  \(text) (\(Self.name(candidate.kind)))\n"
  }

  /// The same as a JSON object.
  func object(producedBy: JSONValue) -> JSONValue {
    .object([
      ("produced_by", producedBy), ("tokens", .array(explanation.tokens.map(Self.object))),
      (
        "paths",
        .array(
          explanation.paths.map { path in
            .object([("text", .string(path.text)), ("cost", .decimal(Double(path.cost)))])
          })
      ),
    ])
  }

  private static func object(_ token: Explanation.Token) -> JSONValue {
    let candidates = token.candidates.map { candidate in
      JSONValue.object([
        ("text", .string(candidate.text)), ("kind", .string(name(candidate.kind))),
        ("channel_cost", .decimal(Double(candidate.channelCost))),
        ("language_cost", .decimal(Double(candidate.languageCost))),
        ("cost", .decimal(Double(candidate.cost))),
        ("chosen", .bool(candidate.isBest)),
      ])
    }
    return .object([
      ("text", .string(token.text)), ("start", .integer(token.range.lowerBound)),
      ("end", .integer(token.range.upperBound)), ("kind", .string(name(token.kind))),
      ("profile", .string(token.profile)), ("candidates", .array(candidates)),
    ])
  }

  private static func name(_ kind: UnitKind) -> String { "\(kind)" }
  private static func name(_ kind: ArcKind) -> String { "\(kind)" }

  private static func decimal(_ value: Float) -> String {
    let hundredths = Int((min(max(value, -9999), 9999) * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    let text = "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(digits.count == 1 ? "0" : "")\(digits)"
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }
}
