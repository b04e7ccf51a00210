import ChannelModel
import Platform

/// How texts of one kind of source are decoded: their channel and the weights that go with it.
///
/// Costs and weights are in log10 units, as the channel's and the language model's.
public struct SourceProfile: Sendable {
  /// Number of the profile.
  public var index: UInt8
  /// Name as in the channel model.
  public var name: String
  /// P(seen | meant), laid out when it is first needed.
  private(set) var channel: LazyChannelTable
  /// P(seen | meant).
  public var table: ChannelTable { channel.table }
  /// P(seen | meant) of marks.
  let marks: MarkChannel
  /// Budgets of the candidate search, tried in order until something plausible turns up.
  public var budgets: [Float] = [1.2, 3, 5.5]
  /// How much dearer than the cheapest a candidate may be.
  public var window: Float = 4
  /// How many candidates a word keeps.
  public var width = 28
  /// What any change costs beyond the channel.
  public var changePenalty: Float = 0
  /// What it costs to leave a word standing that the vocabulary does not have.
  public var unknownPenalty: Float = 3.5
  /// What it costs to leave a word standing that is known but no candidate.
  public var unlistedPenalty: Float = 1
  /// What it costs to take a mark for a speck of dirt.
  public var speckCost: Float = 2.5
  /// What it is about.
  public private(set) var kind: SourceKind
  /// Whether an engine without Vietnamese read the text, so that little of it can be trusted.
  public var isEngine: Bool { kind == .engine }
  /// Whether blanks go missing or come in: not where text was typed without marks.
  public var breaksWords: Bool { kind != .stripped }
  /// Whether marks are lost as a rule, so that a bare word that stands is no evidence for itself.
  public var losesMarks: Bool { kind.losesMarks }
  /// How far below the best a hypothesis may fall: where changes are dear, what the neighbours say later must find
  /// them still there.
  public var margin: Float { losesMarks ? 4 : 7 }
  /// Arcs below this posterior probability are dropped after the first search.
  public var leastPosterior: Float { losesMarks ? 1e-3 : 1e-6 }
  /// Whether an engine that knows Vietnamese read the text, or somebody typed it.
  let isVietnamese: Bool
  /// Weight of the language model against the channel.
  public var languageWeight: Float = 1

  /// The profile at place `index` of the channel model, with the weights of its kind.
  init(index: UInt8, profile: ChannelProfile) {
    self.index = index
    name = profile.name
    isVietnamese = profile.name.hasPrefix("vietnamese")
    channel = LazyChannelTable(profile)
    marks = MarkChannel(profile.marks)
    kind = SourceKind(profile: name)
    if kind == .stripped { (budgets, window) = ([0.5, 6.5], 0.5) }
    speckCost = name == "english-light" ? 4 : isVietnamese ? 3.5 : 2.5
    unknownPenalty = kind == .engine ? 5 : 3.5
  }

  /// The profile at place `index` for text that lost some of its marks, and was else read or typed as `base` says.
  init(index: UInt8, partlyLike base: SourceProfile) {
    self = base
    (self.index, name, kind) = (index, "partly", .partly)
  }
}

extension SourceProfile {
  /// The number of a profile that was fitted to the text at hand.
  static let fittedIndex = UInt8.max

  /// How many words of the text the channel weighs as it was for each letter: what the search read itself is no gold.
  private static let fitWeight: Float = 24

  /// This profile with its channel fitted to `pairs`, words of a text that it read surely. O(pairs).
  func fitted(to pairs: [WordPair]) -> SourceProfile {
    var trainer = ChannelTrainer()
    trainer.poolWeight = Self.fitWeight
    var own = channel.profile
    let fitted = trainer.adapted(own.confusions(), to: pairs)
    own = ChannelProfile(
      name: own.name, confusions: fitted, floor: own.floor, letterCosts: own.letterCosts, marks: own.marks)
    var profile = self
    (profile.index, profile.channel) = (Self.fittedIndex, LazyChannelTable(own))
    return profile
  }
}

/// A channel table that is laid out when it is first asked for: a run needs two or three of them.
final class LazyChannelTable: @unchecked Sendable {
  // Sendable because the lock guards the only mutable state.
  let profile: ChannelProfile
  private let lock = Lock()
  private var built: ChannelTable?

  init(_ profile: ChannelProfile) { self.profile = profile }

  /// The table. Built once, O(number of confusions).
  var table: ChannelTable {
    lock.withLock {
      if let built { return built }
      let fresh = ChannelTable(confusions: profile.confusions(), floor: profile.floor)
      built = fresh
      return fresh
    }
  }
}
