import ChannelModel
import Lexicon
import NgramModel
import VietText

/// Cuts a source text into the units that the lattice spans.
///
/// Blanks separate; punctuation stands alone; words joined by a hyphen or a slash come apart; a number stuck
/// to a word comes off it. What must not be touched (numbers, dates, labels, roman numerals, known
/// abbreviations, addresses) becomes a fixed unit. Linear in the length of the text.
struct UnitSplitter {
  let words: WordIndex
  let codes: CodeGrammar
  /// What stands without a blank for longer is cut, in scalars: the work on a chunk is not linear.
  private static let longestChunk = 512
  /// No syllable in capitals is longer, with the marks around it.
  private static let longestNeighbour = 14

  /// The units of `text`, in order.
  func split(_ text: SourceText) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(text.scalars.count / 3)
    var previous = LineSketch()
    var label: UInt32 = 0
    var sawBlankLine = true
    var passedAside = false
    let lacksLetters = MissingLetters.areMarked(in: text.scalars)
    for (number, range) in text.lines.enumerated() {
      let sketch = LineSketch(text.scalars, range)
      guard !sketch.isBlank else {
        sawBlankLine = true
        continue
      }
      let first = units.count
      if RunningLines.isPageNumber(text.scalars, range) {
        splitLine(text, range, number, sketch, .paragraph, lacksLetters: false, into: &units)
        for index in first..<units.count { (units[index].kind, units[index].isAside) = (.fixed, true) }
        passedAside = true
        continue
      }
      // Blank lines around a page number end no paragraph whose sentence goes on.
      let goesOn = passedAside && !previous.isClosed && !sketch.startsWithCapital
      let opens = (sawBlankLine && !goesOn) || sketch.opensParagraph(after: previous)
      passedAside = false
      splitLine(
        text, range, number, sketch, opens ? .paragraph : .line, lacksLetters: lacksLetters, into: &units)
      followLabels(&units, first, text, &label)
      Self.findLostBlanks(&units, from: first, text.scalars)
      Self.mendLabels(&units, from: first, text.scalars)
      previous = sketch
      sawBlankLine = false
    }
    RomanLabels.mend(&units, text.scalars)
    Self.findLabelBlanks(&units, text.scalars)
    BarTables.mark(&units, text)
    ListDashes.mend(&units, text.scalars, words)
    SubjectLabels.mend(&units, text.scalars, words)
    ListEnds.mend(&units, text.scalars, words)
    NumberWords.fix(&units, text.scalars, words)
    return units
  }

  /// Lists run a) b) c) d) đ) e): a second d) in a row has lost its stroke.
  private func followLabels(_ units: inout [Unit], _ first: Int, _ text: SourceText, _ label: inout UInt32) {
    guard first + 1 < units.count, units[first].kind == .fixed, units[first].range.count == 1 else { return }
    let letter = text.scalars[units[first].range.lowerBound]
    guard VietLetter.isLetter(letter), text.scalars[units[first + 1].range.lowerBound] == 0x29 else { return }
    if letter == 0x64, label == 0x64 {
      units[first].rewrite = "đ"
      label = 0x111
    } else {
      label = letter
    }
  }

  private func splitLine(
    _ text: SourceText, _ line: Range<Int>, _ number: Int, _ sketch: LineSketch, _ gap: UnitGap,
    lacksLetters: Bool, into units: inout [Unit]
  ) {
    var index = line.lowerBound
    var gap = gap
    var opens = gap == .paragraph || sketch.startsWithLabel
    let firstUnit = units.count
    while index < line.upperBound {
      if ModelTokenizer.isBlank(text.scalars[index]) {
        index += 1
        gap = max(gap, .blank)
        continue
      }
      var end = index
      while end < line.upperBound, end - index < Self.longestChunk, !ModelTokenizer.isBlank(text.scalars[end])
      {
        end += 1
      }
      let context = ChunkContext(
        line: number, isUpperLine: sketch.isUpper || hasUpperNeighbour(text.scalars, line, index..<end),
        isFirst: units.count == firstUnit, opens: opens, lacksLetters: lacksLetters)
      if let torn = tornCode(text.scalars, index..<end, line, context) {
        units.append(
          make(text.scalars, index..<torn.end, .code, gap, context, .code, rewrite: torn.rewrite))
        opens = context.isFirst && opens
        (gap, index) = (.none, torn.end)
        continue
      }
      splitChunk(text.scalars, index..<end, context, gap, into: &units)
      opens =
        Self.closesSentence(text.scalars[end - 1]) || (context.isFirst && opens && units.last?.kind != .word)
      gap = .none
      index = end
    }
  }

  /// Where a chunk (blank to blank) stands.
  struct ChunkContext {
    var line: Int
    var isUpperLine: Bool
    var isFirst: Bool
    var opens: Bool
    /// Whether question marks stand for letters in the text.
    var lacksLetters = false
  }

  private func splitChunk(
    _ scalars: [UInt32], _ chunk: Range<Int>, _ context: ChunkContext, _ gap: UnitGap,
    next: UInt32? = nil, into units: inout [Unit]
  ) {
    if Self.isAddress(scalars[chunk]) {
      units.append(make(scalars, chunk, .fixed, gap, context, .code))
      return
    }
    if let reference = Self.reference(scalars, chunk) {
      splitAround(reference, scalars, chunk, context, gap, next: next, into: &units)
      return
    }
    var (start, end) = (chunk.lowerBound, chunk.upperBound)
    var gap = gap
    while start < end, Self.isOpening(scalars[start]) {
      units.append(mark(scalars, start, gap, context))
      (start, gap) = (start + 1, .none)
    }
    let core = start
    while end > core, Self.isClosing(scalars[end - 1]) {
      if context.lacksLetters, MissingLetters.ends(scalars[core..<end], words) { break }
      end -= 1
    }
    if core < end {
      splitCore(
        scalars, core..<end, scalars[end..<chunk.upperBound].first ?? next, context, gap, into: &units)
    }
    for index in max(core, end)..<chunk.upperBound {
      units.append(mark(scalars, index, index == chunk.lowerBound ? gap : .none, context))
    }
  }

  /// A character reference that names nothing stays, in one piece.
  private func splitAround(
    _ reference: Range<Int>, _ scalars: [UInt32], _ chunk: Range<Int>, _ context: ChunkContext,
    _ gap: UnitGap,
    next: UInt32?, into units: inout [Unit]
  ) {
    let head = chunk.lowerBound..<reference.lowerBound
    var rest = context
    if !head.isEmpty {
      splitChunk(scalars, head, context, gap, next: 0x26, into: &units)
      rest.isFirst = false
    }
    units.append(make(scalars, reference, .fixed, head.isEmpty ? gap : .none, rest, .code))
    rest.isFirst = false
    guard reference.upperBound < chunk.upperBound else { return }
    splitChunk(scalars, reference.upperBound..<chunk.upperBound, rest, .none, next: next, into: &units)
  }

  /// A core may still hold several units: `Tài chính-Kế toán`, `ngày16`, `nam,nữ`.
  func splitCore(
    _ scalars: [UInt32], _ core: Range<Int>, _ next: UInt32?, _ context: ChunkContext, _ gap: UnitGap,
    into units: inout [Unit]
  ) {
    if let fixed = words.fixedWord(scalars[core], next: next, context: context) {
      units.append(
        make(
          scalars, core, .fixed, gap, context, fixed.word, rewrite: fixed.rewrite, isSure: fixed.isSure))
      return
    }
    // A speck between `S6` and the number makes no group of it.
    let stuck = stuckCode(scalars, core)
    if stuck?.isEmpty ?? true, let code = codes.read(scalars[core]) {
      units.append(
        make(
          scalars, core, .code, gap, context, .code, rewrite: code.rewrite, isSure: code.isSure))
      return
    }
    if let cut = stuck ?? Self.innerCut(scalars, core) ?? dotBetweenWords(scalars, core) {
      splitCore(
        scalars, core.lowerBound..<cut.lowerBound, scalars[cut.lowerBound], context, gap, into: &units)
      for index in cut { units.append(mark(scalars, index, .none, context)) }
      var rest = context
      rest.isFirst = false
      splitChunk(scalars, cut.upperBound..<core.upperBound, rest, .none, next: next, into: &units)
      return
    }
    let word = WordIndex.numberID(scalars[core]) ?? words.id(scalars[core])
    units.append(make(scalars, core, .word, gap, context, word))
  }

  /// `luan100-KL/TW`, `s617-HD/BTGTU`: what parts the code from the word to which it is stuck: mostly nothing.
  private func stuckCode(_ scalars: [UInt32], _ core: Range<Int>) -> Range<Int>? {
    guard let digit = core.first(where: { ModelTokenizer.isDigit(scalars[$0]) }), digit > core.lowerBound
    else {
      return nil
    }
    let letters = digit - core.lowerBound
    guard letters <= 7,
      (core.lowerBound..<digit).allSatisfy({ VietLetter.isLetter(scalars[$0]) || scalars[$0] == 0x24 })
    else { return nil }
    // `s6` and `$6` are how engines read `số`: their digit belongs to the word.
    let end = letters == 1 ? digit + 1 : digit
    // `s6.12-HD/TU`: a speck stands where the blank was.
    let isNumber = VietLetter.lowercased(scalars[core.lowerBound]) == 0x73 || scalars[core.lowerBound] == 0x24
    let isSpeck =
      letters == 1 && isNumber && end < core.upperBound && (scalars[end] == 0x2E || scalars[end] == 0x2D)
    let start = isSpeck ? end + 1 : end
    guard start < core.upperBound, ModelTokenizer.isDigit(scalars[start]) else { return nil }
    let isCode = codes.read(scalars[start..<core.upperBound]) != nil
    return isCode ? end..<start : nil
  }

  /// The dot in `lap.cua`, `11.nam`: a syllable stands behind it, another or a number before it, as in no address.
  private func dotBetweenWords(_ scalars: [UInt32], _ core: Range<Int>) -> Range<Int>? {
    guard let dot = core.first(where: { scalars[$0] == 0x2E }), dot > core.lowerBound,
      core.upperBound - dot > 2
    else { return nil }
    let (left, right) = (scalars[core.lowerBound..<dot], scalars[(dot + 1)..<core.upperBound])
    let rest = right.prefix { $0 != 0x2E }
    // `1.Nam` is the label of an item.
    let isNumber = left.allSatisfy(ModelTokenizer.isDigit) && !VietLetter.isUppercase(scalars[dot + 1])
    guard isNumber || left.count > 1 && words.isBareSyllable(left), words.isBareSyllable(rest),
      !Self.domains.contains(rest.map(VietLetter.lowercased))
    else { return nil }
    return dot..<dot + 1
  }

  /// Ends of addresses that are syllables as well.
  static let domains: Set<[UInt32]> = Set(
    ["com", "net", "vn"].map { $0.unicodeScalars.map(\.value) })

  /// `100- KL/TW`, `1874/SKHĐT- VX`: where the code ends that a blank behind a joint has torn, and how it is
  /// written. At the head of a line `1- UBND/HĐND` is a label and a body.
  private func tornCode(
    _ scalars: [UInt32], _ chunk: Range<Int>, _ line: Range<Int>, _ context: ChunkContext
  ) -> (end: Int, rewrite: String)? {
    let (first, last) = (scalars[chunk.lowerBound], scalars[chunk.upperBound - 1])
    guard ModelTokenizer.isDigit(first), CodeGrammar.isJoint(last),
      !context.isFirst || scalars[chunk].contains(where: VietLetter.isLetter)
    else { return nil }
    // More than one blank parts columns.
    let start = chunk.upperBound + 1
    guard start < line.upperBound, ModelTokenizer.isBlank(scalars[start - 1]) else { return nil }
    var end = start
    while end < line.upperBound, end - start < CodeGrammar.longest, !ModelTokenizer.isBlank(scalars[end]) {
      end += 1
    }
    while end > start, Self.isClosing(scalars[end - 1]) { end -= 1 }
    guard end > start else { return nil }
    return codes.joined(scalars[chunk], scalars[start..<end]).map { (end, $0) }
  }

  private func make(
    _ scalars: [UInt32], _ range: Range<Int>, _ kind: UnitKind, _ gap: UnitGap, _ context: ChunkContext,
    _ word: WordID, rewrite: String? = nil, isSure: Bool = false
  ) -> Unit {
    Unit(
      range: range, line: context.line, kind: kind, gap: gap, word: word,
      shape: CaseShape(of: scalars[range], inUpperLine: context.isUpperLine),
      opensSentence: context.opens, isUpperContext: context.isUpperLine, rewrite: rewrite,
      isSureRewrite: isSure)
  }

  func mark(_ scalars: [UInt32], _ index: Int, _ gap: UnitGap, _ context: ChunkContext) -> Unit {
    make(scalars, index..<index + 1, .fixed, gap, context, words.markID(scalars[index]))
  }
}

