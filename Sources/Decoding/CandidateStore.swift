import ChannelModel
import Lexicon
import NgramModel
import Platform
import VietText

/// The candidates of one seen word, sorted by id.
struct CandidateList {
  /// Word ids, ascending.
  var words: [WordID] = []
  /// Channel costs, -log10, beside `words`.
  var costs: [Float] = []
  /// Place of the word as it stands in `words`.
  var identity = 0
  /// The least cost of any other word than the one that stands.
  var bestOther: Float = .infinity

  /// Whether the word is none, and nothing in the lexicon is close to it.
  var isPoor: Bool { words[identity] == .unknownWord && bestOther > 2 }
}

/// What the case of a word tells about it.
enum CaseEvidence: UInt8, Hashable {
  /// Nothing: a sentence begins here, or all is in capitals.
  case none
  /// A capital where no sentence begins.
  case title
  /// Small letters.
  case lower
}

/// Finds and remembers the candidates of seen words, per kind of source.
///
/// The answer depends on the word and the profile alone, so remembering changes nothing but speed. Not
/// `Sendable`; belongs to a workspace.
final class CandidateStore {
  private struct Key: Hashable {
    var seen: [UInt16]
    /// The word as it stands is one of its own candidates, and letters that have no code hide which one it is.
    var identity: WordID
    var shape: CaseShape
    var profile: UInt8
    var isPart: Bool
    var evidence: CaseEvidence
  }

  private let search: CandidateSearch
  private let words: WordIndex
  private let unigram: [Float]
  private let isForeign: [Bool]
  /// Weight of the case a word is written in beside the language model.
  private let caseWeight: Float = 0.5
  private var cache: [Key: CandidateList] = [:]
  /// The same under a profile that was fitted to the text at hand.
  private var fitted: [Key: CandidateList] = [:]
  private let capacity = 60_000
  /// What it costs to leave a word standing that lacks letters.
  private static let gapPenalty: Float = 7

  init(words: WordIndex, trie: LetterTrie, unigram: [Float], isForeign: [Bool]) {
    self.words = words
    self.unigram = unigram
    self.isForeign = isForeign
    search = CandidateSearch(trie: trie)
  }

  /// The candidates of `seen` under `profile`; `evidence`: what its case tells. Of a part of a torn or run-together
  /// word only the close ones.
  func candidates(
    _ seen: ArraySlice<UInt32>, shape: CaseShape, identity: WordID, profile: SourceProfile,
    isPart: Bool = false,
    evidence: CaseEvidence = .none
  ) -> CandidateList {
    let key = Key(
      seen: Self.codes(seen, profile), identity: identity, shape: shape, profile: profile.index,
      isPart: isPart,
      evidence: evidence)
    if profile.index == SourceProfile.fittedIndex {
      if let known = fitted[key] { return known }
      let list = find(key, identity, profile)
      fitted[key] = list
      return list
    }
    if let known = cache[key] { return known }
    if cache.count >= capacity { cache.removeAll(keepingCapacity: true) }
    let list = find(key, identity, profile)
    cache[key] = list
    return list
  }

  /// Forgets what was found under a profile that was fitted to one text.
  func forgetFitted() { fitted = [:] }

  /// The codes of `seen`; a question mark inside a word of text that has its letters stands where one is missing.
  private static func codes(_ seen: ArraySlice<UInt32>, _ profile: SourceProfile) -> [UInt16] {
    guard profile.kind.keepsLetters, seen.count > 1 else { return seen.map(SeenLetter.code) }
    return seen.map { $0 == 0x3F ? SeenLetter.gap : SeenLetter.code($0) }
  }

  /// The candidates of a word of a text that lost some of its marks: those of its letters as they stand under
  /// `profile`, of which each change costs `penalty`, and the words that `marks` lists, of which P(seen | word) is
  /// known. O(candidates).
  func mixed(
    _ seen: ArraySlice<UInt32>, shape: CaseShape, identity: WordID, profile: SourceProfile, penalty: Float,
    marks: MarkList, evidence: CaseEvidence, probability: (MarkPattern) -> Float
  ) -> CandidateList {
    let read = candidates(seen, shape: shape, identity: identity, profile: profile)
    var kept: [ChannelCandidate] = []
    var (next, place) = (0, 0)
    let words = marks.candidates
    while next < read.words.count || place < words.count {
      let left = next < read.words.count ? read.words[next] : .max
      let right = place < words.count ? words[place].word : .max
      var share: Float = 0
      if left <= right {
        let isIdentity = next == read.identity
        // Where marks are lost, how the word as it stands came to be is told by its marks alone.
        if !isIdentity || left != right {
          share = Platform.pow(10, -read.costs[next] - (isIdentity ? 0 : penalty))
        }
      }
      if right <= left { share += probability(words[place].pattern) }
      if share > 1e-9 || min(left, right) == identity {
        kept.append(
          ChannelCandidate(word: min(left, right), cost: min(9, -Platform.log10(max(share, 1e-9)))))
      }
      if left <= right { next += 1 }
      if right <= left { place += 1 }
    }
    return finished(kept, identity, profile, evidence)
  }

