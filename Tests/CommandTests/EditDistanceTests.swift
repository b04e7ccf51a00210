import TestSupport
import Testing

@testable import PhucHoiCommand

@Suite struct EditDistanceTests {
  /// The textbook recurrence.
  private func slowDistance(_ a: [Int32], _ b: [Int32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }

  @Test(arguments: [0, 1, 5, 63, 64, 65, 130, 200])
  func bitParallelEqualsRecurrence(_ length: Int) {
    var numbers = SeededGenerator(seed: UInt64(length) + 1)
    for alphabet in [2, 4, 30] {
      let a = (0..<length).map { _ in Int32.random(in: 0..<Int32(alphabet), using: &numbers) }
      let b = (0..<Int.random(in: 0...150, using: &numbers)).map { _ in
        Int32.random(in: 0..<Int32(alphabet), using: &numbers)
      }
      #expect(EditDistance.between(a, b) == slowDistance(a, b))
    }
  }

  @Test func alignmentCostsTheDistance() {
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let a = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        Int32.random(in: 0..<5, using: &numbers)
      }
      let b = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        Int32.random(in: 0..<5, using: &numbers)
      }
      let alignment = EditDistance.alignment(a, b)
      let kept = alignment.isKept.count { $0 }
      #expect(kept == alignment.isRight.count { $0 })
      // Every symbol of b is kept, added, or stands for one of a that it replaces; the rest of a is deleted.
      let replaced = b.count - kept - alignment.added
      let deleted = a.count - kept - replaced
      #expect(replaced >= 0 && deleted >= 0)
      #expect(replaced + deleted + alignment.added == slowDistance(a, b))
    }
  }

  @Test func keepsWhatStandsInPlace() {
    let alignment = EditDistance.alignment([1, 2, 3, 4], [1, 9, 3, 4, 5])
    #expect(alignment.isKept == [true, false, true, true])
    #expect(alignment.isRight == [true, false, true, true, false])
    #expect(alignment.added == 1)
  }
}
