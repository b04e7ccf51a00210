import VietText

/// A text cut into runs of letters and digits and single other signs, as the entries of a lexicon are compared.
struct TextPieces {
  /// What stands before a piece.
  enum Gap {
    case none
    case blank
    /// Blanks with one line end among them.
    case line
    /// More than one line end, or a page end.
    case far
  }

  /// A run of letters and digits, or one other sign.
  struct Piece {
    var range: Range<Int>
    var gap: Gap
    var isWord: Bool
  }

  /// The pieces, in order.
  let pieces: [Piece]

  /// Cuts `scalars`. O(n).
  init(_ scalars: [UInt32]) {
    var pieces: [Piece] = []
    var index = 0
    while index < scalars.count {
      let gap = Self.gap(scalars, &index, isFirst: pieces.isEmpty)
      guard index < scalars.count else { break }
      let start = index
      let isWord = Self.isWordSign(scalars[index])
      index += 1
      while isWord, index < scalars.count, Self.isWordSign(scalars[index]) { index += 1 }
      pieces.append(Piece(range: start..<index, gap: gap, isWord: isWord))
    }
    self.pieces = pieces
  }

  private static func gap(_ scalars: [UInt32], _ index: inout Int, isFirst: Bool) -> Gap {
    var (lines, blanks) = (0, 0)
    while index < scalars.count {
      switch scalars[index] {
      case 0x0A: lines += 1
      case 0x0C: lines += 2
      case 0x0D where index + 1 < scalars.count && scalars[index + 1] == 0x0A: break
      case 0x0D: lines += 1
      case let scalar where ModelTokenizer.isBlank(scalar): blanks += 1
      default: return gap(lines, blanks, isFirst)
      }
      index += 1
    }
    return .far
  }

  private static func gap(_ lines: Int, _ blanks: Int, _ isFirst: Bool) -> Gap {
    if isFirst || lines > 1 { return .far }
    return lines == 1 ? .line : blanks > 0 ? .blank : .none
  }

  /// Letters, digits, combining marks, and whatever is neither a blank nor a known mark.
  private static func isWordSign(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return ModelTokenizer.isDigit(scalar) || VietLetter.isLetter(scalar) }
    return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 && !(0x2000..<0x2070).contains(scalar)
      && !(0x2190..<0x2C00).contains(scalar) && !(0x3000..<0x3030).contains(scalar)
      && !(0xE000..<0xF900).contains(scalar) && scalar != 0xFFFD && scalar != 0xFEFF
  }
}
