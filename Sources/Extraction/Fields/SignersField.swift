/// Thẩm quyền, chức vụ, họ tên of those who sign.
struct SignersField {
  let view: DocumentView

  /// One signer under construction.
  private struct Draft {
    /// The lines of each authority.
    var authorities: [[Range<Int>]] = []
    var titles: [Range<Int>] = []
    var rank: Range<Int>?
    var name: Range<Int>?

    var isEmpty: Bool { authorities.isEmpty && titles.isEmpty && name == nil }
    var pieces: [Range<Int>] {
      (authorities.flatMap { $0 } + titles + [rank, name].compactMap { $0 }).sorted {
        $0.lowerBound < $1.lowerBound
      }
    }
  }

  private enum Part {
    case authority(Range<Int>)
    case title(Range<Int>)
    case rank(Range<Int>)
    case name(Range<Int>)

    var words: Range<Int> {
      switch self {
      case .authority(let words), .title(let words), .rank(let words), .name(let words): words
      }
    }

    var isRank: Bool {
      if case .rank = self { true } else { false }
    }
  }

  /// The signers in the order in which they stand.
  static func read(_ view: DocumentView) -> [Signer] {
    let field = SignersField(view: view)
    var rows: [[Part]] = []
    var (line, zone) = (-1, Zone.text)
    for index in view.indices(.authority, .signerTitle, .signerRank, .signerName) {
      let parts = field.parts(of: view.segments[index].words, view.zones[index])
      // Cells hold whole signatures, or one part of each.
      if view.segments[index].line == line, !view.segments[index].isCell || view.zones[index] == zone,
        !rows.isEmpty
      {
        rows[rows.count - 1] += parts
      } else if !parts.isEmpty {
        rows.append(parts)
      }
      (line, zone) = (view.segments[index].line, view.zones[index])
    }
    let isParallel = field.isParallel(rows) && rows.allSatisfy { $0.count <= mostParts }
    let drafts = isParallel ? field.columns(rows) : field.sequence(rows.flatMap { $0 })
    return drafts.compactMap { field.signer($0, signsAlone: drafts.count == 1) }
  }

  /// More parts than a line of signers who sign side by side has.
  private static let mostParts = 12

  /// What a piece is; several authorities may share one: `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH`.
  private func parts(of words: Range<Int>, _ zone: Zone) -> [Part] {
    guard let first = words.first(where: { !view.reading.words[$0].isEmpty }) else { return [] }
    let words = first..<words.upperBound
    switch zone {
    case .authority: return authorities(words).map { .authority($0) }
    case .signerTitle: return [speaksFor(words) ? .authority(words) : .title(words)]
    case .signerRank: return [.rank(words)]
    default: return [.name(withoutSpecks(words))]
    }
  }

  /// `ĐẠI DIỆN BÊN A`: for whom one signs is no title of one's own.
  private func speaksFor(_ words: Range<Int>) -> Bool {
    Self.spokesmen.match(view.reading, at: words.lowerBound, limit: words.upperBound)
      .map { $0.end < words.upperBound } ?? false
  }

  private static let spokesmen = PhraseTable(["Đại diện", "Thay mặt"])

  /// Cuts before the marks of authorities.
  private func authorities(_ words: Range<Int>) -> [Range<Int>] {
    let starts = words.filter {
      $0 == words.lowerBound || view.shapes.authorityLength(at: $0, limit: words.upperBound) != nil
    }
    return zip(starts, starts.dropFirst() + [words.upperBound]).map { $0..<$1 }
  }

  /// A name without what a stamp left before it: from its family name on.
  private func withoutSpecks(_ words: Range<Int>) -> Range<Int> {
    guard !view.shapes.isPersonName(words) else { return words }
    let start = words.first {
      view.shapes.nameEnd(at: $0, limit: words.upperBound) == words.upperBound && words.upperBound - $0 >= 2
    }
    // Where no engine left any, a capital is a part of the name.
    guard let start,
      view.reading.isNoisy
        || (words.lowerBound..<start).allSatisfy({ !view.reading.words[$0].shape.contains(.capital) })
    else { return words }
    return start..<words.upperBound
  }

  /// Two signers side by side: a row with several parts of one kind.
  private func isParallel(_ rows: [[Part]]) -> Bool {
    rows.contains { row in
      let (authorities, titles, names) = count(row)
      return authorities > 1 && titles == 0 && names == 0 || titles > 1 && authorities == 0 && names == 0
        || names > 1
    }
  }

