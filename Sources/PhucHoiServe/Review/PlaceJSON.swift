import JSON
import PhucHoiArchive

/// Places, marks and fields as the page's script takes them.
enum PlaceJSON {
  /// A place of the queue; `others` are further readings, likelier than those of the engine.
  static func item(_ place: OpenPlace, _ others: [String] = []) -> JSONValue {
    let alternatives = place.place.field.isEmpty ? others + place.alternatives : place.alternatives
    return .object([
      ("key", .string(place.key)), ("input", .integer(place.input)), ("path", .string(place.place.path)),
      ("page", .integer(place.page)), ("line", .integer(place.line)), ("field", .string(place.place.field)),
      ("read", .string(place.read)), ("now", .string(place.now)), ("confidence", .decimal(place.confidence)),
      ("alternatives", .array(alternatives.prefix(12).map(JSONValue.string))),
      ("missing", .bool(place.isMissing)),
    ])
  }

  /// A stretch of the text of `input`; marks less sure than `limit` are to be checked; `others` tells further readings
  /// of what was read.
  static func view(
    _ view: ReviewText.View, of input: ReviewInput, limit: Double, others: (String) -> [String]
  ) -> JSONValue {
    let lines = view.lines.map { line in
      JSONValue.object([
        ("n", .integer(line.number)),
        (
          "p",
          .array(
            line.pieces.map { piece in
              switch piece {
              case .text(let text): .string(text)
              case .mark(let index): .integer(index)
              }
            })
        ),
      ])
    }
    return .object([
      ("page", .integer(view.page)), ("pages", .integer(max(view.pages, input.pages))),
      ("lines", .array(lines)),
      ("marks", .array(view.marks.map { mark($0, of: input, limit: limit, others($0.read)) })),
    ])
  }

  private static func mark(
    _ mark: ReviewText.Mark, of input: ReviewInput, limit: Double, _ others: [String]
  ) -> JSONValue {
    let place = ReviewPlace(path: input.path, sha256: input.sha256, range: mark.range)
    let isOpen = mark.state != .decided && mark.confidence < limit
    return .object([
      ("key", .string(place.key(input: input.id))), ("state", .string(isOpen ? "open" : mark.state.rawValue)),
      ("start", .integer(mark.range.lowerBound)), ("end", .integer(mark.range.upperBound)),
      ("read", .string(mark.read)), ("now", .string(mark.now)), ("confidence", .decimal(mark.confidence)),
      ("alternatives", .array((others + mark.alternatives).prefix(12).map(JSONValue.string))),
    ])
  }

  /// A document's fields; `box` tells where a value stands on the picture.
  static func document(
    _ document: ReviewDocument, of input: ReviewInput, limit: Double, box: (ReviewDocument.Value) -> [Double]?
  ) -> JSONValue {
    .object([
      ("first", .integer(document.firstPage)), ("last", .integer(document.lastPage)),
      (
        "fields",
        .array(
          document.values.map { value in
            .object([
              ("key", .string(value.place.key(input: input.id))), ("field", .string(value.place.field)),
              ("value", .string(value.text)), ("read", .string(value.read)),
              ("confidence", .decimal(value.confidence)), ("page", .integer(value.page)),
              ("line", .integer(value.line)), ("state", .string(value.state(limit: limit))),
              ("box", box(value).map { .array($0.map(JSONValue.decimal)) } ?? .null),
            ])
          })
      ),
    ])
  }

  /// Something that was done.
  static func action(_ action: ReviewAction) -> JSONValue {
    .object([
      ("id", .integer(action.id)), ("time", .string(action.time)), ("person", .string(action.person)),
      ("kind", .string(action.kind.rawValue)), ("target", action.target.map(JSONValue.integer) ?? .null),
      ("undone", .bool(action.isUndone)), ("count", .integer(action.count)),
      (
        "changes",
        .array(
          action.changes.map { change in
            .object([
              ("path", .string(change.place.path)), ("field", .string(change.place.field)),
              ("read", .string(change.read)), ("before", .text(change.before)),
              ("after", .text(change.after)),
            ])
          })
      ),
    ])
  }
}

extension ReviewDocument.Value {
  /// How the page marks it.
  fileprivate func state(limit: Double) -> String {
    if isDecided { return "decided" }
    if isMissing { return RecordField.expected.contains { $0.rawValue == place.field } ? "missing" : "empty" }
    return confidence < limit ? "open" : "sure"
  }
}
