import Extraction
import JSON

/// A place of an input about which a person decides: a piece of its text, or a field of one of its documents.
public struct ReviewPlace: Sendable, Hashable {
  /// The input.
  public var path: String
  /// SHA-256 of the input that was looked at: for another content nothing holds that was decided about it.
  public var sha256: String
  /// UTF-8 range in the decoded input; empty at 0 for a field that was not read.
  public var range: Range<Int>
  /// Key of the field; empty for a piece of text.
  public var field: String
  /// Place of the document in its file, from 0; 0 for a piece of text.
  public var document: Int
  /// Place in the list of values, from 0; 0 for a single value.
  public var ordinal: Int

  /// Makes a place from its parts.
  public init(
    path: String, sha256: String, range: Range<Int>, field: String = "", document: Int = 0, ordinal: Int = 0
  ) {
    self.path = path
    self.sha256 = sha256
    self.range = range
    self.field = field
    self.document = document
    self.ordinal = ordinal
  }
}

/// What a person decided about a place. An empty text deletes: a piece of text, a value, an item of a list.
public struct ReviewDecision: Sendable, Equatable {
  /// The place.
  public var place: ReviewPlace
  /// What is right.
  public var text: String

  /// Makes a decision about `place`.
  public init(_ place: ReviewPlace, text: String) {
    self.place = place
    self.text = text
  }

  /// Makes a decision from its parts.
  public init(
    path: String, sha256: String, range: Range<Int>, field: String = "", document: Int = 0, ordinal: Int = 0,
    text: String
  ) {
    place = ReviewPlace(
      path: path, sha256: sha256, range: range, field: field, document: document, ordinal: ordinal)
    self.text = text
  }

  /// UTF-8 range in the decoded input.
  public var range: Range<Int> { place.range }
  /// Key of the field; empty for a piece of text.
  public var field: String { place.field }
}

/// The decisions about one input, as they are applied to its reading.
struct InputDecisions: Sendable {
  /// In order of their ranges; of two about one place the later one holds.
  let all: [ReviewDecision]

  /// What tells these decisions from others; empty without any.
  var digest: String {
    guard !all.isEmpty else { return "" }
    let parts = all.map { "\($0.range) \($0.field) \($0.place.document) \($0.place.ordinal) \($0.text)" }
    return SHA256.hex(Array(parts.joined(separator: "\n").utf8))
  }

  /// The decisions about the text.
  var ofText: [ReviewDecision] { all.filter { $0.field.isEmpty } }

  /// The documents of a reading with the decided values, which are certain. Applied twice, nothing more changes.
  func applied(to documents: [JSONValue]) -> [JSONValue] {
    var documents = documents
    for decision in all where !decision.field.isEmpty && documents.indices.contains(decision.place.document) {
      let index = decision.place.document
      documents[index] = documents[index].replacing(decision.field) {
        DecidedField(decision: decision).applied(to: $0)
      }
    }
    return documents
  }
}

/// A field of a document with what a person decided about it.
struct DecidedField {
  let decision: ReviewDecision

  /// The field with the decided value: a single value, whatever a run read in its place; or a list in which the item
  /// that stands where the decided one stood is another, is gone, or is added where no run reads it.
  func applied(to field: JSONValue) -> JSONValue {
    guard case .array(var items) = field else {
      return decision.text.isEmpty ? .null : decided(field)
    }
    if let index = index(in: items) {
      if decision.text.isEmpty { items.remove(at: index) } else { items[index] = decided(items[index]) }
    } else if !decision.text.isEmpty, !items.contains(where: { FieldText.text(of: $0) == decision.text }) {
      items.append(decided(.null))
    }
    return .array(items)
  }

  /// The item that the decision is about: it stands at the same place; of several there, the one with its ordinal.
  private func index(in items: [JSONValue]) -> Int? {
    guard !decision.range.isEmpty else {
      // One that a person added, in a reading that has it already.
      let ordinal = decision.place.ordinal
      guard items.indices.contains(ordinal), let span = items[ordinal]["span"], span["end"]?.int == 0 else {
        return nil
      }
      return ordinal
    }
    let same = items.indices.filter { items[$0]["span"]?["start"]?.int == decision.range.lowerBound }
    return same.contains(decision.place.ordinal) ? decision.place.ordinal : same.first
  }

  private func decided(_ value: JSONValue) -> JSONValue {
    let value = value == .null ? Self.blank(decision.field) : value
    let key = FieldText.key(of: value) ?? FieldText.key(ofField: decision.field)
    let named = value.replacing(key) { _ in .string(decision.text) }
    return parts(of: named).replacing("confidence") { _ in .integer(1) }
  }

  /// A document number with its parts: 12a/2020/NĐ-CP of the State, 93-KH/TU of the Party: figures, perhaps the year,
  /// the symbol.
  private func parts(of value: JSONValue) -> JSONValue {
    guard decision.field == "document_number" else { return value }
    let number = decision.text.prefix { $0 != "/" && $0 != "-" }
    var rest = decision.text.dropFirst(number.count + 1)
    let year = rest.prefix { $0 != "/" }
    let hasYear = year.count == 4 && year.allSatisfy(\.isNumber)
    if hasYear { rest = rest.dropFirst(5) }
    return value.replacing("number") { _ in .string(String(number)) }
      .replacing("year") { _ in hasYear ? .string(String(year)) : .null }
      .replacing("symbol") { _ in .string(String(rest)) }
  }

  /// A value that nothing was read of.
  private static func blank(_ field: String) -> JSONValue {
    let words = FieldText.key(ofField: field)
    var keys = [words]
    switch field {
    case "document_number": keys += ["number", "year", "symbol"]
    case "references", "legal_bases": keys = ["type", "number", "date", "issuer"]
    case "deadlines": keys = ["date", "text", "task"]
    case "signers": keys = ["authority", "title", "name"]
    case "attachments": keys = ["label", "title"]
    default: break
    }
    let place = JSONValue.object([
      ("page", .integer(1)), ("line", .integer(1)), ("start", .integer(0)), ("end", .integer(0)),
    ])
    return .object(
      keys.map { ($0, .null) }
        + [("raw", .string("")), ("confidence", .integer(1)), ("span", place)] as [(String, JSONValue)])
  }
}

/// The member of a value that holds its words.
enum FieldText {
  private static let keys = ["value", "number", "name", "text", "title", "label"]

  /// The key of the member; nil where there is none.
  static func key(of value: JSONValue) -> String? { keys.first { value[$0]?.string != nil } }

  /// The words; nil where there are none.
  static func text(of value: JSONValue) -> String? { key(of: value).flatMap { value[$0]?.string } }

  /// The key of the member in values of a field.
  static func key(ofField field: String) -> String {
    switch field {
    case "references", "legal_bases": "number"
    case "signers": "name"
    case "deadlines": "text"
    case "attachments": "title"
    default: "value"
    }
  }
}

extension JSONValue {
  /// An object with another value of `key`, if it has it; other values as they are.
  func replacing(_ key: String, with change: (JSONValue) -> JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.key == key ? .init(key, change($0.value)) : $0 })
  }
}
