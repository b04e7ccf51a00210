import ArgumentParser
import Extraction
import Foundation
import PhucHoi
import VietText

/// `phuchoi extract`: text in, the fields of its documents out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read the fields of official documents.",
    discussion: "Repairs the text first. Prints one JSON record a file (schema phuchoi.record/1).")

  @Argument(help: "Files; - is standard input.")
  var files: [String] = []

  @Flag(name: .customLong("no-repair"), help: "The text is known to be right: read it as it stands.")
  var skipsRepair = false

  @OptionGroup var lang: LanguageOption

  func run() throws {
    let source = try ExtractionSource(repairs: !skipsRepair)
    let options = [(name: "repair", value: skipsRepair ? "no" : "yes")]
    let writer = RecordJSON(producedBy: ProducedBy(version: PhucHoiCommand.version, options: options))
    try InputRun(language: lang.language).each(of: files) { input, bytes in
      let record = source.record(of: bytes, path: input.name)
      try StandardStream.output.write(writer.bytes(record) + [0x0A])
    }
  }
}

/// Bytes in, record out: decoding, repair where it is asked for, extraction.
struct ExtractionSource: Sendable {
  private let extractor: Extractor
  private let repairer: Repairer?

  /// Loads the tables, and the models if texts are to be repaired.
  ///
  /// - Throws: `CommandFailure` with status 3 where models or tables are missing or damaged.
  init(repairs: Bool) throws {
    do {
      let folder = try repairs ? ModelLocator.find() : ModelLocator.find(holding: "tables/document_types.tsv")
      extractor = Extractor(tables: try ExtractionTables(directory: folder.appendingPathComponent("tables")))
      repairer = repairs ? Repairer(models: try Models(directory: folder)) : nil
    } catch {
      throw CommandFailure(
        "PH-3001", status: .model, Message(vi: "không nạp được mô hình: \(error).", en: "models cannot be loaded: \(error)."))
    }
  }

  /// The record of one input.
  func record(of bytes: [UInt8], path: String) -> Record {
    let text = String(decoding: bytes, as: UTF8.self)
    let digest = SHA256.hex(bytes)
    guard let repairer else {
      return extractor.record(of: AlignedText(source: text), path: path, sha256: digest)
    }
    let repair = repairer.repair(text)
    return extractor.record(of: repair.aligned, path: path, sha256: digest)
  }
}
