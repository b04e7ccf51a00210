import Extraction

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
  func applied(to documents: [DocumentRecord]) -> [DocumentRecord] {
    var documents = documents
    for decision in all where documents.indices.contains(decision.place.document) {
      RecordField(rawValue: decision.field)?.decide(decision, in: &documents[decision.place.document])
    }
    return documents
  }
}
