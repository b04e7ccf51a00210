import SequenceLabels
import SequenceTraining
import Testing

/// The mean of chains that were learned apart.
struct ChainMeanTests {
  private func chain(_ rows: [UInt32: [Int8]], scale: Float, within: [Float]) throws -> ChainModel {
    let keys = rows.keys.sorted()
    let weights = try #require(
      HashedWeights(labelCount: 2, keys: keys, rows: keys.flatMap { rows[$0] ?? [] }, scale: scale))
    return try #require(
      ChainModel(
        weights: weights,
        transitions: ChainTransitions(start: [0, 1], within: within, between: [0, 0, 0, 0])))
  }

  @Test func rowsThatOneChainLacksWeighHalf() throws {
    let first = try chain([2: [100, 0], 4: [0, 50]], scale: 0.02, within: [1, 0, 0, 1])
    let second = try chain([2: [50, 0]], scale: 0.04, within: [3, 0, 2, 1])
    let mean = try #require(ChainModel.mean(of: [first, second], mostRows: 9))
    #expect(mean.weights.keys == [2, 4])
    let values = mean.weights.rows.map { Float($0) * mean.weights.scale }
    for (value, expected) in zip(values, [2, 0, 0, 0.5] as [Float]) {
      #expect(abs(value - expected) < 0.02)
    }
    #expect(mean.transitions.within == [2, 0, 1, 1])
    #expect(mean.transitions.start == [0, 1])
  }

  @Test func keepsTheRowsThatWeighMost() throws {
    let model = try chain([2: [1, 1], 4: [90, 0], 6: [0, -80]], scale: 0.1, within: [0, 0, 0, 0])
    #expect(try #require(ChainModel.mean(of: [model], mostRows: 2)).weights.keys == [4, 6])
  }

  @Test func thereIsNoneOfNothing() {
    #expect(ChainModel.mean(of: [], mostRows: 9) == nil)
  }
}
