/// How plainly a value shows that it is what it is taken for.
enum Support: UInt8, Comparable {
  /// It was concluded from what stands beside it.
  case weak
  /// Some of what mostly stands with such a value is missing, or it was put in another spelling.
  case partial
  /// It stands where such values stand, with what stands beside them.
  case plain

  static func < (a: Support, b: Support) -> Bool { a.rawValue < b.rawValue }
}
