import GRDB
import Platform

/// The archive's own lexicon: words that persons accepted, for later runs over the same archive.
public struct ArchiveLexicon: Sendable {
  /// The file, a lexicon as `UserLexicon` reads it.
  public let path: String
  private static let mostWords = 20_000

  /// The lexicon of the archive in `folder`.
  public init(folder: String) { path = folder + "/.phuchoi/lexicon.tsv" }

  /// Whether there is one.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The words in it; none where it cannot be read.
  public var words: [String] { (try? read()) ?? [] }

  private func read() throws -> [String] {
    guard exists else { return [] }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "\t")
      return parts.first == "word" && parts.count == 2 ? String(parts[1]) : nil
    }
  }

  /// Puts `words` in; the file is whole at every moment. Throws what the file system throws.
  public func add(_ new: [String]) throws {
    // Words that cannot be read now are not to be lost for that.
    var all = try read()
    for word in new where Self.isWord(word) && !all.contains(word) && all.count < Self.mostWords {
      all.append(word)
    }
    let text = all.map { "word\t\($0)\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Takes `word` out.
  public func remove(_ word: String) throws {
    let text = try read().filter { $0 != word }.map { "word\t\($0)\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Whether `text` can be an entry: letters, on one line, not long.
  static func isWord(_ text: String) -> Bool {
    text.count <= 60 && text.contains(where: \.isLetter)
      && !text.contains { $0.isNewline || $0 == "\t" } && text.first?.isWhitespace == false
      && text.last?.isWhitespace == false
  }
}

/// A word that was accepted at several places.
public struct AcceptedWord: Sendable, Equatable {
  /// The word.
  public var text: String
  /// At how many places.
  public var count: Int
}

extension Catalogue {
  /// Words that persons decided on at least twice, the most frequent first, without those in `lexicon`.
  public func acceptedWords(besides lexicon: [String], limit: Int = 100) throws -> [AcceptedWord] {
    let known = Set(lexicon)
    return try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT text, count(*) AS count FROM decisions WHERE field = '' AND text <> ''
          GROUP BY text HAVING count(*) > 1 ORDER BY count(*) DESC, text LIMIT 2000
          """)
    }
    .map { AcceptedWord(text: $0["text"], count: $0["count"]) }
    .filter { ArchiveLexicon.isWord($0.text) && !known.contains($0.text) }
    .prefix(limit).map { $0 }
  }
}
