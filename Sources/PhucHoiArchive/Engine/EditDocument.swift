import JSON
import PhucHoiFormats
import VietText

/// The outermost object of a list of changes.
enum EditDocument {
  /// The list of one input, which goes by `path`, on a line of its own. The changes are written one by one: all as
  /// values would take ten times the memory of the text.
  static func bytes(
    producedBy: JSONValue, path: String, sha256: String, page: PageDocument, policy: String?,
    changes: [Change]
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.raw("{")
    writer.write(.init("produced_by", producedBy), first: true)
    let source = SourceDescription.json(path: path, sha256: sha256, page.decoded, format: page.format)
    writer.write(.init("source", source), first: false)
    if let policy { writer.write(.init("policy", .string(policy)), first: false) }
    writer.key("edits", first: false)
    writer.raw("[")
    for (index, change) in changes.enumerated() {
      if index > 0 { writer.raw(",") }
      writer.write(change.json(on: page))
    }
    writer.raw("]}\n")
    return writer.bytes
  }
}
