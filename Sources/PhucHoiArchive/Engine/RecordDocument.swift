import PhucHoi

/// The outermost object of a record.
enum RecordDocument {
  /// The schema's name.
  static let schema = "phuchoi.record/1"

  /// The record of one input.
  static func json(
    producedBy: JSONValue, path: String?, bytes: [UInt8], pages: Int, documents: [JSONValue]
  ) -> JSONValue {
    .object([
      .init("schema", .string(schema)), .init("produced_by", producedBy),
      .init(
        "source",
        .object([
          .init("path", .text(path)), .init("sha256", .string(SHA256.hexadecimal(of: bytes))),
          .init("pages", .integer(pages)),
        ])),
      .init("documents", .array(documents)),
    ])
  }
}

extension PageCounter {
  /// How many pages a text has: one more than it has form feeds, a last one at its end apart.
  static func count(_ text: String) -> Int {
    let breaks = text.utf8.reduce(0) { $0 + ($1 == 0x0C ? 1 : 0) }
    return max(1, breaks + (text.utf8.last == 0x0C ? 0 : 1))
  }
}
