import VietText

/// Where a mark stands among words and blanks.
public enum MarkPlace: UInt8, Sendable, CaseIterable {
  /// Right behind a word, before a blank.
  case behind
  /// Right before a word, behind a blank.
  case before
  /// Between blanks.
  case alone
  /// Between two words without a blank.
  case inside
  /// No place: what `seen` tells is whether the next word has a capital (1) or none (0).
  case followed
  /// No place: what `seen` tells is a letter of words that are specks, or, below `MarkEntry.letters`, how many letters
  /// such a word has.
  case word
}

/// A mark that was seen where another or none was meant, as learned.
public struct MarkEntry: Sendable, Equatable, BitwiseCopyable {
  /// `MarkPlace`.
  public var place: UInt8
  /// The scalar that was seen.
  public var seen: UInt32
  /// The scalar that was meant, folded; 0 for none.
  public var meant: UInt32
  /// -log10 P(seen | meant); of none, for each word.
  public var cost: Float

  /// Where the scalars of letters begin; what is less is a number.
  static let letters: UInt32 = 0x41

  /// Makes an entry from its parts.
  public init(place: UInt8, seen: UInt32, meant: UInt32, cost: Float) {
    (self.place, self.seen, self.meant, self.cost) = (place, seen, meant, cost)
  }
}

/// P(seen | meant) of marks in one kind of source: engines read specks as marks, and marks as other marks.
public struct MarkChannel: Sendable {
  /// What else a mark may be.
  public struct Reading: Sendable {
    /// The mark that may be meant; 0 for none.
    public let meant: UInt32
    /// How much dearer than the mark as it stands, log10; never below 0.
    public let cost: Float
  }

  private var rows: [UInt64: [(meant: UInt32, cost: Float)]] = [:]
  /// What a mark that stands costs where nothing was learned.
  private static let standing: Float = 0.05

  /// The channel that `entries` tell.
  public init(_ entries: [MarkEntry]) {
    for entry in entries {
      rows[Self.key(entry.place, entry.seen), default: []].append((entry.meant, entry.cost))
    }
  }

  /// What `seen` may be but itself; `isBeforeCapital` tells the case of the next word, where there is one. O(1).
  public func readings(of seen: UInt32, _ place: MarkPlace, isBeforeCapital: Bool?) -> [Reading] {
    guard let row = rows[Self.key(place.rawValue, seen)] else { return [] }
    let follow = isBeforeCapital.flatMap { rows[Self.key(MarkPlace.followed.rawValue, $0 ? 1 : 0)] } ?? []
    func next(_ meant: UInt32) -> Float { follow.first { $0.meant == meant }?.cost ?? 0 }
    let own = Self.folded(seen)
    let standing = (row.first { $0.meant == own }?.cost ?? Self.standing) + next(own)
    return row.filter { $0.meant != own }.map {
      Reading(meant: $0.meant, cost: max(0, $0.cost + next($0.meant) - standing))
    }
  }

  /// -log10 P(a speck that looks like this word | a place between two words); nil where none does. O(length).
  public func speckCost(of word: ArraySlice<UInt32>) -> Float? {
    func cost(_ seen: UInt32) -> Float? { rows[Self.key(MarkPlace.word.rawValue, seen)]?.first?.cost }
    guard UInt32(word.count) < MarkEntry.letters, let length = cost(UInt32(word.count)) else { return nil }
    return word.reduce(length) { $0 + (cost(VietLetter.lowercased($1)) ?? Self.rareLetter) }
  }

  /// What a letter costs that no speck was seen to look like.
  private static let rareLetter: Float = 3

  private static func key(_ place: UInt8, _ seen: UInt32) -> UInt64 { UInt64(place) << 32 | UInt64(seen) }

  /// Quotes and dashes of every kind count as one.
  static func folded(_ mark: UInt32) -> UInt32 {
    switch mark {
    case 0x201C, 0x201D, 0xAB, 0xBB: 0x22
    case 0x2018, 0x2019: 0x27
    case 0x2013, 0x2014: 0x2D
    default: mark
    }
  }
}
