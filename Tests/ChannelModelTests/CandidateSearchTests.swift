import Lexicon
import Testing
import VietText

@testable import ChannelModel

private func meantCodes(_ word: String) -> [UInt8] { word.unicodeScalars.map { MeantLetter.code($0.value) } }
private func seen(_ word: String) -> [UInt16] { word.unicodeScalars.map { SeenLetter.code($0.value) } }

/// A small channel with every kind of group.
private let confusions: [Confusion: Float] = [
  Confusion(meant: meantCodes("ư")[...], seen: seen("u")[...]): 0.1,
  Confusion(meant: meantCodes("ư")[...], seen: seen("w")[...]): 0.8,
  Confusion(meant: meantCodes("ơ")[...], seen: seen("o")[...]): 0.2,
  Confusion(meant: meantCodes("ươ")[...], seen: seen("wo")[...]): 0.5,
  Confusion(meant: meantCodes("ươ")[...], seen: seen("w")[...]): 1.5,
  Confusion(meant: meantCodes("ứ")[...], seen: seen("it")[...]): 1.2,
  Confusion(meant: meantCodes("ử")[...], seen: seen("(&)")[...]): 1.9,
  Confusion(meant: meantCodes("h")[...], seen: [][...]): 2,
  Confusion(meant: [][...], seen: seen(",")[...]): 1,
  Confusion(meant: meantCodes("n")[...], seen: seen("n")[...]): 0,
  Confusion(meant: meantCodes("c")[...], seen: seen("c")[...]): 0,
  Confusion(meant: meantCodes("g")[...], seen: seen("g")[...]): 0,
  // A pair that is cheap where neither letter alone leads anywhere.
  Confusion(meant: meantCodes("th")[...], seen: seen("m")[...]): 0.5,
  Confusion(meant: meantCodes("TH")[...], seen: seen("M")[...]): 0.5,
  Confusion(meant: meantCodes("Th")[...], seen: seen("M")[...]): 0.6,
]

@Suite struct CandidateSearchTests {
  private let table = ChannelTable(confusions: confusions, floor: ChannelFloor())
  private let words = [
    "nước", "nươc", "nuoc", "cư", "cứ", "cử", "ư", "hương", "ương", "nhưng", "như", "g",
    "thaa", "athu", "thth",
  ]

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

  /// The codes of a word's letters in `shape`.
  private func meant(_ word: String, _ shape: CaseShape) -> [UInt8] {
    meantCodes(word).enumerated().map { index, code in
      shape == .upper || shape == .capitalized && index == 0 ? code + UInt8(MeantLetter.upperOffset) : code
    }
  }

  @Test(
    arguments: [
      "nuoc", "nwoc", "nwc", "cit", "c(&)", "uong", "nhu,ng", "nung", "q", "nn", "maa", "Maa", "MAA", "amu",
      "mm",
      "Nuoc", "NUOC", "Mm",
    ], [CaseShape.lower, .capitalized, .upper])
  func findsWhatExhaustiveSearchFinds(_ text: String, _ shape: CaseShape) {
    let trie = LetterTrie(words: words.enumerated().map { (meantCodes($1), UInt16($0)) })
    let search = CandidateSearch(trie: trie)
    for budget: Float in [1, 3, 6] {
      let found = search.candidates(seen: seen(text), shape: shape, table: table, budget: budget)
      let costs = words.map { cost(meant($0, shape), seen(text)) }
      #expect(Set(found.map(\.word)) == Set(costs.indices.filter { costs[$0] <= budget }.map { UInt16($0) }))
      for candidate in found { #expect(abs(candidate.cost - costs[Int(candidate.word)]) < 1e-4) }
    }
  }

  @Test func refusesWhatItCannotHold() {
    let search = CandidateSearch(trie: LetterTrie(words: [(meantCodes("ta"), 0)]))
    #expect(search.candidates(seen: [], shape: .lower, table: table, budget: 9).isEmpty)
    let long = [UInt16](repeating: 65, count: CandidateSearch.maximumLength + 1)
    #expect(search.candidates(seen: long, shape: .lower, table: table, budget: 900).isEmpty)
  }

  @Test func trieFindsItsWords() {
    let trie = LetterTrie(words: words.enumerated().map { (meantCodes($1), UInt16($0)) })
    for (id, word) in words.enumerated() { #expect(trie.find(meantCodes(word)) == UInt16(id)) }
    #expect(trie.find(meantCodes("nướ")) == nil)
    #expect(trie.find(meantCodes("nướcc")) == nil)
  }
}
