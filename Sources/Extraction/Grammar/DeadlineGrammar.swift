import VietText

/// The phrases that state a deadline.
struct DeadlineGrammar {
  let reading: Reading

  /// A phrase and its date.
  struct Found: Equatable {
    var words: Range<Int>
    /// Scalar behind the phrase.
    var end: Int
    var date: PrintedDate
    var isRecurring: Bool
    var isStrong: Bool
    /// Number of its rule, from 1.
    var rule = 0
    /// What else must say that something is to be done.
    var asks = Asks.nothing
  }

  /// What the words around a phrase must say for it to be a deadline.
  enum Asks: Equatable {
    case nothing
    /// A stretch of time, which may as well be a report of what happened.
    case plan
    /// `trong năm 2024`: a task right before it.
    case task
    /// `đến ngày 30/6/2024`: that something will be done by then.
    case completion
    /// `vào tháng 9/2024`: that something is handed in.
    case delivery
    /// `kết thúc ngày 30/6/2024`: that something is taken in until then.
    case intake
  }

  private static let rules = Grammar<DeadlineValues>(
    """
    part = [ ( nua , dau | nua , cuoi | dau | cuoi | giua ) , ]
    when = [ {weekday} , ] ( {part} {date} [ {recurs} ] | ngay , {figures} {recurs} )
    before hour every day = truoc , {hour} {recurs}
    before = truoc , [ {hour} , ] {when}
    at the latest = ( ( cham | muon | chan | tre ) , nhat | khong , ( muon | cham | tre ) , ( hon | qua ) ) , {links} [ {hour} , ] {when}
    before occasion = truoc , ( khi , ket , thuc | ngay | gio | tet | dip ) , {occasion} {part} {date}
    till = het , {when}
    not beyond = khong , [ de , ] qua , {links} {part} {date}
    within = ( trong | rong ) , [ tuan , [ ( dau | cuoi ) , ] [ cua , ] ] {period} {when}
    from now = tu , nay , ( den | toi ) , [ het , ] {when}
    until the end = den , het , {when}
    range = tu , [ {hour} , ] {part} {first} , ( den | toi | '-' ) , [ het , ] [ {hour} , ] {part} {date}
    stage = [ tu , ] {part} {first} , ( den | toi | '-' ) , [ het , ] {part} {date}
    point = {part} {date}
    closing = ket , thuc , [ {object} ] {links} [ {hour} , ] {when}
    completed = ( hoan , thanh | xong | han ) , ( {link} {links} | {period} ) {when}
    to be completed = ( thoi , han | han ) , hoan , thanh , {links} [ {hour} , ] {when}
    term = han , [ {weekday} , ] {date}
    due = ( thoi , han | han | tien , do ) {label} {links} [ {hour} , ] {when}
    timed = thoi , ( gian | diem ) {taskLabel} {links} [ {hour} , ] [ thang , {figures} , '-' , ] {when}
    planned year = du , kien , {links} {when}
    done in year = trong , {when}
    by = ( den | toi ) , [ {hour} , ] {when}
    on = vao , [ {hour} , ] {when}
    last term = han , ( cuoi , [ cung , ] | chot , ) {links} [ {hour} , ] {when}
    """)

  /// Keys of the words that phrases begin with, and the rules to be tried.
  private static let openings: [UInt64: [Int]] = {
    let words = [
      "truoc": ["before hour every day", "before", "before occasion"], "het": ["till"],
      "cham": ["at the latest"], "muon": ["at the latest"],
      "chan": ["at the latest"], "tre": ["at the latest"], "khong": ["at the latest", "not beyond"],
      "trong": ["within", "done in year"], "rong": ["within"], "tu": ["from now", "range"],
      "den": ["until the end", "by"], "toi": ["by"], "hoan": ["completed"], "xong": ["completed"],
      "han": ["completed", "to be completed", "term", "last term", "due"],
      "thoi": ["to be completed", "due", "timed"], "tien": ["due"], "du": ["planned year"], "vao": ["on"],
      "ket": ["closing"],
    ]
    return Dictionary(
      uniqueKeysWithValues: words.map { word, names in
        (WordKey.folding(word), rows(names))
      })
  }()

