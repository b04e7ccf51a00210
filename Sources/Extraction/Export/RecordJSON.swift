import JSON

/// Writes records as JSON with a fixed order of keys (schema `phuchoi.record/1`).
public struct RecordJSON: Sendable {
  /// What else is told of a range of the text: where it stands on its page.
  public typealias Places = @Sendable (Range<Int>) -> [JSONValue.Member]

  private let producedBy: ProducedBy
  /// What an offset of a span is written as.
  private var offset: @Sendable (Int) -> Int = { $0 }
  private var places: Places = { _ in [] }

  /// A writer that names `producedBy` in every output.
  public init(producedBy: ProducedBy) { self.producedBy = producedBy }

  /// The record as UTF-8 JSON with offsets in another unit: `offset` turns a UTF-8 offset into it; `places` tells what
  /// else stands in spans.
  public func bytes(
    _ record: Record, offset: @escaping @Sendable (Int) -> Int, places: @escaping Places = { _ in [] }
  ) -> [UInt8] {
    var writer = self
    (writer.offset, writer.places) = (offset, places)
    return writer.bytes(record)
  }

  /// The record as UTF-8 JSON, without a line end.
  public func bytes(_ record: Record) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("schema")
      json.string(Record.schema)
      json.key("produced_by")
      write(producedBy, &json)
      json.key("source")
      json.object { json in
        json.key("path")
        json.string(record.path)
        json.key("sha256")
        json.string(record.sha256)
        json.key("pages")
        json.integer(record.pages)
      }
      json.key("documents")
      json.array { json in for document in record.documents { write(document, &json) } }
    }
    return json.bytes
  }

  /// One document as UTF-8 JSON; `places` tells what else stands in spans.
  public func bytes(_ document: DocumentRecord, places: @escaping Places = { _ in [] }) -> [UInt8] {
    var writer = self
    writer.places = places
    var json = JSONText()
    writer.write(document, &json)
    return json.bytes
  }

  private func write(_ producedBy: ProducedBy, _ json: inout JSONText) {
    json.object { json in
      json.key("version")
      json.string(producedBy.version)
      json.key("model")
      json.string(producedBy.model)
      json.key("options")
      json.object { json in
        for option in producedBy.options {
          json.key(option.name)
          json.string(option.value)
        }
      }
    }
  }

  private func write(_ document: DocumentRecord, _ json: inout JSONText) {
    json.object { json in
      extent("pages", document.pages, &json)
      extent("lines", document.lines, &json)
      json.key("form")
      json.string(document.form.rawValue)
      json.key("document_number")
      number(document.documentNumber, &json)
      scalars(
        [
          ("document_type", document.documentType), ("issuing_body", document.issuingBody),
          ("superior_body", document.superiorBody),
        ], &json)
      list("co_issuers", document.coIssuers, &json) { value($0, &$1) }
      scalars([("place", document.place), ("date", document.date), ("subject", document.subject)], &json)
      list("addressees", document.addressees, &json) { value($0, &$1) }
      list("legal_bases", document.legalBases, &json) { reference($0, &$1) }
      list("references", document.references, &json) { reference($0, &$1) }
      list("deadlines", document.deadlines, &json) { deadline($0, &$1) }
      list("recipients", document.recipients, &json) { value($0, &$1) }
      scalars([("archive_note", document.archiveNote)], &json)
      list("signers", document.signers, &json) { signer($0, &$1) }
      list("attachments", document.attachments, &json) { attachment($0, &$1) }
      scalars(
        [("secrecy", document.secrecy), ("urgency", document.urgency), ("copy_form", document.copyForm)],
        &json)
      list("outline", document.outline, &json) { heading($0, &$1) }
    }
  }

  private func extent(_ key: String, _ extent: Extent, _ json: inout JSONText) {
    json.key(key)
    json.object { json in
      json.key("first")
      json.integer(extent.first)
      json.key("last")
      json.integer(extent.last)
    }
  }

  private func scalars(_ fields: [(String, FieldValue?)], _ json: inout JSONText) {
    for (key, field) in fields {
      json.key(key)
      if let field { value(field, &json) } else { json.string(nil) }
    }
  }

  private func list<Item>(
    _ key: String, _ items: [Item], _ json: inout JSONText, _ write: (Item, inout JSONText) -> Void
  ) {
    json.key(key)
    json.array { json in for item in items { write(item, &json) } }
  }

  private func value(_ field: FieldValue, _ json: inout JSONText) {
    json.object { json in
      json.key("value")
      json.string(field.value)
      place(field, &json)
    }
  }

  /// Raw text, confidence and span, which every value carries.
  private func place(_ field: FieldValue, _ json: inout JSONText) {
    json.key("raw")
    json.string(field.raw)
    json.key("confidence")
    json.share(field.confidence)
    json.key("span")
    json.object { json in
      for (key, number) in [
        ("page", field.span.page), ("line", field.span.line), ("start", offset(field.span.start)),
        ("end", offset(field.span.end)),
      ] {
        json.key(key)
        json.integer(number)
      }
      for member in places(field.span.start..<max(field.span.start, field.span.end)) {
        json.key(member.key)
        json.value(member.value)
      }
    }
  }

  private func strings(_ fields: [(String, String?)], _ json: inout JSONText) {
    for (key, text) in fields {
      json.key(key)
      json.string(text)
    }
  }

  private func number(_ number: DocumentNumber?, _ json: inout JSONText) {
    guard let number else { return json.string(nil) }
    json.object { json in
      strings(
        [
          ("value", number.value), ("number", number.number), ("year", number.year),
          ("symbol", number.symbol),
        ], &json)
      place(number.whole, &json)
    }
  }

  private func reference(_ reference: Reference, _ json: inout JSONText) {
    json.object { json in
      strings([("type", reference.type), ("number", reference.number)], &json)
      if let title = reference.title { strings([("title", title)], &json) }
      strings([("date", reference.date), ("issuer", reference.issuer)], &json)
      place(reference.place, &json)
    }
  }

  private func deadline(_ deadline: Deadline, _ json: inout JSONText) {
    json.object { json in
      strings([("date", deadline.date), ("text", deadline.place.value), ("task", deadline.task)], &json)
      place(deadline.place, &json)
    }
  }

  private func signer(_ signer: Signer, _ json: inout JSONText) {
    json.object { json in
      strings(
        [
          ("authority", signer.authority), ("title", signer.title), ("rank", signer.rank),
          ("name", signer.name),
        ], &json)
      place(signer.place, &json)
    }
  }

  private func attachment(_ attachment: Attachment, _ json: inout JSONText) {
    json.object { json in
      strings([("label", attachment.label), ("title", attachment.title)], &json)
      place(attachment.place, &json)
    }
  }

  private func heading(_ item: OutlineItem, _ json: inout JSONText) {
    json.object { json in
      json.key("level")
      json.integer(item.level)
      strings([("number", item.number), ("title", item.title)], &json)
      place(item.place, &json)
    }
  }
}
