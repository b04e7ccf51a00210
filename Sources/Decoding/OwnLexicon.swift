import ChannelModel
import Lexicon
import NgramModel
import Platform
import VietText

/// A user's lexicon made ready for the decoder: its abbreviations among the known ones, its words in a trie of
/// their own. Immutable and shared.
public final class OwnLexicon: Sendable {
  /// A word of an entry.
  struct Word: Sendable {
    /// As the entry writes it.
    let text: [UInt32]
    /// The model's id, `.unknownWord` where the vocabulary does not have it.
    let id: WordID
    /// Whether it begins with a capital, as a name does.
    let isName: Bool
  }

  /// The vocabulary with the lexicon's abbreviations.
  let index: WordIndex
  /// The grammar of codes with the lexicon's groups of capitals.
  let codes: CodeGrammar
  /// All words of the entries, each once.
  let words: [Word]
  /// Entries as sequences of words, by their first.
  let phrases: [UInt16: [[UInt16]]]
  /// The words, by letters.
  let trie: LetterTrie

  /// Whether no entry is an own word.
  public let isEmpty: Bool

  /// Prepares `lexicon` for decoding with `models`.
  public init(_ lexicon: UserLexicon, models: DecoderModels) {
    var (abbreviations, groups) = (models.words.abbreviations, models.codes.groups)
    isEmpty = !lexicon.entries.contains { $0.kind == .word }
    var words: [Word] = []
    var places: [[UInt32]: UInt16] = [:]
    var phrases: [UInt16: [[UInt16]]] = [:]
    for entry in lexicon.entries where entry.kind == .word {
      let parts = entry.text.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
      for part in parts where Self.isAbbreviation(part) {
        // More than any counted form has, so that it wins over those that look alike.
        abbreviations.add(string(part), count: .max)
        groups.add(string(part), count: .max)
      }
      guard parts.allSatisfy({ Self.isWord($0) }), words.count + parts.count < Int(UInt16.max) else {
        continue
      }
      let phrase = parts.map { part in
        if let place = places[part] { return place }
        let place = UInt16(words.count)
        places[part] = place
        let isName = part.first.map(VietLetter.isUppercase) ?? false
        words.append(Word(text: part, id: models.words.id(part[...]), isName: isName))
        return place
      }
      if let first = phrase.first { phrases[first, default: []].append(phrase) }
    }
    index = WordIndex(
      vocabulary: models.words.vocabulary, abbreviations: abbreviations,
      bareSyllables: models.words.bareSyllables)
    codes = CodeGrammar(groups: groups, abbreviations: abbreviations)
    self.words = words
    self.phrases = phrases
    trie = LetterTrie(words: Self.spellings(words))
  }

  /// Both placements of the tone mark, as letter codes.
  private static func spellings(_ words: [Word]) -> [(letters: [UInt8], id: UInt16)] {
    words.enumerated().flatMap { number, word in
      var scalars = word.text.map(VietLetter.lowercased)
      TonePlacement.older.apply(to: &scalars)
      let older = scalars
      TonePlacement.newer.apply(to: &scalars)
      return (scalars == older ? [older] : [older, scalars]).map {
        ($0.map(MeantLetter.code), UInt16(number))
      }
    }
  }

  private static func isAbbreviation(_ part: [UInt32]) -> Bool {
    part.count { VietLetter.isUppercase($0) } >= 2
      && part.allSatisfy { VietLetter.isLetter($0) || $0 == 0x26 }
      && part.contains { VietLetter.isUppercase($0) && !VietLetter.isVowel($0) }
  }

  /// A word that the trie can hold and that no list of abbreviations has.
  private static func isWord(_ part: [UInt32]) -> Bool {
    part.count <= CandidateSearch.maximumLength && !part.isEmpty
      && part.allSatisfy { MeantLetter.code($0) != 0 }
      && part.count { VietLetter.isUppercase($0) } <= 1
  }
}

