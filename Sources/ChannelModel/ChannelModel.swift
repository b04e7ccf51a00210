import ModelFile
import VietText

/// One learned confusion as it lies in the model's file.
public struct ChannelEntry: Sendable, Equatable, BitwiseCopyable {
  /// `Confusion.meant`.
  public var meant: UInt16
  /// `Confusion.seen`.
  public var seen: UInt32
  /// -log10 P(seen group | meant group).
  public var cost: Float
}

/// What one kind of source does to letters, as learned: the confusions and how often each letter is seen.
public struct ChannelProfile: Sendable {
  /// Name of the kind of source, such as `english-heavy`.
  public var name: String
  /// The learned groups with -log10 P(seen group | meant group), sorted.
  public var entries: [ChannelEntry]
  /// What was not learned.
  public var floor: ChannelFloor
  /// -log10 of how often each code of `SeenLetter` appears in such text.
  public var letterCosts: [Float]
  /// What becomes of marks, and which marks are specks.
  public var marks: [MarkEntry]

  /// Makes a profile from its parts.
  public init(
    name: String, confusions: [Confusion: Float], floor: ChannelFloor, letterCosts: [Float],
    marks: [MarkEntry] = []
  ) {
    self.name = name
    self.marks = marks
    entries = confusions.map { ChannelEntry(meant: $0.key.meant, seen: $0.key.seen, cost: $0.value) }
      .sorted { ($0.meant, $0.seen) < ($1.meant, $1.seen) }
    self.floor = floor
    self.letterCosts = letterCosts
  }
}

extension ChannelProfile {
  /// A profile as it lies in a file.
  init(
    name: String, entries: [ChannelEntry], floor: ChannelFloor, letterCosts: [Float], marks: [MarkEntry]
  ) {
    self.name = name
    self.marks = marks
    self.entries = entries
    self.floor = floor
    self.letterCosts = letterCosts
  }

  /// -log10 P(seen group | meant group); entries with codes out of range are left out. O(number of entries).
  public func confusions() -> [Confusion: Float] {
    var confusions: [Confusion: Float] = [:]
    confusions.reserveCapacity(entries.count)
    for entry in entries {
      guard let confusion = Confusion(packedMeant: entry.meant, packedSeen: entry.seen) else { continue }
      confusions[confusion] = entry.cost
    }
    return confusions
  }
}

/// The channels of all kinds of source that were learned, with their file.
public struct ChannelModel: Sendable {
  /// Kind of the model file.
  public static let kind = "channel"
  /// Version of its sections.
  public static let version: UInt64 = 1

  /// The profiles, in the order of the file.
  public var profiles: [ChannelProfile]

  /// Makes a model from its profiles.
  public init(profiles: [ChannelProfile]) { self.profiles = profiles }

  /// Reads the model at `path` and compares it with its checksum; throws `ModelFileError`. O(number of confusions).
  public init(path: String) throws(ModelFileError) {
    let file = try MappedModelFile(path: path, kind: Self.kind, version: Self.version)
    try file.verify()
    let names = try file.section("names", of: UInt8.self)
    let text = String(decoding: names, as: UTF8.self)
    profiles = []
    for (index, name) in text.split(separator: "\n").enumerated() {
      let meant = try file.section("\(index).meant", of: UInt16.self)
      let seen = try file.section("\(index).seen", of: UInt32.self, count: meant.count)
      let costs = try file.section("\(index).costs", of: Float.self, count: meant.count)
      let floor = try file.section("\(index).floor", of: Float.self, count: 4)
      let letters = try file.section("\(index).letters", of: Float.self, count: SeenLetter.count)
      let marks = try Self.marks(file, index)
      profiles.append(
        ChannelProfile(
          name: String(name),
          entries: (0..<meant.count).map { ChannelEntry(meant: meant[$0], seen: seen[$0], cost: costs[$0]) },
          floor: ChannelFloor(mark: floor[0], letter: floor[1], dropped: floor[2], added: floor[3]),
          letterCosts: (0..<SeenLetter.count).map { letters[$0] }, marks: marks))
      guard costs.allSatisfy(\.isFinite), floor.allSatisfy(\.isFinite), letters.allSatisfy({ !$0.isNaN }),
        marks.allSatisfy(\.cost.isFinite)
      else {
        throw ModelFileError(.malformed, path: path, found: "costs that are no numbers", expected: "numbers")
      }
    }
    guard !profiles.isEmpty else {
      throw ModelFileError(
        .malformed, path: path, found: "no profile", expected: "one for each kind of source")
    }
  }

  private static func marks(_ file: MappedModelFile, _ index: Int) throws(ModelFileError) -> [MarkEntry] {
    // Channels that were learned from letters alone have none.
    guard file.holds("\(index).mark-places") else { return [] }
    let places = try file.section("\(index).mark-places", of: UInt8.self)
    let seen = try file.section("\(index).mark-seen", of: UInt32.self, count: places.count)
    let meant = try file.section("\(index).mark-meant", of: UInt32.self, count: places.count)
    let costs = try file.section("\(index).mark-costs", of: Float.self, count: places.count)
    return (0..<places.count).map {
      MarkEntry(place: places[$0], seen: seen[$0], meant: meant[$0], cost: costs[$0])
    }
  }

  /// Writes the model to `path`, whole or not at all; throws `ModelFileError`.
  public func write(to path: String) throws(ModelFileError) {
    var writer = ModelFileWriter(kind: Self.kind, version: Self.version)
    writer.add("names", Array(profiles.map(\.name).joined(separator: "\n").utf8))
    for (index, profile) in profiles.enumerated() {
      writer.add("\(index).meant", profile.entries.map(\.meant))
      writer.add("\(index).seen", profile.entries.map(\.seen))
      writer.add("\(index).costs", profile.entries.map(\.cost))
      writer.add(
        "\(index).floor",
        [profile.floor.mark, profile.floor.letter, profile.floor.dropped, profile.floor.added])
      writer.add("\(index).letters", profile.letterCosts)
      writer.add("\(index).mark-places", profile.marks.map(\.place))
      writer.add("\(index).mark-seen", profile.marks.map(\.seen))
      writer.add("\(index).mark-meant", profile.marks.map(\.meant))
      writer.add("\(index).mark-costs", profile.marks.map(\.cost))
    }
    try writer.write(to: path)
  }
}

extension Confusion {
  /// Unpacks what a file holds; nil where a code is out of range, or none stands before another.
  init?(packedMeant: UInt16, packedSeen: UInt32) {
    let codes = [UInt8(truncatingIfNeeded: packedMeant), UInt8(truncatingIfNeeded: packedMeant >> 8)]
    guard codes.allSatisfy({ Int($0) < MeantLetter.count }), packedSeen < 1 << 30 else { return nil }
    guard (0..<3).allSatisfy({ packedSeen >> (10 * $0) & 0x3FF < UInt32(SeenLetter.count) }) else {
      return nil
    }
    (meant, seen) = (packedMeant, packedSeen)
    guard self == Confusion(meant: meantCodes[...], seen: seenCodes[...]) else { return nil }
  }
}
