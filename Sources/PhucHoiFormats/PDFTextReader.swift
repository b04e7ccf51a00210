/// Reads what `pdftotext -bbox-layout` of poppler prints: pages, blocks, lines and words with their boxes.
final class PDFTextReader: PageReader {
  private(set) var builder = PageTextBuilder()
  /// Pages that have no text of their own: none at all, or the stamp of a digital signature.
  private(set) var emptyPages: [Int] = []
  private var page = 0
  private var hasOwnText = false
  private var isStamp: Bool?
  private var line: [WordSketch] = []
  private var word: WordSketch?

  init(_ bytes: [UInt8] = []) {}

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "page":
      let sizes = ["width", "height"].map { tag.attributes[$0].flatMap(Double.init) }
      builder.startPage(PageFrame(width: sizes[0], height: sizes[1]))
      page += 1
      hasOwnText = false
    case "block":
      builder.startParagraph()
      isStamp = nil
    case "word":
      let numbers = ["xMin", "yMin", "xMax", "yMax"].compactMap { tag.attributes[$0].flatMap(Double.init) }
      let box = numbers.count == 4 ? Box(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3]) : nil
      word = WordSketch(box: box, place: WordPlace(element: tag.range, tag: tag.range))
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    switch name {
    case "word":
      if let word { line.append(word) }
      word = nil
    case "line":
      let words = TouchingWords.joined(line)
      let text = words.map(\.text).joined(separator: " ")
      // A stamp is a block of its own, and only its first line says so.
      if isStamp == nil { isStamp = SignatureStamp.opens(text) }
      if isStamp == false, text.contains(where: \.isLetter) { hasOwnText = true }
      builder.add(words)
      line = []
    case "page": if !hasOwnText { emptyPages.append(page) }
    default: break
    }
  }

  func text(_ text: String) { word?.text += text }

  func reference() {}
}

/// Puts together what was cut where the font changes: many fonts lack some Vietnamese letters, which another one then
/// lends, and each stretch of one font comes as a word of its own.
enum TouchingWords {
  /// How much of the line's usual blank may lie between boxes that touch.
  private static let share = 0.1
  /// A blank as a part of the height of letters, where the line has none to measure.
  private static let usual = 0.2

  /// The words of a line, those joined whose boxes touch. O(n log n).
  static func joined(_ words: [WordSketch]) -> [WordSketch] {
    guard words.count > 1 else { return words }
    let blank = blank(in: words)
    var joined: [WordSketch] = []
    for word in words {
      guard let last = joined.last, let left = last.box, let right = word.box,
        abs(right.x0 - left.x1) < share * blank, overlap(left, right)
      else {
        joined.append(word)
        continue
      }
      joined[joined.count - 1].text += word.text
      joined[joined.count - 1].box = left.union(right)
    }
    return joined
  }

  /// The usual width of a blank: the median of the gaps that can be one.
  private static func blank(in words: [WordSketch]) -> Double {
    let height = words.compactMap(\.box).map { $0.y1 - $0.y0 }.max() ?? 0
    let gaps = zip(words, words.dropFirst()).compactMap { left, right -> Double? in
      guard let left = left.box, let right = right.box else { return nil }
      let gap = right.x0 - left.x1
      return gap > usual * height / 4 ? gap : nil
    }.sorted()
    return gaps.isEmpty ? usual * height : gaps[gaps.count / 2]
  }

  /// Whether both stand on one line.
  private static func overlap(_ left: Box, _ right: Box) -> Bool {
    min(left.y1, right.y1) - max(left.y0, right.y0) > 0.5 * min(left.y1 - left.y0, right.y1 - right.y0)
  }
}

/// The stamp that a digital signature leaves on a page: who signed, for whom, when.
enum SignatureStamp {
  private static let openings = [
    "người ký", "ký bởi", "ký ngày", "ngày ký", "thời gian ký", "đã ký số", "được ký bởi", "signature",
    "signed by",
    "digitally signed", "certified by", "chữ ký số",
  ]

  /// Whether a block that begins with `line` is such a stamp.
  static func opens(_ line: String) -> Bool {
    let start = line.lowercased().drop { !$0.isLetter }
    return openings.contains { start.hasPrefix($0) }
  }
}
