import JSON
import PhucHoi
import PhucHoiFormats

/// One change of a text, as machine-readable output states it.
public struct Change: Sendable, Equatable {
  /// UTF-8 range in the decoded input.
  public var range: Range<Int>
  /// 1-based page; form feeds separate pages.
  public var page: Int
  /// 1-based line.
  public var line: Int
  /// What stood there.
  public var old: String
  /// What stands there now.
  public var new: String
  /// What kind of change it is: `diacritics`, `letters`, `split`, `merge`, `case`, `code`, `noise`, `encoding`.
  public var kind: String
  /// Probability that the new text is right.
  public var confidence: Double
  /// Other readings.
  public var alternatives: [Alternative]
  /// Who wanted it, where it was not the models: `lexicon`, `rule`.
  public var source: String?

  /// Another reading with its probability.
  public struct Alternative: Sendable, Equatable {
    /// The reading.
    public var text: String
    /// Its probability.
    public var confidence: Double

    /// Makes a reading from its parts.
    public init(text: String, confidence: Double) {
      self.text = text
      self.confidence = confidence
    }
  }

  /// Makes a change from its parts.
  public init(
    range: Range<Int>, page: Int, line: Int, old: String, new: String, kind: String, confidence: Double,
    alternatives: [Alternative] = [], source: String? = nil
  ) {
    self.range = range
    self.page = page
    self.line = line
    self.old = old
    self.new = new
    self.kind = kind
    self.confidence = confidence
    self.alternatives = alternatives
    self.source = source
  }

  /// A change that the library made.
  public init(_ edit: Edit) {
    self.init(
      range: edit.range, page: edit.page, line: edit.line, old: edit.old, new: edit.new,
      kind: edit.kind.rawValue, confidence: edit.confidence,
      alternatives: edit.alternatives.map { .init(text: $0.text, confidence: $0.confidence) },
      source: edit.source == .models ? nil : edit.source.rawValue)
  }

  /// The change as an object of an edit list; its span tells where it stands on `page`.
  public func json(on page: PageDocument? = nil) -> JSONValue {
    let span: [JSONValue.Member] = [
      .init("page", .integer(self.page)), .init("line", .integer(line)),
      .init("start", .integer(range.lowerBound)), .init("end", .integer(range.upperBound)),
    ]
    return json(span: .object(span + (page.map { SpanPlaces.members(of: range, $0) } ?? [])))
  }

  /// The change as an object of an edit list, with `span` to say where.
  public func json(span: JSONValue) -> JSONValue {
    let others = alternatives.map { other in
      JSONValue.object([.init("text", .string(other.text)), .init("confidence", .decimal(other.confidence))])
    }
    var members: [JSONValue.Member] = [
      .init("span", span), .init("old", .string(old)), .init("new", .string(new)),
      .init("kind", .string(kind)), .init("confidence", .decimal(confidence)),
      .init("alternatives", .array(others)),
    ]
    if let source { members.append(.init("source", .string(source))) }
    return .object(members)
  }
}
