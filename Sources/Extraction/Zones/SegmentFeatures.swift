/// What the zone model sees of one segment.
struct SegmentFeatures: Sendable {
  /// Marks of the layout that a segment bears.
  struct Mark: OptionSet, Sendable {
    let rawValue: UInt32
    static let title = Mark(rawValue: 1 << 0)
    static let numberMarked = Mark(rawValue: 1 << 1)
    static let numberBare = Mark(rawValue: 1 << 2)
    static let date = Mark(rawValue: 1 << 3)
    static let stamp = Mark(rawValue: 1 << 4)
    static let typeAlone = Mark(rawValue: 1 << 5)
    static let typeFirst = Mark(rawValue: 1 << 6)
    static let subjectMark = Mark(rawValue: 1 << 7)
    static let about = Mark(rawValue: 1 << 8)
    static let addressee = Mark(rawValue: 1 << 9)
    static let basis = Mark(rawValue: 1 << 10)
    static let opener = Mark(rawValue: 1 << 11)
    static let recipients = Mark(rawValue: 1 << 12)
    static let archive = Mark(rawValue: 1 << 13)
    static let authority = Mark(rawValue: 1 << 14)
    static let signerTitle = Mark(rawValue: 1 << 15)
    static let name = Mark(rawValue: 1 << 16)
    static let annex = Mark(rawValue: 1 << 17)
    static let attached = Mark(rawValue: 1 << 18)
    static let dash = Mark(rawValue: 1 << 19)
    static let outline = Mark(rawValue: 1 << 20)
    static let chief = Mark(rawValue: 1 << 21)
    static let bodyHead = Mark(rawValue: 1 << 22)
    static let placeHead = Mark(rawValue: 1 << 23)
    static let ordains = Mark(rawValue: 1 << 24)
    static let of = Mark(rawValue: 1 << 25)
    /// The first word is the mark of a number and the number follows at once.
    static let numberFirst = Mark(rawValue: 1 << 27)
    /// Stands in the right half of the page, by the boxes of the input.
    static let right = Mark(rawValue: 1 << 28)
  }

  var marks: Mark = []
  /// Words with letters or digits.
  var count = 0
  /// Share of them in capitals.
  var upper: Float = 0
  /// Share of words that begin with a capital.
  var capitals: Float = 0
  /// Starts with a lower-case letter.
  var isLower = false
  /// The last folded byte.
  var last: UInt8 = 0
  /// Characters from first to last word.
  var length = 0

  func has(_ mark: Mark) -> Bool { !marks.isDisjoint(with: mark) }

  /// Ends with a mark that closes a clause or sentence.
  var isClosed: Bool { last == 0x2E || last == 0x3B || last == 0x3A }
}

