import VietText

/// Finds the mentions of cited documents in running text.
struct MentionScanner {
  let view: DocumentView
  private let reading: Reading
  private let grammar: BodyGrammar
  private let luat = WordKey.of("luat")
  private let bo = WordKey.of("bo")
  private let phap = WordKey.of("phap")
  private let lenh = WordKey.of("lenh")
  private let ngay = WordKey.of("ngay")
  private let of = WordKey.of("cua")

  init(view: DocumentView) {
    self.view = view
    reading = view.reading
    grammar = BodyGrammar(reading: view.reading, tables: view.tables)
  }

  /// All mentions in order, those of annexes included.
  func mentions() -> [Mention] {
    var result: [Mention] = []
    var clauseIsBasis = false
    var end = view.range.lowerBound
    for index in view.range where Self.zones.contains(view.zones[index]) {
      if view.copies.contains(where: { $0.contains(index) }) { continue }
      clauseIsBasis = isBasis(index, clauseIsBasis)
      let limit = limit(after: index)
      var word = max(view.segments[index].words.lowerBound, end)
      while word < view.segments[index].words.upperBound {
        if let (mention, next) = numbered(at: word, index, limit, clauseIsBasis, result.last)
          ?? law(at: word, index, limit, clauseIsBasis)
        {
          result.append(mention)
          end = next
          word = max(next, word + 1)
        } else {
          word += 1
        }
      }
    }
    return result
  }

  private static let zones: Set<Zone> = [.subject, .basis, .text, .annex, .annexHead, .type, .addressee]

  /// A clause begins with `Căn cứ` or goes on from one that did.
  private func isBasis(_ index: Int, _ before: Bool) -> Bool {
    if view.features[index].has(.basis) { return true }
    guard view.zones[index] == .basis, before, index > view.range.lowerBound else { return false }
    let above = view.features[index - 1]
    return !above.isClosed || above.last == 0x3A
      || view.features[index].has(.dash) && above.has(.dash) && !above.has(.basis)
  }

  /// Where a mention that begins in a segment must end: with the next segment of the same kind.
  private func limit(after index: Int) -> Int {
    var limit = view.segments[index].words.upperBound
    var next = index + 1
    while next < view.range.upperBound, next <= index + 3, Self.zones.contains(view.zones[next]),
      view.goesOn(next)
    {
      limit = view.segments[next].words.upperBound
      next += 1
    }
    return limit
  }

  /// A document cited by its number, whose digits are at word `index`.
  private func numbered(
    at index: Int, _ segment: Int, _ limit: Int, _ isBasis: Bool, _ last: Mention?
  ) -> (Mention, Int)? {
    let word = reading.words[index]
    guard word.shape.contains(.digit), let start = codeStart(index) else { return nil }
    let stop = Int(reading.words[limit - 1].end)
    guard var code = code(at: index, start, stop) else { return nil }
    joinLevel(&code, after: index, limit)
    let read = code
    code.mend(view.tables, reading)
    let before = precedingType(
      index, view.segments[segment].words.lowerBound, code, start > Int(word.coreStart))
    if let row = before.row {
      code = read
      code.mend(view.tables, reading, type: row)
    }
    guard before.isMarked || before.type != nil, !isCase(code) else { return nil }
    var next = index + 1
    while next < limit, Int(reading.words[next].start) < code.range.upperBound { next += 1 }
    let tail = TailReader(reading: reading, grammar: grammar).read(from: next, limit: limit)
    guard code.symbol != nil || before.type.map(Self.orders.contains) ?? false && isOld(tail.date) else {
      return nil
    }
    let lead =
      tail.date == nil || tail.issuer == nil
      ? leading(before.start, view.segments[segment].words.lowerBound) : (nil, nil)
    let scalars =
      Int(
        reading.words[before.start].coreStart)..<max(
        code.range.upperBound, Int(reading.words[before.start].coreStart))
    let mention = Mention(
      type: before.type, number: code.value, title: before.title, date: tail.date ?? lead.0,
      issuer: tail.issuer ?? lead.1, isBasis: isBasis,
      place: view.place(
        scalars, value: code.value,
        support(before, code),
        isFixed: !view.isRepaired(code.range)))
    return (mention, next)
  }

  /// Whether a document is of before the date since which numbers are cited with their symbols (Nghị định 142-CP of 1963).
  private func isOld(_ date: String?) -> Bool { date.map { $0 < "1963-09-28" } ?? false }

  /// Types that are cited by a bare number.
  private static let orders: Set<String> = [
    "Sắc lệnh", "Luật", "Nghị định", "Nghị quyết", "Thông tư", "Quyết định", "Chỉ thị",
  ]

