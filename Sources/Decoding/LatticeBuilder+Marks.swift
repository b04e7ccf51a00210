import ChannelModel
import VietText

extension LatticeBuilder {
  /// A mark among words: what it is, and what stands around it.
  private struct MarkSite {
    let unit: Unit
    let seen: UInt32
    /// What stands before it on its line.
    let before: Unit?
    /// The last unit of the line before, where the mark opens its own.
    let last: Unit?
    let next: Unit?
    /// Whether the sentence goes on behind it with a small letter.
    let goesOn: Bool

    var isGlued: Bool { unit.gap == .none && next?.gap == UnitGap.none }
    /// Whether nothing but blanks stands around it on its line.
    var isLone: Bool { unit.gap == .blank && next?.gap == .blank }
    var opensLine: Bool { unit.gap >= .line }
    /// Whether the line ends with it, and not only for want of room.
    var endsLine: Bool { (next?.gap ?? .paragraph) >= (goesOn ? .paragraph : .line) }
    /// Whether it parts a sentence that goes on from line to line.
    var partsSentence: Bool { opensLine && goesOn && unit.gap == .line && last?.kind == .word }

    var place: MarkPlace {
      let touchesNext = next?.gap == UnitGap.none
      return unit.gap == .none ? (touchesNext ? .inside : .behind) : touchesNext ? .before : .alone
    }
  }

  /// Lets a mark inside a line be a speck of dirt, or another mark.
  func addMarks(
    _ lattice: Lattice, _ index: Int, _ unit: Unit, _ sources: LineSources, before: Unit?, next: Unit?
  ) {
    guard unit.range.count == 1, unit.rewrite == nil, unit.kind == .fixed else { return }
    let (before, last) = unit.gap < .line ? (before, nil) : (nil, before)
    let source = sources.profile(unit).0
    let isBeforeSmall = next.flatMap { isBeforeCapital($0) } == false
    let site = MarkSite(
      unit: unit, seen: text.scalars[unit.range.lowerBound], before: before, last: last, next: next,
      goesOn: isBeforeSmall && source.isEngine)
    let isDirty = sources.isSpeckled(unit)
    guard source.isEngine || isDirty else {
      if !source.losesMarks, before != nil { addGluedSpeck(lattice, index, site, gluedSpeckCost) }
      return
    }
    // What begins a line has a capital for other reasons.
    let isCapital = site.endsLine ? nil : next.flatMap { isBeforeCapital($0) }
    let readings = source.marks.readings(of: site.seen, site.place, isBeforeCapital: isCapital)
    let noise = Self.isPaired(site.seen) ? nil : readings.first { $0.meant == 0 }?.cost
    if source.isEngine {
      // What ends a line is no speck unless the engine is known for such.
      if noise == nil, site.goesOn, next.map({ $0.gap >= .line }) ?? true { return }
      let cost = noise ?? Self.speckCost(site.seen, source)
      addNoise(lattice, index, site, joins(site) ? cost.map { min($0, joinedSpeckCost) } : cost)
    } else if site.isGlued {
      addGluedSpeck(lattice, index, site, noise ?? gluedSpeckCost)
    } else if site.isLone || site.before.map({ $0.kind == .word && $0.word != .unknownWord }) ?? true {
      // What stands behind a label or a number is set on purpose: `VH1: 11°20’`. A typist sets no lone mark but dashes; other marks are changed as words are.
      let known = isSpeck(site.seen) && site.isLone ? Self.speckCost(site.seen, source) : nil
      let isDash = site.place == .alone && Self.standsInForms(site.seen)
      let mayBe = !isDash || sources.dirt(unit) > Self.dirtOfForms
      let cost = noise.map { $0 + (isSpeck(site.seen) ? 0 : sources.changeCost(unit)) }.flatMap {
        mayBe ? $0 : nil
      }
      addNoise(lattice, index, site, known.map { min($0, cost ?? $0) } ?? cost)
    }
    // Where letters are read well, so are the marks: `;` in a list of names is no slip.
    guard source.isEngine, isBetweenWords(site) else { return }
    for reading in readings where Self.isExchanged(reading.meant) && Self.isExchanged(site.seen) {
      // How a line ends depends on its kind: what the model knows of paragraphs says little of items.
      if site.endsLine, site.seen != 0x3A || reading.meant != 0x3B { continue }
      let word = words.markID(reading.meant)
      guard word != .unknownWord, word != unit.word else { continue }
      lattice.addSpecial(
        Arc(
          from: Int32(index), to: Int32(index + 1), word: word, second: .max, cost: reading.cost,
          kind: .replacement))
    }
  }

