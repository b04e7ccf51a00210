import ChannelModel
import ContextModel
import Decoding
import Lexicon
import Logging
import ModelFile
import NgramModel
import Platform

/// The models and tables of one folder: loaded once, immutable, shared by any number of tasks.
public final class Models: Sendable {
  /// Where the models came from.
  public let directory: URL
  let decoder: DecoderModels
  let pool: DecoderPool
  let calibration: Calibration
  /// Where the models and those who work with them report; never any text of a document.
  let logger: Logger?

  /// Loads the models in `directory` (with `models/` and `tables/` below it).
  ///
  /// The language and context models are mapped, not read; the cost is that of the small tables. Without
  /// `context.bin` words are told apart by the language model alone, without `confidence.bin` the search's own
  /// posteriors are told as confidences. `logger` is told what is done,
  /// in numbers and names of files, by these models and by the repairers over them; it sees no text of documents.
  /// Where `verifies` is true, `verify()` is called as well. Otherwise a damaged model gives an error or wrong
  /// answers, and never undefined behaviour.
  /// Throws `PhucHoiError` (PH-3002) where a file is missing or damaged.
  public convenience init(
    directory: URL, logger: Logger? = nil, verifies: Bool = true
  ) throws(PhucHoiError) {
    try self.init(directory: directory, logger: logger, verifies: verifies, isCalibrated: true)
  }

  /// The same; unless `isCalibrated` confidences are the search's own posteriors, whatever the folder has.
  package init(
    directory: URL, logger: Logger? = nil, verifies: Bool = true, isCalibrated: Bool
  ) throws(PhucHoiError) {
    self.directory = directory
    self.logger = logger
    do {
      let models = directory.appendingPathComponent("models")
      let tables = directory.appendingPathComponent("tables")
      let language = try NgramModel(path: models.appendingPathComponent("language.bin").path)
      let channel = try ChannelModel(
        path: models.appendingPathComponent("channel.bin").path)
      let contextPath = models.appendingPathComponent("context.bin").path
      let context =
        FileManager.default.fileExists(atPath: contextPath)
        ? try ContextModel(path: contextPath, vocabulary: language.vocabulary) : nil
      decoder = DecoderModels(
        language: language, context: context, channel: channel, candidates: try Self.candidates(tables),
        abbreviations: try Self.abbreviations(tables), symbols: try Self.symbols(tables))
      pool = DecoderPool(models: decoder)
      let trees = models.appendingPathComponent("confidence.bin").path
      let hasTrees = isCalibrated && FileManager.default.fileExists(atPath: trees)
      calibration = hasTrees ? try Calibration(path: trees) : Calibration(trees: [:])
      if verifies { try decoder.verify() }
    } catch {
      logger?.error("models not loaded", metadata: ["error": "\(error)"])
      throw PhucHoiError(.modelsDamaged, Self.message(error))
    }
    logger?.debug(
      "models loaded",
      metadata: [
        "directory": "\(directory.path)", "words": "\(decoder.vocabularyCount)",
        "profiles": "\(decoder.profileNames.joined(separator: ","))",
      ])
  }

  /// Compares the language and context models with their checksums, so that one wrong bit is found; the channel model
  /// and the confidences are compared whenever they are loaded.
  ///
  /// Some ten milliseconds for 49 MB that the system has at hand; the memory of the process hardly grows.
  /// Throws `PhucHoiError` (PH-3002) where the file is damaged.
  public func verify() throws(PhucHoiError) {
    do {
      try decoder.verify()
    } catch {
      logger?.error("model damaged", metadata: ["error": "\(error)"])
      throw PhucHoiError(.modelsDamaged, Self.message(error))
    }
  }

  /// Finds the models by `ModelLocator` and loads them; `logger` as in `init(directory:logger:)`.
  public static func located(logger: Logger? = nil) throws(PhucHoiError) -> Models {
    try Models(directory: ModelLocator.find(), logger: logger)
  }

  /// What is wrong with a model or table; the code of the library's error stands for all of them.
  static func message(_ error: any Error) -> String {
    (error as? ModelFileError)?.message ?? (error as? TableError)?.message ?? "\(error)"
  }

  private static func candidates(_ tables: URL) throws(TableError) -> [CandidateWord] {
    var words: [CandidateWord] = []
    words.reserveCapacity(16_384)
    try TableFile.forEachRow(of: tables.appendingPathComponent("syllables.tsv"), hasHeads: true) { row in
      let (lower, capital) = (Float(row.number(3) ?? 0), Float(row.number(4) ?? 0))
      words.append(
        CandidateWord(text: row.text(0) ?? "", capitalShare: capital / max(1, lower + capital)))
    }
    try TableFile.forEachRow(of: tables.appendingPathComponent("foreign.tsv"), hasHeads: true) { row in
      words.append(CandidateWord(text: row.text(0) ?? "", capitalShare: 1, isForeign: true))
    }
    return words
  }

  private static func abbreviations(_ tables: URL) throws(TableError) -> AbbreviationTable {
    let bytes = try TableFile.read(tables.appendingPathComponent("abbreviations.tsv"))
    return AbbreviationTable { counted(bytes) { _ in true } }
  }

  private static func symbols(_ tables: URL) throws(TableError) -> SymbolTable {
    let bytes = try TableFile.read(tables.appendingPathComponent("symbols.tsv"))
    return SymbolTable { counted(bytes) { $0.text(1) != "whole" } }
  }

  /// The first column of the rows that are wanted, with the number in the third.
  private static func counted(_ bytes: [UInt8], where isWanted: (TableRow) -> Bool) -> [(
    text: String, count: Int
  )] {
    var list: [(text: String, count: Int)] = []
    TableFile.forEachRow(of: bytes, hasHeads: true) { row in
      guard let text = row.text(0), row.text(2) != nil, isWanted(row) else { return }
      list.append((text, row.number(2) ?? 0))
    }
    return list
  }
}
