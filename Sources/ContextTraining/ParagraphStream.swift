import NgramModel
import NgramTraining
import VietText

/// All paragraphs of the corpora as word ids, each closed by `.lineEnd`; two bytes a word in memory.
struct ParagraphStream {
  /// The ids of all paragraphs, one after another.
  private(set) var words: [WordID] = []
  /// Where each paragraph begins, and the end of the last.
  private(set) var starts: [Int] = [0]
  /// Number of paragraphs.
  var count: Int { starts.count - 1 }

  /// Reads `corpora` with the ids of `vocabulary`; throws `TrainingError.unreadable`, `TrainingError.noText`.
  init(_ corpora: [TrainingCorpus], vocabulary: Vocabulary) throws {
    for corpus in corpora {
      try CorpusReader().read(corpus) { weight in
        guard weight == 0 else { return }
        words.append(.lineEnd)
        starts.append(words.count)
      } unit: { unit, bytes, _ in
        words.append(unit == .word ? bytes.withUnsafeBufferPointer(vocabulary.id) : unit.classID)
      }
    }
    guard count > 0 else { throw TrainingError.noText }
  }

  /// How often each of `wordCount` ids occurs.
  func counts(_ wordCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: wordCount)
    for word in words { counts[Int(word)] += 1 }
    return counts
  }

  /// The words of paragraph `index` without its end.
  func paragraph(_ index: Int, _ all: UnsafeBufferPointer<WordID>) -> UnsafeBufferPointer<WordID> {
    UnsafeBufferPointer(rebasing: all[starts[index]..<starts[index + 1] - 1])
  }
}
