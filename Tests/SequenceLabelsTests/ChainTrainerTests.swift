import Foundation
import SequenceLabels
import SequenceTraining
import Testing

/// What a chain learns from sequences whose labels follow from key and neighbour.
struct ChainTrainerTests {
  /// Key 1 is label 0, key 2 label 1; key 3 has the label of the units on either side, which are alike.
  private func sequence(_ random: inout SplitMix) -> (UnitSequence, [UInt8]) {
    var units = UnitSequence()
    var labels: [UInt8] = []
    var keys: [Int] = []
    units.openGroup()
    for place in 0..<12 {
      let isOpen = keys.last == 3
      let key = isOpen ? Int(labels[place - 1]) + 1 : 1 + Int(random.next() % (place % 11 == 0 ? 2 : 3))
      keys.append(key)
      units.openUnit()
      units.add(FeatureKey.make(1, key))
      labels.append(key == 3 ? labels[place - 1] : UInt8(key - 1))
    }
    return (units, labels)
  }

  private func trained(hiding: Bool = false) throws -> ChainModel {
    var random = SplitMix(state: 1)
    var trainer = ChainTrainer(labelCount: 2)
    for _ in 0..<200 {
      let (units, labels) = sequence(&random)
      trainer.add(units, allowed: labels.map { hiding && random.chance(0.3) ? 3 : 1 << UInt64($0) })
    }
    let trained = trainer.trained()
    return try #require(trained)
  }

  @Test(arguments: [false, true])
  func learnsKeysAndNeighbours(_ hiding: Bool) throws {
    let model = try trained(hiding: hiding)
    var random = SplitMix(state: 2)
    for _ in 0..<20 {
      let (units, labels) = sequence(&random)
      let (best, probability) = model.labels(units)
      #expect(best == labels)
      #expect(probability.allSatisfy { $0 > 0.5 && $0 <= 1.001 })
    }
  }

  @Test func comesBackFromItsFile() throws {
    let model = try trained()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ChainModelFile.write(["toy": model], to: path)
    let read = try ChainModelFile.read("toy", labelCount: 2, from: path)
    #expect(read.weights.rows == model.weights.rows && read.transitions == model.transitions)
    #expect(throws: (any Error).self) { try ChainModelFile.read("toy", labelCount: 3, from: path) }
  }

  @Test func wordsAndMarksHaveKeysOfTheirOwn() {
    #expect(FeatureKey.isWord(FeatureKey.word(1, 7)) && !FeatureKey.isWord(FeatureKey.make(1, 7)))
    #expect(FeatureKey.make(1, 2, 3) != FeatureKey.make(1, 3, 2))
  }
}