extension UnitSplitter {
  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x3C, 0x2D, 0x2B, 0x2A, 0x5F, 0x7E, 0x7C, 0x3D, 0x2E, 0x2C, 0x3A, 0x3B,
      0x201C, 0x2018, 0x201D, 0x2019, 0x2013, 0x2014, 0x2022, 0x25CF, 0xAB, 0xBB, 0xB0, 0xB7, 0x23, 0x26,
      0x2F:
      true
    default: false
    }
  }

  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x3E, 0x2D, 0x2A, 0x5F, 0x7E, 0x7C, 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F,
      0x201C, 0x2018, 0x201D, 0x2019, 0x2013, 0x2014, 0x2026, 0x25, 0xAB, 0xBB, 0x2F:
      true
    default: false
    }
  }

  /// Whether the first letters of the chunk before or behind are a syllable of three or more capitals: abbreviations
  /// say nothing.
  private func hasUpperNeighbour(_ scalars: [UInt32], _ line: Range<Int>, _ chunk: Range<Int>) -> Bool {
    var end = chunk.lowerBound
    while end > line.lowerBound, ModelTokenizer.isBlank(scalars[end - 1]) { end -= 1 }
    var start = end
    let least = max(line.lowerBound, end - Self.longestNeighbour)
    while start > least, !ModelTokenizer.isBlank(scalars[start - 1]) { start -= 1 }
    if isUpperWord(scalars[start..<end]) { return true }
    start = chunk.upperBound
    while start < line.upperBound, ModelTokenizer.isBlank(scalars[start]) { start += 1 }
    return isUpperWord(scalars[start..<min(line.upperBound, start + Self.longestNeighbour)])
  }

  private func isUpperWord(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.firstIndex(where: VietLetter.isLetter), VietLetter.isUppercase(text[first]) else {
      return false
    }
    let word = text[first...].prefix(while: VietLetter.isLetter)
    return word.count >= 3 && word.allSatisfy(VietLetter.isUppercase) && words.isBareSyllable(word)
  }

  static func closesSentence(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x21 || scalar == 0x3F || scalar == 0x3A || scalar == 0x3B
      || scalar == 0x201C || scalar == 0x22
  }

  /// The marks at which a core comes apart (empty where a number is stuck to a word), or nil.
  static func innerCut(_ scalars: [UInt32], _ core: Range<Int>) -> Range<Int>? {
    if let marks = labelMarks(scalars, core) { return marks }
    for index in core.dropFirst() where index + 1 < core.upperBound {
      let (before, at, after) = (scalars[index - 1], scalars[index], scalars[index + 1])
      switch at {
      case 0x28, 0x29:
        // Between small letters a parenthesis is the broken part of a letter: `té)ng`.
        if VietLetter.isUppercase(after) || !VietLetter.isLetter(after) || !VietLetter.isLetter(before) {
          return index..<index + 1
        }
      case 0x2D, 0x2F, 0x2013, 0x2C, 0x3B, 0x3A, 0x2026, 0x22, 0x201C, 0x201D, 0x2B, 0x3D:
        return index..<index + 1
      case 0x2E:
        if VietLetter.isLetter(before), VietLetter.isUppercase(after) || !VietLetter.isLetter(after) {
          return index..<index + 1
        }
        // `vé.viéc`: no address has marked letters.
        if partsWords(scalars, core, index) { return index..<index + 1 }
      default: break
      }
    }
    return stuckNumber(scalars, core)
  }

  /// The two marks of `1..Về`, `2.-Công`: behind the label of an item and right before its first word.
  static func labelMarks(_ scalars: [UInt32], _ core: Range<Int>) -> Range<Int>? {
    let digits = scalars[core].prefix(3).prefix(while: ModelTokenizer.isDigit)
    let first = digits.endIndex
    guard (1...2).contains(digits.count), first + 2 < core.upperBound, scalars[first] == 0x2E,
      scalars[first + 1] == 0x2E || scalars[first + 1] == 0x2D, VietLetter.isUppercase(scalars[first + 2])
    else { return nil }
    return first..<first + 2
  }

  /// Whether two letters at least stand on either side of `index`, and one of the core that is no ASCII.
  private static func partsWords(_ scalars: [UInt32], _ core: Range<Int>, _ index: Int) -> Bool {
    let (left, right) = (
      scalars[core.lowerBound..<index].suffix(2), scalars[(index + 1)..<core.upperBound].prefix(2)
    )
    return left.count == 2 && right.count == 2 && left.allSatisfy(VietLetter.isLetter)
      && right.allSatisfy(VietLetter.isLetter)
      && scalars[core].contains { $0 >= 0x80 && VietLetter.isLetter($0) }
  }

  /// `ngày16`, `luan100`: at least two letters, then at least two digits to the end; or the other way round.
  private static func stuckNumber(_ scalars: [UInt32], _ core: Range<Int>) -> Range<Int>? {
    var digits = core.upperBound
    while digits > core.lowerBound, ModelTokenizer.isDigit(scalars[digits - 1]) { digits -= 1 }
    let letters = core.lowerBound..<digits
    if core.upperBound - digits >= 2, letters.count >= 2,
      letters.allSatisfy({ VietLetter.isLetter(scalars[$0]) })
    {
      return digits..<digits
    }
    var head = core.lowerBound
    while head < core.upperBound, ModelTokenizer.isDigit(scalars[head]) { head += 1 }
    let tail = head..<core.upperBound
    if head - core.lowerBound >= 2, tail.count >= 3, tail.allSatisfy({ VietLetter.isLetter(scalars[$0]) }) {
      return head..<head
    }
    return nil
  }
}
