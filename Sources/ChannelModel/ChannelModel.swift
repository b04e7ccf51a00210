import ModelFile
import VietText

/// What one kind of source does to letters, as learned: the confusions and how often each letter is seen.
public struct ChannelProfile: Sendable {
  /// Name of the kind of source, such as `english-heavy`.
  public var name: String
  /// -log10 P(seen group | meant group).
  public var confusions: [Confusion: Float]
  /// What was not learned.
  public var floor: ChannelFloor
  /// -log10 of how often each code of `SeenLetter` appears in such text.
  public var letterCosts: [Float]

  /// Makes a profile from its parts.
  public init(name: String, confusions: [Confusion: Float], floor: ChannelFloor, letterCosts: [Float]) {
    self.name = name
    self.confusions = confusions
    self.floor = floor
    self.letterCosts = letterCosts
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

  /// Reads the model at `path`; throws `ModelFileError`. O(number of confusions).
  public init(path: String) throws(ModelFileError) {
    let file = try MappedModelFile(path: path, kind: Self.kind, version: Self.version)
    let names = try file.section("names", of: UInt8.self)
    let text = String(decoding: names, as: UTF8.self)
    profiles = []
    for (index, name) in text.split(separator: "\n").enumerated() {
      let meant = try file.section("\(index).meant", of: UInt16.self)
      let seen = try file.section("\(index).seen", of: UInt32.self, count: meant.count)
      let costs = try file.section("\(index).costs", of: Float.self, count: meant.count)
      let floor = try file.section("\(index).floor", of: Float.self, count: 4)
      let letters = try file.section("\(index).letters", of: Float.self, count: SeenLetter.count)
      var confusions: [Confusion: Float] = [:]
      confusions.reserveCapacity(meant.count)
      for entry in 0..<meant.count {
        guard let confusion = Confusion(packedMeant: meant[entry], packedSeen: seen[entry]) else { continue }
        confusions[confusion] = costs[entry]
      }
      profiles.append(
        ChannelProfile(
          name: String(name), confusions: confusions,
          floor: ChannelFloor(
            mark: floor[0], letter: floor[1], dropped: floor[2], added: floor[3]),
          letterCosts: (0..<SeenLetter.count).map { letters[$0] }))
    }
  }

  /// Writes the model to `path`, whole or not at all; throws `ModelFileError`.
  public func write(to path: String) throws(ModelFileError) {
    var writer = ModelFileWriter(kind: Self.kind, version: Self.version)
    writer.add("names", Array(profiles.map(\.name).joined(separator: "\n").utf8))
    for (index, profile) in profiles.enumerated() {
      let sorted = profile.confusions.sorted { ($0.key.meant, $0.key.seen) < ($1.key.meant, $1.key.seen) }
      writer.add("\(index).meant", sorted.map(\.key.meant))
      writer.add("\(index).seen", sorted.map(\.key.seen))
      writer.add("\(index).costs", sorted.map(\.value))
      writer.add(
        "\(index).floor", [profile.floor.mark, profile.floor.letter, profile.floor.dropped, profile.floor.added])
      writer.add("\(index).letters", profile.letterCosts)
    }
    try writer.write(to: path)
  }
}

extension Confusion {
  /// Unpacks what a file holds; nil where a code is out of range.
  init?(packedMeant: UInt16, packedSeen: UInt32) {
    let codes = [UInt8(truncatingIfNeeded: packedMeant), UInt8(truncatingIfNeeded: packedMeant >> 8)]
    guard codes.allSatisfy({ Int($0) < MeantLetter.count }), packedSeen < 1 << 30 else { return nil }
    guard (0..<3).allSatisfy({ packedSeen >> (10 * $0) & 0x3FF < UInt32(SeenLetter.count) }) else { return nil }
    (meant, seen) = (packedMeant, packedSeen)
  }
}
