/// A point in time that running text names, and the words that say it.
struct DateMention {
  /// The words that the date reaches into.
  var words: Range<Int>
  /// Scalars of the date.
  var range: Range<Int>
  var date: PrintedDate
  /// `ngày 20 hằng tháng`: no one date.
  var recurs: Bool
  /// The segment that it stands in.
  var segment: Int
}

/// Finds the dates of running text: `ngày 15/6/2021`, `tháng 10 năm 2021`, `quý II`, `năm 2025`, `ngày 05 hằng tháng`.
struct DateMentions {
  let view: DocumentView

  private static let rules = Grammar<DeadlineValues>(
    """
    mention = ( {date} [ {recurs} ] | ngay , {figures} {recurs} )
    """)
  private static let openings = WordKey.set("ngay thang quy nam")

  private var reading: Reading { view.reading }

  /// All dates in order; O(words).
  func all() -> [DateMention] {
    var mentions: [DateMention] = []
    var end = 0
    for segment in view.indices(.basis, .text, .annex) {
      let words = view.segments[segment].words
      let next = view.segments[min(segment + 1, view.range.upperBound - 1)].words.upperBound
      let limit = Int(reading.words[max(next, words.upperBound) - 1].end)
      for word in words where word >= end && mayOpen(word) {
        guard let mention = mention(at: word, segment, limit) else { continue }
        mentions.append(mention)
        end = mention.words.upperBound
      }
    }
    return mentions
  }

  private func mayOpen(_ index: Int) -> Bool {
    let word = reading.words[index]
    return word.shape.contains(.digit) || Self.openings.contains(word.key)
  }

  /// The date that a word opens; a date is not the head of a number of a document (`12/2019/TT-BTC`).
  private func mention(at word: Int, _ segment: Int, _ limit: Int) -> DateMention? {
    let start = Int(reading.words[word].coreStart)
    var cursor = Cursor(folded: reading.text.folded, limit: limit, position: start)
    var values = DeadlineValues()
    guard Self.rules.fits(0, &values, &cursor), !goesOn(cursor.position), !holdsStop(start..<cursor.position)
    else {
      return nil
    }
    var last = word
    while last < reading.words.count, Int(reading.words[last].start) < cursor.position { last += 1 }
    return DateMention(
      words: word..<last, range: start..<cursor.position,
      date: values.date ?? PrintedDate(range: start..<cursor.position), recurs: values.recurs,
      segment: segment)
  }

  /// `36 tháng. 2. Hồ sơ`: whether a sentence ends within a date.
  private func holdsStop(_ range: Range<Int>) -> Bool {
    zip(range, range.dropFirst()).contains {
      reading.text.folded[$0] == 0x2E && Cursor.blanks.contains(reading.text.folded[$1])
    }
  }

  private func goesOn(_ end: Int) -> Bool {
    let folded = reading.text.folded
    guard end < folded.count else { return false }
    if Folding.isLetter(folded[end]) || Folding.isDigit(folded[end]) || folded[end] == 0x2F
      || folded[end] == 0x25
    {
      return true
    }
    guard end + 1 < folded.count, folded[end] == 0x2D || folded[end] == 0x2E || folded[end] == 0x2C else {
      return false
    }
    return folded[end] == 0x2D ? Folding.isLetter(folded[end + 1]) : Folding.isDigit(folded[end + 1])
  }
}
