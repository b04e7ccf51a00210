import Testing

@testable import Extraction

struct LetterDistanceTests {
  private func cost(_ read: String, _ meant: String) -> Double {
    LetterDistance.cost(read.unicodeScalars.map(\.value), meant.unicodeScalars.map(\.value))
  }

  @Test(arguments: [
    ("TW", "TW", 0), ("IW", "TW", 0.5), ("QD", "QĐ", 0.1), ("QĐĐ", "QĐ", 0.3), ("AB", "CD", 2),
  ])
  func countsShapesThatEnginesConfuseLess(_ read: String, _ meant: String, _ expected: Double) {
    #expect(abs(cost(read, meant) - expected) < 1e-9)
  }

  @Test func givesUpBeyondTheLimit() {
    let (read, meant) = ("ABCDEFGH".unicodeScalars.map(\.value), "VWXYZVWX".unicodeScalars.map(\.value))
    #expect(LetterDistance.cost(read, meant, upTo: 1) > 1)
  }
}
