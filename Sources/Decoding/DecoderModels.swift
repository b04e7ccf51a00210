import ChannelModel
import ContextModel
import Lexicon
import ModelFile
import NgramModel
import VietText

/// A word that the decoder may propose.
public struct CandidateWord: Sendable {
  /// Lower case, NFC, older tone placement.
  public var text: String
  /// How often it stands with a capital where no sentence begins, 0 to 1.
  public var capitalShare: Float
  /// Whether it is no Vietnamese syllable.
  public var isForeign: Bool

  /// Makes a candidate from its parts.
  public init(text: String, capitalShare: Float, isForeign: Bool = false) {
    self.text = text
    self.capitalShare = capitalShare
    self.isForeign = isForeign
  }
}

/// Everything the decoder needs that does not change from text to text.
public final class DecoderModels: Sendable {
  let language: NgramModel
  let context: ContextModel?
  let words: WordIndex
  let trie: LetterTrie
  let profiles: [SourceProfile]
  let detector: SourceDetector
  let codes: CodeGrammar
  let unigram: [Float]
  /// How often a word stands with a capital where no sentence begins, by id; 1 where it was not counted.
  let capitalShare: [Float]
  /// Whether a word is no Vietnamese syllable, by id.
  let isForeign: [Bool]

  /// Compares the language and context models with their checksums; throws `ModelFileError`. O(size of the file).
  public func verify() throws(ModelFileError) {
    try language.verify()
    try context?.verify()
  }

  /// How many words the language model knows.
  public var vocabularyCount: Int { language.vocabulary.count }
  /// Names of the profiles, by place.
  public let profileNames: [String]

  /// Puts the models together. `candidates` are the words that the decoder may propose; without `context` words
  /// are told apart by the language model alone.
  public init(
    language: NgramModel, context: ContextModel? = nil, channel: ChannelModel, candidates: [CandidateWord],
    abbreviations: AbbreviationTable,
    symbols: SymbolTable
  ) {
    self.language = language
    self.context = context
    words = WordIndex(
      vocabulary: language.vocabulary, abbreviations: abbreviations,
      bareSyllables: BareSyllables(candidates.compactMap { $0.isForeign ? nil : $0.text }))
    unigram = (0..<language.vocabulary.count).map { language.unigram(WordID($0)) }
    var candidateIndex = CandidateIndex(language.vocabulary)
    for word in candidates { candidateIndex.add(word) }
    candidateIndex.addMarkedWords()
    (capitalShare, isForeign) = (candidateIndex.capitalShare, candidateIndex.isForeign)
    trie = candidateIndex.trie
    var profiles = channel.profiles.enumerated().map { index, profile in
      SourceProfile(index: UInt8(index), profile: profile)
    }
    let marked = profiles.first { $0.name == "vietnamese" } ?? profiles.first { $0.kind == .marked }
    if let marked { profiles.append(SourceProfile(index: UInt8(profiles.count), partlyLike: marked)) }
    self.profiles = profiles
    detector = SourceDetector(profiles: channel.profiles)
    codes = CodeGrammar(groups: symbols, abbreviations: abbreviations)
    profileNames = profiles.map(\.name)
  }
}

/// What the words that may be proposed are, by id.
private struct CandidateIndex {
  private let vocabulary: Vocabulary
  /// Those that have small Vietnamese letters only: the search adds to codes what makes capitals of them.
  private var entries: LetterWords
  private(set) var capitalShare: [Float]
  private(set) var isForeign: [Bool]
  private var isListed: [Bool]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    capitalShare = Array(repeating: 1, count: vocabulary.count)
    isForeign = Array(repeating: false, count: vocabulary.count)
    isListed = isForeign
    entries = LetterWords(expecting: vocabulary.count)
  }

  /// Adds a word in both placements of its tone, if the vocabulary has it.
  mutating func add(_ word: CandidateWord) {
    let id = vocabulary.id(of: word.text)
    guard id != .unknownWord else { return }
    isListed[Int(id)] = true
    capitalShare[Int(id)] = word.capitalShare
    isForeign[Int(id)] = word.isForeign
    let longest = CandidateSearch.maximumLength
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longest) { letters in
      var count = 0
      for scalar in word.text.unicodeScalars {
        // No longer word is ever searched.
        guard count < longest else { return }
        letters[count] = scalar.value
        count += 1
      }
      let spelt = UnsafeMutableBufferPointer(rebasing: letters[..<count])
      add(UnsafeBufferPointer(spelt), id)
      guard count > 1 else { return }
      let ending = (spelt[count - 2], spelt[count - 1])
      TonePlacement.newer.apply(to: spelt)
      if (spelt[count - 2], spelt[count - 1]) != ending { add(UnsafeBufferPointer(spelt), id) }
    }
  }

  /// Adds the words of the vocabulary that are no syllables but carry marks (`ôxy`, `kilômét`): they come back from
  /// bare letters only so.
  mutating func addMarkedWords() {
    for id in WordID(6)..<WordID(vocabulary.count) where !isListed[Int(id)] && !vocabulary.isASCII(id) {
      isForeign[Int(id)] = true
      vocabulary.word(of: id).unicodeScalars.map(\.value).withUnsafeBufferPointer { add($0, id) }
    }
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt32>, _ id: WordID) {
    for letter in word {
      guard MeantLetter.code(letter) &- 1 < UInt8(MeantLetter.upperOffset - 1) else { return }
    }
    for letter in word { entries.add(MeantLetter.code(letter)) }
    entries.end(id)
  }

  /// The trie of all that were added.
  var trie: LetterTrie { LetterTrie(entries) }
}
