import Extraction
import JSON

/// What a person decided about a doubtful place of an input: a piece of its text, or a field of one of its documents.
public struct ReviewDecision: Sendable, Equatable {
  /// The input.
  public var path: String
  /// SHA-256 of the input that was looked at: for another content the decision does not hold.
  public var sha256: String
  /// UTF-8 range in the decoded input.
  public var range: Range<Int>
  /// Key of the field; empty for a piece of text.
  public var field: String
  /// Place of the document in its file, from 0; 0 for a piece of text.
  public var document: Int
  /// Place in the list of values, from 0; 0 for a single value.
  public var ordinal: Int
  /// What is right.
  public var text: String

  /// Makes a decision from its parts.
  public init(
    path: String, sha256: String, range: Range<Int>, field: String = "", document: Int = 0, ordinal: Int = 0,
    text: String
  ) {
    self.path = path
    self.sha256 = sha256
    self.range = range
    self.field = field
    self.document = document
    self.ordinal = ordinal
    self.text = text
  }
}

/// The decisions about one input, as they are applied to its reading.
struct InputDecisions: Sendable {
  /// In order of their ranges; of two about one place the later one holds.
  let all: [ReviewDecision]

  /// What tells these decisions from others; empty without any.
  var digest: String {
    guard !all.isEmpty else { return "" }
    let parts = all.map { "\($0.range) \($0.field) \($0.document) \($0.ordinal) \($0.text)" }
    return SHA256.hex(Array(parts.joined(separator: "\n").utf8))
  }

  /// The decisions about the text.
  var ofText: [ReviewDecision] { all.filter { $0.field.isEmpty } }

  /// The documents of a reading with the decided values, which are certain.
  func applied(to documents: [JSONValue]) -> [JSONValue] {
    var documents = documents
    for decision in all where !decision.field.isEmpty && documents.indices.contains(decision.document) {
      documents[decision.document] = documents[decision.document].replacing(decision.field) { field in
        guard case .array(var items) = field else { return Self.decided(field, decision) }
        guard items.indices.contains(decision.ordinal) else { return field }
        items[decision.ordinal] = Self.decided(items[decision.ordinal], decision)
        return .array(items)
      }
    }
    return documents
  }

  /// A value with the decided text, where it still stands at the same place.
  private static func decided(_ value: JSONValue, _ decision: ReviewDecision) -> JSONValue {
    guard value["span"]?["start"]?.int == decision.range.lowerBound, let key = FieldText.key(of: value) else {
      return value
    }
    var value = value.replacing(key) { _ in .string(decision.text) }
    if decision.field == "document_number" {
      // 12a/2020/NĐ-CP of the State, 93-KH/TU of the Party: figures, perhaps the year, the symbol.
      let number = decision.text.prefix { $0 != "/" && $0 != "-" }
      var rest = decision.text.dropFirst(number.count + 1)
      let year = rest.prefix { $0 != "/" }
      let hasYear = year.count == 4 && year.allSatisfy(\.isNumber)
      if hasYear { rest = rest.dropFirst(5) }
      value = value.replacing("number") { _ in .string(String(number)) }
      value = value.replacing("year") { _ in hasYear ? .string(String(year)) : .null }
      value = value.replacing("symbol") { _ in .string(String(rest)) }
    }
    return value.replacing("confidence") { _ in .integer(1) }
  }
}

/// The member of a value that holds its words.
enum FieldText {
  private static let keys = ["value", "number", "name", "text", "title", "label"]

  /// The key of the member; nil where there is none.
  static func key(of value: JSONValue) -> String? { keys.first { value[$0]?.string != nil } }

  /// The words; nil where there are none.
  static func text(of value: JSONValue) -> String? { key(of: value).flatMap { value[$0]?.string } }
}

extension JSONValue {
  /// An object with another value of `key`, if it has it; other values as they are.
  func replacing(_ key: String, with change: (JSONValue) -> JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.key == key ? .init(key, change($0.value)) : $0 })
  }
}