  private func find(_ key: Key, _ identity: WordID, _ profile: SourceProfile) -> CandidateList {
    var found: [ChannelCandidate] = []
    let gaps = key.seen.count { $0 == SeenLetter.gap }
    if key.seen.contains(0) || gaps == key.seen.count {
      // Letters that no channel knows were not meant as any others.
    } else if let whole = candidatesOfKnown(key, profile) {
      found = whole
    } else {
      for budget in key.isPart ? Array(profile.budgets.prefix(2)) : profile.budgets {
        found = search.candidates(seen: key.seen, shape: key.shape, table: profile.table, budget: budget)
        guard let best = found.map(\.cost).min() else { continue }
        if !key.isPart, best + profile.window > budget {
          found = search.candidates(
            seen: key.seen, shape: key.shape, table: profile.table, budget: best + profile.window)
        }
        break
      }
    }
    // A word that lacks letters is not what was meant.
    let unknown = gaps > 0 && gaps < key.seen.count ? Self.gapPenalty : profile.unknownPenalty
    return ranked(found, identity, profile, unknown: unknown, evidence: key.evidence)
  }

  /// What the search below finds for a word that is one of the lexicon's, in one go: what it costs as it stands tells how
  /// far to look. Nil where that says nothing.
  private func candidatesOfKnown(_ key: Key, _ profile: SourceProfile) -> [ChannelCandidate]? {
    guard !key.isPart, let budget = profile.budgets.first,
      let own = search.standingCost(seen: key.seen, shape: key.shape, table: profile.table), own <= budget
    else { return nil }
    let found = search.candidates(
      seen: key.seen, shape: key.shape, table: profile.table, budget: max(budget, own + profile.window))
    guard let best = found.map(\.cost).min() else { return nil }
    let limit = max(budget, best + profile.window)
    return found.filter { $0.cost <= limit }
  }

  /// The best few by channel and frequency, and the word as it stands.
  private func ranked(
    _ found: [ChannelCandidate], _ identity: WordID, _ profile: SourceProfile, unknown: Float,
    evidence: CaseEvidence
  ) -> CandidateList {
    let least = found.map(\.cost).min() ?? 0
    var kept = found.filter {
      $0.cost <= least + profile.window && $0.word != identity
        && (profile.losesMarks || !isForeign[Int($0.word)])
    }
    func rank(_ candidate: ChannelCandidate) -> Float { candidate.cost - 0.6 * unigram[Int(candidate.word)] }
    if kept.count >= profile.width {
      kept.sort { rank($0) < rank($1) }
      kept.removeLast(kept.count - profile.width + 1)
    }
    let bestOther = kept.map(\.cost).min() ?? .infinity
    let standing = found.first { $0.word == identity }?.cost
    kept.append(
      ChannelCandidate(
        word: identity,
        cost: identity == .unknownWord ? unknown : min(standing ?? profile.unlistedPenalty, 3)))
    return finished(kept, identity, profile, evidence, bestOther: bestOther)
  }

  /// `kept` as a list, with what the case of the word tells.
  private func finished(
    _ kept: [ChannelCandidate], _ identity: WordID, _ profile: SourceProfile, _ evidence: CaseEvidence,
    bestOther: Float? = nil
  ) -> CandidateList {
    var kept = kept
    var list = CandidateList()
    list.bestOther = bestOther ?? kept.lazy.filter { $0.word != identity }.map(\.cost).min() ?? .infinity
    switch evidence {
    case .none: break
    case .title:
      for index in kept.indices {
        kept[index].cost -= caseWeight * words.vocabulary.titleScore(of: kept[index].word)
      }
    case .lower:
      for index in kept.indices {
        kept[index].cost -= caseWeight * words.vocabulary.lowerScore(of: kept[index].word)
      }
    }
    kept.sort { $0.word < $1.word }
    list.words = kept.map(\.word)
    list.costs = kept.map(\.cost)
    list.identity = kept.firstIndex { $0.word == identity } ?? 0
    return list
  }
}
