/// The words that name what is attached: a note in brackets, or a sentence.
struct AttachmentNote {
  let reading: Reading
  let tables: ExtractionTables
  /// The note stands on a line of its own: what it names need not be capitalised.
  let opensLine: Bool
  /// The row of the document's own type among the phrases of types.
  let type: Int?
  private static let openings = PhraseTable([
    "Kèm theo", "Gửi kèm", "Đính kèm", "Gửi kèm theo", "Đính kèm theo", "Có", "Xin gửi kèm",
    "Xin gửi kèm theo",
    "Kèm theo đây", "Gửi kèm theo đây", "Xin gửi kèm theo đây", "Hồ sơ trình gồm", "Hồ sơ trình kèm gồm",
  ])
  static let mentions = PhraseTable([
    "kèm theo", "gửi kèm", "đính kèm", "gửi kèm theo", "đính kèm theo",
  ])
  /// `... là phần không tách rời của biên bản này`.
  private static let parts = PhraseTable([
    "là bộ phận", "là phần không tách rời", "là một phần không tách rời", "là bộ phận không tách rời",
    "là phần không thể tách rời", "là bộ phận không thể tách rời",
  ])
  private static let along = WordKey.of("kem")
  private static let negation = WordKey.of("khong")
  private static let negations = WordKey.set("khong chua phai")
  private static let leads = WordKey.set("co theo")
  private static let own = WordKey.of("nay")
  /// `(Có ...)` opens a note only where it says of what.
  private static let having = WordKey.of("co")
  private static let links = WordKey.set("co la gom cac bao")
  private static let consists = WordKey.of("gom")
  private static let heads = PhraseTable(
    [
      "Đề cương", "Phụ lục", "Biểu", "Biểu mẫu", "Biểu tổng hợp", "Danh sách", "Danh mục", "Bản", "Dự thảo",
      "Mẫu", "Bảng", "Hồ sơ", "Tài liệu", "Phiếu", "Chương trình", "Lịch", "Thể lệ", "Sơ đồ", "Bản đồ",
      "Tờ khai", "Trích lục", "Trích sao",
    ] + forms, exactWhenShort: true)
  /// What a numbered form is: `Mẫu số 01 Đơn đăng ký`.
  private static let forms = ["Đơn đăng ký", "Đơn đề nghị", "Đơn xin", "Đơn yêu cầu"]
  private static let formPhrases = PhraseTable(forms)
  /// Those that are named in small letters as well: `theo mẫu kèm theo`, `có bảng giá kèm theo`.
  private static let smallHeads = PhraseTable(
    [
      "biểu mẫu", "biểu", "mẫu", "danh sách", "danh mục", "bảng", "phiếu", "đề cương", "phụ lục", "lịch",
      "sơ đồ", "chương trình",
    ], exactWhenShort: true)

  /// Those that somebody else may have to send along just as well.
  private static let dossierHeads = PhraseTable(
    ["biên bản", "dự thảo", "dự toán", "hồ sơ", "tài liệu"], exactWhenShort: true)
  private static let duties = WordKey.set("phai nop")

  /// Where the list begins behind `(Kèm theo Kế hoạch này có`; nil if the bracket is no such note.
  ///
  /// In an annex `(Kèm theo: Quyết định số ...)` says whose it is.
  func listStart(at index: Int, limit: Int, inAnnex: Bool = false) -> Int? {
    guard let opening = Self.openings.match(reading, at: index, limit: limit) else { return nil }
    var start = opening.end
    if let type = tables.typePhrases.match(reading, at: start, limit: limit), type.end < limit,
      reading.words[type.end].key == Self.own || reading.lastByte(type.end - 1) == 0x3A
    {
      start = type.end + (reading.words[type.end].key == Self.own ? 1 : 0)
      while start < limit, Self.links.contains(reading.words[start].key) { start += 1 }
    } else if reading.words[index].key == Self.having {
      return nil
    }
    while start < limit, reading.words[start].isEmpty { start += 1 }
    // Whatever a colon introduces is sent along.
    let isListed =
      start < limit && reading.lastByte(start - 1) == 0x3A && reading.words[start].shape.contains(.capital)
      && reading.words[start].key != Self.negation
      && !(inAnnex && tables.typePhrases.match(reading, at: start, limit: limit) != nil)
    guard start < limit, isListed || startsItem(start, limit) else { return nil }
    return start
  }

