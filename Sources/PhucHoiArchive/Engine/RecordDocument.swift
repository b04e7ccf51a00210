import Extraction
import JSON

/// The outermost object of a record.
enum RecordDocument {
  /// The schema's name.
  static let schema = Record.schema

  /// The record of one input.
  static func json(
    producedBy: JSONValue, path: String?, sha256: String, pages: Int, documents: [JSONValue]
  ) -> JSONValue {
    .object([
      .init("schema", .string(schema)), .init("produced_by", producedBy),
      .init(
        "source",
        .object([
          .init("path", .text(path)), .init("sha256", .string(sha256)),
          .init("pages", .integer(pages)),
        ])),
      .init("documents", .array(documents)),
    ])
  }
}
