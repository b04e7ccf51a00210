import Foundation
import NgramTraining
import TestSupport
import Testing

@testable import Decoding
@testable import NgramModel

/// A model of made-up lines over eleven words.
final class ToyModel {
  let model: NgramModel
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "toy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let words = ["an", "ba", "cá", "da", "em", "ga", "ha", "in", "ka", "la", "ca"]
    let text = (0..<700).map { line in
      (0..<(line % 6 + 2)).map { words[(line * ($0 + 2) * $0 + line / 3 + $0) % words.count] }.joined(
        separator: " ")
    }
    try Data(text.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: folder + "/text.txt"))
    var options = TrainingOptions()
    options.minimumWordCount = 1
    options.scratchPath = folder + "/scratch"
    try TrainingPipeline(options).run(
      corpora: [TrainingCorpus(path: folder + "/text.txt")], output: folder + "/model.bin")
    model = try NgramModel(path: folder + "/model.bin")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite struct BeamSearchTests {
  private let toy: ToyModel
  private let words: [WordID]

  init() throws {
    toy = try ToyModel()
    words = (6..<WordID(toy.model.vocabulary.count)).map { $0 }
  }

  /// Every path through the lattice with its score, walked without pruning.
  private func paths(
    _ lattice: Lattice, _ unit: Int, _ state: NgramState
  ) -> [(arcs: [Int32], score: Float)] {
    guard unit < lattice.unitCount else {
      var next = NgramState.empty
      return [([], toy.model.score(state, .lineEnd, &next))]
    }
    let singles = Array(lattice.singles[unit]..<lattice.singles[unit + 1])
    return (singles + lattice.specialNumbers[unit]).flatMap { number -> [(arcs: [Int32], score: Float)] in
      let arc = lattice.arcs[Int(number)]
      var (next, score) = (state, -arc.cost)
      if arc.word != .max { score += toy.model.score(state, arc.word, &next) }
      if arc.second != .max {
        var last = NgramState.empty
        score += toy.model.score(next, arc.second, &last)
        next = last
      }
      return paths(lattice, Int(arc.to), next).map { ([number] + $0.arcs, $0.score + score) }
    }
  }

  private func lattice(_ random: inout SeededGenerator) -> Lattice {
    let lattice = Lattice()
    let units = Int.random(in: 2...5, using: &random)
    for unit in 0..<units {
      let chosen = words.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)).sorted()
      lattice.addUnit(
        CandidateList(
          words: chosen, costs: chosen.map { _ in Float.random(in: 0...1.5, using: &random) }, identity: 0,
          bestOther: 0), penalty: 0.2)
      guard unit > 0, Bool.random(using: &random), let word = words.randomElement(using: &random) else {
        continue
      }
      let merges = Bool.random(using: &random)
      lattice.addSpecial(
        Arc(
          from: Int32(merges ? max(0, unit - Int.random(in: 1..<Lattice.longestArc, using: &random)) : unit),
          to: Int32(unit + 1), word: word,
          second: merges ? .max : words[0], cost: Float.random(in: 0...1, using: &random),
          kind: merges ? .merge : .split))
    }
    return lattice
  }

  @Test(arguments: 1...60)
  func findsTheBestPathAndItsPosteriors(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let lattice = lattice(&random)
    let beam = BeamSearch(model: toy.model)
    (beam.beam, beam.margin) = (10_000, 60)
    let found = beam.search(lattice, from: .lineStart, weight: 1, endsLine: true).path
    try expectAllPathsSumUp(lattice, found, beam.posterior)
  }

  /// Expects that `found` is the best of all paths and that the posteriors are the arcs' shares of them.
  private func expectAllPathsSumUp(
    _ lattice: Lattice, _ found: [Int32], _ posterior: (Int32) -> Float
  ) throws {
    let all = paths(lattice, 0, .lineStart)
    let best = try #require(all.max { $0.score < $1.score })
    let own = try #require(all.first { $0.arcs == found })
    #expect(abs(own.score - best.score) < 1e-3)
    let total = all.reduce(0) { $0 + pow(10, Double($1.score)) }
    for number in 0..<Int32(lattice.arcs.count) {
      let share = all.filter { $0.arcs.contains(number) }.reduce(0) { $0 + pow(10, Double($1.score)) } / total
      #expect(abs(Double(posterior(number)) - share) < 0.03)
    }
  }

  @Test(arguments: 1...60)
  func secondSearchSeesWhatArcsCostNow(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let lattice = lattice(&random)
    let beam = BeamSearch(model: toy.model)
    (beam.beam, beam.margin) = (10_000, 60)
    let first = beam.search(lattice, from: .lineStart, weight: 1, endsLine: true).path
    var read: [WordID] = []
    let thin = ThinLattice(lattice, beam, path: first, start: 0, leastPosterior: 1e-9, words: &read)
    thin.fill(lattice) { _, arcs in
      for index in arcs.indices { arcs[index].cost += Float.random(in: -1...1, using: &random) }
    }
    let second = GraphSearch()
    let found = second.search(thin, lattice, DocumentMemory())
    try expectAllPathsSumUp(lattice, found, second.posterior)
    #expect(second.gains.count == found.count)
  }

  @Test func narrowBeamStillReachesTheEnd() {
    var random = SeededGenerator(seed: 7)
    let lattice = lattice(&random)
    let beam = BeamSearch(model: toy.model)
    beam.beam = 1
    let path = beam.search(lattice, from: .lineStart, weight: 1, endsLine: false).path
    #expect(path.last.map { Int(lattice.arcs[Int($0)].to) } == lattice.unitCount)
  }

  @Test func memoryTurnsTheScale() {
    var memory = DocumentMemory()
    for _ in 0..<9 { memory.add(words[0], words[1], certainty: 0.99) }
    memory.add(words[0], words[2], certainty: 0.5)
    memory.settle()
    #expect(memory.bonus(words[0], words[1]) > 0.5)
    #expect(memory.bonus(words[0], words[2]) == 0)
    #expect(memory.bonus(words[1], words[0]) == 0)
  }
}
