import ChannelModel
import Lexicon
import NgramModel
import Platform
import VietText

/// Finds and remembers the words that a seen word may stand for where marks are lost.
///
/// The answer depends on the word alone. Not `Sendable`; belongs to a workspace.
final class MarkStore {
  private struct Key: Hashable {
    var word: [UInt32]
    /// Which word it is by itself differs by the user's lexicon.
    var identity: WordID
  }

  private let words: WordIndex
  private let unigram: [Float]
  private let search: MarkSearch
  private var cache: [Key: MarkList] = [:]
  private let capacity = 30_000

  /// Number of words that have an id.
  var wordCount: Int { unigram.count }

  init(words: WordIndex, trie: LetterTrie, unigram: [Float]) {
    self.words = words
    self.unigram = unigram
    search = MarkSearch(trie: trie)
  }

  /// The words behind `seen`, which is known as `identity`; none where no word has these letters.
  func list(_ seen: ArraySlice<UInt32>, identity: WordID) -> MarkList {
    let key = Key(word: words.normalized(seen), identity: identity)
    if let known = cache[key] { return known }
    if cache.count >= capacity { cache.removeAll(keepingCapacity: true) }
    let list = find(key.word, identity)
    cache[key] = list
    return list
  }

  private func find(_ seen: [UInt32], _ identity: WordID) -> MarkList {
    var found = search.candidates(seen[...])
    if identity != .unknownWord, !found.contains(where: { $0.word == identity }) {
      found.append(MarkCandidate(word: identity, pattern: MarkSearch.kept(seen[...])))
    }
    found.sort { $0.word < $1.word }
    return MarkList(
      candidates: found, frequencies: found.map { Platform.pow(10, unigram[Int($0.word)]) })
  }
}
