import VietText

/// Small questions about stretches of words that the segmenter and the zone model both ask.
struct LineShapes {
  let reading: Reading
  let tables: ExtractionTables
  private let so = WordKey.of("so")
  private let ngay = WordKey.of("ngay")
  private let openWords = WordKey.set("ngay thang nam so")
  private let afterOpen = WordKey.set("thang nam")

  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
    self.tables = tables
  }

  private var words: [Word] { reading.words }
  private var folded: [UInt8] { reading.text.folded }

  /// Blank lines, rules, page numbers, marks without words.
  func isFurniture(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return true }
    guard range.count <= 8 else { return !range.contains { !words[$0].isEmpty } }
    let cores = range.filter { !words[$0].isEmpty }
    if cores.isEmpty || isSpeck(range, cores) || isSignedNote(range, cores) { return true }
    if cores.count == 1, let only = cores.first, isFormCode(words[only]) { return true }
    if cores.count == 1, let only = cores.first {
      let word = words[only]
      return range.count <= 3 && word.core.count <= 3 && word.shape.contains(.digit)
        && !word.shape.contains(.letter) && !isOpenNumber(word)
    }
    return pageMark(range) == range.lowerBound
  }

  /// `(Đã ký)`, `(đã ký, đóng dấu)`: what stands in a transcript for the signature.
  private func isSignedNote(_ range: Range<Int>, _ cores: [Int]) -> Bool {
    guard (2...4).contains(cores.count), folded[Int(words[range.lowerBound].start)] == 0x28 else {
      return false
    }
    return words[cores[0]].key == WordKey.of("da") && words[cores[1]].key == WordKey.of("ky")
  }

  /// One or two stray letters among marks: a star, a seal or a line read as text.
  private func isSpeck(_ range: Range<Int>, _ cores: [Int]) -> Bool {
    if cores.count == 2, range.count == 2, words[cores[0]].core.count == 1, words[cores[1]].core.count <= 2,
      words[cores[0]].end == words[cores[0]].coreEnd, !words[cores[0]].shape.contains(.digit)
    {
      return true
    }
    guard range.count <= 2, cores.count == 1, let only = cores.first else { return false }
    let word = words[only]
    guard word.core.count <= 2, !word.shape.contains(.digit), !word.shape.contains(.upper) else {
      return false
    }
    return !(word.end == word.coreEnd + 1 && word.start == word.coreStart)
  }

  private static let shortOpenings = WordKey.set(
    "uy va an so bo vu hu ub q tm kt tl tx tp to ve cu hd bch btv xa sl sy v/v s6 ky du de ke ra su tu xu thi"
  )

  /// A stretch of the header without stray letters before its first capitalised word: a seal or a frame read as text.
  func withoutLeadingSpecks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start + 2 < range.upperBound,
      words[start].isEmpty && !isDash(start) || isLeadingSpeck(start, range.upperBound)
    { start += 1 }
    return start
      < range.upperBound && words[start].shape.contains(.capital) ? start..<range.upperBound : range
  }

  private func isLeadingSpeck(_ index: Int, _ limit: Int) -> Bool {
    let word = words[index]
    guard word.core.count <= 2, !word.shape.contains(.digit), !Self.shortOpenings.contains(word.key) else {
      return false
    }
    if word.shape.contains(.lower) {
      return (index + 1..<min(index + 3, limit)).contains { words[$0].shape.contains(.capital) }
    }
    return !word.isEmpty && tables.bodyPhrases.match(reading, at: index, limit: limit) == nil
      && tables.bodyPhrases.match(reading, at: index + 1, limit: limit).map { $0.end - index > 2 } == true
  }

  /// `BM.01.QT.HC`: the code of a form or a procedure, beside its header.
  func isFormCode(_ word: Word) -> Bool {
    guard word.shape.contains(.digit), word.shape.contains(.upper), word.core.count >= 5 else { return false }
    return word.core.filter { folded[$0] == 0x2E }.count >= 2
  }

  /// What engines read for the letters of `ưu`.
  private static let archiveLetters: Set<UInt8> = [
    0x61, 0x65, 0x69, 0x6D, 0x6E, 0x6F, 0x72, 0x74, 0x75, 0x76, 0x77,
  ]

  /// `Lưu` before an office or a colon, in any reading that keeps its first and last letters: `Luwu VPHU`, `Lamu: VT`.
  func isArchiveMark(_ index: Int, limit: Int) -> Bool {
    let word = words[index]
    guard word.shape.contains(.capital), (3...5).contains(word.core.count) else { return false }
    if word.key == WordKey.of("luu") { return true }
    guard folded[Int(word.coreStart)] == 0x6C, index + 1 < limit,
      words[index + 1].shape.contains(.upper), words[index + 1].core.count <= 6
    else { return false }
    return word.core.dropFirst().allSatisfy { Self.archiveLetters.contains(folded[$0]) }
  }

  /// `5.` or `5)` alone is a heading cut off from its title, not a page number.
  private func isOpenNumber(_ word: Word) -> Bool {
    word.end > word.coreEnd && folded[Int(word.coreEnd)] == 0x29
  }

  /// Where `Trang 3/15`, `Trang 3 trên 15` begins at the end of a stretch.
  func pageMark(_ range: Range<Int>) -> Int? {
    let trang = WordKey.of("trang")
    for index in range.suffix(4) where words[index].key == trang && words[index].shape.contains(.capital) {
      let rest = (index + 1)..<range.upperBound
      guard let first = rest.first, words[first].shape.contains(.digit) else { continue }
      if rest.allSatisfy({ words[$0].shape.contains(.digit) || words[$0].core.count <= 4 }) { return index }
    }
    return nil
  }

  /// The word behind scalar `end`.
  func wordEnd(_ end: Int, _ index: Int, _ limit: Int) -> Int {
    var position = index
    while position < limit, Int(words[position].start) < end { position += 1 }
    return position
  }

  /// Whether the gap before word `index` is a part of a date or number left open.
  func isOpenBlank(before index: Int) -> Bool {
    let next = words[index]
    if afterOpen.contains(next.key) || next.shape.contains(.digit) && openWords.contains(words[index - 1].key)
    {
      return true
    }
    return openWords.contains(words[index - 1].key)
      && (reading.firstByte(index) == 0x2F || reading.firstByte(index) == 0x2D || next.shape.contains(.digit))
  }

  /// `V/v`, in any reading that keeps the slash.
  func isSubjectMark(_ index: Int) -> Bool {
    let word = words[index]
    guard word.core.count == 3 else { return false }
    let start = Int(word.coreStart)
    return folded[start] == 0x76 && folded[start + 1] == 0x2F
      && (folded[start + 2] == 0x76 || folded[start + 2] == 0x79)
  }

  /// `Số`, `S6:`, `Sé`, `$6` before a number.
  func isNumberMark(_ index: Int) -> Bool {
    let word = words[index]
    if isBilingualMark(word) { return true }
    if word.key == so {
      return VietLetter.untoned(VietLetter.lowercased(reading.text.scalars[Int(word.coreEnd) - 1])) != 0x1A1
    }
    guard word.core.count <= 3, !word.isEmpty else { return false }
    let start = Int(word.coreStart)
    if word.core.count == 2, folded[start] == 0x73 {
      return [0x6F, 0x36, 0x65, 0x64, 0x67, 0x30].contains(folded[start + 1])
    }
    return word.core.count == 1 && word.start < word.coreStart
      && reading.text.scalars[Int(word.start)] == 0x24
  }

  /// `Số/No.:`, `Số/Ref:`.
  private func isBilingualMark(_ word: Word) -> Bool {
    let start = Int(word.coreStart)
    return (4...6).contains(word.core.count) && folded[start] == 0x73 && folded[start + 1] == 0x6F
      && folded[start + 2] == 0x2F && Folding.isLetter(folded[start + 3])
  }

  /// Whether a stretch starts with a document number, marked or bare.
  func startsWithNumber(_ range: Range<Int>) -> Bool { numberStart(range) != nil }

  /// The code of a number line: `NumberLine` says how much of it there is.
  func numberStart(_ range: Range<Int>) -> PrintedCode? { NumberLine(shapes: self, words: range).code() }

  /// The word where `Địa danh, ngày ... tháng ... năm ...` begins, when it closes the stretch.
  func trailingDate(_ range: Range<Int>) -> Int? {
    if let start = openDate(range) { return start }
    for index in range.suffix(16) where isDay(index) {
      let limit = Int(words[range.upperBound - 1].end)
      guard let date = DateGrammar.date(in: folded, at: Int(words[index].coreStart), limit: limit),
        date.spelled,
        limit - date.range.upperBound <= 12, date.year != nil || date.month != nil
      else { continue }
      return placeStart(before: index, range)
    }
    return nil
  }

  /// `Khe Sâu, tháng 02 năm 2022`: a date line without its day, alone or behind the number.
  private func openDate(_ range: Range<Int>) -> Int? {
    guard let index = range.suffix(5).first(where: { openMonth($0, range) != nil }),
      let start = placeStart(before: index, range), start < index
    else { return nil }
    return start == range.lowerBound || startsWithNumber(range.lowerBound..<start) ? start : nil
  }

  /// The date of which only month and year were printed, if it begins at a word behind a comma and closes the stretch.
  func openMonth(_ index: Int, _ range: Range<Int>) -> PrintedDate? {
    guard index > range.lowerBound, words[index].key == WordKey.of("thang"),
      reading.lastByte(index - 1) == 0x2C
    else { return nil }
    let limit = Int(words[range.upperBound - 1].end)
    guard let date = DateGrammar.date(in: folded, at: Int(words[index].coreStart), limit: limit),
      date.year != nil, limit - date.range.upperBound <= 1
    else { return nil }
    return date
  }

  private func isDay(_ index: Int) -> Bool {
    let word = words[index]
    guard word.core.count >= 4 || word.key == ngay else { return false }
    let start = Int(word.coreStart)
    guard folded[start] == 0x6E, folded[start + 1] == 0x67 || folded[start + 2] == 0x61 else { return false }
    return word.key == ngay
      || KeywordMatcher("ngay", lettersPerError: 4).match(folded, from: start, limit: start + 4) != nil
  }

  /// Walks back over the capitalised words of a place name before a comma.
  private func placeStart(before day: Int, _ range: Range<Int>) -> Int? {
    guard day > range.lowerBound else { return day }
    var start = day
    while start > range.lowerBound, words[start - 1].isEmpty { start -= 1 }
    start = hourStart(before: start, range.lowerBound)
    guard start > range.lowerBound else { return range.lowerBound }
    let hasComma = reading.lastByte(start - 1) == 0x2C || start < day
    var first = start
    while first > range.lowerBound, start - first < 5 {
      let word = words[first - 1]
      if first < start, reading.endsClause(first - 1), !isAbbreviatedCity(first - 1),
        reading.lastByte(first - 1) != 0x3A || isNumberMark(first - 1)
      {
        break
      }
      guard word.shape.contains(.capital), !word.shape.contains(.digit) else { break }
      if word.shape.contains(.upper), word.core.count > 2, !isAbbreviatedCity(first - 1) { break }
      first -= 1
    }
    if first < start { first = extendOverCity(first, range.lowerBound) }
    return hasComma && first < start ? first : first == range.lowerBound ? first : nil
  }

  /// `Hà Nội, hồi 15 giờ 30 ngày ...`: a công điện states the hour.
  func hourStart(before day: Int, _ lower: Int) -> Int {
    for index in stride(from: day - 1, through: max(lower, day - 6), by: -1) {
      if Self.hourOpenings.contains(words[index].key) { return index }
      guard words[index].shape.contains(.digit) || Self.hourWords.contains(words[index].key) else { break }
    }
    return day
  }

  private static let hourOpenings = WordKey.set("hoi luc")
  private static let hourWords = WordKey.set("gio phut")

  /// `Thành phố` before the name, whose second word is lower-case.
  private func extendOverCity(_ first: Int, _ lower: Int) -> Int {
    let (thanh, pho) = (WordKey.of("thanh"), WordKey.of("pho"))
    if first - 2 >= lower, words[first - 1].key == pho, words[first - 2].key == thanh { return first - 2 }
    return first
  }

  private func isAbbreviatedCity(_ index: Int) -> Bool {
    words[index].key == WordKey.of("tp") || words[index].key == WordKey.of("tx")
  }

  /// A dash or bullet that opens a list item, alone or glued to its first word.
  func isDash(_ index: Int) -> Bool {
    let word = words[index]
    guard word.end > word.start else { return false }
    if word.isEmpty,
      folded[Int(word.start)..<Int(word.end)].contains(where: { $0 == 0x2D || $0 == 0x7E || $0 == 0x3E })
    {
      return true
    }
    if word.coreStart - word.start == 2, folded[Int(word.start) + 1] == 0x2D { return true }
    switch folded[Int(word.start)] {
    case 0x2D, 0x7E, 0x2B: return true
    case 0x2A: return word.range.count == 1 || folded[Int(word.start) + 1] != 0x2A
    case 0x5F: return true
    default: return false
    }
  }

  /// Whether a list item may end with word `index`.
  func endsItem(_ index: Int) -> Bool {
    switch reading.lastByte(index) {
    case 0x3A, 0x3B, 0x2C, 0x2E, 0x29: true
    default: false
    }
  }

  func isAddressee(_ range: Range<Int>) -> Bool { keywordEnd(LayoutKeyword.addressee, range) != nil }

  /// The word behind what opens the list of those that a document goes to: `Kính gửi:`, `CHỦ TỊCH ... điện:`.
  func addresseesStart(_ range: Range<Int>) -> Int? {
    keywordEnd(LayoutKeyword.addressee, range) ?? wiredStart(range)
  }

  /// The word behind `điện:` where the one who sends a dispatch stands before it in capitals; `THỦY ĐIỆN:`, `ĐẠI DIỆN:`
  /// send none.
  func wiredStart(_ range: Range<Int>) -> Int? {
    let senders = [tables.titles, tables.bodyPhrases].compactMap {
      $0.match(reading, at: range.lowerBound, limit: range.upperBound)?.end
    }
    guard let sender = senders.max() else { return nil }
    let end = range.prefix(Self.longestSender).first { index in
      index >= sender && words[index].key == Self.wires && reading.lastByte(index) == 0x3A
        && words[index - 1].shape.contains(.upper) && !Self.compounds.contains(words[index - 1].key)
    }
    return end.map { $0 + 1 }
  }

  private static let longestSender = 20
  /// What makes another word of `điện`: `thủy điện`, `công điện`, `đại diện`.
  private static let compounds = WordKey.set("thuy nhiet buu co cong dai luu day tiet")
  private static let wires = WordKey.of("dien")

  /// `(Kèm theo Quyết định số ...)`, `(Ban hành kèm theo ...)`.
  func isAttachedNote(_ range: Range<Int>) -> Bool {
    keywordEnd(LayoutKeyword.attached, range) != nil || keywordEnd(LayoutKeyword.issuedWith, range) != nil
  }

  /// The word behind `Nơi nhận:`.
  func headEnd(_ range: Range<Int>) -> Int? { keywordEnd(LayoutKeyword.recipients, range) }

  /// The word behind a keyword that opens the stretch.
  func keywordEnd(_ matcher: KeywordMatcher, _ range: Range<Int>) -> Int? {
    guard let first = range.first(where: { !words[$0].isEmpty }), first - range.lowerBound < 3 else {
      return nil
    }
    let start = Int(words[first].coreStart)
    guard folded[start] == matcher.letters[0] else { return nil }
    let limit = Int(words[min(range.upperBound, first + 12) - 1].end)
    guard let match = matcher.match(folded, from: start, limit: limit) else { return nil }
    if match.end < limit, Folding.isLetter(folded[match.end]), match.errors == 0 { return nil }
    return wordEnd(match.end, first, range.upperBound)
  }
}
