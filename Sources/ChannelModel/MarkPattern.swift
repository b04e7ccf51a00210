/// Which marks of a meant word are still seen and which were lost, counted by class.
///
/// Classes are lost apart: tones by one converter, horns by another. A pattern is a number below `count`, so that sums
/// over a text are tables.
public struct MarkPattern: Sendable, Hashable, BitwiseCopyable {
  /// A class of marks that are lost or kept together.
  public enum MarkClass: Int, Sendable, CaseIterable {
    /// The five tone marks.
    case tone
    /// The horn of ơ and ư.
    case horn
    /// The circumflex of â, ê, ô.
    case circumflex
    /// The breve of ă.
    case breve
    /// The stroke of đ.
    case stroke
  }

  /// More than any pattern's number.
  public static let count = 729

  /// The pattern as a number.
  public let number: UInt16

  /// The pattern of `kept` and `lost` marks by class; a syllable has two horns at most, and one of each other mark.
  init(kept: [Int], lost: [Int]) {
    var number = 0
    for mark in MarkClass.allCases.reversed() {
      let most = mark == .horn ? 2 : 1
      let (k, l) = (min(most, kept[mark.rawValue]), min(most, lost[mark.rawValue]))
      number = mark == .horn ? number * 9 + k * 3 + l : number * 3 + (k > 0 ? 1 : l > 0 ? 2 : 0)
    }
    self.number = UInt16(number)
  }

  /// The pattern with this number, below `count`.
  public init(number: UInt16) { self.number = number }

  /// How many marks of a class are kept and lost.
  @inlinable
  public func counts(_ mark: MarkClass) -> (kept: Int, lost: Int) {
    let rest = Int(number)
    switch mark {
    case .tone: return Self.single(rest)
    case .horn: return (rest / 3 % 9 / 3, rest / 3 % 3)
    case .circumflex: return Self.single(rest / 27)
    case .breve: return Self.single(rest / 81)
    case .stroke: return Self.single(rest / 243)
    }
  }

  /// What the last digit says of a class of which a syllable has one mark at most.
  @usableFromInline
  static func single(_ digits: Int) -> (kept: Int, lost: Int) {
    (digits % 3 == 1 ? 1 : 0, digits % 3 == 2 ? 1 : 0)
  }
}
