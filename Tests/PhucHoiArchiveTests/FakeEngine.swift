import Extraction
import Foundation
import JSON
import PhucHoi
import VietText

@testable import PhucHoiArchive

/// An engine without models: capitalises every `chinh` as `CHÍNH`, fails at `<fail>`, sleeps at `<slow>`.
struct FakeEngine: TextEngine {
  var version = "0.0.0"
  var model = "sha256:fake"
  var options: [JSONValue.Member] = [.init("policy", .string("careful"))]
  /// The word that it changes.
  var word = "chinh"
  /// What stands for it.
  var replacement = "chính"
  /// Documents of every reading.
  var documents: @Sendable (String) -> [JSONValue] = { _ in [] }

  /// Hears what else is known of every text.
  var sees: @Sendable (ReadingAids) -> Void = { _ in }

  struct Failure: Error {}

  func read(
    _ decoded: DecodedText, aids: ReadingAids, extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading {
    sees(aids)
    let text = decoded.text
    if text.contains("<fail>") { throw Failure() }
    if text.contains("<slow>") { Thread.sleep(forTimeInterval: 1.5) }
    var changes: [Change] = []
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    let word = Array(word.utf8)
    var (index, line, page) = (0, 1, 1)
    while index < bytes.count {
      if bytes[index...].starts(with: word) {
        changes.append(
          Change(
            range: index..<index + word.count, page: page, line: line, old: self.word, new: replacement,
            kind: "diacritics", confidence: 0.98, alternatives: [.init(text: "chỉnh", confidence: 0.01)]))
        output.append(contentsOf: replacement.utf8)
        index += word.count
      } else {
        if bytes[index] == 0x0A { line += 1 }
        if bytes[index] == 0x0C { page += 1 }
        output.append(bytes[index])
        index += 1
      }
    }
    if !aids.decisions.isEmpty {
      changes = DecidedChanges(source: bytes, changes: changes).deciding(aids.decisions)
      let replacements = changes.map { Replacement(range: $0.range, text: $0.new) }
      output = Array(AlignedText(source: text, replacements: replacements).text.utf8)
    }
    let words = text.split { $0.isWhitespace }.count
    return EngineReading(
      text: String(decoding: output, as: UTF8.self), changes: changes, tokenCount: words, confidence: 0.9,
      pages: page,
      documents: extracting ? documents(text).map(DocumentRecord.init(json:)) : [])
  }
}