  private func count(_ row: [Part]) -> (Int, Int, Int) {
    row.reduce(into: (0, 0, 0)) { sums, part in
      switch part {
      case .authority: sums.0 += 1
      case .title: sums.1 += 1
      case .name: sums.2 += 1
      case .rank: break
      }
    }
  }

  /// The n-th part of every row belongs to the n-th signer, of a row with fewer parts to the one under whom it stands; a rank
  /// to the one whose name follows it.
  private func columns(_ rows: [[Part]]) -> [Draft] {
    let counts = rows.map { $0.count(where: { !$0.isRank }) }
    let width = counts.max() ?? 0
    let middles =
      zip(rows, counts).first { $1 == width }.map {
        $0.0.filter { !$0.isRank }.map { view.middle(of: $0.words) }
      } ?? []
    var drafts = [Draft](repeating: Draft(), count: width)
    for (row, count) in zip(rows, counts) {
      var column = 0
      for part in row {
        var own = min(column, width - 1)
        if count < width {
          let middle = view.middle(of: part.words)
          let nearest = middles.indices.min { abs(middles[$0] - middle) < abs(middles[$1] - middle) }
          own = deputyColumn(part, drafts) ?? nearest ?? own
        }
        add(part, to: &drafts[own])
        if !part.isRank { column += 1 }
      }
    }
    return drafts
  }

  /// `PHÓ GIÁM ĐỐC` alone on a line belongs to the one column that signs for a head (`KT.`) and has no title yet.
  private func deputyColumn(_ part: Part, _ drafts: [Draft]) -> Int? {
    guard case .title(let words) = part else { return nil }
    let deputies = [WordKey.of("pho"), WordKey.of("thu")]
    guard deputies.contains(view.reading.words[words.lowerBound].key) else { return nil }
    let open = drafts.indices.filter { column in
      drafts[column].titles.isEmpty
        && drafts[column].authorities.last.map {
          Self.deputyMarks.contains(view.reading.words[$0[0].lowerBound].key)
        }
          == true
    }
    return open.count == 1 ? open[0] : nil
  }

  private static let deputyMarks = WordKey.set("kt k/t k.t")

  /// One signer below the other: an authority or title behind a name opens the next.
  private func sequence(_ parts: [Part]) -> [Draft] {
    var drafts: [Draft] = []
    var waiting: [Int] = []
    for part in parts {
      switch part {
      case .rank:
        if let index = waiting.first {
          add(part, to: &drafts[index])
        } else {
          if drafts.last.map({ $0.name == nil }) != true { drafts.append(Draft()) }
          add(part, to: &drafts[drafts.count - 1])
        }
      case .name(let range):
        if let index = waiting.first {
          drafts[index].name = range
          waiting.removeFirst()
        } else if drafts.isEmpty || drafts[drafts.count - 1].name != nil {
          drafts.append(Draft(name: range))
        } else {
          drafts[drafts.count - 1].name = range
        }
      case .authority:
        let open = drafts.last.map { $0.name == nil && $0.titles.isEmpty } ?? false
        if !open { drafts.append(Draft()); waiting.append(drafts.count - 1) }
        add(part, to: &drafts[drafts.count - 1])
      case .title:
        if drafts.last.map({ $0.name == nil }) != true {
          drafts.append(Draft()); waiting.append(drafts.count - 1)
        }
        add(part, to: &drafts[drafts.count - 1])
      }
    }
    return drafts
  }

  /// `KT. CHÁNH ÁN` over `TÒA ÁN NHÂN DÂN TỐI CAO`: what has no mark of its own goes on with the authority above.
  private func continuesAuthority(_ range: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.titles.isEmpty, draft.name == nil, !draft.authorities.isEmpty else { return false }
    return view.shapes.authorityLength(at: range.lowerBound, limit: range.upperBound) == nil
  }

  private func add(_ part: Part, to draft: inout Draft) {
    switch part {
    case .authority(let range) where continuesAuthority(range, draft):
      draft.authorities[draft.authorities.count - 1].append(range)
    case .authority(let range): draft.authorities.append([range])
    case .title(let range): draft.titles.append(range)
    case .rank(let range): draft.rank = range
    case .name(let range): if draft.name == nil { draft.name = range }
    }
  }

