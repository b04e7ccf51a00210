import VietText

/// What a line looks like before any of its words is understood: enough to tell where paragraphs begin.
struct LineSketch {
  /// Letters in capitals are the rule in it.
  var isUpper = false
  /// It holds nothing but blanks.
  var isBlank = true
  /// It begins with a bullet, a number or a letter label.
  var startsWithLabel = false
  /// Its first letter is a capital or a mark stands first.
  var startsWithCapital = false
  /// Its last mark ends a sentence or a list item.
  var isClosed = true
  /// Number of scalars without outer blanks.
  var length = 0

  init() {}

  /// Sketches the line at `range`.
  init(_ scalars: [UInt32], _ range: Range<Int>) {
    var (upper, lower) = (0, 0)
    var first: Int?
    var last = range.lowerBound
    var chunk = (upper: 0, lower: 0, isCode: false)
    for index in range {
      let scalar = scalars[index]
      if ModelTokenizer.isBlank(scalar) {
        if !chunk.isCode { (upper, lower) = (upper + chunk.upper, lower + chunk.lower) }
        chunk = (0, 0, false)
        continue
      }
      if first == nil { first = index }
      last = index
      // `SKH&CN`, `QĐ/UB`: their capitals say nothing of the line.
      if scalar == 0x2F || scalar == 0x26 { chunk.isCode = true }
      guard VietLetter.isLetter(scalar) else { continue }
      if VietLetter.isUppercase(scalar) { chunk.upper += 1 } else { chunk.lower += 1 }
    }
    if !chunk.isCode { (upper, lower) = (upper + chunk.upper, lower + chunk.lower) }
    guard let first else { return }
    isBlank = false
    length = last - first + 1
    isUpper = upper > 1 && upper >= 2 * lower
    isClosed = ".;:!?".unicodeScalars.contains { $0.value == scalars[last] }
    startsWithCapital = VietLetter.isUppercase(scalars[first]) || !VietLetter.isLetter(scalars[first])
    startsWithLabel = Self.isLabel(scalars, first, range.upperBound)
  }

  /// Whether this line starts a paragraph when it follows `previous` without a blank line.
  func opensParagraph(after previous: LineSketch) -> Bool {
    startsWithLabel || isUpper != previous.isUpper
      || (previous.isClosed && (previous.length < 60 || startsWithCapital))
  }

  private static func isLabel(_ scalars: [UInt32], _ start: Int, _ end: Int) -> Bool {
    let scalar = scalars[start]
    if scalar == 0x2D || scalar == 0x2B || scalar == 0x2A || scalar == 0x2022 || scalar == 0x2013 {
      return true
    }
    var index = start
    while index < end, index - start < 5,
      ModelTokenizer.isDigit(scalars[index]) || VietLetter.isLetter(scalars[index])
    {
      index += 1
    }
    guard index > start, index < end, index - start <= 4 else { return false }
    let isShort =
      index - start == 1 || ModelTokenizer.isDigit(scalars[start]) || VietLetter.isUppercase(scalars[start])
    return isShort && (scalars[index] == 0x2E || scalars[index] == 0x29 || scalars[index] == 0x2D)
  }
}
