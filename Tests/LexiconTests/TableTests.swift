import Lexicon
import Testing

@Suite struct AbbreviationTableTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func bareCapitalsFindTheProperForm() {
    var table = AbbreviationTable()
    table.add("HĐND", count: 10)
    #expect(table.proper(scalars("HDND")[...]) == scalars("HĐND"))
    #expect(table.proper(scalars("HĐND")[...]) == scalars("HĐND"))
    #expect(table.contains(scalars("HĐND")[...]))
    #expect(!table.contains(scalars("HDND")[...]))
    #expect(table.proper(scalars("HDN")[...]) == nil)
  }

  @Test func theMoreFrequentOfTwoWins() {
    var table = AbbreviationTable()
    table.add("BĐ", count: 3)
    table.add("BD", count: 9)
    table.add("BĐ", count: 9)
    #expect(table.proper(scalars("BD")[...]) == scalars("BD"))
  }
}

@Suite struct SymbolTableTests {
  private func table(_ groups: [(String, Int)]) -> SymbolTable {
    var table = SymbolTable()
    for (group, count) in groups { table.add(group, count: count) }
    return table
  }

  private func text(_ found: [UInt32]?) -> String? {
    found.map { String(String.UnicodeScalarView($0.compactMap(Unicode.Scalar.init))) }
  }

  private func seen(_ text: String) -> ArraySlice<UInt32> { text.unicodeScalars.map(\.value)[...] }

  @Test func lostMarksComeBack() {
    let symbols = table([("QĐ", 100), ("BGDĐT", 50)])
    #expect(text(symbols.proper(seen("QD"))) == "QĐ")
    #expect(text(symbols.proper(seen("BGDDT"))) == "BGDĐT")
    #expect(text(symbols.proper(seen("BGĐDT"))) == "BGĐDT")
    #expect(symbols.proper(seen("QX")) == nil)
  }

  @Test func aLetterThatWasASlash() {
    let symbols = table([("KL", 10), ("TW", 10)])
    #expect(text(symbols.split(seen("KLITW"))) == "KL/TW")
    #expect(symbols.split(seen("KLXTW")) == nil)
  }

  @Test func theNearestOfConfusableLetters() {
    let symbols = table([("QĐ", 100), ("UBND", 80), ("RARE", 3)])
    #expect(text(symbols.nearest(seen("OD"))) == "QĐ")
    #expect(text(symbols.nearest(seen("QDD"))) == "QĐ")
    #expect(symbols.nearest(seen("RAPE")) == nil)
    #expect(symbols.nearest(seen("X")) == nil)
  }
}

@Suite struct LetterTrieTests {
  private let trie = LetterTrie(words: [([1, 2, 3], 7), ([1, 2], 5), ([4], 9), ([1, 2], 6), ([], 3)])

  @Test func findsWholeWordsOnly() {
    #expect(trie.find([1, 2, 3]) == 7)
    #expect(trie.find([1, 2]) == 5)
    #expect(trie.find([4]) == 9)
    #expect(trie.find([1]) == nil)
    #expect(trie.find([1, 2, 3, 4]) == nil)
    #expect(trie.find([]) == nil)
  }

  @Test func childrenAreNeighbours() {
    for node in trie.nodes { #expect(Int(node.firstChild) + Int(node.childCount) <= trie.nodes.count) }
    #expect(trie.nodes.count == 5)
  }

  @Test func anEmptyTrieHoldsNothing() {
    #expect(LetterTrie(words: []).find([1]) == nil)
  }
}