  /// Whether the next word begins with a capital; nil where it is none.
  private func isBeforeCapital(_ next: Unit) -> Bool? {
    let first = text.scalars[next.range.lowerBound]
    return next.kind == .word && VietLetter.isLetter(first) ? VietLetter.isUppercase(first) : nil
  }

  /// Whether a mark stands where one that closes a phrase does: behind a word of some letters, not inside a number.
  private func isBetweenWords(_ site: MarkSite) -> Bool {
    guard site.place == .behind, let before = site.before else { return false }
    return before.kind == .word && before.range.count > 1 && before.word != .number && before.word != .date
  }

  /// Quotation marks and brackets come in pairs: none is taken away for itself alone.
  private static func isPaired(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x28, 0x29, 0x5B, 0x5D, 0x201C, 0x201D: true
    default: false
    }
  }

  /// The marks that engines take for one another.
  private static func isExchanged(_ mark: UInt32) -> Bool {
    mark == 0x2C || mark == 0x2E || mark == 0x3A || mark == 0x3B
  }

  /// Lets a mark be a speck at `cost`; nil: it cannot be.
  private func addNoise(_ lattice: Lattice, _ index: Int, _ site: MarkSite, _ cost: Float?) {
    guard let cost else { return }
    if site.opensLine {
      // Bullets and numbers stand there; what closes a phrase, or is but a stroke, does not.
      guard !site.endsLine, site.next?.kind == .word, Self.opensNoLine(site.seen) || site.partsSentence else {
        return
      }
      return addSpeck(lattice, index, cost)
    }
    guard let before = site.before else { return }
    let isDotOrDash = site.seen == 0x2E || site.seen == 0x2D
    if let next = site.next, next.gap < .line || site.goesOn {
      // `thang-12`, `ngày.25`: a blank was there.
      let isSeparated = site.isGlued && isDotOrDash && isSmallWord(before)
      if next.kind == .code {
        // `số.12/QĐ`: the dot is where the blank was; a colon may be meant.
        guard isSeparated || site.isGlued && before.kind == .word && site.seen == 0x2E else { return }
      }
      if site.unit.gap == .none, !isSeparated, next.word == .number || next.word == .date { return }
    } else if site.unit.gap == .none {
      // What closes a line stands as it is set; a lone mark does not.
      return
    }
    // `30-tháng`, `15/11-đến`: a blank was there.
    let isFigure = before.word == .number || before.word == .date
    let isJoint = site.isGlued && site.goesOn && isDotOrDash && isFigure
    guard before.kind != .code, !isFigure || isJoint else { return }
    // The dot of an abbreviation: `TT. HĐND`.
    if site.seen == 0x2E, site.unit.gap == .none, !isJoint, before.kind != .word || before.shape == .upper,
      !isBetweenSyllables(site), !isBehindAbbreviation(site)
    {
      return
    }
    addSpeck(lattice, index, cost)
  }

  /// Whether a mark stands between two words where none is set: `toán.cuối`, `lớp'có`.
  private func joins(_ site: MarkSite) -> Bool {
    guard site.isGlued, let before = site.before, let next = site.next, before.kind == .word,
      next.kind == .word,
      before.range.count > 1, next.range.count > 1
    else { return false }
    return UnitSplitter.isBetweenWords(site.seen) && (site.seen != 0x2E || site.goesOn && isSmallWord(before))
  }

  /// Whether a mark joins two syllables in capitals, as no abbreviation does: `ỦY.BAN`.
  private func isBetweenSyllables(_ site: MarkSite) -> Bool {
    guard site.isGlued, let before = site.before, let next = site.next else { return false }
    return [before, next].allSatisfy {
      $0.kind == .word && $0.range.count > 1 && words.isBareSyllable(text.scalars[$0.range])
    }
  }

  /// Whether a mark joins an abbreviation and a small word: `UBND.tỉnh`.
  private func isBehindAbbreviation(_ site: MarkSite) -> Bool {
    guard site.isGlued, let before = site.before, let next = site.next else { return false }
    return before.shape == .upper && before.range.count > 2 && next.kind == .word && next.shape == .lower
      && next.range.count > 1
  }

  /// Whether a unit is what an engine read of a word in small letters: a syllable, `s6`, or of more letters than an
  /// abbreviation of a word.
  private func isSmallWord(_ unit: Unit) -> Bool {
    guard unit.kind == .word, unit.shape == .lower, unit.range.count > 1, unit.word != .number else {
      return false
    }
    let scalars = text.scalars[unit.range]
    return scalars.count > 2 || words.isBareSyllable(scalars) || !scalars.allSatisfy(VietLetter.isLetter)
  }

  /// Whether a letter with marks stands in it, as in no address.
  private func hasMarks(_ unit: Unit) -> Bool { text.scalars[unit.range].contains { $0 >= 0x80 } }

  /// Lone marks of forms and tables.
  private static func standsInForms(_ mark: UInt32) -> Bool {
    mark == 0x3A || mark == 0x2D || mark == 0x2013 || mark == 0x2014
  }

  /// How many words must be none around a lone mark of a form before it is taken for a speck.
  private static let dirtOfForms: Float = 0.06

  private static func opensNoLine(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x7C, 0x5F, 0x7E, 0x27, 0x60, 0x5E, 0xB0, 0xB7, 0x2018, 0x2019: true
    default: false
    }
  }

  /// What a mark costs as a speck where the channel knows nothing of it.
  private static func speckCost(_ mark: UInt32, _ source: SourceProfile) -> Float? {
    switch mark {
    case 0x7E, 0x5F, 0x60, 0x27, 0x5E, 0xAC, 0xB0, 0x3D, 0x3C, 0x3E, 0xAB, 0xBB, 0x7C, 0x5C, 0x2A, 0x23, 0xB7,
      0x2018, 0x2019, 0x3F:
      source.speckCost - 1
    case 0x2E, 0x2C, 0x2D, 0x2013, 0x2014: source.speckCost
    case 0x3A, 0x3B: source.speckCost + 1.5
    default: nil
    }
  }

  /// Lets a mark that joins two words without a blank (`các:cơ quan`, `chí.ủy`) be dirt between them: nobody
  /// types so.
  private func addGluedSpeck(_ lattice: Lattice, _ index: Int, _ site: MarkSite, _ cost: Float) {
    // `m3/ngày.đêm`: what hangs on more than two words is of one piece.
    guard let before = site.before, let next = site.next, site.isGlued, before.kind == .word,
      before.gap != .none, next.kind == .word, before.range.count > 1, next.range.count > 1,
      before.word != .unknownWord,
      next.word != .unknownWord, before.shape != .upper, next.shape == .lower,
      hasMarks(before) || hasMarks(next)
    else { return }
    switch site.seen {
    case 0x2E, 0x3A, 0x3B: addSpeck(lattice, index, cost)
    default: break
    }
  }

  func addSpeck(_ lattice: Lattice, _ index: Int, _ cost: Float) {
    lattice.addSpecial(
      Arc(from: Int32(index), to: Int32(index + 1), word: .max, second: .max, cost: cost, kind: .noise))
  }

  private func isSpeck(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x7E, 0x5F, 0x60, 0x27, 0xAC, 0xB0, 0x2018, 0x2019: true
    default: false
    }
  }
}
