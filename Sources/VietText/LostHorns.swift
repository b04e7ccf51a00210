/// TCVN3 text whose ư went missing: its code is that of the soft hyphen, which editors drop: `trêng` for `trường`.
enum LostHorns {
  private static let horn: UInt32 = 0x1B0
  /// Syllables below this weight are too rare to be put together from a lone consonant.
  private static let leastOfConsonants = 9

  /// Whether `word` (small letters, converted) is no syllable, but one with ư before its ơ.
  static func hides(_ word: [UInt32]) -> Bool {
    guard word.count < Syllable.longest,
      let place = word.firstIndex(where: { VietLetter.untoned($0) == 0x1A1 })
    else { return false }
    return Syllable.parse(word) == nil && Syllable.parse(inserting(place, word)) != nil
  }

  /// How many words of a converted line show a lost ư, and how many ư it has. O(length).
  static func count(_ line: WorkingLine) -> (lost: Int, kept: Int) {
    var (lost, kept) = (0, 0)
    forEachRun(line) { run in
      let word = line.scalars(run).map(VietLetter.lowercased)
      if word.contains(horn) { kept += 1 } else if hides(word) { lost += 1 }
    }
    return (lost, kept)
  }

  /// Puts ư back where the word is none without it, or a much rarer one. For lines in which every ư is lost. O(length).
  static func restore(_ line: inout WorkingLine) {
    var places: [Int] = []
    forEachRun(line) { run in
      if let place = place(line, run) { places.append(place) }
    }
    guard !places.isEmpty else { return }
    let source = line.pieces
    line.pieces.removeAll(keepingCapacity: true)
    var start = 0
    for place in places {
      line.pieces += source[start..<place]
      let offset = place < source.count ? source[place].start : source[place - 1].end
      line.pieces.append(WorkingLine.Piece(scalar: horn, start: offset, end: offset, cause: .legacy))
      start = place
    }
    line.pieces += source[start...]
  }

  private static func forEachRun(_ line: WorkingLine, _ body: (Range<Int>) -> Void) {
    var index = 0
    while index < line.pieces.count {
      var end = index
      while end < line.pieces.count, VietLetter.isLetter(line.pieces[end].scalar) { end += 1 }
      if end > index { body(index..<end) }
      index = max(end, index + 1)
    }
  }

  private static func place(_ line: WorkingLine, _ run: Range<Int>) -> Int? {
    guard run.count < Syllable.longest else { return nil }
    let seen = line.scalars(run)
    if run.count > 1, seen.allSatisfy(VietLetter.isUppercase) { return nil }
    let word = seen.map(VietLetter.lowercased)
    guard !word.contains(horn) else { return nil }
    let own = SyllableWeights.shared.weight(word)
    let isConsonants = !word.contains(where: VietLetter.isVowel)
    if isConsonants, isLabelOrUnit(line, run) { return nil }
    var best: (place: Int, weight: Int)?
    for place in 0...word.count {
      guard let weight = SyllableWeights.shared.weight(inserting(place, word)) else { continue }
      if weight > best?.weight ?? -1 { best = (place, weight) }
    }
    guard let best, best.weight > own ?? -1, !isConsonants || best.weight >= leastOfConsonants else {
      return nil
    }
    return run.lowerBound + best.place
  }

  /// A letter beside a bracket, a dot of an abbreviation or a number.
  private static func isLabelOrUnit(_ line: WorkingLine, _ run: Range<Int>) -> Bool {
    let next = run.upperBound < line.pieces.count ? line.pieces[run.upperBound].scalar : 0x20
    if next == 0x29 || next == 0x2F || ModelTokenizer.isDigit(next) { return true }
    if next == 0x2E, VietLetter.isUppercase(line.pieces[run.lowerBound].scalar) { return true }
    var before = run.lowerBound
    while before > 0, line.pieces[before - 1].scalar <= 0x20 { before -= 1 }
    guard before > 0 else { return false }
    let sign = line.pieces[before - 1].scalar
    return ModelTokenizer.isDigit(sign) || sign == 0x2F || (before == run.lowerBound && sign == 0x2E)
  }

  private static func inserting(_ place: Int, _ word: [UInt32]) -> [UInt32] {
    word[..<place] + [horn] + word[place...]
  }
}
