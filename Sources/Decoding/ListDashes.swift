import VietText

/// Dashes at the head of list items that an engine read as other lines of ink: `~ Như trên`, `_ Lưu`, `-_ Các sở`.
enum ListDashes {
  /// In text with its marks, as many other items must begin with a dash.
  private static let leastDashes = 2

  /// Gives them the dash; where marks were lost as a rule always, elsewhere in a text of such lists. O(units).
  static func mend(_ units: inout [Unit], _ scalars: [UInt32], _ words: WordIndex) {
    var dashes = 0
    var places: [Int] = []
    var list: (head: Head, lines: Range<Int>)?
    for index in units.indices.dropLast(1) where units[index].gap >= .line {
      if let head = head(units, index, scalars) {
        list = (head, units[index].line + 1..<units[index].line + longestList)
      } else if units[index].kind == .word, list?.head == .addressees,
        VietLetter.isUppercase(scalars[units[index].range.lowerBound])
      {
        // The text begins, whose items may have bullets.
        list = nil
      }
      guard units[index].kind == .fixed else { continue }
      let isListed = list?.lines.contains(units[index].line) == true
      guard let end = marksEnd(units, index, scalars, isListed: isListed), end < units.count,
        units[end].line == units[index].line,
        units[end].gap == .blank, VietLetter.isLetter(scalars[units[end].range.lowerBound])
      else { continue }
      let isDash = end == index + 1 && sign(units[index], scalars) == 0x2D
      // A stroke before small letters in the midst of a sentence is a speck.
      let first = scalars[units[end].range.lowerBound]
      let follows = index == 0 || units[index - 1].kind != .word || VietLetter.isUppercase(first)
      guard isDash || follows else { continue }
      if isDash { dashes += 1 } else { places.append(index) }
    }
    var gone: Set<Int> = []
    for index in places {
      guard let end = marksEnd(units, index, scalars, isListed: true) else { continue }
      let first = sign(units[index], scalars)
      units[index].range = units[index].range.lowerBound..<units[end - 1].range.upperBound
      (units[index].rewrite, units[index].word) = ("-", words.markID(0x2D))
      units[index].isSureRewrite = dashes >= leastDashes && isStroke(first) && first != 0x3D
      gone.formUnion(index + 1..<end)
    }
    if !gone.isEmpty { units = units.indices.lazy.filter { !gone.contains($0) }.map { units[$0] } }
  }

  /// No list of those to whom a document goes has more lines.
  private static let longestList = 30
  /// More letters than such a head has, however it was read.
  private static let longestHead = 12

  private enum Head: String, CaseIterable {
    case recipients = "noi nhan"
    case addressees = "kinh gui"

    var words: [[UInt32]] { rawValue.split(separator: " ").map { $0.unicodeScalars.map(\.value) } }
  }

  /// How many letters of such a head may be misread.
  private static let mostMisread = 2

  /// The head that a line begins with: `Nơi nhận`, or `Kính gửi`.
  private static func head(_ units: [Unit], _ index: Int, _ scalars: [UInt32]) -> Head? {
    guard units[index].kind == .word, index + 1 < units.count, units[index + 1].gap == .blank else {
      return nil
    }
    let words = [units[index], units[index + 1]]
    guard words.reduce(0, { $0 + $1.range.count }) <= longestHead else { return nil }
    let letters = words.map { scalars[$0.range].map { VietLetter.lowercased(VietLetter.bare($0)) } }
    return Head.allCases.first { head in
      zip(letters, head.words).allSatisfy { $0.first == $1.first }
        && zip(letters, head.words).reduce(0) { $0 + EditDistance.between($1.0, $1.1) } <= mostMisread
    }
  }

  /// The end of the one or two marks that begin at `index`, none of them but strokes near the line, or, in a list of
  /// recipients, whatever a dash may be read as; nil for others.
  private static func marksEnd(_ units: [Unit], _ index: Int, _ scalars: [UInt32], isListed: Bool) -> Int? {
    let first = sign(units[index], scalars)
    guard isStroke(first) || isListed && isBullet(first) else { return nil }
    let next = index + 1
    let isSecond = next < units.count && units[next].gap == .none && isStroke(sign(units[next], scalars))
    return isSecond ? next + 1 : next
  }

  private static func isStroke(_ sign: UInt32) -> Bool {
    sign == 0x2D || sign == 0x7E || sign == 0x5F || sign == 0xAC || sign == 0x3D
  }

  /// What a dash with a speck on it is read as.
  private static func isBullet(_ sign: UInt32) -> Bool {
    sign == 0x2B || sign == 0x3E || sign == 0xAB || sign == 0xBB || sign == 0x2A
  }

  private static func sign(_ unit: Unit, _ scalars: [UInt32]) -> UInt32 {
    unit.range.count == 1 ? scalars[unit.range.lowerBound] : 0
  }
}
