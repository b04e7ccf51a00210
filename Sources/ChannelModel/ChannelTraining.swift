import Platform
import VietText

/// A page read by an engine beside its correct text.
public struct TrainingPage: Sendable {
  /// Name of the profile that learns from it.
  public var profile: String
  /// The correct text, NFC.
  public var meant: String
  /// What the engine gave, NFC.
  public var seen: String

  /// Makes a page from its parts.
  public init(profile: String, meant: String, seen: String) {
    self.profile = profile
    self.meant = meant
    self.seen = seen
  }
}

/// From pages to a channel model: pairs of words, a pool over all engines, then each profile's own channel.
public struct ChannelTraining {
  private let pages: [TrainingPage]

  /// Prepares training on `pages`.
  public init(pages: [TrainingPage]) { self.pages = pages }

  /// Learns every profile that the pages name, plus `stripped` and `clean`, which need correct text only.
  public func run() -> ChannelModel {
    var pairs: [String: [WordPair]] = [:]
    var letters: [String: [Float]] = [:]
    var marks: [String: MarkCounts] = [:]
    for page in pages {
      let words = PageAlignment.pairs(meant: page.meant, seen: page.seen)
      for word in words { marks[page.profile, default: MarkCounts()].add(word) }
      marks[page.profile]?.addFollowers(page.meant.unicodeScalars.map(\.value))
      pairs[page.profile, default: []] += words
      Self.count(page.seen, &letters[page.profile, default: Array(repeating: 0.2, count: SeenLetter.count)])
      Self.count(page.meant, &letters["clean", default: Array(repeating: 0.2, count: SeenLetter.count)])
      Self.count(
        VietLetter.bare(page.meant),
        &letters["stripped", default: Array(repeating: 0.2, count: SeenLetter.count)])
    }
    let trainer = ChannelTrainer()
    let engines = pairs.filter { !$0.key.hasPrefix("dropped") }
    let pool = trainer.train(engines.sorted { $0.key < $1.key }.flatMap(\.value))
    var profiles = pairs.sorted { $0.key < $1.key }.map { name, pairs in
      let isDropped = name.hasPrefix("dropped")
      return ChannelProfile(
        name: name, confusions: trainer.train(pairs, pool: isDropped ? [:] : pool), floor: ChannelFloor(),
        letterCosts: Self.costs(letters[name] ?? []), marks: marks[name]?.entries() ?? [])
    }
    profiles.append(Self.strippedProfile(Self.costs(letters["stripped"] ?? [])))
    profiles.append(
      ChannelProfile(
        name: "clean", confusions: [:], floor: ChannelFloor(mark: 4),
        letterCosts: Self.costs(letters["clean"] ?? [])))
    return ChannelModel(profiles: profiles)
  }

  /// Text without its marks: the letter that is left is certain, nothing else ever changes.
  private static func strippedProfile(_ letterCosts: [Float]) -> ChannelProfile {
    var confusions: [Confusion: Float] = [:]
    for code in 1..<UInt8(MeantLetter.count) where MeantLetter.scalar(code) != 0 {
      let bare = SeenLetter.code(VietLetter.bare(MeantLetter.scalar(code)))
      confusions[Confusion(meant: [code], seen: [bare])] = 0
    }
    let floor = ChannelFloor(mark: 3, letter: 6, dropped: 6, added: 6)
    return ChannelProfile(name: "stripped", confusions: confusions, floor: floor, letterCosts: letterCosts)
  }

  private static func count(_ text: String, _ counts: inout [Float]) {
    for scalar in text.unicodeScalars where scalar.value > 0x20 {
      counts[Int(SeenLetter.code(scalar.value))] += 1
    }
  }

  private static func costs(_ counts: [Float]) -> [Float] {
    let total = max(1, counts.reduce(0, +))
    return counts.map { -log10($0 / total) }
  }
}
