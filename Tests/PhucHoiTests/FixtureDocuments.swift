import Foundation
import PhucHoi

/// A reading of a composed document, with the correct text in the order of the reading.
struct FixtureReading: Sendable, CustomStringConvertible {
  var document: String
  var setting: String
  var seen: String
  var meant: String

  var description: String { "\(document)/\(setting)" }
}

/// The composed documents of the checkout.
enum FixtureDocuments {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/documents")

  /// Names of the documents.
  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { !$0.hasPrefix(".") && $0.hasPrefix("0") }.sorted()
  }()

  /// All readings of one document, by setting.
  static func readings(of document: String) throws -> [FixtureReading] {
    let place = folder.appendingPathComponent(document)
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    return try files.filter { $0.hasSuffix(".ref.txt") }.map { name in
      let setting = String(name.dropLast(8))
      return FixtureReading(
        document: document, setting: setting,
        seen: try String(contentsOf: place.appendingPathComponent(setting + ".txt"), encoding: .utf8),
        meant: try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8))
    }
  }

  /// The correct text of one document.
  static func correct(_ document: String) throws -> String {
    try String(
      contentsOf: folder.appendingPathComponent(document).appendingPathComponent("clean.txt"), encoding: .utf8
    )
  }
}

/// The models of the checkout or the environment, loaded once; nil where there are none.
let models: Models? = try? Models.located()

/// How many words must be changed to turn `a` into `b` (Levenshtein), over the number of words in `a`.
func wordErrorRate(_ gold: String, _ text: String) -> Double {
  let (a, b) = (gold.split(whereSeparator: \.isWhitespace), text.split(whereSeparator: \.isWhitespace))
  var row = Array(0...b.count)
  for (i, word) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(diagonal + (word == other ? 0 : 1), above + 1, row[j] + 1)
      diagonal = above
    }
  }
  return Double(row[b.count]) / Double(max(1, a.count))
}
