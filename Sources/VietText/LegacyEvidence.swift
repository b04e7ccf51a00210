/// How well a scheme explains a piece of text.
struct LegacyEvidence: Sendable {
  /// Words that conversion turns into Vietnamese syllables.
  var good = 0
  /// Words that it turns into something else, or cannot turn.
  var bad = 0
  /// Of all these words, those that were Vietnamese syllables before.
  var before = 0
  /// Good words with a sign that no western spelling has inside a word, or with a letter of two signs.
  var hallmarked = 0
  /// One bit for each kind of legacy letter seen, by its low bits: noise repeats one letter.
  var letterSet: UInt64 = 0
  var letterKinds: Int { letterSet.nonzeroBitCount }
  /// Words that need no conversion and are Vietnamese syllables (schemes of keys only).
  var plain = 0
  /// Good words whose letters got a shape (schemes of keys only).
  var shaped = 0
  private var isMixed = false

  /// Words with evidence in them.
  var words: Int { good + bad }

  static func += (sum: inout LegacyEvidence, other: LegacyEvidence) {
    sum.good += other.good
    sum.bad += other.bad
    sum.before += other.before
    sum.hallmarked += other.hallmarked
    sum.letterSet |= other.letterSet
    sum.plain += other.plain
    sum.shaped += other.shaped
  }

  /// Whether the text can stand for the scheme without help from its neighbours.
  func isStrong(_ scheme: LegacyScheme) -> Bool {
    if LegacyScheme.ofKeys.contains(scheme) {
      let all = good + bad + plain
      return shaped >= 2 && good >= 3 && all >= 5 && 10 * (good + plain) >= 9 * all && 10 * good >= 3 * all
    }
    if scheme == .doubleUTF8 { return hallmarked >= 1 && good >= 2 * bad && before == 0 }
    // VISCII and VPS share most letters with Latin-1, so that noise passes for them more easily.
    let least = scheme == .viscii || scheme == .vps ? 5 : 3
    return good >= least && letterKinds >= least && good >= 6 * bad && 3 * before <= good
      && 5 * hallmarked >= good
  }

  /// Whether the text may follow neighbours that are strong, on both sides perhaps.
  func isWilling(_ scheme: LegacyScheme, isSurrounded: Bool) -> Bool {
    if LegacyScheme.ofKeys.contains(scheme) {
      return good >= 1 && 10 * (good + plain) >= 7 * (good + bad + plain)
    }
    return good >= 2 * bad && (before == 0 || hallmarked > 0 || (isSurrounded && good > 0))
  }
}

extension LegacyEvidence {
  /// The evidence for a scheme of letters in a line.
  ///
  /// In a line that `isMixed`, words that are Unicode letters or syllables as they stand say nothing.
  init(_ line: UnsafeBufferPointer<UInt32>, scheme: LegacyScheme, isMixed: Bool = false) {
    self.isMixed = isMixed
    var converted: [ConvertedScalar] = []
    forEachWord(line) { word in
      guard word.contains(where: { $0 >= 0x80 || ($0 < 0x20 && $0 > 0) }) else { return }
      converted.removeAll(keepingCapacity: true)
      let piece = UnsafeBufferPointer(rebasing: word)
      scheme.convert(piece, into: &converted)
      weigh(converted, of: piece, scheme)
    }
  }

  /// Judges each run of letters that conversion touched, or should have.
  private mutating func weigh(
    _ converted: [ConvertedScalar], of word: UnsafeBufferPointer<UInt32>, _ scheme: LegacyScheme
  ) {
    var start = 0
    while start < converted.count {
      var end = start
      while end < converted.count, VietLetter.isLetter(converted[end].scalar) { end += 1 }
      // Single letters and abbreviations in capitals say nothing.
      if end > start + 1 { weigh(converted[start..<end], word, scheme) }
      start = max(end, start + 1)
    }
  }