/// Reads the features of segments.
struct FeatureReader {
  let reading: Reading
  let tables: ExtractionTables
  let shapes: LineShapes
  private let about = WordKey.of("ve")
  private let viec = WordKey.of("viec")
  private let of = WordKey.of("cua")
  private let annexWords = WordKey.set("phu bieu mau danh bang")

  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
    self.tables = tables
    shapes = LineShapes(reading: reading, tables: tables)
  }

  private var words: [Word] { reading.words }

  /// The features of one segment; O(words), and O(1) beyond the first sixty.
  func features(of range: Range<Int>) -> SegmentFeatures {
    var features = SegmentFeatures()
    measure(range, &features)
    guard features.count > 0, let first = range.first(where: { !words[$0].isEmpty }) else { return features }
    features.isLower = words[first].shape.contains(.lower)
    if let left = reading.left(of: range.lowerBound), left > 0.45 { features.marks.insert(.right) }
    features.marks.formUnion(openingMarks(range, first))
    if features.count <= 40 { addTypeMarks(range, first, features, &features.marks) }
    if features.count <= 14 { features.marks.formUnion(shortMarks(range, first, features)) }
    if features.count <= 60, shapes.trailingDate(range) != nil { addDate(range, &features) }
    return features
  }

  private func measure(_ range: Range<Int>, _ features: inout SegmentFeatures) {
    var (letters, uppers, capitals) = (0, 0, 0)
    for index in range {
      let word = words[index]
      if word.isEmpty { continue }
      features.count += 1
      if word.shape.contains(.letter) {
        letters += 1
        if word.shape.contains(.upper) { uppers += 1 }
        if word.shape.contains(.capital) { capitals += 1 }
      }
    }
    features.upper = letters == 0 ? 0 : Float(uppers) / Float(letters)
    features.capitals = letters == 0 ? 0 : Float(capitals) / Float(letters)
    guard let last = range.last(where: { !words[$0].isEmpty }) else { return }
    features.last = lastMark(last)
    features.length = Int(words[last].end - words[range.lowerBound].start)
  }

  /// The last byte behind a word that is not emphasis.
  private func lastMark(_ index: Int) -> UInt8 {
    var position = Int(words[index].end) - 1
    while position >= Int(words[index].coreEnd), reading.text.folded[position] == 0x2A { position -= 1 }
    return position >= 0 ? reading.text.folded[position] : 0
  }

  private func openingMarks(_ range: Range<Int>, _ first: Int) -> SegmentFeatures.Mark {
    var marks: SegmentFeatures.Mark = []
    let rest = first..<range.upperBound
    if range.count <= 40, shapes.titleEnd(at: first, limit: range.upperBound) != nil { marks.insert(.title) }
    if shapes.isDash(range.lowerBound) { marks.insert(.dash) }
    if shapes.keywordEnd(LayoutKeyword.basis, range) != nil { marks.insert(.basis) }
    if shapes.isAddressee(range) { marks.insert(.addressee) }
    if shapes.headEnd(range) != nil { marks.insert(.recipients) }
    if shapes.isArchiveMark(first, limit: range.upperBound), isArchive(first, range) {
      marks.insert(.archive)
    }
    if shapes.isSubjectMark(first) { marks.insert(.subjectMark) }
    if words[first].key == about { marks.insert(.about) }
    if words[first].key == of { marks.insert(.of) }
    if tables.openers.match(reading, at: first, limit: range.upperBound) != nil { marks.insert(.opener) }
    if OutlineField.marker(at: first, in: reading, limit: range.upperBound) != nil { marks.insert(.outline) }
    if let body = tables.bodyPhrases.match(reading, at: first, limit: range.upperBound) {
      switch tables.bodies[body.row].kind {
      case .place: marks.insert(.placeHead)
      case .chief: marks.insert(.chief)
      default: marks.insert(.bodyHead)
      }
      let grammar = BodyGrammar(reading: reading, tables: tables)
      if let end = grammar.bodyEnd(at: first, limit: range.upperBound),
        grammar.acts(at: end, limit: range.upperBound)
      {
        marks.insert(.opener)
      }
    }
    addAnnexMarks(rest, first, &marks)
    return marks
  }

  private func isArchive(_ first: Int, _ range: Range<Int>) -> Bool {
    shapes.isDash(range.lowerBound) || reading.lastByte(first) == 0x3A || range.count <= 12
  }

  private func addAnnexMarks(_ range: Range<Int>, _ first: Int, _ marks: inout SegmentFeatures.Mark) {
    if annexWords.contains(words[first].key), words[first].shape.contains(.capital),
      AttachmentsField.annexLabelEnd(at: first, in: reading, limit: range.upperBound) != nil
    {
      marks.insert(.annex)
    }
    if shapes.isAttachedNote(range)
      || range.dropFirst().contains(where: {
        reading.firstByte($0) == 0x28 && shapes.isAttachedNote($0..<range.upperBound)
      })
    {
      marks.insert(.attached)
    }
  }

  private func shortMarks(_ range: Range<Int>, _ first: Int, _ features: SegmentFeatures)
    -> SegmentFeatures.Mark
  {
    var marks: SegmentFeatures.Mark = []
    let limit = range.upperBound
    if let code = shapes.numberStart(range) {
      marks.insert(isMarked(range, code) ? .numberMarked : .numberBare)
      if code.range.lowerBound < Int(words[first].coreEnd),
        code.range.lowerBound > Int(words[first].coreStart)
      {
        marks.formUnion([.numberMarked, .numberFirst])
      }
      if first + 1 < limit, words[first].core.count <= 3,
        code.range.lowerBound <= Int(words[first + 1].coreStart),
        code.range.lowerBound > Int(words[first].coreStart),
        !words[first].shape.contains(.digit) || shapes.isNumberMark(first)
      {
        marks.formUnion([.numberMarked, .numberFirst])
      }
    }
    if StampFields.stamp(in: range, reading: reading, tables: tables) != nil { marks.insert(.stamp) }
    if shapes.authorityLength(at: first, limit: limit) != nil, features.upper > 0.5 {
      marks.insert(.authority)
    }
    if features.upper > 0.8, isSignerTitle(range, first) { marks.insert(.signerTitle) }
    if shapes.isActing(first, limit: limit), features.upper > 0.8 { marks.insert(.signerTitle) }
    if OutlineField.marker(at: first, in: reading, limit: limit) == nil,
      shapes.titleEnd(at: first, limit: limit) == nil,
      shapes.isPersonName(shapes.withoutRank(nameRange(range, first)))
    {
      marks.insert(.name)
    }
    return marks
  }

  /// What may be a name in a piece: without marks behind it, and without a letter that a seal left before it.
  private func nameRange(_ range: Range<Int>, _ first: Int) -> Range<Int> {
    var end = range.upperBound
    while end > first, words[end - 1].isEmpty { end -= 1 }
    var start = first
    while start < end, words[start].core.count <= 1, !words[start].shape.contains(.capital) { start += 1 }
    return start > first && end - start >= 3 && shapes.isFamily(start) ? start..<end : first..<end
  }

  private func isMarked(_ range: Range<Int>, _ code: PrintedCode) -> Bool {
    range.prefix(4).contains { shapes.isNumberMark($0) && Int(words[$0].start) < code.range.lowerBound }
      || code.range.lowerBound > Int(words[range.lowerBound].coreStart)
  }

  private func isSignerTitle(_ range: Range<Int>, _ first: Int) -> Bool {
    if shapes.titleCapsEnd(at: first, limit: range.upperBound) != nil { return true }
    guard range.count <= 6 else { return false }
    let (start, end) = (Int(words[first].coreStart), Int(words[range.upperBound - 1].end))
    return tables.titleMatchers.contains {
      $0.letters[0] == reading.text.folded[start] && $0.letters.count + 3 >= (start..<end).count / 2
        && $0.match(reading.text.folded, from: start, limit: end).map { end - $0.end <= 2 } == true
    }
  }

  private func addTypeMarks(
    _ range: Range<Int>, _ first: Int, _ features: SegmentFeatures, _ marks: inout SegmentFeatures.Mark
  ) {
    if features.upper > 0.9, features.count == 2, reading.isWord(first, WordKey.of("quyet")),
      reading.isWord(first + 1, WordKey.of("nghi"))
    {
      marks.insert(.ordains)
    }
    guard let (_, end) = TypeField.type(at: first, in: reading, limit: range.upperBound, tables: tables)
    else { return }
    let rest = (end..<range.upperBound).filter { !words[$0].isEmpty }
    let capitals = (first..<end).allSatisfy { words[$0].isEmpty || words[$0].shape.contains(.upper) }
    if rest.isEmpty {
      marks.insert(features.last == 0x3A ? .ordains : capitals ? .typeAlone : .typeFirst)
    } else if capitals || words[first].shape.contains(.capital) {
      marks.insert(.typeFirst)
    }
  }

  private func addDate(_ range: Range<Int>, _ features: inout SegmentFeatures) {
    if shapes.trailingDate(range) == range.lowerBound || features.count <= 14 { features.marks.insert(.date) }
  }
}
