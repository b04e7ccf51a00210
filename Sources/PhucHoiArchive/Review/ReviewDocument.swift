import Extraction
import GRDB
import JSON

/// The fields of one document as the review shows them.
public struct ReviewDocument: Sendable, Equatable {
  /// Its first page in the file.
  public var firstPage: Int
  /// Its last page in the file.
  public var lastPage: Int
  /// Its values, in the order of forms; fields without a value have one that is missing.
  public var values: [Value]

  /// A value of a field.
  public struct Value: Sendable, Equatable {
    /// The place.
    public var place: ReviewPlace
    /// The value; empty where it is missing.
    public var text: String
    /// What was read.
    public var read: String
    /// How sure it is.
    public var confidence: Double
    /// 1-based page.
    public var page: Int
    /// 1-based line.
    public var line: Int
    /// Whether there is none.
    public var isMissing: Bool
    /// Whether a person decided about it.
    public var isDecided: Bool
  }

  /// The fields of the form, in its order.
  public static let fields: [RecordField] = RecordField.shown.filter { $0 != .references }
}

extension Catalogue {
  /// The documents of an input with what `decisions` say about their fields. Throws what the database throws.
  public func reviewDocuments(
    of input: ReviewInput, decisions: [ReviewDecision]
  ) throws -> [ReviewDocument] {
    let records = try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT record FROM documents WHERE input_id = ? ORDER BY ordinal", arguments: [input.id])
    }
    let read = records.map { DocumentRecord(json: (try? JSONParser.parse(Array($0.utf8))) ?? .null) }
    let decided = InputDecisions(all: decisions.filter { !$0.field.isEmpty })
    return decided.applied(to: read).enumerated().map { ordinal, record in
      ReviewDocument(
        firstPage: record.pages.first, lastPage: record.pages.last,
        values: ReviewDocument.fields.flatMap { field in
          DocumentValues(input: input, document: ordinal, decisions: decided.all).values(
            of: field, in: record)
        })
    }
  }
}

/// Makes the values of a document's fields.
private struct DocumentValues {
  let input: ReviewInput
  let document: Int
  let decisions: [ReviewDecision]

  func values(of field: RecordField, in record: DocumentRecord) -> [ReviewDocument.Value] {
    let items = field.items(of: record)
    let values = items.enumerated().map { value($1, of: field, ordinal: $0) }
    // Behind the items of a list is a place for another.
    return field.isList || items.isEmpty ? values + [value(nil, of: field, ordinal: items.count)] : values
  }

  private func value(_ item: (any RecordItem)?, of field: RecordField, ordinal: Int) -> ReviewDocument.Value {
    let read =
      item?.place
      ?? FieldValue(
        value: "", raw: "", confidence: 0, span: SourceSpan(page: 1, line: 1, start: 0, end: 0))
    let place = ReviewPlace(
      path: input.path, sha256: input.sha256, range: read.span.start..<max(read.span.start, read.span.end),
      field: field.rawValue, document: document, ordinal: ordinal)
    let text = item?.words ?? ""
    let own = decisions.first { $0.place.isSame(as: place) && ($0.text == text || !place.isItem) }
    return ReviewDocument.Value(
      place: place, text: text, read: read.raw, confidence: read.confidence, page: read.span.page,
      line: read.span.line, isMissing: text.isEmpty, isDecided: own != nil)
  }
}
