/// Fullwidth letters and signs, as engines for Chinese write them: `Số：15`, `ＵＢＮＤ`.
enum FullWidth {
  /// Whether `scalar` is a fullwidth form of ASCII, or the Chinese comma or full stop.
  @inline(__always)
  static func isWide(_ scalar: UInt32) -> Bool {
    scalar &- 0xFF01 < 0x5E || scalar == 0x3001 || scalar == 0x3002
  }

  /// Writes them in ASCII, unless the line holds letters of a script that they belong to. O(length).
  ///
  /// A fullwidth sign holds the blank beside it in its own width: where a blank belongs there and none stands, one is
  /// put in.
  static func mend(_ line: inout WorkingLine) {
    guard line.pieces.contains(where: { isWide($0.scalar) }),
      !line.pieces.contains(where: { isEastAsian($0.scalar) })
    else { return }
    let source = line.pieces
    line.pieces.removeAll(keepingCapacity: true)
    for (index, piece) in source.enumerated() {
      guard isWide(piece.scalar) else {
        line.pieces.append(piece)
        continue
      }
      let sign = ascii(piece.scalar)
      let before = index > 0 ? ascii(source[index - 1].scalar) : 0x20
      let next = index + 1 < source.count ? ascii(source[index + 1].scalar) : 0x20
      var scalars = [sign]
      if takesBlankBehind(sign, before, next) { scalars.append(0x20) }
      if sign == 0x28, VietLetter.isLetter(before) || ModelTokenizer.isDigit(before) {
        scalars.insert(0x20, at: 0)
      }
      line.append(source[index...index], as: scalars, cause: .fullWidth)
    }
  }

  private static func ascii(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    default: scalar
    }
  }

  /// `Số：15` has the blank in the sign, `7：30` and `1．200` have none.
  private static func takesBlankBehind(_ sign: UInt32, _ before: UInt32, _ next: UInt32) -> Bool {
    let isInNumber = ModelTokenizer.isDigit(before) && ModelTokenizer.isDigit(next)
    guard !isInNumber, VietLetter.isLetter(next) || ModelTokenizer.isDigit(next) else { return false }
    switch sign {
    case 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29: return true
    // `TP．HCM`: a dot between capitals is no full stop.
    case 0x2E: return VietLetter.isLetter(before) && !VietLetter.isUppercase(before)
    default: return false
    }
  }

  /// Kana, ideographs, syllables of Korean.
  private static func isEastAsian(_ scalar: UInt32) -> Bool {
    scalar &- 0x3040 < 0x70C0 || scalar &- 0xAC00 < 0x2C00 || scalar &- 0x20000 < 0x20000
  }
}
