/// Thời hạn: by when something must be done.
///
/// A phrase of time counts if a word of urgency introduces it (`trước ngày`, `chậm nhất`, `trong tháng`,
/// `đến hết`, `hoàn thành`, a range `từ ... đến ...`). Not the day a document takes effect, not what lies before
/// the document's own date.
struct DeadlinesField {
  let view: DocumentView
  /// ISO date of the document.
  let issued: String?
  /// ISO date of the latest cited document, the next best thing.
  let latest: String?

  private var reading: Reading { view.reading }

  /// The deadlines in order.
  func read() -> [Deadline] {
    var result: [Deadline] = []
    var end = 0
    var paragraph = 0
    for index in view.indices(.text, .basis) {
      let words = view.segments[index].words
      if !view.goesOn(index) { paragraph = words.lowerBound }
      let limit = view.segments[min(index + 1, view.range.upperBound - 1)].words.upperBound
      for word in words where word >= end {
        guard
          let found = DeadlineGrammar(reading: reading).phrase(at: word, limit: max(limit, words.upperBound)),
          view.zones[index] == .text || isAsked(before: word, paragraph),
          let deadline = deadline(found, paragraph)
        else { continue }
        result.append(deadline)
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
    if mentionsEffect(before: found.words.lowerBound, lower) { return nil }
    if found.isRange, !isPlanned(found.words, lower) { return nil }
    var date = found.date
    if date.year == nil, !found.isRecurring { date.year = year(of: date) }
    let iso = found.isRecurring ? nil : date.iso
    guard found.isRecurring || iso != nil else { return nil }
    if let iso, let floor = issued ?? latest, isBefore(iso, floor) { return nil }
    let range = Int(reading.words[found.words.lowerBound].coreStart)..<found.end
    let joiner = WordJoiner(reading: reading)
    let text = joiner.join(joiner.trim([found.words], keepsEnd: false))
    let place = view.place(
      range, value: text,
      found.isStrong ? (date.quarter != nil && reading.isNoisy ? .partial : .plain) : .weak,
      isFixed: true)
    return Deadline(date: iso, task: task(before: found.words.lowerBound, lower), place: place)
  }

  private static let plans = PhraseTable(
    [
      "thời gian", "thời hạn", "tổ chức", "triển khai", "thực hiện", "hoàn thành", "trực", "cao điểm",
      "đăng ký", "nộp", "thu",
      "gửi", "tiến hành", "điều tra", "kiểm tra", "thí điểm", "bố trí", "áp dụng", "tiếp nhận", "rà soát",
      "thi", "chỉnh lý",
    ])

  /// A range counts if its clause says that something is to be done in it.
  private func isPlanned(_ words: Range<Int>, _ lower: Int) -> Bool {
    let start = max(lower, words.lowerBound - 25)
    return (start..<words.lowerBound).contains {
      Self.plans.match(reading, at: $0, limit: words.lowerBound) != nil
    }
      || words.lowerBound == lower
  }

  private static let effects = WordKey.set("luc tinh luy")

  /// `có hiệu lực từ ngày`, `tính đến hết`.
  private func mentionsEffect(before index: Int, _ lower: Int) -> Bool {
    let keys = Self.effects
    var position = index - 1
    while position >= max(lower, index - 8) {
      if reading.lastByte(position) == 0x2E || reading.lastByte(position) == 0x3B { return false }
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
    return (issued ?? latest).flatMap { Int($0.prefix(4)) }
  }

  /// Compares as far as both are given.
  private func isBefore(_ date: String, _ floor: String) -> Bool {
    guard !date.contains("Q") else { return date.prefix(4) < floor.prefix(4) }
    let size = min(date.count, floor.count)
    return date.prefix(size) < floor.prefix(size)
  }

  /// What is to be done: the sentence before the phrase.
  private func task(before index: Int, _ lower: Int) -> String? {
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