  /// `(có Danh sách kèm theo)`, `(Phụ lục I kèm theo)`: what stands before the mention that closes the bracket.
  func itemsBeforeMention(at index: Int, limit: Int) -> [Range<Int>] {
    var start = index
    while start < limit, Self.leads.contains(reading.words[start].key) { start += 1 }
    guard start < limit,
      startsItem(start, limit) || isSmallHead(start, limit, withDossiers: !isDuty(before: index))
    else { return [] }
    let last = min(limit, start + Self.longestMention)
    let stop = closing(from: index, limit: last) ?? last
    let mention = (start + 1..<stop).first { position in
      guard let match = Self.mentions.match(reading, at: position, limit: limit) else { return false }
      let end = ownEnd(match.end, limit) ?? match.end
      return reading.closesBracket(end - 1)
    }
    return mention.map { items(from: start, limit: $0) } ?? []
  }

  /// Whether what somebody else has to do, `phải nộp`, stands before a word.
  private func isDuty(before index: Int) -> Bool {
    (max(0, index - Self.longestItem)..<index).contains { Self.duties.contains(reading.words[$0].key) }
  }

  /// One past the word before `limit` that closes the bracket which word `start` opens; nil where none does.
  private func closing(from start: Int, limit: Int) -> Int? {
    var depth = 0
    return (start..<limit).first { index in
      depth += reading.bracketBalance(index)
      return depth <= 0
    }.map { $0 + 1 }
  }

  private static let longestMention = 25
  /// Words of a mention before it: `được gửi kèm`, `ban hành kèm theo`.
  private static let passives = WordKey.set("duoc ban hanh chup xin")
  /// Words before what a mention names: `theo Đề cương`, `tại Biểu số 01`, `có bảng dự toán`.
  private static let names = WordKey.set("theo tai co cac trong bang qua gom la va nhu")
  private static let references = WordKey.set("theo tai trong")
  private static let here = PhraseTable(["này", "đây"], exactWhenShort: true)

  /// Items, and the word behind the mention and behind them.
  struct Named {
    var items: [Range<Int>]
    var end: Int
  }

  /// The items that a mention at word `index` in running text names, those of its sentence from word `lower` on.
  ///
  /// What follows it: `Gửi kèm theo Công văn này: (1) ...; (2) ...`, `Ban hành kèm theo Quyết định này Quy chế ...`; else
  /// what stands before it: `theo Đề cương gửi kèm công văn này`. No items where the mention goes on with another
  /// document, `danh sách kèm theo Quyết định số 12`; nil where there is no mention.
  func named(atMention index: Int, lower: Int, limit: Int) -> Named? {
    guard let (mention, isPart) = mentionEnd(at: index, limit) else { return nil }
    let end = withoutPassives(before: index, lower)
    guard end == lower || !Self.negations.contains(reading.words[end - 1].key) else {
      return Named(items: [], end: mention)
    }
    let own = isPart ? mention : ownEnd(mention, limit)
    if !isPart, let start = listStart(behind: own ?? mention, isOwn: own != nil, mention: index, lower, limit)
    {
      let items = items(from: start, limit: limit, isSentence: true)
      return Named(items: items, end: max(start, items.last?.upperBound ?? 0))
    }
    guard own != nil || Self.clauseEnds.contains(reading.lastByte(mention - 1)) else {
      return Named(items: [], end: mention)
    }
    let start = chainStart(before: end, lower, isOwn: own != nil)
    return Named(items: start.map { items(from: $0, limit: end) } ?? [], end: mention)
  }

