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

  /// Hands the object for one input, on a line of its own, to `sink`, piece by piece: all tokens of a text take a hundred
  /// times its memory.
  func write(_ repair: Repair, input: InputText, to sink: ([UInt8]) throws -> Void) throws {
    let spans = SpanIndex(repair.aligned.source, unit: unit, page: input.page)
    var writer = JSONWriter()
    writer.raw("{")
    writer.write(.init("produced_by", producedBy), first: true)
    writer.write(.init("source", input.described), first: false)
    try Self.write("edits", repair.edits, &writer, sink) { Self.edit($0, spans) }
    try Self.write("suggestions", repair.suggestions, &writer, sink) { Self.edit($0, spans) }
    if listsKept { try Self.write("kept", repair.kept, &writer, sink) { Self.kept($0, spans) } }
    if listsTokens {
      writer.key("tokens", first: false)
      writer.raw("[")
      var isFirst = true
      try OutputToken.visit(repair) { token in
        if !isFirst { writer.raw(",") }
        isFirst = false
        try Self.write(Self.token(token, spans), &writer, sink)
      }
      writer.raw("]")
    }
    writer.raw("}\n")
    try sink(writer.bytes)
  }

  private static let blockSize = 1 << 16

  private static func write<Item>(
    _ name: String, _ items: [Item], _ writer: inout JSONWriter, _ sink: ([UInt8]) throws -> Void,
    _ value: (Item) -> JSONValue
  ) throws {
    writer.key(name, first: false)
    writer.raw("[")
    for (index, item) in items.enumerated() {
      if index > 0 { writer.raw(",") }
      try write(value(item), &writer, sink)
    }
    writer.raw("]")
  }

  /// Writes an item, and hands on what was written when it is much.
  private static func write(
    _ value: JSONValue, _ writer: inout JSONWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    writer.write(value)
    if writer.bytes.count >= blockSize { try sink(writer.taken()) }
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
