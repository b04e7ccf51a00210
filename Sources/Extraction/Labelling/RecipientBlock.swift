/// The recipients that `Nơi nhận:` opens where the layout tells them: they follow on its line and run on, or figures open
/// them. Lists with dashes (Nghị định 30/2020/NĐ-CP, annex I, part II, 9) are left to the model.
struct RecipientBlock {
  let pieces: PieceText
  private let head: Int
  /// Where `Nơi nhận:` begins: what stands far right of it belongs to the column beside.
  private let left: Int

  /// Whether the text has ended above, or the model expects recipients here.
  private let isExpected: Bool

  /// The block that the first piece of line `head` opens; on its line it runs on only where it `isExpected`: contracts have
  /// `Nơi nhận:` for a place, too.
  init(pieces: PieceText, head: Int, isExpected: Bool) {
    (self.pieces, self.head, self.isExpected) = (pieces, head, isExpected)
    left = pieces.left(of: pieces.lines[head].lowerBound)
  }

  /// More lines than any such list has.
  private static let mostLines = 24
  /// Words behind `Nơi nhận:` that a list on its line has at least.
  private static let leastWords = 3
  /// How far right of `Nơi nhận:` a line that runs on may begin.
  private static let widestIndent = 16
  /// Words within which a label ends, `Thời gian giao:`.
  private static let longestLabel = 4
  /// What stands in no such list.
  private static let others: SegmentFeatures.Mark = [
    .title, .numberMarked, .date, .authority, .typeAlone, .annex, .attached, .addressee,
  ]
  /// What no line of it goes on with.
  private static let openings: SegmentFeatures.Mark = [.signerTitle, .name, .outline, .dash, .basis, .stamp]

  /// One past the last line of the list; `head` where the layout tells none. O(lines of the list).
  var end: Int {
    let words = pieces.segments[pieces.lines[head].lowerBound].words
    let shapes = LineShapes(reading: pieces.reading, tables: pieces.tables)
    guard let start = shapes.headEnd(words), pieces.reading.lastByte(start - 1) == 0x3A else { return head }
    let behind = start..<words.upperBound
    if behind.allSatisfy({ pieces.reading.words[$0].isEmpty }) { return figuredEnd }
    let isList =
      isExpected && !pieces.reading.isNoisy && pieces.lines[head].count == 1
      && behind.count >= Self.leastWords
      && !shapes.isDash(start)
      && behind.dropLast().contains { [0x2C, 0x3B].contains(pieces.reading.lastByte($0)) }
    guard isList else { return head }
    var line = head + 1
    while isNear(line), continues(line), last(line - 1) != 0x2E { line += 1 }
    return line
  }

  /// Whether a piece stands in the column of the list.
  func holds(_ piece: Int) -> Bool { pieces.left(of: piece) <= left + Self.widestIndent }

  /// One past the items whose figures count up from 1; `head` where there are fewer than two.
  private var figuredEnd: Int {
    var (line, number) = (head + 1, 0)
    while isNear(line) {
      if figure(line) == number + 1 {
        number += 1
      } else if number == 0 || [0x2E, 0x3B].contains(last(line - 1)) || !continues(line) && isInColumn(line) {
        break
      }
      line += 1
    }
    return number > 1 ? line : head
  }

  private func isNear(_ line: Int) -> Bool {
    line < min(pieces.lines.count, head + Self.mostLines) && !pieces.marks[line].afterGap
      && pieces.features[pieces.lines[line].lowerBound].marks.isDisjoint(with: Self.others)
  }

  private func isInColumn(_ line: Int) -> Bool { holds(pieces.lines[line].lowerBound) }

  /// Whether a line goes on with an item: it opens nothing, is no title in capitals and bears no label.
  private func continues(_ line: Int) -> Bool {
    let first = pieces.lines[line].lowerBound
    let features = pieces.features[first]
    return isInColumn(line) && features.marks.isDisjoint(with: Self.openings)
      && !(features.upper > 0.8 && features.count > 1)
      && !pieces.segments[first].words.prefix(Self.longestLabel).contains {
        pieces.reading.lastByte($0) == 0x3A
      }
  }

  /// The figure that opens a line, `1.`.
  private func figure(_ line: Int) -> Int? {
    let word = pieces.segments[pieces.lines[line].lowerBound].words.lowerBound
    guard pieces.reading.words[word].core.count <= 2, pieces.reading.lastByte(word) == 0x2E else {
      return nil
    }
    return pieces.reading.figure(word)
  }

  private func last(_ line: Int) -> UInt8 { pieces.features[pieces.lines[line].lowerBound].last }
}
