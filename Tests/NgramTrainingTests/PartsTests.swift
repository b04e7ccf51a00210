import Testing

@testable import NgramTraining

@Suite struct PartsTests {
  @Test func radixSortMovesPayloadAlong() {
    var keys: [UInt64] = (0..<5000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    var payload = keys.map { UInt32(truncatingIfNeeded: $0) }
    let expected = keys.sorted()
    RadixSort.sort(&keys, &payload, bits: 64)
    #expect(keys == expected)
    #expect(payload == expected.map { UInt32(truncatingIfNeeded: $0) })
  }

  @Test func discountsFollowTheFormula() {
    let counts: [UInt32] = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 9]
    let discounts = Discounts(counts: counts)
    // Y = 8 / (8 + 2 * 4) = 0.5
    #expect(
      discounts == Discounts(one: 1 - 2 * 0.5 * 4 / 8, two: 2 - 3 * 0.5 * 3 / 4, more: 3 - 4 * 0.5 * 2 / 3))
    #expect(Discounts(counts: [1, 1, 2, 3]) == nil)
  }

  @Test func quantizerKeepsValuesNear() {
    let values = (0..<10_000).map { -Float($0 % 977) / 150 }
    let book = Quantizer(values, bits: 8)
    #expect(values.allSatisfy { abs(book.codes[book.code($0)] - $0) < 0.05 })
  }

  @Test func malformedBytesBecomeReplacementCharacters() {
    var scalars: [UInt32] = []
    TextLines.decode([0x61, 0xFF, 0xC4, 0x91, 0xE1, 0xBA], into: &scalars)
    #expect(scalars == [0x61, 0xFFFD, 0x111, 0xFFFD, 0xFFFD])
  }

  @Test func wordsWithTheSameBareLettersShareAClass() {
    let classes = ConfusionClasses.of(["đã", "da", "dạ", "đi", "da"])
    #expect(classes[0] == classes[1] && classes[1] == classes[2] && classes[2] == classes[4])
    #expect(classes[3] != classes[0])
  }
}
