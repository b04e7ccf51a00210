import VietText

/// A physical line: its words and where it stands.
struct TextLine: Sendable {
  /// Scalar range without the line end.
  var range: Range<Int>
  /// Indices of its words.
  var words: Range<Int>
  /// Page, from 1; a form feed begins the next one.
  var page: Int32
}

/// A text split into lines and words, with the way back to the input: what all fields are read from.
struct Reading: Sendable {
  let aligned: AlignedText
  let text: FoldedText
  let words: [Word]
  let lines: [TextLine]
  let locator: SpanLocator
  /// How sure the repair is of a UTF-8 range of the input; 1 where nobody said anything.
  let certainty: Certainty
  /// Where the words stand on the page, where the input tells.
  let layout: PageLayout?

  /// Share of the words that the repair changed.
  var noise: Float { Float(aligned.replacements.count) / Float(max(1, words.count)) }

  /// The repair changed more than one word in three hundred: what it did not change holds errors as well.
  var isNoisy: Bool {
    aligned.replacements.count > (words.count > 250 ? 1 : 0) && aligned.replacements.count * 300 > words.count
  }

  /// The repair changed more than one word in twelve: the engine did not know the marks of Vietnamese, or the page
  /// was hardly legible.
  var isBadlyRead: Bool { aligned.replacements.count * 12 > words.count }

  /// Reads `aligned`; O(n).
  init(_ aligned: AlignedText, certainty: Certainty = Certainty([]), layout: PageLayout? = nil) {
    self.aligned = aligned
    self.layout = layout
    self.certainty = certainty
    var text = FoldedText(aligned.text)
    text.restoreFigures(aligned)
    self.text = text
    var words: [Word] = []
    var lines: [TextLine] = []
    words.reserveCapacity(text.count / 3)
    let scanner = WordScanner(text: text)
    var page: Int32 = 1
    var start = 0
    for index in 0...text.count {
      let byte = index < text.count ? text.folded[index] : Folding.newline
      guard byte == Folding.newline || byte == Folding.formFeed else { continue }
      let first = words.count
      scanner.scan(start..<index, into: &words)
      lines.append(TextLine(range: start..<index, words: first..<words.count, page: page))
      if byte == Folding.formFeed { page += 1 }
      start = index + 1
    }
    self.words = words
    self.lines = lines
    locator = SpanLocator(aligned.source)
  }

  /// Whether the core of word `index` is the keyword with `key`.
  @inline(__always)
  func isWord(_ index: Int, _ key: UInt64) -> Bool { index < words.count && words[index].key == key }

  /// The folded byte of the last scalar of a word; marks of emphasis (`**`) do not count.
  func lastByte(_ index: Int) -> UInt8 {
    let word = words[index]
    var end = Int(word.end)
    while end > Int(word.coreEnd), end - 1 > Int(word.start), text.folded[end - 1] == 0x2A { end -= 1 }
    return end > Int(word.start) ? text.folded[end - 1] : 0
  }

  /// Whether word `index` holds a closing round bracket.
  func closesBracket(_ index: Int) -> Bool { text.folded[words[index].range].contains(0x29) }

  /// How many round brackets word `index` opens more than it closes.
  func bracketBalance(_ index: Int) -> Int {
    text.folded[words[index].range].reduce(0) { $0 + ($1 == 0x28 ? 1 : $1 == 0x29 ? -1 : 0) }
  }

  /// The number that figures alone make of word `index`, `2.`, `(2)`; nil for another word.
  func figure(_ index: Int) -> Int? { Int(String(decoding: text.folded[words[index].core], as: UTF8.self)) }

  /// The folded byte of the first scalar of a word; marks of emphasis (`**`) do not count.
  func firstByte(_ index: Int) -> UInt8 {
    let word = words[index]
    var start = Int(word.start)
    guard start + 1 < Int(word.end), text.folded[start] == 0x2A, text.folded[start + 1] == 0x2A else {
      return text.folded[start]
    }
    while start + 1 < Int(word.end), text.folded[start] == 0x2A { start += 1 }
    return text.folded[start]
  }

  /// How far from the left edge of the page's text a word stands, 0 to 1; nil where nobody told.
  func left(of index: Int) -> Double? {
    guard let layout else { return nil }
    let bytes = text.bytes(words[index].range)
    return layout.left(of: aligned.sourceRange(of: bytes).lowerBound)
  }

  /// Whether a mark that ends a clause stands after word `index`.
  func endsClause(_ index: Int) -> Bool {
    switch lastByte(index) {
    case 0x2C, 0x3B, 0x2E, 0x3A, 0x29: true
    default: false
    }
  }
}

/// How sure the repair is of each piece of the input: confidences by UTF-8 range of the input, in order.
public struct Certainty: Sendable {
  private let pieces: [(range: Range<Int>, confidence: Double)]

  /// Makes it from pieces sorted by range; what they do not cover counts as certain.
  public init(_ pieces: [(range: Range<Int>, confidence: Double)]) { self.pieces = pieces }

  /// How sure it is that all within `range` is right, and how sure the least sure piece of it is; O(log n + pieces in
  /// the range).
  func sureness(in range: Range<Int>) -> (joint: Double, least: Double) {
    var low = pieces.partitioningIndex { $0.range.upperBound > range.lowerBound }
    var (joint, least) = (1.0, 1.0)
    while low < pieces.count, pieces[low].range.lowerBound < range.upperBound {
      joint *= pieces[low].confidence
      least = min(least, pieces[low].confidence)
      low += 1
    }
    return (joint, least)
  }
}
