import Extraction
import JSON
import PhucHoiFormats

/// Records of folder runs and streams as JSON.
enum RecordDocument {
  /// Of one document alone nobody tells what made it.
  private static let writer = RecordJSON(producedBy: ProducedBy(version: ""))

  /// A document; its spans tell where it stands on `page`.
  static func text(_ document: DocumentRecord, on page: PageDocument? = nil) -> String {
    guard let page, !page.words.isEmpty else {
      return String(decoding: writer.bytes(document), as: UTF8.self)
    }
    let bytes = writer.bytes(document) { SpanPlaces.members(of: $0, page) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The record of one input, whose documents are written already.
  static func bytes(
    producedBy: JSONValue, path: String?, sha256: String, pages: Int, documents: [String]
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.raw("{")
    writer.write(.init("schema", .string(Record.schema)), first: true)
    writer.write(.init("produced_by", producedBy), first: false)
    let source = JSONValue.object([
      ("path", .text(path)), ("sha256", .string(sha256)), ("pages", .integer(pages)),
    ])
    writer.write(.init("source", source), first: false)
    writer.key("documents", first: false)
    writer.raw("[" + documents.joined(separator: ",") + "]}")
    return writer.bytes
  }
}
