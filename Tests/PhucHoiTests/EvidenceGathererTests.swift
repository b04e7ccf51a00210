import Testing

@testable import Decoding
@testable import PhucHoi

/// What is gathered of the decisions about a text.
@Suite struct EvidenceGathererTests {
  /// A decision that leaves or changes what stands at `range`.
  private func decision(
    _ range: Range<Int>, _ text: String, line: Int = 0, kind: ArcKind = .identity, gain: Float = -1,
    cost: Float = 0
  ) -> Decision {
    Decision(
      range: range, line: line, text: text, kind: kind, unitKind: .word, probability: 0.9, doubt: 0.1,
      seenProbability: 0.1, seenIsWord: true, source: .engine, dirt: 0.1, cost: cost, gain: gain,
      alternatives: [])
  }

  /// `(Ban) Tuyén` on one line and `giáo` on the next: three decisions make the first token.
  private func gathered() -> [Evidence] {
    var gatherer = EvidenceGatherer()
    gatherer.add(decision(0..<1, "("), "(", isChanged: false, 0.9)
    gatherer.add(decision(1..<4, "Ban", gain: -3, cost: 0.5), "Ban", isChanged: false, 0.9)
    gatherer.add(decision(4..<5, ")"), ")", isChanged: false, 0.9)
    #expect(gatherer.count == 1)
    gatherer.add(decision(6..<11, "Tuyên", kind: .replacement), "Tuyén", isChanged: true, 0.9)
    gatherer.add(decision(12..<16, "giáo", line: 1, gain: -2), "giáo", isChanged: false, 0.9)
    #expect(gatherer.count == 3)
    return gatherer.finished()
  }

  @Test func piecesThatTouchAreOneToken() throws {
    let tokens = gathered()
    try #require(tokens.count == 3)
    let first = tokens[0].features
    #expect((first.length, first.seenLength, first.changed, first.similarity) == (5, 5, 0, 1))
    #expect((first.gain, first.cost, first.language) == (-3, 0.5, -4.5))
    #expect((tokens[1].features.changed, tokens[1].features.similarity) == (1, 1))
    #expect((first.shape, tokens[1].features.shape, tokens[2].features.shape) == (1, 1, 0))
  }

  @Test func edgesAreThoseOfLines() {
    #expect(gathered().map(\.features.edge) == [1, 2, 3])
  }

  @Test func neighboursSpeakForEachOther() {
    let tokens = gathered().map(\.features)
    #expect(tokens.map(\.gainBefore) == [0, -3, -1])
    #expect(tokens.map(\.gainAfter) == [-1, -2, 0])
    #expect(tokens.map(\.gainLeast) == [-3, -3, -3])
    #expect(tokens[0].logitAfter == tokens[1].logit)
    #expect(abs(tokens[1].gainNear + 2) < 1e-6)
  }

  @Test func nothingGivesNothing() { #expect(EvidenceGatherer().finished().isEmpty) }

  /// A second search has the last word, but what the first one read and doubted is not forgotten.
  @Test func proofreadingKeepsWhatTheFirstSearchKnew() {
    var (first, proof) = (gathered()[1], gathered()[2])
    first.source = .engine
    proof.source = .marked
    first.features.cost = 2
    proof.features.cost = 1
    let both = first.proofread(by: proof)
    #expect(both.source == .engine)
    #expect(both.features.cost == 3)
    #expect(both.features.changed == 1)
    #expect(both.features.logit == first.features.logit)
    #expect(both.features.proofLogit == proof.features.proofLogit)
    #expect(both.features.gain == proof.features.gain)
  }

  @Test(arguments: [([Float](), 2, [Float]()), ([1, 2, 6], 1, [1.5, 3, 4]), ([4, 8], 0, [4, 8])])
  func slidingMeansEndWithTheValues(_ values: [Float], _ reach: Int, _ means: [Float]) {
    #expect(slidingMeans(values, reach: reach) == means)
  }

  @Test func sumsAroundLeaveTheValueOutAndFallWithDistance() {
    let sums = sumsAround([1, 0, 0, 1], scale: 1)
    let expected = [0.0498, 0.5032, 0.5032, 0.0498]
    for (sum, value) in zip(sums, expected) { #expect(abs(sum - value) < 1e-4) }
    #expect(sumsAround([], scale: 1).isEmpty)
  }
}
