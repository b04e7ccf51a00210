import Lexicon
import Testing
import VietText

@testable import ChannelModel

@Suite struct MarkSearchTests {
  private let words = [
    "đường", "dương", "đương", "duong", "thủy", "thuỷ", "thuế", "thuê", "cân", "cắn", "can", "cản", "căn",
    "ý",
  ]

  private var search: MarkSearch {
    MarkSearch(
      trie: LetterTrie(
        words: words.enumerated().map { number, word in
          (word.unicodeScalars.map { MeantLetter.code($0.value) }, UInt16(number))
        }))
  }

  private func found(_ seen: String) -> [String: MarkPattern] {
    let candidates = search.candidates(ArraySlice(seen.unicodeScalars.map(\.value)))
    return Dictionary(uniqueKeysWithValues: candidates.map { (words[Int($0.word)], $0.pattern) })
  }

  @Test(arguments: [
    ("duong", ["đường", "dương", "đương", "duong"]),
    ("đuong", ["đường", "đương"]),
    ("dường", ["đường"]),
    ("đuòng", ["đường"]),
    ("căn", ["căn", "cắn"]),
    ("cản", ["cản"]),
    ("thuê", ["thuê", "thuế"]),
    ("dúong", []),
    ("ca", []),
    ("s6", []),
    ("cầ̉n", []),
  ])
  func marksThatAreSeenWereMeant(_ seen: String, _ meant: [String]) {
    #expect(Set(found(seen).keys) == Set(meant))
  }

  /// A tone may stand on another letter than the lexicon puts it on.
  @Test func theToneCountsWhereverItStands() {
    #expect(Set(found("thuỷ").keys) == ["thủy", "thuỷ"])
    #expect(Set(found("thủy").keys) == ["thủy", "thuỷ"])
  }

  @Test func patternsCountByClass() {
    let patterns = found("đuong")
    #expect(patterns["đường"].map { counts($0).kept } == [0, 0, 0, 0, 1])
    #expect(patterns["đường"].map { counts($0).lost } == [1, 2, 0, 0, 0])
    #expect(found("căn")["cắn"].map { counts($0).lost } == [1, 0, 0, 0, 0])
    #expect(counts(MarkSearch.kept(ArraySlice("Đường".unicodeScalars.map(\.value)))).kept == [1, 2, 0, 0, 1])
  }

  private func counts(_ pattern: MarkPattern) -> (kept: [Int], lost: [Int]) {
    let counts = MarkPattern.MarkClass.allCases.map(pattern.counts)
    return (counts.map(\.kept), counts.map(\.lost))
  }

  @Test func everyPatternHasANumber() {
    for number in 0..<UInt16(MarkPattern.count) {
      let (kept, lost) = counts(MarkPattern(number: number))
      #expect(MarkPattern(kept: kept, lost: lost).number == number)
    }
  }
}
