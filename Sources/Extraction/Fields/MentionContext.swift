/// Reads what follows a cited number: `, ngày 18/8/2014 của Ban Bí thư (khóa XI)`.
struct TailReader {
  let reading: Reading
  let grammar: BodyGrammar
  private static let ngay = WordKey.of("ngay")
  private static let of = WordKey.of("cua")
  /// `Hợp đồng số 12/HĐ ký ngày ...`.
  private static let signed = WordKey.of("ky")

  /// The date and the issuer that follow directly, in either order.
  func read(from start: Int, limit: Int) -> (date: String?, issuer: String?) {
    var index = start
    var result: (date: String?, issuer: String?)
    if index < limit, reading.words[index].isEmpty, reading.words[index].range.count == 1 { index += 1 }
    if index + 1 < limit, reading.words[index].key == Self.signed, reading.words[index + 1].key == Self.ngay {
      index += 1
    }
    guard index < limit else { return result }
    for _ in 0..<2 {
      if result.date == nil, let (date, end) = date(at: index, limit) {
        result.date = date
        index = end
      }
      if result.issuer == nil, index < limit, reading.words[index].key == Self.of, index + 1 < limit,
        let end = grammar.bodyEnd(at: index + 1, limit: limit)
      {
        let joiner = WordJoiner(reading: reading)
        result.issuer = joiner.join(joiner.trim([(index + 1)..<end], keepsEnd: false))
        index = end
      } else {
        break
      }
    }
    return result
  }

  private func date(at index: Int, _ limit: Int) -> (String, Int)? {
    guard index < limit,
      reading.words[index].key == Self.ngay
        || reading.words[index].core.count >= 5 && reading.words[index].key != 0
    else { return nil }
    let stop = Int(reading.words[limit - 1].end)
    let start = Int(reading.words[index].coreStart)
    guard reading.text.folded[start] == 0x6E,
      let date = DateGrammar.date(in: reading.text.folded, at: start, limit: stop), date.isComplete,
      let iso = date.iso
    else { return nil }
    var end = index
    while end < limit, Int(reading.words[end].start) < date.range.upperBound { end += 1 }
    return (iso, end)
  }
}

/// Reads what stands before a cited document: `Ngày 23/5/2019, Tỉnh ủy A ban hành`, `Sở B (`.
struct LeadReader {
  let reading: Reading
  let grammar: BodyGrammar
  private static let verbs = WordKey.set("hanh co gui ky trinh bay tai")

  /// The date and the issuer before word `start`, not farther back than `floor`.
  func read(before start: Int, floor: Int) -> (String?, String?) {
    guard start > floor else { return (nil, nil) }
    let inBrackets = reading.firstByte(start) == 0x28
    guard inBrackets || Self.verbs.contains(reading.words[start - 1].key) else { return (nil, nil) }
    var issuer: String?
    var position = start - 1
    while position >= floor {
      if reading.lastByte(position) == 0x2E || reading.lastByte(position) == 0x3B { break }
      if issuer == nil, let end = grammar.bodyEnd(at: position, limit: start), isNear(end, start, inBrackets),
        position == floor || !isInside(position)
      {
        let joiner = WordJoiner(reading: reading)
        issuer = joiner.join(joiner.trim([position..<end], keepsEnd: false))
      }
      if !inBrackets, reading.words[position].key == WordKey.of("ngay"), opens(position, floor) {
        let stop = Int(reading.words[start].start)
        let date = DateGrammar.date(
          in: reading.text.folded, at: Int(reading.words[position].coreStart), limit: stop)
        if let date, date.isComplete { return (date.iso, issuer) }
      }
      position -= 1
    }
    return (nil, issuer)
  }

  /// The verb and little more may stand between the body and the document.
  private func isNear(_ end: Int, _ start: Int, _ inBrackets: Bool) -> Bool {
    inBrackets ? end == start : start - end <= 3
  }

  /// A capital before it may be the start of a longer name: `Ban` of `Ban Thường vụ`.
  private func isInside(_ position: Int) -> Bool {
    guard position > 0, !reading.endsClause(position - 1) else { return false }
    let before = reading.words[position - 1]
    return before.shape.contains(.capital) && !before.isEmpty && before.key != WordKey.of("ngay")
  }

  /// A date opens the sentence or the clause.
  private func opens(_ position: Int, _ floor: Int) -> Bool {
    position == floor || reading.words[position].shape.contains(.capital) || reading.endsClause(position - 1)
  }
}

/// The end of a law's name in running text.
struct LawTitle {
  let reading: Reading
  private static let stops = WordKey.set("ngay nam duoc da tai cua theo nay")

  init(reading: Reading) { self.reading = reading }

  /// One past the last word of the name whose words go on at `start`.
  func end(from start: Int, limit: Int) -> Int {
    var end = start
    let amends = reading.words[start].key == WordKey.of("sua")
    while end < limit, end - start < 40 {
      let word = reading.words[end]
      if end > start, Self.stops.contains(word.key), !(word.key == WordKey.of("cua") && amends),
        !isCountry(end)
      {
        break
      }
      if word.key == WordKey.of("so"), end + 1 < limit, reading.words[end + 1].shape.contains(.digit) {
        break
      }
      if word.start < word.coreStart, !word.isEmpty, reading.text.folded[Int(word.start)] == 0x28 { break }
      if end > start, word.key == WordKey.of("va"), !amends, !isName(end + 1, limit) { break }
      end += 1
      let last = reading.lastByte(end - 1)
      if last == 0x2C, end < limit, amends, reading.words[end].key == WordKey.of("bo") { continue }
      if last == 0x2C, end < limit, reading.words[end].shape.contains(.lower),
        reading.words[end].key != WordKey.of("ngay")
      {
        continue
      }
      if last == 0x2C, dateFollows(end, limit) { continue }
      if reading.endsClause(end - 1) { break }
    }
    return end
  }

  /// `Luật Quốc tịch Việt Nam`: no year (năm) follows.
  private func isCountry(_ index: Int) -> Bool {
    reading.words[index].key == WordKey.of("nam") && reading.words[index].shape.contains(.capital)
      && reading.words[index - 1].key == WordKey.of("viet")
  }

  /// `Luật Thi đua, Khen thưởng ngày ...`: a comma inside the name, if the date follows soon.
  private func dateFollows(_ start: Int, _ limit: Int) -> Bool {
    for index in start..<min(start + 7, limit) {
      let key = reading.words[index].key
      if key == WordKey.of("ngay") || key == WordKey.of("nam") { return index > start }
      if key == WordKey.of("luat") || key == WordKey.of("lenh") || reading.endsClause(index) { return false }
    }
    return false
  }

  /// `và` goes on with the name only before a lower-case word: `Luật Sử dụng năng lượng tiết kiệm và hiệu quả`.
  private func isName(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    let word = reading.words[index]
    return word.key != WordKey.of("luat") && word.key != WordKey.of("cac") && word.key != WordKey.of("nghi")
  }
}
