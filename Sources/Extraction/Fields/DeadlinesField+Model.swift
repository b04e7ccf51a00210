/// Deadlines that no phrase of time tells: a model tells them from the days of meetings, of effect, of what is cited or was
/// done.
extension DeadlinesField {
  /// How probably a date must be a deadline that no phrase tells: on documents left out of training four of five such are
  /// right.
  private static let leastChance: Float = 0.6

  /// The dates outside of the words of `known` that are deadlines; O(words).
  func likely(by model: DeadlineModel, outside known: [Range<Int>]) -> [(
    words: Range<Int>, deadline: Deadline?
  )] {
    let mentions = mentions()
    guard !mentions.isEmpty else { return [] }
    let features = features(mentions)
    let chances = model.chances(features.sequence())
    let taken = Set(known.joined())
    return zip(mentions, chances).enumerated().compactMap { number, found in
      // Legal bases ask for nothing by themselves, and annexes hold schedules.
      // Of a stretch of time the end counts.
      guard found.1 >= Self.leastChance, !features.leadsOn(number), view.zones[found.0.segment] == .text,
        !found.0.words.contains(where: taken.contains)
      else { return nil }
      return (found.0.words, deadline(found.0, after: number > 0 ? mentions[number - 1] : nil, found.1))
    }
  }

  /// The dates that may be deadlines: those that exist and are not before the document.
  func mentions() -> [DateMention] {
    DateMentions(view: view).all().filter { mention in
      guard !mention.recurs else { return true }
      guard let iso = Self.iso(mention, issued: issued) else { return false }
      return issued.map { !Self.isBefore(iso, $0) } ?? true
    }
  }

  func features(_ mentions: [DateMention]) -> DeadlineFeatures {
    DeadlineFeatures(view: view, mentions: mentions, issued: issued)
  }

  /// A date without a year falls into the document's year; nil where nobody knows it.
  static func iso(_ mention: DateMention, issued: String?) -> String? {
    var date = mention.date
    if date.year == nil, date.month != nil || date.quarter != nil {
      date.year = issued.flatMap { Int($0.prefix(4)) }
    }
    return mention.recurs ? nil : date.iso
  }

  private func deadline(_ mention: DateMention, after previous: DateMention?, _ chance: Float) -> Deadline? {
    let lower = paragraph(of: mention.segment)
    let first = phrase(mention, after: previous, lower)
    let joiner = WordJoiner(reading: reading)
    let text = joiner.join(joiner.trim([first..<mention.words.upperBound], keepsEnd: false))
    let range = Int(reading.words[first].coreStart)..<mention.range.upperBound
    let support: Support = mention.date.quarter != nil && reading.isNoisy ? .partial : .plain
    let recurs = mention.date.year == nil && recurs(before: mention.words.lowerBound, lower)
    return Deadline(
      date: recurs ? nil : Self.iso(mention, issued: issued), task: task(before: first, lower),
      place: view.place(range, value: text, support, isFixed: true, chance: chance))
  }

  /// The first word of the paragraph of a segment, or of one of its last lines.
  private func paragraph(of segment: Int) -> Int {
    var first = segment
    while first > view.range.lowerBound, segment - first < Self.longestParagraph, view.goesOn(first) {
      first -= 1
    }
    return view.segments[first].words.lowerBound
  }

  /// Lines above a date that its paragraph is looked for in.
  private static let longestParagraph = 60

  /// Where the phrase begins that says by when: `chậm nhất là trước ngày …`, `từ ngày … đến ngày …`.
  private func phrase(_ mention: DateMention, after previous: DateMention?, _ lower: Int) -> Int {
    var first = mention.words.lowerBound
    var steps = 0
    while first > lower, steps < Self.longestLead, !reading.endsClause(first - 1) {
      if let previous, first == previous.words.upperBound {
        first = previous.words.lowerBound
      } else if leads(first - 1) {
        first -= 1
      } else {
        break
      }
      steps += 1
    }
    while first < mention.words.lowerBound, reading.words[first].isEmpty { first += 1 }
    return first
  }

  private static let longestLead = 10

  private func leads(_ index: Int) -> Bool {
    let word = reading.words[index]
    return word.isEmpty || word.shape.contains(.digit) && word.core.count <= 5
      || Self.leads.contains(word.key)
  }

  /// Words between a task and the date of it.
  private static let leads = WordKey.set(
    "truoc sau trong het den toi tu vao luc la cham nhat muon tre khong qua hon cuoi dau giua nua tuan thoi han hoan "
      + "thanh xong nay gio phut ngay thang quy nam thu hai ba sau bay chu")
}
