import ChannelModel
import Decoding
import Foundation
import Lexicon
import Logging
import ModelFile
import NgramModel

/// The models and tables of one folder: loaded once, immutable, shared by any number of tasks.
public final class Models: Sendable {
  /// Where the models came from.
  public let directory: URL
  let decoder: DecoderModels
  let pool: DecoderPool
  let calibration: Calibration
  /// Where the models and those who work with them report; never any text of a document.
  let logger: Logger?
  /// Names of the channel's profiles, by place.
  var profileNames: [String] { decoder.profileNames }

  /// Loads the models in `directory` (with `models/` and `tables/` below it).
  ///
  /// The language model is mapped, not read; the cost is that of the small tables. `logger` is told what is done,
  /// in numbers and names of files, by these models and by the repairers over them; it sees no text of documents.
  /// Throws `PhucHoiError` (PH-3002) where a file is missing or damaged.
  public init(directory: URL, logger: Logger? = nil) throws(PhucHoiError) {
    self.directory = directory
    self.logger = logger
    do {
      let models = directory.appendingPathComponent("models")
      let tables = directory.appendingPathComponent("tables")
      let language = try NgramModel(path: models.appendingPathComponent("language.bin").path)
      let channel = try ChannelModel(path: models.appendingPathComponent("channel.bin").path)
      decoder = DecoderModels(
        language: language, channel: channel, candidates: try Self.candidates(tables),
        abbreviations: try Self.abbreviations(tables), symbols: try Self.symbols(tables))
      pool = DecoderPool(models: decoder)
      let table = tables.appendingPathComponent("calibration.tsv")
      calibration =
        FileManager.default.fileExists(atPath: table.path)
        ? try Calibration(table) : Calibration(weights: [:])
    } catch {
      logger?.error("models not loaded", metadata: ["error": "\(error)"])
      throw PhucHoiError(.modelsDamaged, "\(error)")
    }
    logger?.debug(
      "models loaded",
      metadata: [
        "directory": "\(directory.path)", "words": "\(decoder.vocabularyCount)",
        "profiles": "\(decoder.profileNames.joined(separator: ","))",
      ])
  }

  /// Finds the models by `ModelLocator` and loads them; `logger` as in `init(directory:logger:)`.
  public static func located(logger: Logger? = nil) throws(PhucHoiError) -> Models {
    try Models(directory: ModelLocator.find(), logger: logger)
  }

  private static func candidates(_ tables: URL) throws -> [CandidateWord] {
    var words = try Table(tables.appendingPathComponent("syllables.tsv")).rows.map { row in
      let (lower, capital) = (Float(row[safe: 3] ?? "") ?? 0, Float(row[safe: 4] ?? "") ?? 0)
      return CandidateWord(text: row[0], capitalShare: capital / max(1, lower + capital))
    }
    words += try Table(tables.appendingPathComponent("foreign.tsv")).rows.map {
      CandidateWord(text: $0[0], capitalShare: 1, isForeign: true)
    }
    return words
  }

  private static func abbreviations(_ tables: URL) throws -> AbbreviationTable {
    var table = AbbreviationTable()
    for row in try Table(tables.appendingPathComponent("abbreviations.tsv")).rows where row.count > 2 {
      table.add(row[0], count: Int(row[2]) ?? 0)
    }
    return table
  }

  private static func symbols(_ tables: URL) throws -> SymbolTable {
    var table = SymbolTable()
    for row in try Table(tables.appendingPathComponent("symbols.tsv")).rows
    where row.count > 2 && row[1] != "whole" {
      table.add(row[0], count: Int(row[2]) ?? 0)
    }
    return table
  }
}

/// A tab-separated table with a header line.
struct Table {
  /// Fields of the rows after the header.
  let rows: [[String]]

  /// Reads at most `columns` fields of each row of the file at `url`. O(size).
  init(_ url: URL, columns: Int = 6) throws {
    let bytes = [UInt8](try Data(contentsOf: url))
    var rows: [[String]] = []
    for line in bytes.split(separator: 0x0A).dropFirst() {
      let fields = line.split(separator: 0x09, maxSplits: columns, omittingEmptySubsequences: false).prefix(
        columns)
      rows.append(fields.map { String(decoding: $0, as: UTF8.self) })
    }
    self.rows = rows
  }
}

extension Array {
  /// The element at `index`, or nil.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
