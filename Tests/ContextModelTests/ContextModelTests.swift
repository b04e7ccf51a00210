import ContextModel
import ContextTraining
import Foundation
import ModelFile
import NgramModel
import NgramTraining
import Testing

/// A folder that goes when the suite's test is done.
private final class Scratch {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("context-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}

@Suite struct ContextModelTests {
  private let scratch: Scratch
  private let language: NgramModel

  /// A language in which what follows decides: `bán hàng` in shops, `bàn gỗ` in rooms.
  init() throws {
    scratch = try Scratch()
    let lines = (0..<400).flatMap { number in
      ["người ta bán hàng ở chợ số \(number)", "trong phòng có bàn gỗ và ghế \(number)"]
    }
    try lines.joined(separator: "\n").write(
      toFile: scratch.path("text.txt"), atomically: true, encoding: .utf8)
    var options = TrainingOptions()
    options.minimumWordCount = 1
    options.scratchPath = scratch.path("scratch")
    try TrainingPipeline(options).run(
      corpora: [TrainingCorpus(path: scratch.path("text.txt"))], output: scratch.path("language.bin"))
    language = try NgramModel(path: scratch.path("language.bin"))
  }

  private func train(_ name: String, bits: Int = 12) throws -> ContextModel {
    var options = ContextTrainingOptions()
    options.weightBits = bits
    let bytes = try ContextTrainer(language: language, options: options).run(
      corpora: [TrainingCorpus(path: scratch.path("text.txt"))], output: scratch.path(name))
    let model = try ContextModel(path: scratch.path(name), vocabulary: language.vocabulary)
    #expect(model.byteCount == bytes)
    return model
  }

  private func id(_ word: String) -> WordID { language.vocabulary.id(of: word) }

  /// The score of `word` at place `index` of `words`.
  private func score(_ model: ContextModel, _ word: String, at index: Int, of words: [String]) -> Float {
    var keys = [UInt64](repeating: 0, count: ContextFeatures.capacity)
    let ids = words.map(id)
    let count = ids.withUnsafeBufferPointer { ids in
      keys.withUnsafeMutableBufferPointer { ContextFeatures.gather(ids, at: index, into: $0.baseAddress!) }
    }
    return keys[..<count].withUnsafeBufferPointer { model.score(id(word), features: $0) }
  }

  @Test func whatFollowsDecides() throws {
    let model = try train("context.bin")
    let shop = ["ta", "?", "hàng", "ở", "chợ"]
    let room = ["có", "?", "gỗ", "và", "ghế"]
    #expect(score(model, "bán", at: 1, of: shop) > score(model, "bàn", at: 1, of: shop) + 1)
    #expect(score(model, "bàn", at: 1, of: room) > score(model, "bán", at: 1, of: room) + 1)
    #expect(model.classNumber(id("bán")) == model.classNumber(id("bàn")))
    #expect(model.classNumber(id("bán")) != model.classNumber(id("hàng")))
  }

  @Test func trainingTwiceGivesTheSameBytes() throws {
    _ = try train("first.bin")
    _ = try train("second.bin")
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path("first.bin")))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: scratch.path("second.bin"))))
  }

  @Test func anotherVocabularyIsRefused() throws {
    _ = try train("context.bin")
    let other = scratch.path("other.txt")
    try "một hai ba bốn\nnăm sáu bảy tám\n".write(toFile: other, atomically: true, encoding: .utf8)
    var options = TrainingOptions()
    options.minimumWordCount = 1
    options.scratchPath = scratch.path("scratch")
    try TrainingPipeline(options).run(
      corpora: [TrainingCorpus(path: other)], output: scratch.path("other.bin"))
    let vocabulary = try NgramModel(path: scratch.path("other.bin")).vocabulary
    #expect(throws: ModelFileError.self) {
      try ContextModel(path: scratch.path("context.bin"), vocabulary: vocabulary)
    }
  }

  @Test func flippedBitsAreFoundAndHarmless() throws {
    _ = try train("context.bin")
    let url = URL(fileURLWithPath: scratch.path("context.bin"))
    var bytes = try Data(contentsOf: url)
    for index in stride(from: bytes.count / 3, to: bytes.count, by: 5) { bytes[index] ^= 0x5A }
    try bytes.write(to: url)
    let model = try ContextModel(path: url.path, vocabulary: language.vocabulary)
    #expect(throws: ModelFileError.self) { try model.verify() }
    #expect(score(model, "bán", at: 0, of: ["bán", "hàng"]).isFinite)
  }

  @Test func optionsOutOfRangeAreRefused() throws {
    #expect(throws: TrainingError.self) { try train("context.bin", bits: 40) }
  }

  @Test func featuresStayWithinTheirRoom() {
    let words = (0..<200).map { WordID(100 + $0) }
    var keys = [UInt64](repeating: 0, count: ContextFeatures.capacity)
    for index in [0, 1, 5, 100, 198, 199] {
      let count = words.withUnsafeBufferPointer { words in
        keys.withUnsafeMutableBufferPointer {
          ContextFeatures.gather(words, at: index, into: $0.baseAddress!)
        }
      }
      #expect((9...ContextFeatures.capacity).contains(count))
      #expect(Set(keys[..<count]).count == count)
    }
  }
}
