import Extraction
import JSON
import PhucHoi
import PhucHoiFormats
import VietText

/// A token that was left as it stood although it is doubtful.
public struct Doubt: Sendable, Equatable {
  /// UTF-8 range in the decoded input.
  public var range: Range<Int>
  /// 1-based page.
  public var page: Int
  /// 1-based line.
  public var line: Int
  /// What stands there.
  public var text: String
  /// Probability that it is right.
  public var confidence: Double
  /// Other readings.
  public var alternatives: [String]

  /// Tokens less sure than this are listed.
  public static let limit = 0.7
}

/// What else is known about a text.
public struct ReadingAids: Sendable {
  /// What the engine that read the text thought of its words.
  public var confidences: [WordConfidence] = []
  /// Where its words stand on their pages.
  public var layout: PageLayout?
  /// What a person decided about pieces of the text, in order.
  public var decisions: [ReviewDecision] = []

  /// Nothing.
  public init() {}
}

/// What an engine made of a text.
public struct EngineReading: Sendable {
  /// The repaired text.
  public var text: String
  /// The changes, in order of their ranges, not overlapping.
  public var changes: [Change]
  /// How many tokens the text has.
  public var tokenCount: Int
  /// Mean confidence of the tokens; 1 for a text without any.
  public var confidence: Double
  /// How many tokens are less likely right than wrong.
  public var doubtful: Int
  /// Tokens that were left as they stood although they are doubtful, in order.
  public var doubts: [Doubt] = []
  /// The policy that the text was repaired by, where it was chosen by what the text is.
  public var policy: Policy?
  /// How many pages the text has.
  public var pages: Int
  /// The documents found in the text; empty unless they were asked for.
  public var documents: [DocumentRecord]

  /// Makes a reading from its parts.
  public init(
    text: String, changes: [Change], tokenCount: Int, confidence: Double, doubtful: Int = 0,
    pages: Int = 1, documents: [DocumentRecord] = []
  ) {
    self.text = text
    self.changes = changes
    self.tokenCount = tokenCount
    self.confidence = confidence
    self.doubtful = doubtful
    self.pages = pages
    self.documents = documents
  }
}

/// Whatever repairs texts and reads their fields. One engine is shared by all workers of a run.
///
/// The same text must give the same reading, whatever was read before it.
public protocol TextEngine: Sendable {
  /// Version of the program.
  var version: String { get }
  /// What names the models: equal models, equal readings.
  var model: String { get }
  /// The options in force, in order of output.
  var options: [JSONValue.Member] { get }

  /// Repairs `text` within `limits`, and reads its fields when `extracting`; spans refer to its decoded form.
  func read(
    _ text: DecodedText, aids: ReadingAids, extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading
}

extension PageDocument {
  /// Where the words stand on their pages; nil where the file does not tell.
  public var layout: PageLayout? {
    guard !words.isEmpty else { return nil }
    return PageLayout(
      words.compactMap { word in
        word.box.map { .init(range: word.range, page: word.page, left: $0.x0, right: $0.x1) }
      })
  }

  /// What the engine that read the pages thought of its words; nothing where it thought the same of all.
  public var wordConfidences: [WordConfidence] {
    let known = words.compactMap { word in
      word.confidence.map { WordConfidence(range: word.range, value: $0) }
    }
    return known.contains { $0.value != known[0].value } ? known : []
  }
}

extension TextEngine {
  /// The object `produced_by` of machine-readable output.
  public var producedBy: JSONValue {
    .object([
      .init("version", .string(version)), .init("model", .string(model)), .init("options", .object(options)),
    ])
  }
}
