import Extraction
import Foundation
import VietText

/// Places of the checkout that tests read, and the extractor over the shipped tables.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let tables = root.appendingPathComponent("Dictionaries/tables")
  static let traps = root.appendingPathComponent("Fixtures/traps")
  static let schema = root.appendingPathComponent("Schemas/record.schema.json")

  static func extractor() throws -> Extractor {
    try Extractor(directory: root.appendingPathComponent("Dictionaries"))
  }

  /// The first document of a text.
  static func document(_ text: String) throws -> DocumentRecord? {
    try extractor().documents(in: AlignedText(source: text)).first
  }

  /// All documents of a text.
  static func documents(_ text: String) throws -> [DocumentRecord] {
    try extractor().documents(in: AlignedText(source: text))
  }

  /// A text as an engine read it: a repair changed a word of it, to the same.
  static func asRead(_ text: String) -> AlignedText {
    let first = String(text.prefix { !$0.isWhitespace })
    return AlignedText(
      source: text, replacements: [Replacement(range: 0..<first.utf8.count, text: first)])
  }

  /// The first document of a text that an engine read.
  static func documentAsRead(_ text: String) throws -> DocumentRecord? {
    try extractor().documents(in: asRead(text)).first
  }

  /// Names of the trap documents.
  static func trapNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: traps.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: traps.appendingPathComponent("\($0)/record.json").path)
    }.sorted()
  }

  /// A JSON file.
  static func json(_ url: URL) throws -> Any { try JSONSerialization.jsonObject(with: Data(contentsOf: url)) }
}
