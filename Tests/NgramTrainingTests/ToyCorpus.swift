import Foundation
import TestSupport

@testable import NgramTraining

/// A reproducible text of made-up syllables with skewed frequencies, in a scratch folder.
final class ToyCorpus {
  let folder: String
  let lines: [[String]]

  init(lines count: Int, words: Int, seed: UInt64 = 1) throws {
    folder = NSTemporaryDirectory() + "toy-\(UUID().uuidString)/"
    var generator = SeededGenerator(seed: seed)
    func random(_ bound: Int) -> Int { generator.next(below: bound) }
    // The product of two draws favours small numbers; the word before pulls towards itself.
    lines = (0..<count).map { _ in
      var previous = 0
      return (0..<random(12) + 1).map { _ in
        previous = random(3) == 0 ? (previous * 7 + 1) % words : random(words) * random(words) / words
        return "t" + String(UnicodeScalar(UInt8(97 + previous % 26)))
          + String(UnicodeScalar(UInt8(97 + previous / 26)))
      }
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = lines.map { $0.joined(separator: " ") + "\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: textPath))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var textPath: String { folder + "text.txt" }
  var modelPath: String { folder + "model.bin" }

  /// Options for so small a text.
  func options(order: Int) -> TrainingOptions {
    var options = TrainingOptions()
    options.order = order
    options.minimumWordCount = 1
    options.scratchPath = folder + "scratch"
    return options
  }

  /// Counts the text.
  func counted(order: Int, windowsInMemory: Int = 1 << 20) throws -> (TrainingVocabulary, CountedKeys) {
    var options = options(order: order)
    options.windowsInMemory = windowsInMemory
    let corpora = [TrainingCorpus(path: textPath)]
    let vocabulary = try TrainingVocabulary.count(
      corpora, reader: options.reader, minimumCount: 1, limit: 1000)
    let windows = try CorpusCounter.count(corpora, vocabulary: vocabulary, options: options) { _ in }
    return (vocabulary, windows)
  }
}
