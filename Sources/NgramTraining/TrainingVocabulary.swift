import NgramModel
import VietText

/// The words that a model will know: the classes, then every word seen often enough, most frequent first.
struct TrainingVocabulary: Sendable {
  /// The words in the order of their ids.
  let words: [String]
  /// How often each word has a capital inside a sentence.
  let cases: [CaseShare]
  private let table: WordTable

  /// Takes `words` without the classes, most frequent first, and their cases.
  init(words: [String], cases: [CaseShare]) {
    self.words = WordID.classNames + words
    self.cases = [CaseShare](repeating: CaseShare(), count: WordID.classNames.count) + cases
    var table = WordTable()
    for var word in self.words { word.withUTF8 { _ = table.add($0) } }
    self.table = table
  }

  /// Counts the words of `corpora` and keeps those with a weighted count of `minimumCount`, at most `limit`.
  static func count(
    _ corpora: [TrainingCorpus], reader: CorpusReader, minimumCount: Int, limit: Int
  ) throws -> TrainingVocabulary {
    var counts = WordCounts()
    for corpus in corpora {
      var weight = 1
      try reader.read(corpus) {
        weight = $0 * corpus.weight
      } unit: { unit, bytes, letterCase in
        if unit == .word { counts.add(bytes, letterCase, weight) }
      }
    }
    let frequent = counts.frequent(minimumCount)
    let room = max(0, min(limit, 0xFFFE) - WordID.classNames.count)
    return TrainingVocabulary(
      words: frequent.prefix(room).map { String(decoding: counts.table.word($0), as: UTF8.self) },
      cases: frequent.prefix(room).map { counts.cases[$0] })
  }

  /// The id of a token.
  func id(_ unit: LanguageUnit, _ bytes: [UInt8]) -> WordID {
    guard unit == .word else { return unit.classID }
    return WordID(bytes.withUnsafeBufferPointer { table.index(of: $0) } ?? Int(WordID.unknownWord))
  }
}

/// How often a word is seen in lower case and with a capital inside sentences.
struct CaseShare: Sendable, Equatable {
  var titles: Float = 0
  var lowers: Float = 0

  /// Log10 P(capital) and P(lower case), smoothed by four words of which one in six has a capital (about the
  /// share in running text), not below -4.
  var scores: (title: Float, lower: Float) {
    let share = (titles + 4.0 / 6) / (titles + lowers + 4)
    return (max(-4, Logarithm.base10(share)), max(-4, Logarithm.base10(1 - share)))
  }
}

/// The words of a text and how often they occur.
private struct WordCounts {
  var table = WordTable()
  var counts: [Int] = []
  var cases: [CaseShare] = []

  mutating func add(_ word: [UInt8], _ letterCase: LetterCase, _ weight: Int) {
    let index = word.withUnsafeBufferPointer { table.add($0) }
    if index == counts.count {
      counts.append(0)
      cases.append(CaseShare())
    }
    counts[index] += weight
    switch letterCase {
    case .neutral: break
    case .lower: cases[index].lowers += 1
    case .title: cases[index].titles += 1
    }
  }

  /// The words with at least `minimum` occurrences, most frequent first.
  func frequent(_ minimum: Int) -> [Int] {
    counts.indices.filter { counts[$0] >= minimum }.sorted {
      counts[$0] != counts[$1]
        ? counts[$0] > counts[$1] : table.word($0).lexicographicallyPrecedes(table.word($1))
    }
  }
}
