import SequenceLabels

/// What the model of deadlines sees of each date: what it is, the words around it, how the line stands.
struct DeadlineFeatures {
  let view: DocumentView
  let mentions: [DateMention]
  /// ISO date of the document, or of the latest one that it cites.
  let issued: String?

  private var reading: Reading { view.reading }

  /// How many words on each side are looked at one by one, and how many as a heap.
  private static let (before, after, clause, behind) = (5, 3, 14, 6)
  /// How many lines above a date the line that opens its list may stand, and the head of its table.
  private static let (listReach, tableReach) = (12, 40)
  /// How many words of its line are looked at on either side of a date, and of the head of a column.
  private static let (lineReach, headLength) = (60, 8)
  /// More pieces of lines are not looked at.
  private static let mostPieces = 200

  /// A unit for each date; O(dates).
  func sequence() -> UnitSequence {
    var sequence = UnitSequence()
    var line = -1
    for number in mentions.indices {
      let own = view.segments[mentions[number].segment].line
      if own != line { sequence.openGroup() }
      line = own
      sequence.openUnit()
      addDate(number, to: &sequence)
      addPlace(number, to: &sequence)
      addWords(mentions[number].words, to: &sequence)
      addHeads(mentions[number], to: &sequence)
      addPhrase(mentions[number], to: &sequence)
    }
    return sequence
  }

  private func addDate(_ number: Int, to sequence: inout UnitSequence) {
    let mention = mentions[number]
    let date = mention.date
    let kind = mention.recurs ? 4 : date.day != nil ? 0 : date.quarter != nil ? 2 : date.month != nil ? 1 : 3
    let form = (date.year != nil ? 1 : 0) + (date.spelled ? 2 : 0)
    sequence.add(FeatureKey.make(200, kind, form))
    sequence.add(FeatureKey.make(201, Int(view.zones[mention.segment].rawValue)))
    if let issued, let iso = DeadlinesField.iso(mention, issued: issued) {
      let years = (Int(iso.prefix(4)) ?? 0) - (Int(issued.prefix(4)) ?? 0)
      sequence.add(FeatureKey.make(202, max(-2, min(8, years))))
      sequence.add(FeatureKey.make(203, kind, iso == issued ? 1 : 0))
    } else {
      sequence.add(FeatureKey.make(204, kind))
    }
    // Whether it goes on to another date, and whether another one leads to it.
    if leadsOn(number) { sequence.add(FeatureKey.make(205, 1)) }
    if number > 0, leadsOn(number - 1) { sequence.add(FeatureKey.make(206, 1)) }
  }

  /// `từ ngày … đến ngày …`, `01/3 - 15/4`: whether a date and the next one are the ends of a stretch of time.
  func leadsOn(_ number: Int) -> Bool {
    guard number + 1 < mentions.count else { return false }
    let between = mentions[number].words.upperBound..<mentions[number + 1].words.lowerBound
    let last = mentions[number].range.upperBound
    if between.isEmpty || between.count < 4, between.allSatisfy({ reading.words[$0].isEmpty }) {
      return reading.text.folded[last..<mentions[number + 1].range.lowerBound].contains {
        $0 == 0x2D || $0 == Folding.other
      }
    }
    guard let first = between.first(where: { !reading.words[$0].isEmpty }), between.upperBound - first < 6
    else { return false }
    return Self.untils.contains(reading.words[first].key)
  }

  private static let untils = WordKey.set("den toi")

  private func addPlace(_ number: Int, to sequence: inout UnitSequence) {
    let mention = mentions[number]
    let segment = view.segments[mention.segment]
    let ahead =
      max(segment.words.lowerBound, mention.words.lowerBound - Self.lineReach)..<mention.words.lowerBound
    let rest =
      mention.words
      .upperBound..<max(
        mention.words.upperBound, min(segment.words.upperBound, mention.words.upperBound + Self.lineReach))
    let opens =
      ahead.lowerBound == segment.words.lowerBound
      && ahead.allSatisfy {
        reading.words[$0].isEmpty || !reading.words[$0].shape.contains(.letter)
          || $0 == segment.words.lowerBound && reading.words[$0].core.count < 2
      }
    let closes = rest.allSatisfy { reading.words[$0].isEmpty }
    sequence.add(
      FeatureKey.make(210, (opens ? 1 : 0) + (closes ? 2 : 0), segment.isCell || segment.column > 0 ? 1 : 0))
    sequence.add(FeatureKey.make(211, Int(reading.lastByte(mention.words.upperBound - 1)) & 0x7F))
    sequence.add(
      FeatureKey.make(212, Int(reading.firstByte(mention.words.lowerBound)) == 0x28 ? 1 : 0, opens ? 1 : 0))
    if let last = ahead.last { sequence.add(FeatureKey.make(213, mark(behind: last), opens ? 1 : 0)) }
    if isInBrackets(ahead) { sequence.add(FeatureKey.make(214, 1)) }
    if let code = ahead.last, reading.words[code].shape.isSuperset(of: [.digit, .letter]) || holdsSlash(code)
    {
      sequence.add(FeatureKey.make(215, 1))
    }
  }

  /// The mark that ends a word; a row of dots that leads to what follows is one of its own.
  private func mark(behind index: Int) -> Int {
    if reading.words[index].isEmpty { return reading.words[index].range.count > 3 ? 1 : 2 }
    let byte = reading.lastByte(index)
    return Folding.isLetter(byte) || Folding.isDigit(byte) ? 0 : Int(byte)
  }

