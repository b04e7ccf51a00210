import VietText

/// The phrases that state a deadline.
struct DeadlinePhrase {
  let reading: Reading

  /// A phrase and its date.
  struct Found {
    var words: Range<Int>
    /// Scalar behind the phrase.
    var end: Int
    var date: PrintedDate
    var isRecurring: Bool
    var isStrong: Bool
    /// A stretch of time, which may as well be a report of what happened.
    var isRange = false
  }

  private enum Key {
    static let truoc = WordKey.of("truoc")
    static let cham = WordKey.of("cham")
    static let chan = WordKey.of("chan")
    static let muon = WordKey.of("muon")
    static let nhat = WordKey.of("nhat")
    static let trong = WordKey.of("trong")
    static let rong = WordKey.of("rong")
    static let den = WordKey.of("den")
    static let het = WordKey.of("het")
    static let tu = WordKey.of("tu")
    static let hoan = WordKey.of("hoan")
    static let thanh = WordKey.of("thanh")
    static let xong = WordKey.of("xong")
    static let du = WordKey.of("du")
    static let kien = WordKey.of("kien")
    static let han = WordKey.of("han")
    static let ngay = WordKey.of("ngay")
    static let thang = WordKey.of("thang")
    static let quy = WordKey.of("quy")
    static let nam = WordKey.of("nam")
    static let gio = WordKey.of("gio")
    static let links = WordKey.set("la vao den trong truoc het cuoi chot ngay vao")
    static let recurring = WordKey.set("hang cuoi dau tiep sau")
    static let parts = WordKey.set("dau cuoi giua")
  }

  /// The phrase that starts at word `index`; nil if none does. O(1).
  func phrase(at index: Int, limit: Int) -> Found? {
    let key = reading.words[index].key
    switch key {
    case Key.truoc: return before(index, limit)
    case Key.cham, Key.muon: return latest(index, limit)
    case Key.trong: return within(index, limit)
    case Key.rong: return bent(within(index, limit))
    case Key.den: return untilEnd(index, limit)
    case Key.tu: return range(index, limit)
    case Key.hoan, Key.xong, Key.han: return completed(index, limit)
    case Key.du: return planned(index, limit)
    case Key.chan where index + 1 < limit && reading.words[index + 1].key == Key.nhat:
      return latest(index, limit)
    default: return isBentBefore(index, limit) ? bent(before(index, limit)) : nil
    }
  }

  /// `trnvdéc ngày 31/12/2010`: no word, but the first and last letter of `trước` before a date.
  private func isBentBefore(_ index: Int, _ limit: Int) -> Bool {
    let word = reading.words[index]
    guard (5...7).contains(word.core.count), word.shape.contains(.lower), !word.shape.contains(.digit),
      index + 1 < limit, reading.words[index + 1].key == Key.ngay, word.end == word.coreEnd
    else { return false }
    let folded = reading.text.folded
    guard [0x74, 0x75].contains(folded[Int(word.coreStart)]), folded[Int(word.coreEnd) - 1] == 0x63 else {
      return false
    }
    return Syllable.parse(reading.text.scalars[word.core].map(VietLetter.lowercased)) == nil
  }

  private func bent(_ found: Found?) -> Found? {
    var found = found
    found?.isStrong = false
    return found
  }

  /// `trước ngày 15/6/2019`, `trước 16 giờ 30 phút ngày 11/4/2024`, `trước ngày 20 hằng tháng`.
  private func before(_ index: Int, _ limit: Int) -> Found? {
    var next = index + 1
    guard next < limit else { return nil }
    if reading.words[next].shape.contains(.digit) {
      guard
        let day = (next..<min(next + 6, limit)).first(where: {
          reading.words[$0].key == Key.ngay || isSlashDate($0)
        })
      else {
        return recurringHour(index, next, limit)
      }
      next = day
    }
    return dated(index, next, limit, isStrong: true)
  }

  private func isSlashDate(_ index: Int) -> Bool {
    let word = reading.words[index]
    return word.shape.contains(.digit) && word.core.contains { reading.text.folded[$0] == 0x2F }
  }

  /// `trước 15 giờ 00 hằng ngày`.
  private func recurringHour(_ index: Int, _ next: Int, _ limit: Int) -> Found? {
    guard
      let hang = (next..<min(next + 5, limit)).first(where: { reading.words[$0].key == WordKey.of("hang") }),
      hang + 1 < limit
    else {
      return nil
    }
    let date = PrintedDate(range: Int(reading.words[next].start)..<Int(reading.words[hang + 1].coreEnd))
    return Found(
      words: index..<(hang + 2), end: date.range.upperBound, date: date, isRecurring: true, isStrong: true)
  }

  /// `chậm nhất là ngày 30/6/2022`, `muộn nhất trong quý I/2024`.
  private func latest(_ index: Int, _ limit: Int) -> Found? {
    guard index + 1 < limit, reading.words[index + 1].key == Key.nhat else { return nil }
    return dated(index, skipLinks(index + 2, limit), limit, isStrong: true)
  }

  private func skipLinks(_ start: Int, _ limit: Int) -> Int {
    var next = start
    while next < limit, next < start + 4, Key.links.contains(reading.words[next].key),
      reading.words[next].key != Key.ngay
    { next += 1 }
    return next
  }

