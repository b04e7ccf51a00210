import NgramModel
import VietText

/// How a document itself writes the words that engines give a wrong capital: where `Tỉnh ủy` mostly stands with a
/// small letter, a single `Uy` after `Tỉnh` is a misreading.
struct CaseMemory {
  private var balance: [UInt32: Int32] = [:]

  /// Remembers whether `word` after `previous` was seen with a capital.
  mutating func add(_ previous: WordID, _ word: WordID, isCapital: Bool) {
    balance[Self.key(previous, word), default: 0] += isCapital ? -1 : 1
  }

  /// Whether the document mostly writes `word` after `previous` with a small letter.
  func prefersLower(_ previous: WordID, _ word: WordID) -> Bool {
    (balance[Self.key(previous, word)] ?? 0) >= 2
  }

  private static func key(_ previous: WordID, _ word: WordID) -> UInt32 {
    UInt32(previous) << 16 | UInt32(word)
  }
}
