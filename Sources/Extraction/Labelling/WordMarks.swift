import SequenceLabels

/// Phrases of the tables and marks of the layout, word by word.
struct WordMarks {
  /// What begins or goes on at a word.
  enum Mark: UInt8 {
    case none
    case type, typeInside
    case stateBody, partyBody, otherBody, chief, placeHead, bodyInside
    case title, titleInside
    case authority
    case family, familyBare
    case recipients, addressee, nation, titleWord, subjectMark, archive, numberMark, code, date
    case rank
  }

  let reading: Reading
  let tables: ExtractionTables
  let shapes: LineShapes
  private static let dateWords = WordKey.set("ngay thang nam")
  private static let ranks = WordKey.set(
    "gs pgs ts ths bs bscki bscii cki ckii ls ks gs.ts pgs.ts ts.bs gs.tskh tskh dai thuong trung thieu")

  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
    self.tables = tables
    shapes = LineShapes(reading: reading, tables: tables)
  }

  /// The marks of the words of a piece; O(words).
  func read(_ range: Range<Int>) -> [Mark] {
    var marks = [Mark](repeating: .none, count: range.count)
    for index in range where marks[index - range.lowerBound] == .none {
      let (mark, inside, end) = mark(at: index, limit: range.upperBound)
      guard mark != .none else { continue }
      marks[index - range.lowerBound] = mark
      guard index + 1 < end else { continue }
      for next in index + 1..<min(end, range.upperBound) { marks[next - range.lowerBound] = inside }
    }
    return marks
  }

  private func mark(at index: Int, limit: Int) -> (Mark, Mark, Int) {
    let word = reading.words[index]
    guard !word.isEmpty else { return (.none, .none, 0) }
    let first = reading.text.folded[Int(word.coreStart)]
    if word.shape.contains(.digit) {
      let isCode =
        Folding.isDigit(first)
        && CodeScanner.code(
          in: reading.text, at: Int(word.coreStart), limit: Int(reading.words[limit - 1].end)) != nil
      return (isCode ? .code : .none, .none, 0)
    }
    if Self.dateWords.contains(word.key) { return (.date, .none, 0) }
    if shapes.isSubjectMark(index) { return (.subjectMark, .none, 0) }
    guard word.shape.contains(.capital) else { return (.none, .none, 0) }
    if let end = keyword(first, index, limit) { return end }
    if shapes.authorityLength(at: index, limit: limit) != nil { return (.authority, .none, 0) }
    if let match = tables.titles.match(reading, at: index, limit: limit) {
      return (.title, .titleInside, match.end)
    }
    if let match = tables.typePhrases.match(reading, at: index, limit: limit) {
      return (.type, .typeInside, match.end)
    }
    if let match = tables.bodyPhrases.match(reading, at: index, limit: limit) {
      return (Self.mark(tables.bodies[match.row].kind), .bodyInside, match.end)
    }
    if shapes.isArchiveMark(index, limit: limit) { return (.archive, .none, 0) }
    if shapes.isNumberMark(index) { return (.numberMark, .none, 0) }
    if Self.ranks.contains(word.key) { return (.rank, .none, 0) }
    if tables.families.contains(word.key) {
      return (shapes.isFamily(index) ? .family : .familyBare, .none, 0)
    }
    return (.none, .none, 0)
  }

  private func keyword(_ first: UInt8, _ index: Int, _ limit: Int) -> (Mark, Mark, Int)? {
    switch first {
    case 0x6E: shapes.headEnd(index..<limit).map { (.recipients, .recipients, $0) }
    case 0x6B: shapes.isAddressee(index..<limit) ? (.addressee, .none, 0) : nil
    case 0x63, 0x64: shapes.titleEnd(at: index, limit: limit).map { (.nation, .nation, $0) }
    default: nil
    }
  }

  private static func mark(_ kind: BodyKind) -> Mark {
    switch kind {
    case .state: .stateBody
    case .party: .partyBody
    case .org, .any: .otherBody
    case .place: .placeHead
    case .chief: .chief
    }
  }
}
