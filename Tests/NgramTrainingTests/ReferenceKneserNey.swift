@testable import NgramTraining

/// Interpolated modified Kneser-Ney straight from the definition, by going through the text again for every
/// count. Slow and simple: the yardstick for the trainer.
struct ReferenceKneserNey {
  let order: Int
  let discounts: [Discounts]
  private let vocabularySize: Int
  private var counts: [[String]: Int] = [:]
  private var followers: [[String]: [String: Int]] = [:]

  init(_ lines: [[String]], order: Int, vocabularySize: Int) {
    self.order = order
    self.vocabularySize = vocabularySize
    let sentences = lines.map { ["<s>"] + $0 + ["</s>"] }
    var occurrences: [[String]: Int] = [:]
    var before: [[String]: Set<String>] = [:]
    for sentence in sentences {
      for length in 1...order {
        for start in 0..<max(0, sentence.count - length + 1) {
          let gram = Array(sentence[start..<start + length])
          occurrences[gram, default: 0] += 1
          if start > 0 { before[gram, default: []].insert(sentence[start - 1]) }
        }
      }
    }
    for (gram, count) in occurrences where gram != ["<s>"] {
      counts[gram] = gram.count == order || gram[0] == "<s>" ? count : before[gram]?.count ?? 0
    }
    for (gram, count) in counts {
      followers[Array(gram.dropLast()), default: [:]][gram[gram.count - 1]] = count
    }
    let table = counts
    discounts = (1...order).map { length in
      Discounts(counts: table.filter { $0.key.count == length }.map { UInt32($0.value) }) ?? .fallback
    }
  }

  /// P(word | context), whose last words count.
  func probability(_ word: String, after context: [String]) -> Double {
    let context = Array(context.suffix(order - 1))
    let lower =
      context.isEmpty ? 1 / Double(vocabularySize - 1) : probability(word, after: Array(context.dropFirst()))
    guard let seen = followers[context] else { return lower }
    let discount = discounts[context.count]
    let total = Double(seen.values.reduce(0, +))
    let taken = seen.values.reduce(0.0) { $0 + Double(discount.of(UInt32($1))) }
    let count = seen[word] ?? 0
    return (Double(count) - Double(discount.of(UInt32(count)))) / total + taken / total * lower
  }
}
