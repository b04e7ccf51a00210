import ContextModel
import Dispatch
import ModelFile
import NgramModel
import NgramTraining
import Platform

/// How a context model is trained.
public struct ContextTrainingOptions: Sendable {
  /// The model has 2^`weightBits` weights, half a byte each.
  public var weightBits = 25
  /// How often the corpora are gone through.
  public var epochs = 1
  /// First step of the descent.
  public var rate: Float = 0.2

  /// The defaults.
  public init() {}
}

/// Trains a context model: stochastic gradient descent with a step of its own for each weight (AdaGrad, Duchi and
/// others 2011) on the softmax over the words of a class.
///
/// Classes are dealt to shards that share no weights, so that the shards run side by side and the result is the
/// same whatever the number of cores. Memory: two bytes for each word of the corpora, eight for each weight.
public struct ContextTrainer: Sendable {
  private let language: NgramModel
  private let options: ContextTrainingOptions

  /// Trains for the words of `language`.
  public init(language: NgramModel, options: ContextTrainingOptions = ContextTrainingOptions()) {
    self.language = language
    self.options = options
  }

  /// Trains on `corpora`, writes the model to `output` and returns its length in bytes.
  ///
  /// `progress` gets the mean loss (natural logarithm) of the words before they were learned, after each epoch.
  /// Throws `TrainingError`, and `ModelFileError` where the model cannot be written. O(words × features × class).
  public func run(
    corpora: [TrainingCorpus], output: String, progress: (_ epoch: Int, _ loss: Double) -> Void = { _, _ in }
  ) throws -> Int {
    guard ContextModelLayout.weightBitsRange.contains(options.weightBits), options.epochs > 0,
      options.rate > 0
    else {
      throw TrainingError.badOption("weight bits \(options.weightBits), epochs \(options.epochs)")
    }
    let stream = try ParagraphStream(corpora, vocabulary: language.vocabulary)
    let counts = stream.counts(language.vocabulary.count)
    let classes = ContextClasses(language.vocabulary, counts: counts)
    let table = WeightTable(bits: options.weightBits)
    for epoch in 0..<options.epochs {
      progress(epoch + 1, learn(stream, classes, table, epoch: epoch))
    }
    return try ContextModelWriter.write(
      classes, table, vocabulary: language.vocabulary, to: output)
  }

  /// One pass over all paragraphs; returns the mean loss.
  private func learn(
    _ stream: ParagraphStream, _ classes: ContextClasses, _ table: WeightTable, epoch: Int
  ) -> Double {
    let order = ShuffledBlocks(count: stream.count, seed: UInt64(epoch + 1))
    let shards = 1 << ContextModelLayout.shardBits
    nonisolated(unsafe) let losses = UnsafeMutableBufferPointer<LossSum>.allocate(capacity: shards)
    defer { losses.deallocate() }
    losses.initialize(repeating: LossSum())
    DispatchQueue.concurrentPerform(iterations: shards) { shard in
      var learner = ShardLearner(shard: shard, classes: classes, table: table, rate: options.rate)
      losses[shard] = learner.learn(stream, order)
    }
    let total = losses.reduce(into: LossSum()) { $0.add($1) }
    return total.loss / Double(max(1, total.count))
  }
}

/// The loss of a number of words.
struct LossSum: Sendable {
  var loss = 0.0
  var count = 0

  mutating func add(_ other: LossSum) {
    loss += other.loss
    count += other.count
  }
}

/// Blocks of neighbouring paragraphs in a random order: the corpora stand one after another, and a descent must
/// not end with one of them.
struct ShuffledBlocks: Sendable {
  private static let size = 2000
  private let blocks: [Int]
  private let count: Int

  init(count: Int, seed: UInt64) {
    self.count = count
    var blocks = Array(0..<(count + Self.size - 1) / Self.size)
    var state = seed
    for index in blocks.indices.reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      blocks.swapAt(index, Int(state >> 33) % (index + 1))
    }
    self.blocks = blocks
  }

  func forEach(_ body: (Int) -> Void) {
    for block in blocks {
      for paragraph in block * Self.size..<min(count, (block + 1) * Self.size) { body(paragraph) }
    }
  }
}
