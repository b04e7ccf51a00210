/// Letters that only look Vietnamese, blanks that only look plain, and marks on the wrong letter.
enum LookAlikes {
  /// Whether `scalar` is one that these steps may touch.
  @inline(__always)
  static func isSuspect(_ scalar: UInt32) -> Bool {
    if scalar < 0xAD { return scalar == 0xA0 }
    return scalar == 0xAD || letter(scalar) != 0 || isInvisible(scalar) || isOddBlank(scalar)
  }

  /// Rewrites what is suspect in `line`; marks are checked in every word.
  static func mend(_ line: inout WorkingLine) {
    for index in line.pieces.indices where isOddBlank(line.pieces[index].scalar) {
      line.replace(index, with: 0x20, cause: .blank)
    }
    dropInvisible(&line)
    var index = 0
    while index < line.pieces.count {
      let end = endOfWord(line, from: index)
      if end > index { mendWord(&line, index..<end) }
      index = max(end, index + 1)
    }
  }

  private static func endOfWord(_ line: WorkingLine, from start: Int) -> Int {
    var end = start
    while end < line.pieces.count, VietLetter.isLetter(line.pieces[end].scalar) { end += 1 }
    return end
  }

  /// Zero-width signs, soft hyphens and byte order marks inside a line; joiners only beside Latin letters. A zero-width
  /// space between two syllables was a blank, and a soft hyphen whose word is none without it was perhaps a letter.
  private static func dropInvisible(_ line: inout WorkingLine) {
    guard line.pieces.contains(where: { isInvisible($0.scalar) }) else { return }
    let source = line.pieces
    line.pieces.removeAll(keepingCapacity: true)
    for (index, var piece) in source.enumerated() {
      guard isInvisible(piece.scalar) else {
        line.pieces.append(piece)
        continue
      }
      let previous = index > 0 ? source[index - 1].scalar : 0x20
      let isJoiner = piece.scalar == 0x200C || piece.scalar == 0x200D
      if isJoiner, previous >= 0x250, previous &- 0x1E00 >= 0x100 {
        line.pieces.append(piece)
      } else if piece.scalar == 0x200B, InvisibleSigns.isBlank(source, at: index) {
        (piece.scalar, piece.cause) = (0x20, .blank)
        line.pieces.append(piece)
      } else if piece.scalar == 0xAD, InvisibleSigns.isPerhapsLetter(source, at: index) {
        line.pieces.append(piece)
      }
    }
  }

  private static func mendWord(_ line: inout WorkingLine, _ range: Range<Int>) {
    replaceLetters(&line, range)
    guard range.count <= Syllable.longest, range.count >= 2 else { return }
    let word = line.pieces[range].map { VietLetter.lowercased($0.scalar) }
    guard let place = word.firstIndex(where: { VietLetter.tone($0) != 0 }), Syllable.parse(word) == nil,
      let syllable = Syllable.parse(word, anyTonePlace: true), syllable.olderToneIndex != place
    else { return }
    let target = range.lowerBound + syllable.olderToneIndex
    let from = line.pieces[range.lowerBound + place].scalar
    // `Ià` is rather `là` misread.
    guard line.pieces[target].scalar != 0x49 || VietLetter.isUppercase(from) else { return }
    let to = VietLetter.withTone(line.pieces[target].scalar, syllable.tone)
    line.replace(range.lowerBound + place, with: VietLetter.untoned(from), cause: .misplacedMark)
    line.replace(target, with: to, cause: .misplacedMark)
  }

  /// Foreign letters in a word that is Latin otherwise.
  ///
  /// Ð and ð stand in Icelandic too: they become Đ and đ only where that makes a Vietnamese syllable or an
  /// abbreviation in capitals. Cyrillic and Greek letters change only beside Latin ones.
  private static func replaceLetters(_ line: inout WorkingLine, _ range: Range<Int>) {
    let word = line.scalars(range)
    guard word.contains(where: { letter($0) != 0 }) else { return }
    let mended = word.map { letter($0) != 0 ? letter($0) : $0 }
    let hasForeign = word.contains { letter($0) != 0 && $0 >= 0x300 }
    let hasLatin = word.contains { letter($0) == 0 && ($0 < 0x250 || $0 &- 0x1E00 < 0x100) }
    let isLatin = mended.allSatisfy { $0 < 0x250 || $0 &- 0x1E00 < 0x100 }
    guard isLatin, !hasForeign || hasLatin else { return }
    let isSyllable = Syllable.parse(mended.map(VietLetter.lowercased)) != nil
    let isCapitals = word.count <= 10 && mended.allSatisfy(isVietnameseCapital)
    guard hasForeign || isSyllable || isCapitals else { return }
    for (offset, scalar) in mended.enumerated() where scalar != word[offset] {
      line.replace(range.lowerBound + offset, with: scalar, cause: .lookAlike)
    }
  }

  private static func isVietnameseCapital(_ scalar: UInt32) -> Bool {
    VietLetter.isUppercase(scalar) && VietLetter.isVietnamese(scalar)
  }

  /// The Latin letter that `scalar` looks like, or 0.
  static func letter(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xD0, 0x189: 0x110
    case 0xF0, 0x256: 0x111
    case 0x370..<0x530: foreign[scalar] ?? 0
    default: 0
    }
  }

  private static let foreign: [UInt32: UInt32] = {
    let seen = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
    let meant = "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo"
    return Dictionary(
      zip(seen.unicodeScalars.map(\.value), meant.unicodeScalars.map(\.value)), uniquingKeysWith: { $1 })
  }()

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || scalar &- 0x200B < 3 || scalar == 0x2060 || scalar == 0xFEFF
  }

  private static func isOddBlank(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar &- 0x2000 < 0x0B || scalar == 0x202F || scalar == 0x205F || scalar == 0x3000
  }
}

/// What invisible signs between letters stand for.
private enum InvisibleSigns {
  /// Whether the zero-width space at `index` parts two syllables that are none together.
  static func isBlank(_ line: [WorkingLine.Piece], at index: Int) -> Bool {
    let (left, right) = (letters(line, before: index), letters(line, behind: index))
    guard !left.isEmpty, !right.isEmpty else { return false }
    return Syllable.parse(left + right) == nil
      && (Syllable.parse(left) != nil && Syllable.parse(right) != nil
        || left.count + right.count > Syllable.longest)
  }

  /// Whether the word around the soft hyphen at `index` holds western letters and is a syllable of TCVN3, where the
  /// soft hyphen is ư.
  static func isPerhapsLetter(_ line: [WorkingLine.Piece], at index: Int) -> Bool {
    let seen = letters(line, before: index) + [0xAD] + letters(line, behind: index)
    guard seen.count <= Syllable.longest, seen.allSatisfy({ $0 < 0x100 }),
      seen.contains(where: { $0 >= 0x80 && $0 != 0xAD })
    else { return false }
    return Syllable.parse(seen.map { CodePage.tcvn3.scalars[Int($0)] }) != nil
  }

  /// The letters, in small, that end before `index`: a word at most.
  private static func letters(_ line: [WorkingLine.Piece], before index: Int) -> [UInt32] {
    var start = index
    while start > 0, index - start < 10, VietLetter.isLetter(line[start - 1].scalar) { start -= 1 }
    return line[start..<index].map { VietLetter.lowercased($0.scalar) }
  }

  private static func letters(_ line: [WorkingLine.Piece], behind index: Int) -> [UInt32] {
    var end = index + 1
    while end < line.count, end - index <= 10, VietLetter.isLetter(line[end].scalar) { end += 1 }
    return line[index + 1..<end].map { VietLetter.lowercased($0.scalar) }
  }
}
