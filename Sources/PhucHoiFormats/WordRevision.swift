import VietText

/// Words of a line that become other words.
struct WordRevision: Equatable {
  /// Places of the words in the file's list.
  var words: ClosedRange<Int>
  /// What stands there afterwards.
  var pieces: [String]
  /// Their boxes.
  var boxes: [Box?]
}

/// Turns replacements in the text of a file into revisions of its words.
struct WordReviser {
  let text: [UInt8]
  let words: [PageWord]

  /// The revisions, in order, and how many replacements could not be applied.
  ///
  /// Replacements are sorted and do not overlap. One that reaches over a line end, touches a word that must stay
  /// or leaves nothing is not applied. O(words + replacements).
  func revisions(_ replacements: [Replacement]) -> (revisions: [WordRevision], unapplied: Int) {
    var groups: [(words: ClosedRange<Int>, replacements: [Replacement])] = []
    var unapplied = 0
    var word = 0
    for replacement in replacements {
      while word < words.count, words[word].range.upperBound < replacement.range.lowerBound { word += 1 }
      guard let touched = touched(by: replacement.range, from: word), isFree(touched) else {
        unapplied += 1
        continue
      }
      if let last = groups.last, last.words.upperBound >= touched.lowerBound {
        let joined = last.words.lowerBound...max(last.words.upperBound, touched.upperBound)
        guard isFree(joined) else {
          unapplied += 1
          continue
        }
        groups[groups.count - 1].words = joined
        groups[groups.count - 1].replacements.append(replacement)
      } else {
        groups.append((touched, [replacement]))
      }
    }
    var revisions: [WordRevision] = []
    for group in groups {
      if holdsSeveral(group.words) {
        guard let own = revisionsWordByWord(group.words, group.replacements) else {
          unapplied += group.replacements.count
          continue
        }
        revisions += own
        continue
      }
      let pieces = pieces(group.words, group.replacements)
      if pieces.isEmpty {
        unapplied += group.replacements.count
      } else {
        revisions += revise(group.words, pieces)
      }
    }
    return (revisions, unapplied)
  }

  /// Whether one of the file's words is several: some programs write a line as one.
  private func holdsSeveral(_ range: ClosedRange<Int>) -> Bool {
    range.contains { !words[$0].place.isLine && words[$0].text.utf8.contains(0x20) }
  }

  /// The revisions of words that stay the words that they are; nil where a replacement reaches over more than one.
  private func revisionsWordByWord(
    _ range: ClosedRange<Int>, _ replacements: [Replacement]
  ) -> [WordRevision]? {
    var revisions: [WordRevision] = []
    for index in range {
      let own = replacements.filter {
        $0.range.lowerBound >= words[index].range.lowerBound
          && $0.range.upperBound <= words[index].range.upperBound
      }
      let text = pieces(index...index, own).joined(separator: " ")
      if !text.isEmpty, text != words[index].text {
        revisions.append(WordRevision(words: index...index, pieces: [text], boxes: [words[index].box]))
      }
    }
    let isWhole = replacements.allSatisfy { replacement in
      range.contains {
        replacement.range.lowerBound >= words[$0].range.lowerBound
          && replacement.range.upperBound <= words[$0].range.upperBound
      }
    }
    return isWhole ? revisions : nil
  }

  /// The words that share a letter with `range`, or border on it where there are none.
  private func touched(by range: Range<Int>, from start: Int) -> ClosedRange<Int>? {
    var (first, last): (Int?, Int?) = (nil, nil)
    var (left, right): (Int?, Int?) = (nil, nil)
    var index = start
    while index < words.count, words[index].range.lowerBound <= range.upperBound {
      let word = words[index].range
      if word.lowerBound < range.upperBound, word.upperBound > range.lowerBound {
        first = first ?? index
        last = index
      } else if word.upperBound == range.lowerBound {
        left = index
      } else if word.lowerBound == range.upperBound {
        right = right ?? index
      }
      index += 1
    }
    if let first, let last { return first...last }
    guard let low = left ?? right else { return nil }
    return low...(right ?? low)
  }

  /// Whether the words stand on one line and may all be changed.
  private func isFree(_ range: ClosedRange<Int>) -> Bool {
    let line = words[range.lowerBound].line
    return range.allSatisfy { words[$0].line == line && !words[$0].place.isFixed }
  }

  private func pieces(_ range: ClosedRange<Int>, _ replacements: [Replacement]) -> [String] {
    var cursor = words[range.lowerBound].range.lowerBound
    let end = words[range.upperBound].range.upperBound
    var bytes: [UInt8] = []
    for replacement in replacements {
      let lower = max(cursor, replacement.range.lowerBound)
      bytes += text[cursor..<lower]
      bytes += replacement.text.utf8
      cursor = max(lower, replacement.range.upperBound)
    }
    if cursor < end { bytes += text[cursor..<end] }
    let pieces = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    return words[range.lowerBound].place.isLine && !pieces.isEmpty ? [pieces.joined(separator: " ")] : pieces
  }

  /// Pairs words and pieces from both ends, so that what did not change keeps its box.
  private func revise(_ range: ClosedRange<Int>, _ pieces: [String]) -> [WordRevision] {
    if range.count == pieces.count {
      return zip(range, pieces).compactMap { index, piece in
        piece == words[index].text
          ? nil : WordRevision(words: index...index, pieces: [piece], boxes: [words[index].box])
      }
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    var rest = pieces[...]
    while low < high, rest.count > 1, rest.first == words[low].text {
      low += 1
      rest.removeFirst()
    }
    while low < high, rest.count > 1, rest.last == words[high].text {
      high -= 1
      rest.removeLast()
    }
    let union = words[low...high].compactMap(\.box).reduce(nil) { (sum: Box?, box) in sum?.union(box) ?? box }
    let boxes = union?.cut(letters: rest.map(\.unicodeScalars.count)) ?? []
    return [
      WordRevision(
        words: low...high, pieces: Array(rest),
        boxes: boxes.isEmpty ? rest.map { _ in nil } : boxes.map { $0 })
    ]
  }
}