  /// One past what a mention tells of, without `được`, `ban hành` before it.
  private func withoutPassives(before index: Int, _ lower: Int) -> Int {
    var end = index
    while end > lower, Self.passives.contains(reading.words[end - 1].key) {
      let isIssued = reading.words[end - 1].key == WordKey.of("hanh")
      if isIssued, end - 2 < lower || reading.words[end - 2].key != WordKey.of("ban") { break }
      end -= isIssued ? 2 : 1
    }
    return end
  }

  /// One past a mention at a word, `gửi kèm`, `(kèm Giấy mời này)`, or past the words that make a part of what stands
  /// before them.
  private func mentionEnd(at index: Int, _ limit: Int) -> (end: Int, isPart: Bool)? {
    if let mention = Self.mentions.match(reading, at: index, limit: limit) { return (mention.end, false) }
    if let end = partEnd(at: index, limit) { return (end, true) }
    guard reading.words[index].key == Self.along, !reading.endsClause(index),
      tables.typePhrases.match(reading, at: index + 1, limit: limit) != nil, ownEnd(index + 1, limit) != nil
    else { return nil }
    return (index + 1, false)
  }

  /// `là phần không tách rời của Quyết định này`, of no other document.
  private func partEnd(at index: Int, _ limit: Int) -> Int? {
    guard let part = Self.parts.match(reading, at: index, limit: limit), part.end + 1 < limit,
      reading.words[part.end].key == WordKey.of("cua"),
      let type = tables.typePhrases.match(reading, at: part.end + 1, limit: limit)
    else { return nil }
    let isOwn =
      type.end == limit || reading.endsClause(type.end - 1) || reading.words[type.end].key == Self.own
    return isOwn ? type.end : nil
  }

  private static let clauseEnds: Set<UInt8> = [0x2E, 0x3B, 0x2C, 0x29]