  /// `231/2022/TLST-HNGĐ`: the number of a court's case, which is no document.
  private func isCase(_ code: PrintedCode) -> Bool {
    code.symbol.map { $0.hasPrefix("TLST") || $0.hasPrefix("TLPT") } ?? false
  }

  /// The code that starts at a scalar of word `index`; an old one behind `số` only.
  private func code(at index: Int, _ start: Int, _ stop: Int) -> PrintedCode? {
    if let code = CodeScanner.code(in: reading.text, at: start, limit: stop) { return code }
    guard index > 0, view.shapes.isNumberMark(index - 1) else { return nil }
    if let code = CodeScanner.oldCode(in: reading.text, at: start, limit: stop) { return code }
    guard isDated(index) else { return nil }
    let digits = reading.words[index].core
    return PrintedCode(range: digits, number: reading.text.string(digits), separator: "")
  }

  /// A symbol that no table knows may be a misread one where the page has errors.
  private func support(_ before: TypeBefore, _ code: PrintedCode) -> Support {
    guard before.isMarked, before.type != nil, !code.isMended else { return .partial }
    let isKnown = code.symbol.map { view.tables.symbols.knows($0, toTheLetter: reading.isBadlyRead) } ?? false
    return isKnown ? .plain : reading.isNoisy ? .weak : .partial
  }

  /// `12-HD/BTG TU`: the level of a body torn from its office.
  private func joinLevel(_ code: inout PrintedCode, after index: Int, _ limit: Int) {
    let next = (index + 1..<max(index + 1, min(index + 4, limit))).first {
      Int(reading.words[$0].start) >= code.range.upperBound
    }
    guard let next, let symbol = code.symbol,
      let joined = view.tables.symbols.joined(symbol, reading.text.string(reading.words[next].core))
    else { return }
    code.symbol = joined
    code.range = code.range.lowerBound..<Int(reading.words[next].coreEnd)
  }

  /// The first digit of a code: at the word's start, or behind a `số` that lost its blank.
  private func codeStart(_ index: Int) -> Int? {
    let word = reading.words[index]
    let start = Int(word.coreStart)
    guard !word.isEmpty else { return nil }
    if Folding.isDigit(reading.text.folded[start]) {
      let hasMark = word.core.contains { reading.text.folded[$0] == 0x2D || reading.text.folded[$0] == 0x2F }
      let trailing = word.end > word.coreEnd && [0x2D, 0x2F].contains(reading.text.folded[Int(word.coreEnd)])
      let spaced =
        index + 1 < reading.words.count && [0x2D, 0x2F].contains(reading.firstByte(index + 1))
        && reading.words[index + 1].range.count > 2
      let isOld =
        index > 0 && index + 1 < reading.words.count && view.shapes.isNumberMark(index - 1)
        && reading.words[index + 1].shape.contains(.capital)
      return hasMark || trailing || spaced || isOld || isDated(index) ? start : nil
    }
    guard word.core.count > 5, reading.text.folded[start] == 0x73, reading.text.folded[start + 1] == 0x6F,
      Folding.isDigit(reading.text.folded[start + 2])
    else { return nil }
    return start + 2
  }

  /// `Sắc lệnh số 63 ngày 22 tháng 11 năm 1945`: a number without a symbol between its mark and a date.
  private func isDated(_ index: Int) -> Bool {
    index > 0 && index + 1 < reading.words.count && view.shapes.isNumberMark(index - 1)
      && reading.words[index].core.allSatisfy { Folding.isDigit(reading.text.folded[$0]) }
      && reading.words[index + 1].key == ngay
  }

  private struct TypeBefore {
    var type: String?
    var title: String?
    /// Row of the type in the tables, where it is printed.
    var row: Int?
    var start: Int
    var isMarked: Bool
  }

  /// The type before a number: `Kết luận số`, `Quy chế làm việc số`, `Pháp lệnh Ưu đãi ... số`.
  private func precedingType(_ index: Int, _ lower: Int, _ code: PrintedCode, _ isGlued: Bool) -> TypeBefore {
    var end = index
    var isMarked = isGlued
    if !isGlued, index > 0, view.shapes.isNumberMark(index - 1) { (end, isMarked) = (index - 1, true) }
    let floor = max(0, min(lower, index) - 30, end - 20)
    let isLaw = code.symbol.map { $0.hasPrefix("QH") || $0.hasPrefix("UBTVQH") } ?? false
    var position = end - 1
    while position >= floor {
      if let match = view.tables.typePhrases.match(reading, at: position, limit: end) {
        let (start, row) = longerType(position, match, floor) ?? (position, match.row)
        if let before = typed(start, match.end, end, row, isMarked) { return before }
      }
      // `Luật Phòng, chống tham nhũng số 36/2018/QH14`: names of laws hold commas.
      if position < end - 1 || !isMarked, reading.endsClause(position), position != end,
        !(isLaw && reading.lastByte(position) == 0x2C)
      {
        break
      }
      position -= 1
    }
    let row = TypeField.row(ofSymbol: code.head, separator: code.separator.first, tables: view.tables)
    return TypeBefore(
      type: row.map { view.tables.types[$0].name }, title: nil, start: index, isMarked: isMarked)
  }

