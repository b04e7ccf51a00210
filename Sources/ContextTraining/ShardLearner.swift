import ContextModel
import NgramModel
import Platform

/// Learns the classes of one shard.
struct ShardLearner {
  /// Words that their letters give away are learned from every fourth time.
  private static let certainPrior: Float = -0.002
  /// What is already known teaches nothing.
  private static let learned: Float = 0.98
  private static let leastGradient: Float = 0.005

  private let shard: Int
  private let classes: ContextClasses
  private let table: WeightTable
  private let rate: Float
  private var keys = [UInt64](repeating: 0, count: ContextFeatures.capacity)
  private var firsts = [Int](repeating: 0, count: ContextFeatures.capacity)
  private var shares = [Float](repeating: 0, count: ContextModelLayout.largestClass)

  init(shard: Int, classes: ContextClasses, table: WeightTable, rate: Float) {
    self.shard = shard
    self.classes = classes
    self.table = table
    self.rate = rate
  }

  /// Goes through all paragraphs in `order` and returns the loss of what it met.
  mutating func learn(_ stream: ParagraphStream, _ order: ShuffledBlocks) -> LossSum {
    var sum = LossSum()
    stream.words.withUnsafeBufferPointer { all in
      order.forEach { number in
        let paragraph = stream.paragraph(number, all)
        for index in paragraph.indices {
          let word = paragraph[index]
          guard ContextModelLayout.shard(classes.classes[Int(word)]) == shard,
            let rivals = classes.rivals(of: word)
          else { continue }
          if classes.priors[Int(word)] > Self.certainPrior, index & 3 != 0 { continue }
          sum.loss += Double(learn(paragraph, index, rivals))
          sum.count += 1
        }
      }
    }
    return sum
  }

  /// One step of the descent; returns the loss before it.
  private mutating func learn(
    _ paragraph: UnsafeBufferPointer<WordID>, _ index: Int, _ rivals: [WordID]
  ) -> Float {
    let count = keys.withUnsafeMutableBufferPointer { keys in
      keys.baseAddress.map { ContextFeatures.gather(paragraph, at: index, into: $0) } ?? 0
    }
    let number = classes.classes[Int(paragraph[index])]
    let bits = table.bits
    for key in 0..<count {
      firsts[key] = ContextModelLayout.place(keys[key], class: number, bits: bits)
    }
    let gold = rivals.firstIndex(of: paragraph[index]) ?? 0
    softmax(rivals, count)
    let loss = -log(max(shares[gold], 1e-9))
    guard shares[gold] < Self.learned else { return loss }
    for member in rivals.indices {
      let gradient = (member == gold ? 1 : 0) - shares[member]
      guard abs(gradient) >= Self.leastGradient else { continue }
      for key in 0..<count {
        let place = ContextModelLayout.place(firsts[key], member: UInt8(member), bits: bits)
        table.squares[place] += gradient * gradient
        table.weights[place] += rate * gradient / (table.squares[place] + 0.5).squareRoot()
      }
    }
    return loss
  }

  /// Fills `shares` with the probabilities of `rivals`.
  private mutating func softmax(_ rivals: [WordID], _ count: Int) {
    var greatest = -Float.infinity
    for member in rivals.indices {
      var score = classes.priors[Int(rivals[member])]
      for key in 0..<count {
        score += table.weights[ContextModelLayout.place(firsts[key], member: UInt8(member), bits: table.bits)]
      }
      shares[member] = score
      greatest = max(greatest, score)
    }
    var sum: Float = 0
    for member in rivals.indices {
      shares[member] = exp(shares[member] - greatest)
      sum += shares[member]
    }
    for member in rivals.indices { shares[member] /= sum }
  }
}
