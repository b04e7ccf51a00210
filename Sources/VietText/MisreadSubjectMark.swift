/// What engines without Vietnamese read where `V/v` is printed at the head of a subject: `Vv`, `Viv`, `Vn`.
public enum MisreadSubjectMark {
  /// Whether `scalars` have its shape: a capital V, what a slash is read as or nothing, what a small v is read as.
  public static func isOne<Scalars: BidirectionalCollection>(_ scalars: Scalars) -> Bool
  where Scalars.Element == UInt32 {
    guard (2...4).contains(scalars.count), scalars.first == 0x56, let last = scalars.last else {
      return false
    }
    return isHook(last) && scalars.dropFirst().dropLast().allSatisfy(isStroke)
  }

  /// What a small v is read as: `Vy`, `VW`, `Vn`.
  private static func isHook(_ scalar: UInt32) -> Bool {
    switch VietLetter.lowercased(scalar) {
    case 0x76, 0x79, 0x77, 0x6E: true
    default: false
    }
  }

  /// What a slash is read as.
  private static func isStroke(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x7C, 0x5C, 0x21, 0x31, 0x49, 0x4A, 0x69, 0x6C, 0x74: true
    default: false
    }
  }
}
