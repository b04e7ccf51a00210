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

  /// How many marks of each class are kept and lost.
  public var counts: (kept: [Int], lost: [Int]) {
    var (kept, lost) = ([Int](), [Int]())
    var rest = Int(number)
    for mark in MarkClass.allCases {
      if mark == .horn {
        kept.append(rest % 9 / 3)
        lost.append(rest % 3)
        rest /= 9
      } else {
        kept.append(rest % 3 == 1 ? 1 : 0)
        lost.append(rest % 3 == 2 ? 1 : 0)
        rest /= 3
      }
    }
    return (kept, lost)
  }
}