  /// A stretch of time in a bracket needs no words: `Giai đoạn 2 (18/8 - 20/9/2025): ...`.
  private static let inBrackets = rows(["stage"])

  private static func rows(_ names: [String]) -> [Int] {
    names.compactMap { rules.names.firstIndex(of: $0.split(separator: " ").joined()) }
  }

  /// The phrase that starts at word `index`; nil if none does. O(1).
  func phrase(at index: Int, limit: Int) -> Found? {
    guard index < limit, let rules = rules(at: index) else { return nil }
    return phrase(at: index, limit: limit, by: rules)
  }

  private func phrase(at index: Int, limit: Int, by rules: [Int]) -> Found? {
    let stop = Int(reading.words[min(limit, index + 30) - 1].end)
    for rule in rules {
      var cursor = Cursor(
        folded: reading.text.folded, limit: stop, position: Int(reading.words[index].coreStart))
      var values = DeadlineValues()
      if Self.rules.fits(rule, &values, &cursor),
        var found = found(Self.rules.names[rule], values, index..<limit, cursor.position)
      {
        found.rule = rule + 1
        return found
      }
    }
    return nil
  }

  private func rules(at index: Int) -> [Int]? {
    let word = reading.words[index]
    let rules = Self.openings[word.key]
    guard reading.firstByte(index) == 0x28, word.shape.contains(.digit) || Self.units.contains(word.key)
    else {
      return rules
    }
    return Self.inBrackets + (rules ?? [])
  }

  private static let units = WordKey.set("tu ngay thang quy")

  /// A point or stretch of time at word `index` that a label introduces; O(1).
  func labelled(at index: Int, limit: Int) -> Found? {
    guard index < limit else { return nil }
    return phrase(at: index, limit: limit, by: Self.labelled).map { found in
      var found = found
      found.asks = .nothing
      return found
    }
  }

  private static let labelled = rows(["stage", "point"])

  /// A date with a colon behind it at word `index`: `Tháng 6/2024: ...`; O(1).
  func opening(at index: Int, limit: Int) -> Found? {
    var words = index..<limit
    if Self.leads.contains(reading.words[index].key), words.count > 1 { words.removeFirst() }
    let start = Int(reading.words[words.lowerBound].coreStart)
    guard
      let date = DateGrammar.date(
        in: reading.text.folded, at: start, limit: Int(reading.words[limit - 1].end)),
      date.range.upperBound < reading.text.folded.count, reading.text.folded[date.range.upperBound] == 0x3A
    else { return nil }
    let last = words.first { Int(reading.words[$0].end) >= date.range.upperBound } ?? words.lowerBound
    return Found(
      words: index..<last + 1, end: date.range.upperBound, date: date, isRecurring: false, isStrong: false)
  }

  private static let leads = WordKey.set("trong vao den")

  private func found(_ rule: String, _ values: DeadlineValues, _ words: Range<Int>, _ end: Int) -> Found? {
    let start = words.lowerBound
    var last = start
    while last < words.upperBound, Int(reading.words[last].start) < end { last += 1 }
    let date = values.date ?? PrintedDate(range: Int(reading.words[start].start)..<end)
    if rule.hasSuffix("year"), date.year == nil || values.recurs { return nil }
    if rule == "stage", reading.firstByte(start) == 0x28, !opensTask(end) { return nil }
    if rule == "till", start > 0, Self.ends.contains(reading.words[start - 1].key) { return nil }
    if rule == "term", date.day == nil { return nil }
    if rule == "on" || rule == "notbeyond", date.month == nil, date.quarter == nil { return nil }
    if rule == "range" || rule == "stage" {
      guard date.year != nil, date.month != nil || date.quarter != nil, last - start <= 16 else { return nil }
    }
    return Found(
      words: start..<last, end: end, date: date, isRecurring: values.recurs,
      isStrong: rule != "plannedyear" && reading.words[start].key != WordKey.of("rong"),
      asks: asks(rule, before: start))
  }

  /// `đến hết` is another rule's.
  private static let ends = WordKey.set("den toi")

