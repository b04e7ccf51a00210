import JSON
import PhucHoi
import PhucHoiArchive

/// `repair --json`: what was changed, and on request every token, as one JSON object on one line.
struct RepairReport: Sendable {
  /// What `produced_by` states.
  let producedBy: JSONValue
  /// What offsets count.
  let unit: OffsetUnit
  /// Whether every token is listed.
  let listsTokens: Bool
  /// Whether the places are listed that a lexicon kept.
  let listsKept: Bool

  /// The object for one input.
  func object(_ repair: Repair, input: InputText) -> JSONValue {
    let spans = SpanIndex(repair.aligned.source, unit: unit, page: input.page)
    var pairs: [(key: String, value: JSONValue)] = [
      ("produced_by", producedBy),
      ("source", input.described),
      ("edits", .array(repair.edits.map { Self.edit($0, spans) })),
      ("suggestions", .array(repair.suggestions.map { Self.edit($0, spans) })),
    ]
    if listsKept { pairs.append(("kept", .array(repair.kept.map { Self.kept($0, spans) }))) }
    if listsTokens {
      pairs.append(("tokens", .array(OutputToken.tokens(of: repair).map { Self.token($0, spans) })))
    }
    return .object(pairs)
  }

  private static func edit(_ edit: Edit, _ spans: SpanIndex) -> JSONValue {
    Change(edit).json(span: spans.span(edit.range))
  }

  private static func kept(_ kept: KeptText, _ spans: SpanIndex) -> JSONValue {
    .object([("span", spans.span(kept.range)), ("source", .string(kept.source.rawValue))])
  }

  private static func token(_ token: OutputToken, _ spans: SpanIndex) -> JSONValue {
    .object([
      ("text", .string(token.text)), ("span", spans.span(token.source)),
      ("confidence", .decimal(token.confidence)),
    ])
  }
}