  private mutating func weigh(
    _ run: ArraySlice<ConvertedScalar>, _ word: UnsafeBufferPointer<UInt32>, _ scheme: LegacyScheme
  ) {
    var (isTouched, isForeign, isHallmarked) = (false, false, false)
    var letters: UInt64 = 0
    for item in run {
      let isSame = item.to == item.from + 1 && item.scalar == word[item.from]
      if isSame {
        isForeign = isForeign || (item.scalar >= 0x80 && !scheme.keeps(item.scalar))
      } else {
        isTouched = true
        isHallmarked = isHallmarked || Self.isHallmark(item, word)
        letters |= 1 << UInt64(word[item.to - 1] & 63)
      }
    }
    guard isTouched || isForeign, let first = run.first, let last = run.last else { return }
    if isMixed, isForeign || Self.wasSyllable(word, first.from..<last.to) { return }
    let small = run.map { VietLetter.lowercased($0.scalar) }
    let isGood = !isForeign && (Syllable.parse(small) != nil || scheme == .tcvn3 && LostHorns.hides(small))
    if !isGood, run.allSatisfy({ VietLetter.isUppercase($0.scalar) }) { return }
    good += isGood ? 1 : 0
    bad += isGood ? 0 : 1
    hallmarked += isGood && isHallmarked ? 1 : 0
    letterSet |= isGood ? letters : 0
    before += Self.wasSyllable(word, first.from..<last.to) ? 1 : 0
  }

  private static func isHallmark(_ item: ConvertedScalar, _ word: UnsafeBufferPointer<UInt32>) -> Bool {
    if item.to > item.from + 1 { return true }
    let scalar = word[item.from]
    // Quotes, dashes and dots stand beside words in any text.
    return scalar < 0xC0 || (scalar >= 0x100 && scalar &- 0x2010 >= 0x20)
  }

  private static func wasSyllable(_ word: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Bool {
    Syllable.parse(word[range].map(VietLetter.lowercased)) != nil
  }

  /// The evidence that a line is UTF-8 read twice.
  init(twice line: WorkingLine) {
    let outcome = DoubleUTF8.outcome(line)
    (good, bad, before, hallmarked) = (outcome.good, outcome.bad, outcome.before, outcome.whole)
    letterSet = outcome.letterSet
  }

  /// The evidence for a scheme of keys in a line; the first words of a long line stand for all of it.
  init(keys line: UnsafeBufferPointer<UInt32>, scheme: LegacyScheme) {
    let method = scheme.keystrokes
    var seen = 0
    forEachWord(line) { word in
      guard seen < 60 else { return }
      let piece = UnsafeBufferPointer(rebasing: word)
      var index = 0
      while index < piece.count {
        let end = KeystrokeWord.endOfRun(piece, from: index, method: method)
        if end > index + 2 {
          seen += 1
          weighKeys(UnsafeBufferPointer(rebasing: piece[index..<end]), method)
        }
        index = max(end, index + 1)
      }
    }
  }

  private mutating func weighKeys(_ run: UnsafeBufferPointer<UInt32>, _ method: KeystrokeMethod) {
    var end = run.count
    if method.marksFollowVowels { while end > 1, run[end - 1] == 0x2E || run[end - 1] == 0x3F { end -= 1 } }
    let run = UnsafeBufferPointer(rebasing: run[0..<end])
    let lower = run.map(VietLetter.lowercased)
    if Syllable.parse(lower) != nil {
      plain += 1
      return
    }
    let word = KeystrokeWord(run, method: method)
    guard word.composed() != nil else {
      // Abbreviations and names say nothing.
      bad += run.contains(where: { $0 &- 65 < 26 }) ? 0 : 1
      return
    }
    good += 1
    shaped += word.hasShapeKey ? 1 : 0
  }
}

/// Calls `body` with each run of scalars between ASCII blanks.
@inline(__always)
func forEachWord(_ line: UnsafeBufferPointer<UInt32>, _ body: (Slice<UnsafeBufferPointer<UInt32>>) -> Void) {
  var index = 0
  while index < line.count {
    if isASCIIBlank(line[index]) {
      index += 1
      continue
    }
    let start = index
    while index < line.count, !isASCIIBlank(line[index]) { index += 1 }
    body(line[start..<index])
  }
}

/// Space, tab, line ends and form feed; control codes that are letters in VISCII and VPS are not among them.
@inline(__always)
func isASCIIBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar &- 9 < 5 }