  private func isInBrackets(_ words: Range<Int>) -> Bool {
    for word in words.reversed() {
      if reading.lastByte(word) == 0x29 { return false }
      if reading.firstByte(word) == 0x28 { return true }
    }
    return false
  }

  private func holdsSlash(_ index: Int) -> Bool {
    reading.text.folded[reading.words[index].range].contains(0x2F)
  }

  private func addWords(_ date: Range<Int>, to sequence: inout UnitSequence) {
    let (first, last) = (view.segments[view.range.lowerBound], view.segments[view.range.upperBound - 1])
    let ahead = keys((first.words.lowerBound..<date.lowerBound).reversed(), Self.clause + 6, isBackward: true)
    let behind = keys(
      date.upperBound..<max(date.upperBound, last.words.upperBound), Self.behind + 2, isBackward: false)
    for (place, key) in ahead.all.prefix(Self.before).enumerated() {
      sequence.add(FeatureKey.word(220 + place, key))
    }
    for (place, key) in behind.all.prefix(Self.after).enumerated() {
      sequence.add(FeatureKey.word(226 + place, key))
    }
    let near = Array(ahead.all.prefix(4))
    if near.count > 1 { sequence.add(FeatureKey.word(230, near[0], near[1])) }
    if near.count > 2 {
      sequence.add(FeatureKey.word(231, near[1], near[2]))
      sequence.add(FeatureKey.word(232, near[0] &* 31 &+ near[1], near[2]))
    }
    if behind.all.count > 1 { sequence.add(FeatureKey.word(233, behind.all[0], behind.all[1])) }
    let clause = ahead.clause.prefix(Self.clause)
    for key in Set(clause) { sequence.add(FeatureKey.word(234, key)) }
    for (next, key) in zip(clause, clause.dropFirst()) { sequence.add(FeatureKey.word(235, key, next)) }
    for key in Set(behind.clause.prefix(Self.behind)) { sequence.add(FeatureKey.word(236, key)) }
    sequence.add(FeatureKey.make(237, Bucket.count(ahead.clause.count)))
  }

  /// The keys of words from a date on, all and those up to the mark that ends the clause; figures are alike.
  private func keys(
    _ words: some Sequence<Int>, _ limit: Int, isBackward: Bool
  ) -> (all: [UInt64], clause: [UInt64]) {
    var (all, clause, isOpen): ([UInt64], [UInt64], Bool) = ([], [], true)
    for index in words {
      guard all.count < limit else { break }
      guard !reading.words[index].isEmpty else { continue }
      if isBackward, ends(index) { isOpen = false }
      let key = key(index)
      all.append(key)
      if isOpen { clause.append(key) }
      if !isBackward, ends(index) { isOpen = false }
    }
    return (all, clause)
  }

  private func key(_ index: Int) -> UInt64 {
    reading.words[index].shape.contains(.digit) ? 1 : reading.words[index].key
  }

  private func ends(_ index: Int) -> Bool {
    let byte = reading.lastByte(index)
    return byte == 0x2E || byte == 0x3B
  }

  /// The rule of the phrase of time that the date closes.
  private func addPhrase(_ mention: DateMention, to sequence: inout UnitSequence) {
    let grammar = DeadlineGrammar(reading: reading)
    let lower = max(view.segments[view.range.lowerBound].words.lowerBound, mention.words.lowerBound - 14)
    for start in lower...mention.words.lowerBound {
      guard let found = grammar.phrase(at: start, limit: mention.words.upperBound),
        found.words.upperBound >= mention.words.upperBound - 1, found.end >= mention.range.upperBound - 1
      else { continue }
      sequence.add(FeatureKey.make(250, found.rule, 0))
      sequence.add(FeatureKey.make(251, found.asks == .nothing ? 1 : 0, found.isStrong ? 1 : 0))
      return
    }
    sequence.add(FeatureKey.make(252, 0))
  }

  /// The words of the line that opens the list, and of the row that heads the table.
  private func addHeads(_ mention: DateMention, to sequence: inout UnitSequence) {
    let own = view.segments[mention.segment].line
    var segment = mention.segment - 1
    var isListOpen = true
    while segment >= max(view.range.lowerBound, mention.segment - Self.mostPieces),
      own - view.segments[segment].line <= Self.tableReach
    {
      let piece = view.segments[segment]
      if piece.line < own {
        if isListOpen, own - piece.line <= Self.listReach, let last = piece.words.last,
          reading.lastByte(last) == 0x3A
        {
          for word in piece.words.suffix(8) where !reading.words[word].isEmpty {
            sequence.add(FeatureKey.word(240, key(word)))
          }
          isListOpen = false
        }
        if piece.isCell || piece.column > 0,
          piece.words.prefix(Self.headLength).contains(where: { Self.heads.contains(reading.words[$0].key) })
        {
          for word in piece.words.prefix(Self.headLength) where !reading.words[word].isEmpty {
            sequence.add(FeatureKey.word(241, key(word)))
          }
          sequence.add(FeatureKey.make(242, view.segments[mention.segment].column > 0 ? 1 : 0))
          return
        }
      }
      segment -= 1
    }
  }

  /// Words that the head of a column of dates holds.
  private static let heads = WordKey.set("gian han do xong diem moc ngay thanh")
}