  private func asks(_ rule: String, before start: Int) -> Asks {
    switch rule {
    case "range": .plan
    case "untiltheend": follows("tu", start) ? .plan : .nothing
    case "doneinyear": .task
    case "by", "till": .completion
    case "on": .delivery
    case "closing": .intake
    default: .nothing
    }
  }

  /// `Từ ngày 01/3 đến ngày 15/4/2024: ...`, also in brackets.
  private func opensTask(_ end: Int) -> Bool {
    let folded = reading.text.folded
    var end = end
    while end < folded.count, folded[end] == 0x29 { end += 1 }
    return end < folded.count && folded[end] == 0x3A
  }

  /// Whether a word stands among the four before.
  private func follows(_ word: String, _ start: Int) -> Bool {
    (max(0, start - 4)..<start).contains { reading.words[$0].key == WordKey.folding(word) }
  }
}

/// Dates and the words around them in phrases of time.
struct DeadlineValues: RuleReader {
  enum Value: String {
    case date, first, figures, hour, label, link, links, object, occasion, period, recurs, taskLabel, weekday
  }

  private(set) var date: PrintedDate?
  private(set) var recurs = false

  mutating func read(_ value: Value, _ cursor: inout Cursor) -> Bool {
    switch value {
    case .first: return Self.date(&cursor) != nil
    case .date:
      date = Self.date(&cursor)
      return date != nil
    case .figures: return cursor.skipFigures()
    case .hour: return cursor.skipHour()
    case .link: return cursor.skipWord(of: Self.linkWords)
    case .links:
      var count = 0
      while count < 4, cursor.skipWord(of: Self.linkWords) { count += 1 }
      return true
    case .object: return cursor.skipObject(before: Self.whenWords)
    case .occasion: return Self.skipOccasion(&cursor)
    case .label: return cursor.skipLabel(naming: nil)
    case .taskLabel: return cursor.skipLabel(naming: Self.tasks)
    case .weekday:
      let start = cursor.position
      if cursor.skipWord(of: Self.weekWords), cursor.skipWord(of: Self.weekdays) { return true }
      cursor.position = start
      return false
    case .period: return cursor.isAt(Self.periods)
    case .recurs:
      guard date?.year == nil, cursor.skipRecurrence(Self.recurring) else { return false }
      (recurs, date) = (true, nil)
      return true
    }
  }

  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.split(separator: " ").map { Array($0.utf8) })
  }

  private static let linkWords = words("la vao den trong truoc het cuoi chot luc")
  /// What the words for a point in time begin with.
  private static let whenWords = words("ngay vao luc truoc")
  private static let weekWords = words("thu chu")
  private static let weekdays = words("hai ba tu nam sau bay nhat")
  private static let periods = words("ngay thang quy")
  /// What is to be done in time, by one of its words.
  private static let tasks = words("hoan thanh thuc nop gui trinh cao dang trien tiep tra")
  private static let recurring = words("hang cuoi dau tiep sau")

  /// Some words up to a date: `ngày khai giảng 05/9/2020`, `Tết Dương lịch (31/12/2022)`.
  private static func skipOccasion(_ cursor: inout Cursor) -> Bool {
    for _ in 0..<longestOccasion {
      if DateGrammar.date(in: cursor.folded, at: cursor.position, limit: cursor.limit) != nil { return true }
      guard cursor.skipAnyWord() else { return false }
    }
    return false
  }

  private static let longestOccasion = 8

  /// A date, or a year alone behind `năm`.
  private static func date(_ cursor: inout Cursor) -> PrintedDate? {
    let start = cursor.position
    if let date = DateGrammar.date(in: cursor.folded, at: start, limit: cursor.limit) {
      cursor.position = date.range.upperBound
      return date
    }
    guard cursor.skipWord(Array("nam".utf8), mayErr: false) else { return nil }
    cursor.skipGap()
    guard let year = cursor.wholeYear() else {
      cursor.position = start
      return nil
    }
    return PrintedDate(range: start..<cursor.position, year: year)
  }
}

