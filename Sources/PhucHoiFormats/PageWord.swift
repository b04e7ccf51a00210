/// A word of a page, as the file has it.
public struct PageWord: Sendable, Equatable {
  /// The word.
  public var text: String
  /// Where it stands in the text of the file, in UTF-8 offsets.
  public var range: Range<Int>
  /// 1-based page.
  public var page: Int
  /// Number of the text line in the file, from 0.
  public var line: Int
  /// Where it stands on the page.
  public var box: Box?
  /// The OCR engine's own confidence, 0 to 1.
  public var confidence: Double?
  /// The id of its element.
  public var id: String?
  /// Where its element stands in the file.
  var place: WordPlace
}

/// The page that words stand on.
public struct PageFrame: Sendable, Equatable {
  /// The picture of the page, as the file names it.
  public var image: String?
  /// Width, in the unit of the boxes.
  public var width: Double?
  /// Height, in the unit of the boxes.
  public var height: Double?

  /// Makes a frame from its parts.
  public init(image: String? = nil, width: Double? = nil, height: Double? = nil) {
    self.image = image
    self.width = width
    self.height = height
  }
}

/// Where a word's element stands in the bytes of a file.
struct WordPlace: Sendable, Equatable {
  /// The whole element.
  var element: Range<Int>
  /// Its start tag.
  var tag: Range<Int>
  /// Whether the element is a whole line of text.
  var isLine = false
  /// Whether the word has to stay as it is: it holds what cannot be written back.
  var isFixed = false
  /// Where the tag stands that holds its box, in formats where that is another element.
  var coordinates: Range<Int>?
}

/// A word while a file is being read.
struct WordSketch {
  var text = ""
  var box: Box?
  var confidence: Double?
  var id: String?
  var place: WordPlace
}

/// Builds the running text of a file out of its words, lines and pages.
struct PageTextBuilder {
  private(set) var text = ""
  private(set) var words: [PageWord] = []
  private(set) var pages = 0
  private(set) var frames: [PageFrame] = []
  private var length = 0
  private var line = 0
  private var needsParagraph = false
  private var pageHasText = false

  /// Opens a page.
  mutating func startPage(_ frame: PageFrame = PageFrame()) {
    if pages > 0 { append("\u{0C}") }
    pages += 1
    frames.append(frame)
    needsParagraph = false
    pageHasText = false
  }

  /// Says that the next line opens a paragraph.
  mutating func startParagraph() { needsParagraph = pageHasText }

  /// Adds a line of words; words without text are left out.
  mutating func add(_ sketches: [WordSketch]) {
    var previous: Box?
    var isFirst = true
    for sketch in sketches {
      let content = sketch.text.split { $0.isWhitespace }.joined(separator: " ")
      guard !content.isEmpty else { continue }
      if isFirst, needsParagraph { append("\n") }
      if pages == 0 { pages = 1 }
      if !isFirst { append(Self.gap(previous, sketch.box)) }
      let start = length
      append(content)
      words.append(
        PageWord(
          text: content, range: start..<length, page: pages, line: line, box: sketch.box,
          confidence: sketch.confidence, id: sketch.id, place: sketch.place))
      if isFirst { needsParagraph = false }
      isFirst = false
      previous = sketch.box
    }
    guard !isFirst else { return }
    append("\n")
    line += 1
    pageHasText = true
  }

  /// Blanks between two words: several where a column ends, as in printed text.
  private static func gap(_ left: Box?, _ right: Box?) -> String {
    guard let left, let right else { return " " }
    let height = max(left.y1 - left.y0, right.y1 - right.y0)
    return height > 0 && right.x0 - left.x1 > 3 * height ? "      " : " "
  }

  private mutating func append(_ piece: String) {
    text += piece
    length += piece.utf8.count
  }
}
