/// What names a doubtful place in a sheet: `ID:CONTENT:START-END:FIELD:DOCUMENT:ORDINAL`.
struct ReviewKey: Sendable, Equatable {
  /// Id of the input in the catalogue.
  var input: Int
  /// What tells the input's content from what it held before: the first digits of its SHA-256.
  var content: String
  /// UTF-8 range in the decoded input.
  var range: Range<Int>
  /// Key of the field; empty for a piece of text.
  var field: String
  /// Place of the document in its file, from 0.
  var document: Int
  /// Place in the list of values, from 0.
  var ordinal: Int

  /// The part of a SHA-256 that keys hold: eight hexadecimal digits.
  static func content(_ sha256: String?) -> String { String((sha256 ?? "").prefix(8)) }

  /// The key as the sheet has it.
  var text: String {
    "\(input):\(content):\(range.lowerBound)-\(range.upperBound):\(field):\(document):\(ordinal)"
  }

  /// Makes a key from its parts.
  init(input: Int, content: String, range: Range<Int>, field: String, document: Int, ordinal: Int) {
    (self.input, self.content, self.range) = (input, content, range)
    (self.field, self.document, self.ordinal) = (field, document, ordinal)
  }

  /// Reads a key; nil where `text` is none.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, let input = Int(parts[0]), let document = Int(parts[4]),
      let ordinal = Int(parts[5])
    else { return nil }
    let ends = parts[2].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else { return nil }
    self.init(
      input: input, content: String(parts[1]), range: ends[0]..<ends[1], field: String(parts[3]),
      document: document, ordinal: ordinal)
  }
}
