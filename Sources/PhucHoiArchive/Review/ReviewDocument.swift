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
  public static let fields = [
    "document_number", "document_type", "date", "place", "issuing_body", "superior_body", "subject",
    "addressees", "signers", "recipients", "archive_note", "deadlines", "attachments", "urgency", "secrecy",
    "copy_form",
  ]
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
    let read = records.map { (try? JSONParser.parse(Array($0.utf8))) ?? .null }
    let decided = InputDecisions(all: decisions.filter { !$0.field.isEmpty })
    return decided.applied(to: read).enumerated().map { ordinal, record in
      ReviewDocument(
        firstPage: record["pages"]?["first"]?.int ?? 1, lastPage: record["pages"]?["last"]?.int ?? 1,
        values: ReviewDocument.fields.flatMap { field in
          DocumentValues(input: input, document: ordinal, decisions: decided.all).values(
            of: field, record[field] ?? .null)
        })
    }
  }
}

/// Makes the values of a document's fields.
private struct DocumentValues {
  let input: ReviewInput
  let document: Int
  let decisions: [ReviewDecision]

  func values(of field: String, _ json: JSONValue) -> [ReviewDocument.Value] {
    if case .array(let items) = json {
      // Behind the items is a place for another.
      return items.enumerated().map { value($1, of: field, ordinal: $0) }
        + [value(.null, of: field, ordinal: items.count)]
    }
    return [value(json, of: field, ordinal: 0)]
  }

  private func value(_ json: JSONValue, of field: String, ordinal: Int) -> ReviewDocument.Value {
    let span = json["span"]
    let (start, end) = (span?["start"]?.int ?? 0, span?["end"]?.int ?? 0)
    let place = ReviewPlace(
      path: input.path, sha256: input.sha256, range: start..<max(start, end), field: field,
      document: document, ordinal: ordinal)
    let text = FieldText.text(of: json) ?? ""
    let own = decisions.first { $0.place.isSame(as: place) && ($0.text == text || !place.isItem) }
    return ReviewDocument.Value(
      place: place, text: text, read: json["raw"]?.string ?? "", confidence: json["confidence"]?.double ?? 0,
      page: span?["page"]?.int ?? 1, line: span?["line"]?.int ?? 1, isMissing: text.isEmpty,
      isDecided: own != nil)
  }
}
