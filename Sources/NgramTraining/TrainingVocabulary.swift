import NgramModel
import VietText

/// The words that a model will know: the classes, then every word seen often enough, most frequent first.
struct TrainingVocabulary: Sendable {
  /// The words in the order of their ids.
  let words: [String]
  private let table: WordTable

  /// Takes `words` without the classes, most frequent first.
  init(words: [String]) {
    self.words = WordID.classNames + words
    var table = WordTable()
    for var word in self.words { word.withUTF8 { _ = table.add($0) } }
    self.table = table
  }

  /// Counts the words of `corpora` and keeps those with a weighted count of `minimumCount`, at most `limit`.
  static func count(
    _ corpora: [TrainingCorpus], reader: CorpusReader, minimumCount: Int, limit: Int
  ) throws -> TrainingVocabulary {
    var table = WordTable()
    var counts: [Int] = []
    for corpus in corpora {
      var weight = 1
      try reader.read(corpus) {
        weight = $0 * corpus.weight
      } unit: { unit, bytes in
        guard unit == .word else { return }
        let index = bytes.withUnsafeBufferPointer { table.add($0) }
        if index == counts.count { counts.append(0) }
        counts[index] += weight
      }
    }
    let frequent = counts.indices.filter { counts[$0] >= minimumCount }.sorted {
      counts[$0] != counts[$1]
        ? counts[$0] > counts[$1] : table.word($0).lexicographicallyPrecedes(table.word($1))
    }
    let room = max(0, min(limit, 0xFFFE) - WordID.classNames.count)
    return TrainingVocabulary(
      words: frequent.prefix(room).map { String(decoding: table.word($0), as: UTF8.self) })
  }

  /// The id of a token.
  func id(_ unit: LanguageUnit, _ bytes: [UInt8]) -> WordID {
    guard unit == .word else { return unit.classID }
    return WordID(bytes.withUnsafeBufferPointer { table.index(of: $0) } ?? Int(WordID.unknownWord))
  }
}