  /// `Mệnh lệnh`, which ends like the `Lệnh` that begins at a word.
  private func longerType(_ start: Int, _ match: (row: Int, end: Int), _ floor: Int) -> (
    start: Int, row: Int
  )? {
    guard start > floor,
      let longer = view.tables.typePhrases.match(reading, at: start - 1, limit: match.end),
      longer.end == match.end
    else { return nil }
    return (start - 1, longer.row)
  }

  private static let laws: Set<String> = ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"]

  private func typed(_ start: Int, _ typeEnd: Int, _ end: Int, _ row: Int, _ isMarked: Bool) -> TypeBefore? {
    let name = view.tables.types[row].name
    if typeEnd == end { return TypeBefore(type: name, row: row, start: start, isMarked: isMarked) }
    guard reading.words[start].shape.contains(.capital) else { return nil }
    if reading.endsClause(typeEnd - 1) { return nil }
    let gap = typeEnd..<end
    if Self.laws.contains(name) {
      let title = view.text([start..<end])
      return TypeBefore(type: name, title: title, row: row, start: start, isMarked: isMarked)
    }
    guard isMarked, gap.count <= 4, !gap.contains(where: { reading.endsClause($0) }) else { return nil }
    let isQualifier =
      gap.allSatisfy { reading.words[$0].shape.contains(.lower) } && reading.words[typeEnd].key != of
      && BodyGrammar.isQualifier(reading.words[typeEnd].key)
    let type = isQualifier ? view.text([start..<end]) : name
    return TypeBefore(type: type ?? name, row: row, start: start, isMarked: true)
  }

  /// `Ngày 23/5/2019, Tỉnh ủy A ban hành Kế hoạch số ...`, `Sở B (Công văn số ...)`: date and issuer before.
  private func leading(_ start: Int, _ lower: Int) -> (String?, String?) {
    LeadReader(reading: reading, grammar: grammar).read(before: start, floor: max(lower, start - 25))
  }

  /// A law cited by name: `Luật Đất đai ngày 18 tháng 01 năm 2024`.
  private func law(at index: Int, _ segment: Int, _ limit: Int, _ isBasis: Bool) -> (Mention, Int)? {
    let word = reading.words[index]
    guard word.key == luat || word.key == bo || word.key == phap || word.key == WordKey.of("dieu"),
      word.shape.contains(.capital), !word.shape.contains(.upper) || word.core.count == 1,
      let match = view.tables.typePhrases.match(reading, at: index, limit: limit),
      Self.laws.contains(view.tables.types[match.row].name), match.end < limit,
      !reading.endsClause(match.end - 1),
      reading.words[match.end].shape.contains(.capital) || reading.words[match.end].key == WordKey.of("sua")
        || reading.words[match.end].key == WordKey.of("nuoc")
    else { return nil }
    let end = LawTitle(reading: reading).end(from: match.end, limit: limit)
    let tail = TailReader(reading: reading, grammar: grammar).read(from: end, limit: limit)
    guard isBasis || tail.date != nil,
      let place = view.value([index..<end], tail.date == nil ? .partial : .plain)
    else { return nil }
    if end < limit, view.shapes.isNumberMark(end), end + 1 < limit,
      reading.words[end + 1].shape.contains(.digit)
    {
      return nil
    }
    let mention = Mention(
      type: view.tables.types[match.row].name, number: nil, title: place.value, date: tail.date,
      issuer: tail.issuer,
      isBasis: isBasis, place: place)
    return (mention, end)
  }
}

extension BodyGrammar {
  private static let qualifiers = WordKey.set("lien lam tham thanh hanh phoi kiem tong thuc giam khac")

  /// Words that belong to a type: `liên tịch`, `làm việc`, `thẩm tra`, `phối hợp`, `hành động`.
  static func isQualifier(_ key: UInt64) -> Bool { qualifiers.contains(key) }
}
