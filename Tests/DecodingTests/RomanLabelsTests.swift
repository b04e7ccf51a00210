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
    #expect(RomanLabels.lists(seen) == meant)
  }

  /// Numerals that no run of lists explains are no document's: nothing is changed.
  @Test(arguments: [[3, 1, 6, 2], [1, 4], [1, 2, 5]])
  func whatDoesNotFitIsLeft(_ seen: [Int]) {
    let meant = RomanLabels.lists(seen)
    #expect(meant == nil || meant == seen)
  }
}
