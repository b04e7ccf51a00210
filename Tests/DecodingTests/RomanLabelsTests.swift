import Testing

@testable import Decoding

@Suite struct RomanLabelsTests {
  @Test(arguments: [
    ([1, 1, 3], [1, 2, 3]),
    ([1, 2, 2, 4], [1, 2, 3, 4]),
    ([1, 2, 3, 1, 2], [1, 2, 3, 1, 2]),
    ([1, 1, 2], [1, 2, 3]),
    ([1, 2, 3, 4, 5, 6, 6, 8], [1, 2, 3, 4, 5, 6, 7, 8]),
  ])
  func listsGoUpByOne(_ seen: [Int], _ meant: [Int]) {
    #expect(RomanLabels.lists(seen, seen.map { _ in false }) == meant)
  }

  /// Below `A.` and `B.` numerals begin anew, also after a list of one.
  @Test func lettersBeginLists() {
    #expect(RomanLabels.lists([1, 1, 2], [false, true, false]) == [1, 1, 2])
    #expect(RomanLabels.lists([1, 2, 1], [true, false, true]) == [1, 2, 1])
  }

  /// Numerals that no run of lists explains are no document's: nothing is changed.
  @Test(arguments: [[3, 1, 6, 2], [1, 4], [1, 2, 5]])
  func whatDoesNotFitIsLeft(_ seen: [Int]) {
    let meant = RomanLabels.lists(seen, seen.map { _ in false })
    #expect(meant == nil || meant == seen)
  }
}
