/// Thời hạn: by when something must be done.
///
/// A phrase of time counts if a word of urgency introduces it (`trước ngày`, `chậm nhất`, `trong tháng`,
/// `đến hết`, `hoàn thành`, a range `từ ... đến ...`). Not the day a document takes effect, not what lies before
/// the document's own date. Dates that no such phrase tells are told by a model.
struct DeadlinesField {
  let view: DocumentView
  /// ISO date of the document, or of the latest cited document, the next best thing.
  let issued: String?

  var reading: Reading { view.reading }

  /// The deadlines of the document whose other fields are in `record`.
  init(view: DocumentView, record: DocumentRecord) {
    self.view = view
    issued = record.date?.value ?? record.references.compactMap(\.date).max()
  }

  /// The deadlines in order; those that no phrase tells by the model, where there is one.
  func read(by model: DeadlineModel?) -> [Deadline] {
    let phrases = phrases()
    let rows = rows(outside: phrases.map(\.words))
    var found = phrases + rows.map { ($0.found.words, deadline($0.found, $0.lower)) }
    if let model { found += likely(by: model, outside: found.map(\.words)) }
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }.compactMap(\.deadline)
  }

  /// The dates of tables and lists that are part of no phrase, each once; both are in order. O(rows log rows + phrases).
  private func rows(outside phrases: [Range<Int>]) -> [DeadlineRow] {
    let rows = DeadlineTable(view: view).rows() + DeadlineList(view: view).rows()
    var (next, end) = (0, 0)
    return rows.sorted { $0.found.words.lowerBound < $1.found.words.lowerBound }.filter { row in
      let words = row.found.words
      while next < phrases.count, phrases[next].upperBound <= words.lowerBound { next += 1 }
      let isFree =
        words.lowerBound >= end && (next == phrases.count || phrases[next].lowerBound >= words.upperBound)
      if isFree { end = words.upperBound }
      return isFree
    }
  }

  /// The phrases of time in running text; what a date opens its line for is nothing but a deadline: `Tháng 6/2024: ...`.
  private func phrases() -> [(words: Range<Int>, deadline: Deadline?)] {
    var result: [(words: Range<Int>, deadline: Deadline?)] = []
    var end = 0
    var paragraph = view.segments[view.range.lowerBound].words.lowerBound
    let grammar = DeadlineGrammar(reading: reading)
    for index in view.indices(.text, .basis, .annex) {
      let words = view.segments[index].words
      if !view.goesOn(index) { paragraph = words.lowerBound }
      let next = view.segments[min(index + 1, view.range.upperBound - 1)].words.upperBound
      let limit = max(next, words.upperBound)
      for word in words where word >= end {
        guard
          let found = grammar.phrase(at: word, limit: limit)
            ?? (word == view.firstWord(index) ? grammar.opening(at: word, limit: limit) : nil),
          view.zones[index] != .basis || isAsked(before: word, paragraph),
          view.zones[index] != .annex || found.asks == .nothing || found.asks == .task,
          let deadline = deadline(found, paragraph)
        else { continue }
        result.append((found.words, deadline))
        end = found.words.upperBound
      }
    }
    return result
  }

  private static let requests = PhraseTable(["đề nghị", "yêu cầu", "giao"])

  /// `Căn cứ Công văn số ..., Sở đề nghị các trường báo cáo trước ngày ...`: legal bases and what is asked in one
  /// sentence. `Theo đề nghị của` asks for nothing.
  private func isAsked(before index: Int, _ lower: Int) -> Bool {
    (max(lower, index - 120)..<index).contains {
      guard let request = Self.requests.match(reading, at: $0, limit: index) else { return false }
      return request.end < index && reading.words[request.end].key != WordKey.of("cua")
    }
  }

  private func deadline(_ found: DeadlineGrammar.Found, _ lower: Int) -> Deadline? {
    if mentionsEffect(before: found.words.lowerBound, lower) || isPast(found.words, lower) { return nil }
    guard isAsked(found, lower) else { return nil }
    var date = found.date
    let recurs = found.isRecurring || date.year == nil && recurs(before: found.words.lowerBound, lower)
    if date.year == nil, !recurs { date.year = year(of: date) }
    let iso = recurs ? nil : date.iso
    guard recurs || iso != nil else { return nil }
    if let iso, let floor = issued, Self.isBefore(iso, floor) { return nil }
    let range = Int(reading.words[found.words.lowerBound].coreStart)..<found.end
    let joiner = WordJoiner(reading: reading)
    let text = joiner.join(joiner.trim([found.words], keepsEnd: false))
    let place = view.place(
      range, value: text,
      found.isStrong ? (date.quarter != nil && reading.isNoisy ? .partial : .plain) : .weak,
      isFixed: true)
    return Deadline(date: iso, task: task(before: found.words.lowerBound, lower), place: place)
  }

  /// `Hằng năm, vào tháng 12`: what opens the sentence says that a time comes again.
  func recurs(before index: Int, _ lower: Int) -> Bool {
    let near = max(lower, index - Self.nearby)..<index
    let stop = near.last { [0x2E, 0x3B, 0x3A].contains(reading.lastByte($0)) }
    guard let start = stop.map({ $0 + 1 }) ?? (near.lowerBound == lower ? lower : nil),
      let first = (start..<index).first(where: { !reading.words[$0].isEmpty })
    else { return false }
    return Self.recurrences.match(reading, at: first, limit: index) != nil
  }

  private static let recurrences = PhraseTable(
    ["hằng", "hàng"].flatMap { often in ["năm", "quý", "tháng", "tuần"].map { "\(often) \($0)" } })

  private static let plans = PhraseTable(
    [
      "thời gian", "thời hạn", "tổ chức", "triển khai", "thực hiện", "hoàn thành", "trực", "cao điểm",
      "đăng ký", "nộp", "thu",
      "gửi", "tiến hành", "điều tra", "kiểm tra", "thí điểm", "bố trí", "áp dụng", "tiếp nhận", "rà soát",
      "thi", "chỉnh lý",
    ])

  /// Whether the words around a phrase say that something is to be done by then.
  private func isAsked(_ found: DeadlineGrammar.Found, _ lower: Int) -> Bool {
    let words = found.words
    let before = max(lower, words.lowerBound - 25)..<words.lowerBound
    switch found.asks {
    case .nothing: return true
    case .plan:
      return before.isEmpty || names(Self.plans, before) && !names(Self.counts, before.suffix(Self.nearest))
    case .task:
      let (clause, next) = (clause(before), sentence(after: words.upperBound))
      return
        (ends(before, with: Self.tasks) || names(Self.outcomes, clause)
        || clause.isEmpty && names(Self.outcomes, next.prefix(Self.nearest)))
        && !names(Self.reports, clause)
    case .delivery:
      return delivers(clause(before).suffix(Self.nearby))
        || names(Self.closers, sentence(after: words.upperBound).prefix(Self.nearest))
    case .intake:
      return names(Self.intakes, sentence(before: words.upperBound).suffix(Self.nearby + words.count))
    case .completion:
      let (clause, next) = (clause(before), sentence(after: words.upperBound))
      return !clause.contains { reading.words[$0].key == WordKey.of("tu") }
        && (names(Self.completions, clause)
          || names(Self.intakes, clause.suffix(Self.nearest)) && !names(Self.reports, clause)
          || names(Self.completions, next))
        && !names(Self.reports, next)
    }
  }

  /// `hết hạn ngày 30/4/2025`, `đến hết quý III đã đạt 91 %`: what ends by itself or is over.
  private func isPast(_ words: Range<Int>, _ lower: Int) -> Bool {
    let first = words.lowerBound
    if reading.words[first].key == WordKey.of("han"), first > lower,
      Self.expiries.contains(reading.words[first - 1].key)
    {
      return true
    }
    if (max(lower, first - Self.nearest)..<first).contains(where: { endsOfItself($0) }) { return true }
    return words.upperBound < reading.words.count && !reading.endsClause(words.upperBound - 1)
      && Self.done.match(reading, at: words.upperBound, limit: words.upperBound + 1) != nil
  }

  private static let done = PhraseTable(["đã"], exactWhenShort: true)
  private static let expiries = WordKey.set("het qua")

  /// `hết hạn trước ngày`, `hết tuổi lao động trước ngày`.
  private func endsOfItself(_ index: Int) -> Bool {
    reading.words[index].key == WordKey.of("het")
      && ["han", "tuoi", "hieu"].contains { reading.words[index + 1].key == WordKey.of($0) }
  }

  /// Whether something is handed in; `chương trình` is no `trình`.
  private func delivers(_ words: Range<Int>) -> Bool {
    words.contains { index in
      guard Self.deliveries.match(reading, at: index, limit: words.upperBound) != nil else { return false }
      return reading.words[index].key != WordKey.of("trinh") || index == 0
        || !Self.compounds.contains(reading.words[index - 1].key)
    }
  }

  /// Words that make another word of `trình` behind them.
  private static let compounds = WordKey.set("chuong quy qua cong lo tien giao hanh tuong")

  private func names(_ phrases: PhraseTable, _ words: Range<Int>) -> Bool {
    words.contains { phrases.match(reading, at: $0, limit: words.upperBound) != nil }
  }

  private func ends(_ words: Range<Int>, with phrases: PhraseTable) -> Bool {
    words.suffix(2).contains {
      phrases.match(reading, at: $0, limit: words.upperBound)?.end == words.upperBound
    }
  }

  /// The words behind the last mark that ends a clause.
  private func clause(_ words: Range<Int>) -> Range<Int> {
    let start = words.last { [0x2E, 0x3B, 0x3A].contains(reading.lastByte($0)) }.map { $0 + 1 }
    return (start ?? words.lowerBound)..<words.upperBound
  }

  /// How many words before a phrase belong to it.
  private static let nearest = 4
  /// How many words away what is asked may stand.
  private static let nearby = 8

  /// The words of a sentence up to a phrase and of the phrase itself.
  private func sentence(before end: Int) -> Range<Int> {
    let words = max(0, end - Self.longestSentence)..<end
    let start = words.dropLast().last { [0x2E, 0x3B].contains(reading.lastByte($0)) }.map { $0 + 1 }
    return (start ?? words.lowerBound)..<end
  }

  private static let longestSentence = 40

  /// Some words behind a phrase, up to the mark that ends the sentence.
  private func sentence(after start: Int) -> Range<Int> {
    let words = start..<min(reading.words.count, start + Self.nearby)
    let end = words.first { [0x2E, 0x3B].contains(reading.lastByte($0)) }.map { $0 + 1 }
    return start..<(end ?? words.upperBound)
  }

  private static let tasks = PhraseTable(
    ["thực hiện", "hoàn thành", "triển khai", "ban hành", "tổ chức", "xong"], exactWhenShort: true)
  /// What is brought about in a year, and not only gone on with.
  private static let outcomes = PhraseTable(
    [
      "hoàn thành", "hoàn tất", "hoàn thiện", "bàn giao", "trình", "ban hành", "thông xe", "khởi công",
      "khánh thành",
    ],
    exactWhenShort: true)
  /// `vào ngày 08/12/2025 là muộn nhất`.
  private static let closers = PhraseTable(["muộn nhất", "chậm nhất", "hạn cuối"])
  private static let intakes = PhraseTable(
    ["nhận", "tiếp nhận", "nộp", "gửi", "đăng ký"], exactWhenShort: true)
  /// What is counted over a stretch of time.
  private static let counts = PhraseTable(["số liệu", "chốt", "kỳ báo cáo"], exactWhenShort: true)
  private static let completions = PhraseTable(["hoàn thành", "xong", "phải"], exactWhenShort: true)
  private static let deliveries = PhraseTable(
    ["báo cáo", "trình", "gửi", "nộp", "hoàn thành", "ban hành"], exactWhenShort: true)
  private static let reports = PhraseTable(["đã", "kết quả", "tình hình"], exactWhenShort: true)

  private static let effects = WordKey.set("luc tinh luy")

  /// `có hiệu lực từ ngày`, `tính đến hết`.
  private func mentionsEffect(before index: Int, _ lower: Int) -> Bool {
    let keys = Self.effects
    var position = index - 1
    while position >= max(lower, index - 8) {
      if reading.lastByte(position) == 0x2E || reading.lastByte(position) == 0x3B { return false }
      if reading.words[position].key == WordKey.of("phai") { return false }
      if keys.contains(reading.words[position].key) { return isEffect(position) }
      position -= 1
    }
    return false
  }

  private func isEffect(_ position: Int) -> Bool {
    let key = reading.words[position].key
    if key == WordKey.of("luc") {
      return position > 0 && reading.words[position - 1].key == WordKey.of("hieu")
    }
    if key == WordKey.of("tinh") {
      return position + 1 < reading.words.count && reading.words[position + 1].key == WordKey.of("den")
    }
    return position + 1 < reading.words.count && reading.words[position + 1].key == WordKey.of("ke")
  }

  /// A date without a year falls into the document's year.
  private func year(of date: PrintedDate) -> Int? {
    guard date.month != nil || date.quarter != nil else { return nil }
    return issued.flatMap { Int($0.prefix(4)) }
  }

  /// Compares as far as both are given.
  static func isBefore(_ date: String, _ floor: String) -> Bool {
    guard !date.contains("Q") else { return date.prefix(4) < floor.prefix(4) }
    let size = min(date.count, floor.count)
    return date.prefix(size) < floor.prefix(size)
  }

  /// What is to be done: the sentence before the phrase.
  func task(before index: Int, _ lower: Int) -> String? {
    var start = index
    while start > lower, index - start < 60 {
      let mark = reading.lastByte(start - 1)
      if mark == 0x2E || mark == 0x3B || mark == 0x3A { break }
      start -= 1
    }
    guard start < index else { return nil }
    let joiner = WordJoiner(reading: reading)
    let text = joiner.join(joiner.trim([start..<index], keepsEnd: false))
    return text.isEmpty ? nil : text
  }
}
