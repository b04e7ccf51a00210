import ContextModel
import NgramModel
import NgramTraining
import Platform

/// Which words a context model tells apart: those with the same bare letters.
struct ContextClasses {
  /// A word seen less often than this share of its class has no weights.
  private static let leastShare = 1.0 / 2000
  /// A word seen less often than this has no weights.
  private static let leastCount = 20

  /// Class of each word.
  let classes: [UInt16]
  /// Place of each word in its class, `ContextModelLayout.noMember` where it has no weights.
  private(set) var members: [UInt8]
  /// Natural logarithm of P(word | class).
  let priors: [Float]
  /// The words with weights of each class.
  private(set) var lists: [[WordID]]

  /// Groups the words of `vocabulary`, seen `counts` times.
  init(_ vocabulary: Vocabulary, counts: [Int]) {
    let numbers = ConfusionClasses.of((0..<vocabulary.count).map { vocabulary.word(of: WordID($0)) })
    var totals = [Int](repeating: 0, count: vocabulary.count)
    for (word, number) in numbers.enumerated() { totals[Int(number)] += counts[word] }
    members = [UInt8](repeating: ContextModelLayout.noMember, count: vocabulary.count)
    lists = [[WordID]](repeating: [], count: vocabulary.count)
    for word in 6..<vocabulary.count {
      let number = Int(numbers[word])
      guard counts[word] >= Self.leastCount, Double(counts[word]) >= Self.leastShare * Double(totals[number]),
        lists[number].count < ContextModelLayout.largestClass
      else { continue }
      members[word] = UInt8(lists[number].count)
      lists[number].append(WordID(word))
    }
    priors = (0..<vocabulary.count).map { word in
      Float(log(Double(counts[word] + 1) / Double(totals[Int(numbers[word])] + 1)))
    }
    classes = numbers.map { UInt16($0) }
  }

  /// The words to tell apart where `word` stands; nil where there is no choice.
  @inline(__always)
  func rivals(of word: WordID) -> [WordID]? {
    guard members[Int(word)] != ContextModelLayout.noMember else { return nil }
    let list = lists[Int(classes[Int(word)])]
    return list.count > 1 ? list : nil
  }
}
