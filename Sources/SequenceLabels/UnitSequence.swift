/// What a model sees of a sequence of units: feature keys by unit, and by group of units that share them.
///
/// A key is a hash of a template and its values; its lowest bit tells that it names a word (`FeatureKey`).
public struct UnitSequence: Sendable {
  /// Keys of all groups, one behind the other.
  public private(set) var groupKeys: [UInt32] = []
  /// Where the keys of each group begin.
  public private(set) var groupStarts: [Int32] = []
  /// Keys of all units, one behind the other.
  public private(set) var unitKeys: [UInt32] = []
  /// Where the keys of each unit begin.
  public private(set) var unitStarts: [Int32] = []
  /// The group of each unit.
  public private(set) var groupOfUnit: [Int32] = []

  /// An empty sequence.
  public init() {}

  /// How many units there are.
  public var count: Int { unitStarts.count }
  /// How many groups there are.
  public var groupCount: Int { groupStarts.count }

  /// Whether each unit is the first of its group.
  public var opensGroup: [Bool] {
    groupOfUnit.indices.map { $0 > 0 && groupOfUnit[$0] != groupOfUnit[$0 - 1] }
  }

  /// Opens a group; the units that follow belong to it.
  public mutating func openGroup() { groupStarts.append(Int32(groupKeys.count)) }

  /// Adds a feature to the open group.
  @inline(__always) public mutating func addToGroup(_ key: UInt32) { groupKeys.append(key) }

  /// Opens a unit of the open group.
  public mutating func openUnit() {
    unitStarts.append(Int32(unitKeys.count))
    groupOfUnit.append(Int32(groupStarts.count - 1))
  }

  /// Adds a feature to the open unit.
  @inline(__always) public mutating func add(_ key: UInt32) { unitKeys.append(key) }

  /// The keys of a group.
  public func keys(ofGroup group: Int) -> ArraySlice<UInt32> {
    groupKeys[
      Int(
        groupStarts[group])..<(group + 1 < groupStarts.count
        ? Int(groupStarts[group + 1]) : groupKeys.count)]
  }

  /// The keys of a unit.
  public func keys(ofUnit unit: Int) -> ArraySlice<UInt32> {
    unitKeys[
      Int(unitStarts[unit])..<(unit + 1 < unitStarts.count ? Int(unitStarts[unit + 1]) : unitKeys.count)]
  }
}

/// Hashes a template's number and its values to a key.
public enum FeatureKey {
  /// A key that says nothing of single words.
  @inline(__always)
  public static func make(_ template: Int, _ first: Int, _ second: Int = 0) -> UInt32 {
    hash(template, UInt64(truncatingIfNeeded: first), UInt64(truncatingIfNeeded: second)) & ~1
  }

  /// A key that names words: training drops such keys at random, so that the rest learns to do without.
  @inline(__always)
  public static func word(_ template: Int, _ first: UInt64, _ second: UInt64 = 0) -> UInt32 {
    hash(template, first, second) | 1
  }

  /// Whether a key names words.
  @inline(__always) public static func isWord(_ key: UInt32) -> Bool { key & 1 == 1 }

  @inline(__always)
  private static func hash(_ template: Int, _ first: UInt64, _ second: UInt64) -> UInt32 {
    var hash = (UInt64(truncatingIfNeeded: template) &+ 0x9E37) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ first) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
    hash = (hash ^ second) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 32
    return UInt32(truncatingIfNeeded: hash)
  }
}