extension Cursor {
  /// Blanks and the marks that may stand between the words of a phrase.
  fileprivate mutating func skipGap() {
    while let byte, Self.blanks.contains(byte) || [0x2C, 0x3A, 0x28, 0x29].contains(byte) { position += 1 }
  }

  /// The letters and figures that stand here up to the next blank or mark.
  private var word: [UInt8] {
    var end = position
    while end < limit, Folding.isLetter(folded[end]) || Folding.isDigit(folded[end]) { end += 1 }
    return Array(folded[position..<end])
  }

  fileprivate func isAt(_ words: Set<[UInt8]>) -> Bool { words.contains(word) }

  fileprivate mutating func skipWord(of words: Set<[UInt8]>) -> Bool {
    let word = word
    guard words.contains(word) else { return false }
    position += word.count
    skipGap()
    return true
  }

  /// A word, and blanks and an opening bracket behind it.
  fileprivate mutating func skipAnyWord() -> Bool {
    let length = word.count
    guard length > 0 else { return false }
    position += length
    while let byte, Self.blanks.contains(byte) || byte == 0x28 { position += 1 }
    return true
  }

  /// Some words up to one of `words`: what is taken in, `kết thúc nhận hồ sơ ngày`.
  fileprivate mutating func skipObject(before words: Set<[UInt8]>) -> Bool {
    let start = position
    for _ in 0..<Self.longestObject {
      let next = word
      if words.contains(next) { return position > start }
      guard !next.isEmpty else { break }
      position += next.count
      while byte == Folding.blank || byte == Folding.newline { position += 1 }
    }
    position = start
    return false
  }

  private static let longestObject = 6

  /// The rest of a label up to its colon or `là`: `gửi báo cáo:`; one of the words must be among `words` if these are given.
  fileprivate mutating func skipLabel(naming words: Set<[UInt8]>?) -> Bool {
    var isNamed = words == nil
    for _ in 0..<Self.longestLabel {
      while byte == Folding.blank || byte == Folding.newline { position += 1 }
      let next = word
      if byte == 0x3A || next == Array("la".utf8) {
        position += max(1, next.count)
        skipGap()
        return isNamed
      }
      guard !next.isEmpty else { return false }
      isNamed = isNamed || words?.contains(next) == true
      position += next.count
    }
    return false
  }

  private static let longestLabel = 8

  fileprivate mutating func skipFigures() -> Bool {
    let start = position
    while position - start < 2, let byte, Folding.isDigit(byte) { position += 1 }
    return position > start
  }

  fileprivate mutating func wholeYear() -> Int? {
    let word = word
    guard word.count == 4, let year = Int(String(decoding: word, as: UTF8.self)), year > 1900, year < 2100
    else { return nil }
    position += 4
    return year
  }

  /// `16 giờ 30 phút`, `17h00`, up to the date or what recurs.
  fileprivate mutating func skipHour() -> Bool {
    let start = position
    guard skipFigures(), byte != 0x2F else { position = start; return false }
    for _ in 0..<6 {
      position += word.count
      while let byte, !Folding.isLetter(byte), !Folding.isDigit(byte) {
        if byte == 0x2F || byte == 0x3B { position = start; return false }
        position += 1
      }
      if word == Array("ngay".utf8) || word == Array("hang".utf8) || isSlashDate { return true }
    }
    position = start
    return false
  }

  private var isSlashDate: Bool {
    let end = position + word.count
    return byte.map(Folding.isDigit) ?? false && end < limit && folded[end] == 0x2F
  }

  /// `hằng tháng`, `hằng năm`, `tháng cuối quý`, `của tháng sau`: within four words, one word behind it.
  fileprivate mutating func skipRecurrence(_ words: Set<[UInt8]>) -> Bool {
    let start = position
    for _ in 0..<4 {
      skipGap()
      let next = word
      guard !next.isEmpty else { break }
      position += next.count
      if words.contains(next) {
        if byte == Folding.blank || byte == Folding.newline {
          let end = position
          skipGap()
          let last = word
          position = last.isEmpty ? end : position + last.count
        }
        return true
      }
      if let byte, [0x2C, 0x3B, 0x2E, 0x3A, 0x29].contains(byte) { break }
    }
    position = start
    return false
  }
}
