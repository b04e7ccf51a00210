import VietText

/// A learned confusion: a short group of meant letters that was seen as a short group of other letters.
///
/// `meant` holds 0 (an added letter), 1 or 2 codes of `MeantLetter`; `seen` 0 (a dropped letter) to 3 codes
/// of `SeenLetter`. Two meant letters go with one or two seen ones.
public struct Confusion: Sendable, Hashable {
  /// Codes of the meant letters, first in the lowest byte.
  public var meant: UInt16
  /// Codes of the seen letters, ten bits each, first in the lowest bits.
  public var seen: UInt32

  /// Packs the groups `meant` and `seen`.
  public init(meant: ArraySlice<UInt8>, seen: ArraySlice<UInt16>) {
    self.meant = meant.reversed().reduce(0) { $0 << 8 | UInt16($1) }
    self.seen = seen.reversed().reduce(0) { $0 << 10 | UInt32($1) }
  }

  /// The meant codes.
  public var meantCodes: [UInt8] {
    [UInt8(truncatingIfNeeded: meant), UInt8(truncatingIfNeeded: meant >> 8)].filter { $0 != 0 }
  }

  /// How many letters were meant.
  var meantCount: Int { meant > 0xFF ? 2 : meant > 0 ? 1 : 0 }

  /// How many letters were seen.
  var seenCount: Int { seen >= 1 << 20 ? 3 : seen >= 1 << 10 ? 2 : seen > 0 ? 1 : 0 }

  /// The code of the letter at `place` of those that were meant.
  func meant(_ place: Int) -> Int { Int(meant >> (8 * UInt16(place)) & 0xFF) }

  /// The code of the letter at `place` of those that were seen.
  func seen(_ place: Int) -> UInt16 { UInt16(seen >> (10 * UInt32(place)) & 0x3FF) }

  /// The seen codes.
  public var seenCodes: [UInt16] { (0..<3).map { UInt16(seen >> (10 * $0) & 0x3FF) }.filter { $0 != 0 } }
}

/// What a channel costs where nothing was learned, as -log10 of a probability.
public struct ChannelFloor: Sendable, Equatable {
  /// Another mark or case on the same bare letter.
  public var mark: Float
  /// Another letter altogether.
  public var letter: Float
  /// A letter dropped.
  public var dropped: Float
  /// A letter added.
  public var added: Float

  /// Makes a floor from its parts.
  public init(mark: Float = 2.3, letter: Float = 4.0, dropped: Float = 4.0, added: Float = 4.0) {
    self.mark = mark
    self.letter = letter
    self.dropped = dropped
    self.added = added
  }
}
