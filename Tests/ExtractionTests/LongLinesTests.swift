import SequenceLabels
import Testing
import VietText

@testable import Extraction

/// Lines that no document has must not take memory without bounds.
struct LongLinesTests {
  private func features(_ text: String) throws -> WordFeatures {
    let pieces = PieceText(
      reading: Reading(AlignedText(source: text)), tables: try ExtractionTables(directory: Repository.tables))
    let lines = pieces.lines.count
    return WordFeatures(
      pieces: pieces, parts: Array(repeating: .head, count: lines), certain: Array(repeating: 1, count: lines)
    )
  }

  private func units(_ sequence: UnitSequence) -> [[UInt32]] {
    (0..<sequence.count).map {
      Array(sequence.keys(ofUnit: $0)) + Array(sequence.keys(ofGroup: Int(sequence.groupOfUnit[$0])))
    }
  }

  @Test func wordsInARowAreReadInStretches() throws {
    let features = try features(
      "Số: 5/QĐ-UBND\n" + String(repeating: "a b (c: ", count: 20_000) + "\nNơi nhận:")
    let whole = features.sequence(0..<features.pieces.lines.count)
    var stretches: [UnitSequence] = []
    features.sequences(0..<features.pieces.lines.count) { stretches.append($0) }
    #expect(stretches.count == 4 && stretches.allSatisfy { $0.count <= 1 << 14 })
    // Every word has what it has in one.
    #expect(stretches.flatMap(units) == units(whole))
  }

  @Test func shortTextsStayWhole() throws {
    let features = try features("Số: 5/QĐ-UBND\nNơi nhận:\n- Như trên;")
    var counts: [Int] = []
    features.sequences(0..<3) { counts.append($0.count) }
    #expect(counts == [features.sequence(0..<3).count])
    features.sequences(0..<0) { counts.append($0.count) }
    #expect(counts.count == 1)
  }
}
