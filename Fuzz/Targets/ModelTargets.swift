import Boosting
import ChannelModel
import ContextModel
import ContextTraining
import Extraction
import Foundation
import ModelFile
import NgramModel
import NgramTraining
import VietText

/// Readers of model files. The input damages a sound file (see `DamagedFile`), whose checksums are then made to fit,
/// so that the damage gets past them.
enum ModelTargets {
  static func file(_ bytes: [UInt8]) {
    let path = scratchFile(bytes).path
    _ = try? NgramModel(path: path)
    _ = try? ChannelModel(path: path)
  }

  static func language(_ bytes: [UInt8]) {
    let path = scratchFile(DamagedFile(Toy.shared.language).damaged(by: bytes)).path
    guard let model = try? NgramModel(path: path) else { return }
    var state = NgramState.lineStart
    for index in 0..<200 {
      let word = WordID(truncatingIfNeeded: (index &* 7919) % max(1, model.vocabulary.count + 3))
      _ = model.score(state, word, &state)
      _ = model.vocabulary.word(of: word)
      _ = model.vocabulary.titleScore(of: word)
    }
    for word in ["nhân", "dân", "ngày", "", "\u{300}"] { _ = model.vocabulary.id(of: word) }
  }

  static func context(_ bytes: [UInt8]) {
    let path = scratchFile(DamagedFile(Toy.shared.context).damaged(by: bytes)).path
    let vocabulary = Toy.shared.model.vocabulary
    guard let model = try? ContextModel(path: path, vocabulary: vocabulary) else { return }
    let words = (0..<40).map { WordID($0 % vocabulary.count) }
    var keys = [UInt64](repeating: 0, count: ContextFeatures.capacity)
    for index in words.indices {
      let count = words.withUnsafeBufferPointer { words in
        keys.withUnsafeMutableBufferPointer {
          ContextFeatures.gather(words, at: index, into: $0.baseAddress!)
        }
      }
      _ = model.classNumber(words[index])
      keys.withUnsafeBufferPointer {
        _ = model.score(words[index], features: UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  static func channel(_ bytes: [UInt8]) {
    let path = scratchFile(DamagedFile(Toy.shared.channel).damaged(by: bytes)).path
    guard let model = try? ChannelModel(path: path) else { return }
    demand(!model.profiles.isEmpty, "a channel has profiles")
    for profile in model.profiles { _ = profile.confusions() }
  }

  static func trees(_ bytes: [UInt8]) {
    let path = scratchFile(DamagedFile(Toy.shared.trees).damaged(by: bytes)).path
    guard let models = try? BoostedTreesFile.read(features: Toy.features, from: path) else { return }
    for (_, trees) in models {
      for value: Float in [0, 1, -1, .infinity, .nan] {
        let features = [Float](repeating: value, count: Toy.features.count)
        features.withUnsafeBufferPointer { _ = trees.score($0) }
      }
    }
  }
}

extension ModelTargets {
  private static func shipped(_ name: String) -> DamagedFile {
    let place = TextTargets.models.directory.appendingPathComponent("models/" + name)
    return DamagedFile(Array(needed { try Data(contentsOf: place) }))
  }

  private static let fields = shipped("fields.bin")
  private static let deadlines = shipped(DeadlineModel.fileName)
  private static let tables = needed {
    try ExtractionTables(directory: TextTargets.models.directory.appendingPathComponent("tables"))
  }

  /// The chains that read fields and deadlines: the first byte says which of them is damaged.
  static func chains(_ bytes: [UInt8]) {
    let script = Array(bytes.dropFirst())
    let damagesFields = (bytes.first ?? 0) & 1 == 0
    let damaged = damagesFields ? fields.damaged(by: script) : deadlines.damaged(by: script)
    let path = scratchFile(damaged).path
    let sound = TextTargets.models.directory.appendingPathComponent("models/fields.bin").path
    let fieldModel = try? FieldModel(path: damagesFields ? path : sound)
    let dates = damagesFields ? nil : try? DeadlineModel(path: path)
    demand(
      script.count >= 4 || fieldModel != nil && (damagesFields || dates != nil), "undamaged chains are read")
    guard let model = fieldModel else { return }
    _ = Extractor(tables: tables, model: model, deadlines: dates).documents(in: AlignedText(source: letter))
  }

  /// A letter that holds all that the chains read.
  private static let letter = """
    ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH AN HẢI                       Độc lập - Tự do - Hạnh phúc
    Số: 12/UBND-VX                 An Hải, ngày 5 tháng 3 năm 2024
    V/v rà soát hồ sơ
    Kính gửi: Sở Nội vụ.
    Đề nghị gửi báo cáo trước ngày 20/3/2024; họp ngày 25/3/2024.
    Nơi nhận:                      TM. ỦY BAN NHÂN DÂN
    - Như trên;                    CHỦ TỊCH
    - Lưu: VT.                     Trần Văn Minh
    """
}

/// Small sound models of made-up text.
struct Toy {
  static let shared = needed { try Toy() }
  static let features = ["a", "b", "c"]
  let model: NgramModel
  let language: [UInt8]
  let context: [UInt8]
  let channel: [UInt8]
  let trees: [UInt8]

  private init() throws {
    let folder = NSTemporaryDirectory() + "fuzz-toy-\(UUID().uuidString)/"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let words =
      "ủy ban nhân dân tỉnh về việc ban hành quyết định số ngày tháng năm kính gửi nơi nhận lưu ký thay mặt"
      .split(separator: " ")
    let lines = (0..<400).map { line in
      (0..<9).map { String(words[(line * 31 + $0 * (line % 5 + 1) * 7) % words.count]) }.joined(
        separator: " ") + "\n"
    }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: folder + "text.txt"))
    var options = TrainingOptions()
    (options.minimumWordCount, options.scratchPath) = (1, folder + "scratch")
    let corpora = [TrainingCorpus(path: folder + "text.txt")]
    try TrainingPipeline(options).run(corpora: corpora, output: folder + "language.bin")
    let model = try NgramModel(path: folder + "language.bin")
    var contextOptions = ContextTrainingOptions()
    contextOptions.weightBits = 16
    _ = try ContextTrainer(language: model, options: contextOptions).run(
      corpora: corpora, output: folder + "context.bin")
    let node = TreeNode(threshold: 0.5, feature: 1, next: 1)
    let tree = BoostedTrees(
      nodes: [node, .leaf(at: 1), .leaf(at: 2)], scores: [0, -1, 1], roots: [0],
      featureCount: Toy.features.count)
    try BoostedTreesFile.write(
      ["one": tree].compactMapValues { $0 }, features: Toy.features, to: folder + "trees.bin")
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: folder + name)))
    }
    (language, context, trees) = (try bytes("language.bin"), try bytes("context.bin"), try bytes("trees.bin"))
    let shipped = TextTargets.models.directory.appendingPathComponent("models/channel.bin")
    channel = Array(try Data(contentsOf: shipped))
    // Mapped: the file may go, the pages stay.
    self.model = model
  }
}