  /// One past `công văn này`, `đây` behind a mention.
  private func ownEnd(_ start: Int, _ limit: Int) -> Int? {
    guard !Self.clauseEnds.contains(reading.lastByte(start - 1)) else { return nil }
    // `(gửi kèm công văn)`, `kèm theo Hợp đồng.` in a contract.
    if let type = tables.typePhrases.match(reading, at: start, limit: limit),
      reading.lastByte(type.end - 1) == 0x29
        || type.row == self.type && reading.words[start].shape.contains(.capital)
          && Self.clauseEnds.contains(reading.lastByte(type.end - 1))
    {
      return type.end
    }
    var index = start
    while index < min(limit, start + Self.longestType) {
      if let here = Self.here.match(reading, at: index, limit: limit) { return here.end }
      guard !Self.clauseEnds.contains(reading.lastByte(index)), !reading.words[index].shape.contains(.digit)
      else {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static let longestType = 5

  /// Where the list begins behind a mention that opens its sentence or ends with a colon.
  private func listStart(
    behind end: Int, isOwn: Bool, mention: Int, _ lower: Int, _ limit: Int
  ) -> Int? {
    var opening = mention
    while opening > lower, Self.passives.contains(reading.words[opening - 1].key) { opening -= 1 }
    let opensSentence =
      opening == lower || [0x2E, 0x3B, 0x3A].contains(reading.lastByte(opening - 1))
    let hasColon = reading.lastByte(end - 1) == 0x3A && !Self.endsAside(mention..<end, reading)
    let lists = end < limit && reading.words[end].key == Self.consists && !isDuty(before: mention)
    guard hasColon || lists || isOwn && opensSentence || isOwnType(before: opening, lower) else { return nil }
    var start = end
    while start < limit, reading.words[start].isEmpty || Self.links.contains(reading.words[start].key) {
      start += 1
    }
    guard start < limit else { return nil }
    // Whatever a dash opens behind the colon is an item.
    let isListed = hasColon && start > end && reading.words[start - 1].isEmpty
    return isListed || startsItem(start, limit) ? start : nil
  }

  /// `Kế hoạch này` right before a word, in the same clause: the document sends along what follows.
  private func isOwnType(before index: Int, _ lower: Int) -> Bool {
    let own = index - 1
    guard own > lower, reading.words[own].key == Self.own, !Self.clauseEnds.contains(reading.lastByte(own)),
      reading.lastByte(own) != 0x3A
    else { return false }
    return (max(lower, own - Self.longestType)..<own).contains {
      tables.typePhrases.match(reading, at: $0, limit: own)?.end == own
    }
  }

  /// Where the items that end before word `end` begin: the nearest head behind a word that introduces it, and those that
  /// commas and `và` join to it.
  private func chainStart(before end: Int, _ lower: Int, isOwn: Bool) -> Int? {
    var found: Int?
    var index = end - 1
    var least = max(lower, end - Self.longestItem)
    while index >= least {
      if index + 1 < end, [0x2E, 0x3B, 0x3A].contains(reading.lastByte(index)) { break }
      if Self.mentions.match(reading, at: index, limit: end) != nil { break }
      if opensItem(index, end, lower, isOwn: isOwn) {
        found = index
        guard index > lower, isJoined(index) else { break }
        least = max(lower, index - Self.nearby, end - Self.longestList)
      } else if reading.firstByte(index) == 0x28, closing(from: index, limit: end) == nil {
        break
      }
      index -= 1
    }
    return found
  }

  private static let longestItem = 18
  /// More words than any list in a note or a sentence has.
  private static let longestList = 120
  private static let nearby = 8

  /// Whether a comma or `và` stands before an item.
  private func isJoined(_ index: Int) -> Bool {
    reading.lastByte(index - 1) == 0x2C || reading.words[index - 1].key == WordKey.of("va")
  }

  /// `theo bảng giá kèm theo`; `có bảng điểm kèm theo` only where the document says that it is its own.
  private func opensSmallItem(_ index: Int, _ lower: Int, _ isOwn: Bool) -> Bool {
    if reading.firstByte(index) == 0x28 { return true }
    guard index > lower else { return isOwn }
    let before = reading.words[index - 1]
    if Self.references.contains(before.key) { return true }
    return isOwn && (Self.names.contains(before.key) || reading.lastByte(index - 1) == 0x3B)
  }

  /// Whether an item begins at a word, behind one that introduces it.
  private func opensItem(_ index: Int, _ end: Int, _ lower: Int, isOwn: Bool) -> Bool {
    guard reading.words[index].shape.contains(.capital) else {
      return isSmallHead(index, end, withDossiers: isOwn) && opensSmallItem(index, lower, isOwn)
    }
    guard startsItem(index, end) else { return false }
    if index == lower { return true }
    if Self.names.contains(reading.words[index - 1].key) { return true }
    switch reading.lastByte(index - 1) {
    case 0x3B, 0x3A, 0x2E, 0x2C: return true
    // `Phụ lục A (Danh mục kho)`: what a bracket adds is no item of its own.
    default: return reading.firstByte(index) == 0x28 && closing(from: index, limit: end) == nil
    }
  }

  /// `Hồ sơ gửi kèm gồm:`, `Tài liệu kèm theo:`, `Ban hành kèm theo Quyết định này các mẫu sau đây:` at the end of a line.
  static func opensList(_ words: Range<Int>, _ reading: Reading) -> Bool {
    guard reading.lastByte(words.upperBound - 1) == 0x3A else { return false }
    return words.suffix(Self.longestHead).contains { word in
      [mentions, dossiers].contains { phrases in
        phrases.match(reading, at: word, limit: words.upperBound).map {
          $0.end < words.upperBound || !endsAside(word..<$0.end, reading)
        } ?? false
      }
    }
  }

  /// `Kết quả (có biên bản kèm theo):` introduces something else than what is attached; `Hồ sơ (đính kèm):` does not.
  private static func endsAside(_ mention: Range<Int>, _ reading: Reading) -> Bool {
    reading.closesBracket(mention.upperBound - 1) && reading.firstByte(mention.lowerBound) != 0x28
  }

  private static let dossiers = PhraseTable(["hồ sơ trình gồm", "trình kèm", "kèm gồm"])

  /// Whether a word begins the name of a form.
  static func opensForm(_ index: Int, _ reading: Reading) -> Bool {
    formPhrases.match(reading, at: index, limit: reading.words.count) != nil
  }

  /// One past `Gửi kèm:`, `Tài liệu gửi kèm:` where a line begins with it and goes on with what is sent along.
  static func closingStart(_ words: Range<Int>, _ reading: Reading) -> Int? {
    guard let match = closings.match(reading, at: words.lowerBound, limit: words.upperBound),
      match.end < words.upperBound, reading.lastByte(match.end - 1) == 0x3A,
      reading.firstByte(words.lowerBound) != 0x28, reading.words[match.end].shape.contains(.capital),
      reading.words[match.end].key != negation
    else { return nil }
    return match.end
  }

  private static let closings = PhraseTable([
    "Gửi kèm", "Đính kèm", "Kèm theo", "Tài liệu gửi kèm", "Tài liệu đính kèm", "Tài liệu kèm theo",
  ])

  /// How many words before the colon a mention may stand.
  private static let longestHead = 14

  /// `Phụ lục: Danh sách ...` on a line of its own, `Phụ lục 01. Sơ đồ ...` where it opens a sentence.
  func annexOfLine(_ words: Range<Int>, isOpening: Bool) -> Range<Int>? {
    guard let match = Self.annexes.match(reading, at: words.lowerBound, limit: words.upperBound),
      reading.words[words.lowerBound].shape.contains(.capital), match.end < words.upperBound
    else { return nil }
    // A colon behind the label or its number, before more words.
    let label = match.end - 1..<min(match.end + 2, words.upperBound - 1)
    if label.contains(where: { reading.lastByte($0) == 0x3A }) { return words }
    guard isOpening, match.end + 1 < words.upperBound, reading.lastByte(match.end) == 0x2E,
      reading.words[match.end].core.count <= 4, reading.words[match.end + 1].shape.contains(.capital)
    else { return nil }
    return words
  }

  private static let annexes = PhraseTable(["Phụ lục"])

  /// `biểu mẫu số 1`, `bảng dự toán`, in small letters; a head alone names nothing.
  private func isSmallHead(_ index: Int, _ limit: Int, withDossiers: Bool = false) -> Bool {
    let tables = withDossiers ? [Self.smallHeads, Self.dossierHeads] : [Self.smallHeads]
    guard reading.words[index].shape.contains(.lower),
      let head = tables.lazy.compactMap({ $0.match(reading, at: index, limit: limit) }).first,
      head.end < limit
    else { return false }
    return !reading.endsClause(head.end - 1) && !Self.unnamed.contains(reading.words[head.end].key)
      && Self.mentions.match(reading, at: head.end, limit: limit) == nil
  }

  /// Words behind a head in small letters that name nothing: `mẫu tại Phụ lục 1`, `phụ lục sau`.
  static let unnamed = WordKey.set("tai theo ban sau nay do dinh gui kem va cua")

  /// `01 sơ đồ`, `03 biên bản`: how many of what is sent along.
  private func counts(_ index: Int, _ limit: Int) -> Bool {
    let word = reading.words[index]
    guard word.shape.contains(.digit), word.core == word.range, word.core.count <= 3, index + 1 < limit else {
      return false
    }
    return [Self.heads, tables.typePhrases].contains { $0.match(reading, at: index + 1, limit: limit) != nil }
  }

  private func startsItem(_ index: Int, _ limit: Int) -> Bool {
    let word = reading.words[index]
    if counts(index, limit) { return true }
    if word.shape.contains(.digit), word.core.count <= 2,
      word.start < word.coreStart || word.end > word.coreEnd
    {
      return true
    }
    guard word.shape.contains(.capital) else {
      return opensLine && Self.heads.match(reading, at: index, limit: limit) != nil
    }
    if let type = tables.typePhrases.match(reading, at: index, limit: limit) {
      return
        !(type.end < limit
        && (reading.words[type.end].key == WordKey.of("so") || reading.words[type.end].shape.contains(.digit)))
    }
    return Self.heads.match(reading, at: index, limit: limit) != nil
  }

  /// The items up to the closing bracket, or up to the full stop: numbered, or cut before `và` and commas that introduce
  /// another head.
  func items(from start: Int, limit: Int, isSentence: Bool = false) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var first = start
    var depth = 1
    var index = start
    let numbered = isMarker(start)
    while index < limit, index - start < Self.longestList {
      if numbered, isMarker(index) {
        let end = isBracket(index - 1) ? index - 1 : index
        if end > first { items.append(first..<end) }
        first = index + 1
        index += 1
        continue
      }
      if numbered, isBracket(index), index + 1 < limit, isMarker(index + 1) { index += 1; continue }
      if isSentence, opensLineWithDash(index) {
        if index > first { items.append(first..<index) }
        first = index + 1
      }
      depth += reading.bracketBalance(index)
      if depth <= 0 || isSentence && depth == 1 && endsSentence(index, from: start) { index += 1; break }
      if !numbered, index > first, breaks(after: index, limit) {
        items.append(first..<(index + 1))
        first = index + 1
        if reading.words[first].key == WordKey.of("va") { first += 1 }
      }
      index += 1
    }
    if first < min(index, limit) { items.append(first..<min(index, limit)) }
    return items.compactMap { clean($0) }
  }

  /// A full stop; none behind the number of `Phụ lục 1. Danh mục ...`.
  private func endsSentence(_ index: Int, from start: Int) -> Bool {
    guard reading.lastByte(index) == 0x2E else { return false }
    let isNumber = reading.words[index].shape.contains(.digit) && reading.words[index].core.count <= 3
    return
      !(isNumber && index >= start + 2
      && Self.annexes.match(reading, at: index - 2, limit: index)?.end == index)
  }

  /// A dash alone at the start of a line.
  private func opensLineWithDash(_ index: Int) -> Bool {
    guard index > 0, reading.words[index].isEmpty, reading.firstByte(index) == 0x2D else { return false }
    return reading.text.folded[Int(reading.words[index - 1].end)..<Int(reading.words[index].start)].contains(
      Folding.newline)
  }

  /// `(1)`, or `1.` behind a mark, before an item.
  private func isMarker(_ index: Int) -> Bool {
    let word = reading.words[index]
    guard word.shape.contains(.digit), !word.shape.contains(.letter), word.core.count <= 2,
      word.end > word.coreEnd
    else { return false }
    if word.start < word.coreStart { return true }
    guard index > 0 else { return false }
    return isBracket(index - 1)
      || reading.lastByte(index) == 0x2E && [0x3A, 0x3B].contains(reading.lastByte(index - 1))
  }

  /// `(` alone, torn from its figure.
  private func isBracket(_ index: Int) -> Bool {
    index >= 0 && reading.words[index].range.count == 1 && reading.firstByte(index) == 0x28
  }

  private func breaks(after index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit else { return false }
    let last = reading.lastByte(index)
    if last == 0x3B { return true }
    var next = index + 1
    let isAnd = reading.words[next].key == WordKey.of("va")
    if isAnd { next += 1 }
    guard isAnd || last == 0x2C, next < limit else { return false }
    if isAnd, reading.words[next].key == WordKey.of("cac") { return true }
    return startsItem(next, limit)
  }

  /// Drops items that name nothing (`các Phụ lục`) and the closing bracket.
  private func clean(_ item: Range<Int>) -> Range<Int>? {
    guard let first = item.first(where: { !reading.words[$0].isEmpty }) else { return nil }
    let isNamed =
      reading.words[first].shape.contains(.capital)
      || isSmallHead(first, item.upperBound, withDossiers: true)
      || counts(first, item.upperBound) || opensLine && reading.words[first].key != WordKey.of("cac")
    return isNamed ? first..<item.upperBound : nil
  }
}