/// What a lexicon offers for each unit of a text: its words that may be meant there, and at what cost.
struct OwnOffers {
  /// A word of the lexicon for a unit.
  struct Offer {
    /// Number of the word in the lexicon.
    var word: UInt16
    /// Channel cost with the lexicon's gain, -log10.
    var cost: Float
  }

  /// Log10 gain of a word alone, and of each word of an entry that is there as a whole.
  private static let gain: (single: Float, phrase: Float) = (1, 2)
  /// Log10 gain that makes up for the model's not knowing a word.
  private static let unknownGain: Float = 1.5
  /// The greatest channel cost at which a word may be meant.
  private static let budget: Float = 3

  /// The lexicon.
  let lexicon: OwnLexicon
  private var offers: [Int: [Offer]] = [:]

  /// The offers for `unit`, counted through the whole text.
  subscript(unit: Int) -> [Offer] { offers[unit] ?? [] }

  /// Finds the offers for all units. O(units) beside the searches.
  init(_ lexicon: OwnLexicon, _ text: SourceText, _ units: [Unit], _ sources: LineSources) {
    self.lexicon = lexicon
    guard !lexicon.words.isEmpty else { return }
    let search = CandidateSearch(trie: lexicon.trie)
    let marks = MarkSearch(trie: lexicon.trie)
    var known: [Key: [ChannelCandidate]] = [:]
    let found = units.indices.map { number -> [ChannelCandidate] in
      let unit = units[number]
      guard unit.kind == .word, !sources.isForeign(unit) else { return [] }
      let profile = sources.profile(unit).0
      let key = Key(
        seen: text.scalars[unit.range].map(SeenLetter.code), shape: unit.shape, profile: profile.index)
      func fits(_ word: UInt16) -> Bool { unit.shape != .lower || !lexicon.words[Int(word)].isName }
      if profile.kind == .partly {
        let seen = text.scalars[unit.range].map(VietLetter.lowercased)
        return marks.candidates(seen[...]).filter { fits($0.word) }.map {
          let share = max(sources.damage.probability($0.pattern, number), 1e-9)
          return ChannelCandidate(word: $0.word, cost: -Platform.log10(share))
        }.filter { $0.cost <= Self.budget }
      }
      if let list = known[key] { return list }
      guard !key.seen.contains(0) else { return [] }
      let list = search.candidates(
        seen: key.seen, shape: unit.shape, table: profile.table, budget: Self.budget
      ).filter { fits($0.word) }
      known[key] = list
      return list
    }
    for (start, list) in found.enumerated() {
      for candidate in list { offer(candidate.word, start, units, found) }
    }
  }

  private struct Key: Hashable {
    var seen: [UInt16]
    var shape: CaseShape
    var profile: UInt8
  }

  /// Keeps one offer of each word for a unit, the cheapest.
  private mutating func offer(_ offer: Offer, at unit: Int) {
    var list = offers[unit] ?? []
    if let known = list.firstIndex(where: { $0.word == offer.word }) {
      list[known].cost = Swift.min(list[known].cost, offer.cost)
    } else {
      list.append(offer)
    }
    offers[unit] = list
  }

  /// Offers the entries that begin with `first` at unit `start`, where all of their words are found.
  private mutating func offer(
    _ first: UInt16, _ start: Int, _ units: [Unit], _ found: [[ChannelCandidate]]
  ) {
    for phrase in lexicon.phrases[first] ?? [] where start + phrase.count <= found.count {
      var costs: [Float] = []
      for (offset, word) in phrase.enumerated() {
        if offset > 0, units[start + offset].gap == .none || units[start + offset].gap == .paragraph { break }
        guard let cost = found[start + offset].first(where: { $0.word == word })?.cost else { break }
        costs.append(cost)
      }
      guard costs.count == phrase.count else { continue }
      let gain = phrase.count > 1 ? Self.gain.phrase : Self.gain.single
      for (offset, word) in phrase.enumerated() {
        let extra = lexicon.words[Int(word)].id == .unknownWord ? Self.unknownGain : 0
        offer(Offer(word: word, cost: costs[offset] - gain - extra), at: start + offset)
      }
    }
  }
}
