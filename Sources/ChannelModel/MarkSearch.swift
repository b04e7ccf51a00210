import Lexicon
import VietText

/// A word that may have been meant where marks were lost and nothing else happened.
public struct MarkCandidate: Sendable, Equatable {
  /// Id of the word in the lexicon.
  public var word: UInt16
  /// What became of its marks.
  public var pattern: MarkPattern

  /// Makes a candidate from its parts.
  public init(word: UInt16, pattern: MarkPattern) { (self.word, self.pattern) = (word, pattern) }
}

/// Finds the words whose letters are those seen, with the marks that are seen and perhaps more.
///
/// A tone counts wherever it stands: where marks are lost, its place is no evidence.
public struct MarkSearch: Sendable {
  /// A letter taken apart.
  private struct Parts {
    var base: UInt32
    /// Nil for a letter without shape mark.
    var shape: MarkPattern.MarkClass?
    var tone: VietLetter.ToneIndex

    init(_ scalar: UInt32) {
      (base, tone) = (VietLetter.bare(scalar), VietLetter.tone(scalar))
      shape =
        switch VietLetter.untoned(scalar) {
        case 0x1A1, 0x1B0: .horn
        case 0xE2, 0xEA, 0xF4: .circumflex
        case 0x103: .breve
        case 0x111: .stroke
        default: nil
        }
    }
  }

  private let trie: LetterTrie
  private let parts: [Parts]

  /// A search over `trie`, whose letters are codes of `MeantLetter`.
  public init(trie: LetterTrie) {
    self.trie = trie
    parts = (0..<UInt8(MeantLetter.upperOffset)).map { Parts(MeantLetter.scalar($0)) }
  }

  /// The words that `seen` (lower case, NFC) may stand for, in no order. O(visited nodes), a few times the length.
  public func candidates(_ seen: ArraySlice<UInt32>) -> [MarkCandidate] {
    guard !seen.isEmpty, seen.count <= CandidateSearch.maximumLength,
      seen.allSatisfy({ VietLetter.isVietnamese($0) })
    else { return [] }
    let letters = seen.map(Parts.init)
    let tones = letters.lazy.map(\.tone).filter { $0 > 0 }
    guard tones.count <= 1 else { return [] }
    var walk = Walk(letters: letters, tone: tones.first ?? 0)
    expand(0, 0, tone: 0, &walk)
    return walk.found
  }

  /// The class of the shape mark of `scalar`, nil without one.
  public static func marks(of scalar: UInt32) -> MarkPattern.MarkClass? {
    Parts(VietLetter.lowercased(scalar)).shape
  }

  /// The pattern of a word that is seen as it was meant.
  public static func kept(_ word: ArraySlice<UInt32>) -> MarkPattern {
    var kept = [Int](repeating: 0, count: MarkPattern.MarkClass.allCases.count)
    for letter in word.lazy.map({ Parts(VietLetter.lowercased($0)) }) {
      if let shape = letter.shape { kept[shape.rawValue] += 1 }
      if letter.tone > 0 { kept[MarkPattern.MarkClass.tone.rawValue] = 1 }
    }
    return MarkPattern(kept: kept, lost: [0, 0, 0, 0, 0])
  }

  private struct Walk {
    let letters: [Parts]
    let tone: VietLetter.ToneIndex
    var kept = [0, 0, 0, 0, 0]
    var lost = [0, 0, 0, 0, 0]
    var found: [MarkCandidate] = []
  }

  /// Follows the children of `node`; `tone` is that of the letters on the way to it.
  private func expand(_ node: Int, _ depth: Int, tone: VietLetter.ToneIndex, _ walk: inout Walk) {
    let parent = trie.nodes[node]
    guard depth < walk.letters.count else {
      if parent.word != LetterTrie.noWord { finish(parent.word, tone, &walk) }
      return
    }
    let seen = walk.letters[depth]
    for child in Int(parent.firstChild)..<Int(parent.firstChild) + Int(parent.childCount) {
      let meant = parts[Int(trie.nodes[child].letter)]
      guard meant.base == seen.base, seen.shape == nil || seen.shape == meant.shape else { continue }
      guard meant.tone == 0 || (tone == 0 && (walk.tone == 0 || walk.tone == meant.tone)) else { continue }
      if let shape = meant.shape {
        if seen.shape == nil { walk.lost[shape.rawValue] += 1 } else { walk.kept[shape.rawValue] += 1 }
      }
      expand(child, depth + 1, tone: max(tone, meant.tone), &walk)
      if let shape = meant.shape {
        if seen.shape == nil { walk.lost[shape.rawValue] -= 1 } else { walk.kept[shape.rawValue] -= 1 }
      }
    }
  }

  private func finish(_ word: UInt16, _ tone: VietLetter.ToneIndex, _ walk: inout Walk) {
    guard walk.tone == 0 || tone > 0, !walk.found.contains(where: { $0.word == word }) else { return }
    var (kept, lost) = (walk.kept, walk.lost)
    kept[MarkPattern.MarkClass.tone.rawValue] = walk.tone > 0 ? 1 : 0
    lost[MarkPattern.MarkClass.tone.rawValue] = tone > 0 && walk.tone == 0 ? 1 : 0
    walk.found.append(MarkCandidate(word: word, pattern: MarkPattern(kept: kept, lost: lost)))
  }
}
