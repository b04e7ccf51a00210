import Lexicon
import Testing
import VietText

@testable import ChannelModel

private func meant(_ word: String) -> [UInt8] { word.unicodeScalars.map { MeantLetter.code($0.value) } }
private func seen(_ word: String) -> [UInt16] { word.unicodeScalars.map { SeenLetter.code($0.value) } }

/// A small channel with every kind of group.
private let confusions: [Confusion: Float] = [
  Confusion(meant: meant("ư")[...], seen: seen("u")[...]): 0.1,
  Confusion(meant: meant("ư")[...], seen: seen("w")[...]): 0.8,
  Confusion(meant: meant("ơ")[...], seen: seen("o")[...]): 0.2,
  Confusion(meant: meant("ươ")[...], seen: seen("wo")[...]): 0.5,
  Confusion(meant: meant("ươ")[...], seen: seen("w")[...]): 1.5,
  Confusion(meant: meant("ứ")[...], seen: seen("it")[...]): 1.2,
  Confusion(meant: meant("ử")[...], seen: seen("(&)")[...]): 1.9,
  Confusion(meant: meant("h")[...], seen: [][...]): 2,
  Confusion(meant: [][...], seen: seen(",")[...]): 1,
  Confusion(meant: meant("n")[...], seen: seen("n")[...]): 0,
  Confusion(meant: meant("c")[...], seen: seen("c")[...]): 0,
  Confusion(meant: meant("g")[...], seen: seen("g")[...]): 0,
]

@Suite struct CandidateSearchTests {
  private let table = ChannelTable(confusions: confusions, floor: ChannelFloor())
  private let words = ["nước", "nươc", "nuoc", "cư", "cứ", "cử", "ư", "hương", "ương", "nhưng", "như", "g"]

  /// The cheapest way to read `word` as `text`, by trying every grouping.
  private func cost(_ word: [UInt8], _ text: [UInt16]) -> Float {
    if word.isEmpty && text.isEmpty { return 0 }
    var best = ChannelTable.infinity
    for (m, s) in [(1, 1), (1, 0), (0, 1), (1, 2), (1, 3), (2, 1), (2, 2)]
    where m <= word.count && s <= text.count {
      let group = Confusion(meant: word.prefix(m), seen: text.prefix(s))
      let price: Float
      switch (m, s) {
      case (1, 1): price = table.single[Int(text[0]) * MeantLetter.count + Int(word[0])]
      case (1, 0): price = table.dropped[Int(word[0])]
      case (0, 1): price = table.added[Int(text[0])]
      default: price = confusions[group] ?? ChannelTable.infinity
      }
      best = min(best, price + cost(Array(word.dropFirst(m)), Array(text.dropFirst(s))))
    }
    return best
  }

  @Test(arguments: ["nuoc", "nwoc", "nwc", "cit", "c(&)", "uong", "nhu,ng", "nung", "q", "nn"])
  func findsWhatExhaustiveSearchFinds(_ text: String) {
    let trie = LetterTrie(words: words.enumerated().map { (meant($1), UInt16($0)) })
    let search = CandidateSearch(trie: trie)
    for budget: Float in [1, 3, 6] {
      let found = search.candidates(seen: seen(text), shape: .lower, table: table, budget: budget)
      let costs = words.map { cost(meant($0), seen(text)) }
      #expect(Set(found.map(\.word)) == Set(costs.indices.filter { costs[$0] <= budget }.map { UInt16($0) }))
      for candidate in found { #expect(abs(candidate.cost - costs[Int(candidate.word)]) < 1e-4) }
    }
  }

  @Test func refusesWhatItCannotHold() {
    let search = CandidateSearch(trie: LetterTrie(words: [(meant("ta"), 0)]))
    #expect(search.candidates(seen: [], shape: .lower, table: table, budget: 9).isEmpty)
    let long = [UInt16](repeating: 65, count: CandidateSearch.maximumLength + 1)
    #expect(search.candidates(seen: long, shape: .lower, table: table, budget: 900).isEmpty)
  }

  @Test func trieFindsItsWords() {
    let trie = LetterTrie(words: words.enumerated().map { (meant($1), UInt16($0)) })
    for (id, word) in words.enumerated() { #expect(trie.find(meant(word)) == UInt16(id)) }
    #expect(trie.find(meant("nướ")) == nil)
    #expect(trie.find(meant("nướcc")) == nil)
  }
}
