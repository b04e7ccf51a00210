import ChannelModel
import VietText

/// Words of a text that a first search was sure of, beside what an engine made of them: what the channel may be fitted
/// to if the engine is none of those that it was learned from.
struct ChannelSample {
  /// Words below this posterior teach nothing.
  static let leastPosterior: Float = 0.9
  /// How many words are enough, and how many there must be.
  private static let (most, least) = (2500, 150)

  /// What a letter costs at most in readings of engines that a channel was learned from, log10: pages of the eight
  /// engines of the training cost 0.04 to 0.19, those of an engine that was left out of it 0.28 and more.
  private static let usualCost: Float = 0.23

  /// The words.
  private(set) var pairs: [WordPair] = []
  private var cost: Float = 0
  private var letters = 0

  /// Whether more words would teach little more.
  var isFull: Bool { pairs.count >= Self.most }

  /// Whether the text is read so badly by the channel as it is that another must have been meant.
  var asksForFit: Bool {
    pairs.count >= Self.least && cost > Self.usualCost * Float(letters)
  }

  /// Adds a word that cost `cost` in the channel.
  mutating func add(_ meant: [UInt32], _ seen: ArraySlice<UInt32>, cost: Float) {
    guard meant.allSatisfy(VietLetter.isVietnamese) else { return }
    pairs.append(WordPair(meant: meant, seen: Array(seen)))
    self.cost += cost
    letters += meant.count
  }
}