  /// `trong tháng 9 năm 2021`, `trong quý II/2024`; a year alone is a time, not a deadline.
  private func within(_ index: Int, _ limit: Int) -> Found? {
    let next = index + 1
    guard next < limit,
      reading.words[next].key == Key.thang || reading.words[next].key == Key.quy
        || reading.words[next].key == Key.ngay
    else { return nil }
    guard let found = dated(index, next, limit, isStrong: true), found.date.year != nil, !found.isRecurring
    else { return nil }
    return found
  }

  /// `đến hết năm 2025`, `đến hết ngày 30/6/2022`.
  private func untilEnd(_ index: Int, _ limit: Int) -> Found? {
    guard index + 2 < limit, reading.words[index + 1].key == Key.het else { return nil }
    var found = dated(index, index + 2, limit, isStrong: true)
    found?.isRange = (max(0, index - 4)..<index).contains { reading.words[$0].key == Key.tu }
    return found
  }

  /// `từ ngày 25/8/2022 đến ngày 10/9/2022`: the end counts.
  private func range(_ index: Int, _ limit: Int) -> Found? {
    guard let first = date(at: skipParts(index + 1, limit), limit) else { return nil }
    var next = first.end
    guard next < limit, reading.words[next].key == Key.den || reading.words[next].isEmpty, next - index <= 10
    else { return nil }
    next += 1
    if next < limit, reading.words[next].key == Key.het { next += 1 }
    guard let second = date(at: skipParts(next, limit), limit), second.date.year != nil else { return nil }
    guard second.date.month != nil || second.date.quarter != nil else { return nil }
    return Found(
      words: index..<second.end, end: second.date.range.upperBound, date: second.date, isRecurring: false,
      isStrong: true,
      isRange: true)
  }

  private func skipParts(_ index: Int, _ limit: Int) -> Int {
    index < limit && Key.parts.contains(reading.words[index].key) ? index + 1 : index
  }

  /// `hoàn thành trong tháng 10/2023`, `xong trước ngày ...`, `hạn cuối ngày ...`.
  private func completed(_ index: Int, _ limit: Int) -> Found? {
    var next = index + 1
    if reading.words[index].key == Key.hoan {
      guard next < limit, reading.words[next].key == Key.thanh else { return nil }
      next += 1
    }
    let start = next
    next = skipLinks(next, limit)
    guard next < limit, next > start || [Key.ngay, Key.thang, Key.quy].contains(reading.words[next].key)
    else { return nil }
    return dated(index, next, limit, isStrong: true)
  }

  /// `dự kiến tháng 11/2023`.
  private func planned(_ index: Int, _ limit: Int) -> Found? {
    guard index + 2 < limit, reading.words[index + 1].key == Key.kien else { return nil }
    guard let found = dated(index, skipLinks(index + 2, limit), limit, isStrong: false),
      found.date.year != nil
    else { return nil }
    return found
  }

  /// The date at `next` as the end of a phrase from `index`.
  private func dated(_ index: Int, _ next: Int, _ limit: Int, isStrong: Bool) -> Found? {
    if let (date, end) = date(at: skipParts(next, limit), limit) {
      if date.year == nil, let stop = recurringEnd(end, limit) { return recurring(index, stop) }
      return Found(
        words: index..<end, end: date.range.upperBound, date: date, isRecurring: false, isStrong: isStrong)
    }
    guard next + 1 < limit, reading.words[next].key == Key.ngay,
      reading.words[next + 1].shape.contains(.digit),
      let stop = recurringEnd(next + 2, limit)
    else { return nil }
    return recurring(index, stop)
  }

  private func recurring(_ index: Int, _ stop: Int) -> Found {
    let end = Int(reading.words[stop - 1].coreEnd)
    return Found(
      words: index..<stop, end: end, date: PrintedDate(range: Int(reading.words[index].start)..<end),
      isRecurring: true,
      isStrong: true)
  }

  /// `hằng tháng`, `hằng năm`, `tháng cuối quý`, `của tháng sau`.
  private func recurringEnd(_ start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < limit, index < start + 4 {
      if Key.recurring.contains(reading.words[index].key) { return min(index + 2, limit) }
      if reading.endsClause(index) { return nil }
      index += 1
    }
    return nil
  }

  private func date(at index: Int, _ limit: Int) -> (date: PrintedDate, end: Int)? {
    guard index < limit else { return nil }
    let word = reading.words[index]
    if word.key == Key.nam { return year(at: index, limit) }
    guard
      word.shape.contains(.digit) || [Key.ngay, Key.thang, Key.quy].contains(word.key) || word.core.count > 4
    else { return nil }
    let stop = Int(reading.words[limit - 1].end)
    guard let date = DateScanner.date(in: reading.text.folded, at: Int(word.coreStart), limit: stop) else {
      return nil
    }
    var end = index
    while end < limit, Int(reading.words[end].start) < date.range.upperBound { end += 1 }
    return (date, end)
  }

  private func year(at index: Int, _ limit: Int) -> (date: PrintedDate, end: Int)? {
    guard index + 1 < limit, let year = Int(reading.text.string(reading.words[index + 1].core)), year > 1900,
      year < 2100
    else { return nil }
    let range = Int(reading.words[index].coreStart)..<Int(reading.words[index + 1].coreEnd)
    return (PrintedDate(range: range, year: year), index + 2)
  }
}