  /// A block of signature without the lines that an engine left illegible: a wrong value is worse than none.
  private func legible(_ draft: Draft) -> Draft {
    guard view.reading.isNoisy else { return draft }
    func isSpelled(_ words: Range<Int>) -> Bool { view.isSpelled(view.scalars(words)) }
    var draft = draft
    if !draft.titles.allSatisfy(isSpelled) { draft.titles = [] }
    draft.authorities.removeAll { !$0.allSatisfy(isSpelled) }
    return draft
  }

  /// Whether an engine may have read a name rightly: syllables behind a family name.
  private func isPlausible(_ name: Range<Int>) -> Bool {
    guard view.reading.isNoisy else { return true }
    return view.isSpelled(view.scalars(name)) && view.shapes.isPersonName(trimmed(name))
  }

  private func signer(_ draft: Draft, signsAlone: Bool) -> Signer? {
    let draft = legible(draft)
    let joiner = WordJoiner(reading: view.reading)
    let spelling = SignerSpelling(view: view)
    func text(_ pieces: [Range<Int>]) -> String {
      guard let words = spelling.spelled(joiner.trim(pieces, keepsEnd: false), pieces) else { return "" }
      return words
    }
    let authorities = signsAlone ? draft.authorities : withoutOwnBody(draft)
    let layers = authorities.map(text)
    let authority = layers.joined(separator: " / ")
    let title = text(draft.titles)
    let name = draft.name.flatMap { words in
      spelling.withFamily(words) ?? (isPlausible(words) ? spelling.legible(words, in: piece(of: words)) : nil)
    }
    var pieces = draft.pieces
    if name == nil, let garbled = draft.name { pieces.removeAll { $0 == garbled } }
    if name == nil, draft.titles.isEmpty, draft.authorities.allSatisfy({ speaksFor($0[0]) }) { return nil }
    guard
      name != nil || !draft.titles.isEmpty
        || draft.authorities.contains(where: { $0.count > 1 || $0[0].count > 1 })
    else { return nil }
    if name == nil, spelling.isDamaged(zip(authorities, layers).map { ($0, $1) }, draft.titles, title) {
      return nil
    }
    let isSure = name != nil && draft.name.map { view.shapes.isPersonName(trimmed($0)) } ?? false
    let support: Support = isSure ? (title.isEmpty ? .partial : .plain) : .weak
    guard let place = view.value([hull(pieces)], support) else { return nil }
    return Signer(
      authority: authority.isEmpty ? nil : authority, title: title.isEmpty ? nil : title,
      rank: name == nil ? nil : draft.rank.flatMap(rank), name: name, place: place)
  }

  /// The authorities without the body that stands over the title of its own head where several sign: `SỞ TƯ PHÁP` over
  /// `GIÁM ĐỐC`.
  private func withoutOwnBody(_ draft: Draft) -> [[Range<Int>]] {
    guard let first = draft.authorities.first, draft.authorities.count > 1 || !draft.titles.isEmpty,
      view.shapes.authorityLength(at: first[0].lowerBound, limit: first[0].upperBound) == nil,
      view.opensBody(first[0].lowerBound, first[0])
    else { return draft.authorities }
    return Array(draft.authorities.dropFirst())
  }

  /// A rank as printed, its full stop kept: `PGS.TS.`.
  private func rank(_ words: Range<Int>) -> String? {
    view.text([words], keepsEnd: true)
  }

  /// The piece of the line that a name stands in, with what was left out before it as of no document.
  private func piece(of name: Range<Int>) -> Range<Int> {
    var start =
      view.segment(of: name.lowerBound).map { view.segments[$0].words.lowerBound } ?? name.lowerBound
    while start > 0, view.segment(of: start - 1) == nil {
      let gap = Int(view.reading.words[start - 1].end)..<Int(view.reading.words[start].start)
      if gap.count > 2 || view.reading.text.folded[gap].contains(Folding.newline) { break }
      start -= 1
    }
    return start..<name.upperBound
  }

  private func trimmed(_ words: Range<Int>) -> Range<Int> {
    var end = words.upperBound
    while end > words.lowerBound + 1, view.reading.words[end - 1].isEmpty { end -= 1 }
    return words.lowerBound..<end
  }

  private func hull(_ pieces: [Range<Int>]) -> Range<Int> {
    let low = pieces.map(\.lowerBound).min() ?? 0
    return low..<(pieces.map(\.upperBound).max() ?? low)
  }
}
