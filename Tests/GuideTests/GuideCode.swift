import Foundation
import PhucHoi
import PhucHoiArchive
import PhucHoiFormats

/// The code of the guides, as it stands in them: what the guides show must compile, and is run by `GuideTests`.
enum GuideCode {
  static func landing() throws -> Repair {
    let models = try Models.located()
    let repairer = Repairer(models: models)
    let repair = repairer.repair("Uy ban nhan dan tinh Quang Ninh")

    print(repair.text)  // Ủy ban nhân dân tỉnh Quảng Ninh
    for edit in repair.edits { print(edit.line, edit.old, "→", edit.new, edit.confidence) }
    return repair
  }

  static func readme() throws {
    let repairer = Repairer(models: try Models.located())
    let repair = repairer.repair("Uy ban nhan dan tinh Quang Ninh")
    print(repair.text, repair.edits)
  }

  static func repairing(_ url: URL, _ repairer: Repairer) throws -> Repair {
    let bytes = Array(try Data(contentsOf: url))
    let decoded = try TextDecoder.decode(bytes)  // TCVN3, VNI, VISCII, UTF-16 … are detected
    let repair = repairer.repair(decoded)
    return repair
  }

  static func limits(_ decoded: DecodedText, _ repairer: Repairer, _ board: Board) throws -> Repair {
    let limits = WorkLimits(bytes: 4 << 20, time: .seconds(20), isCancelled: { board.isStopped })
    // Throws PhucHoiError: PH-1101 (too large), PH-1102 (too slow), PH-1103 (cancelled).
    let repair = try repairer.repair(decoded, limits: limits)
    return repair
  }

  static func places(_ repair: Repair) -> Range<Int> {
    let place = repair.aligned.sourceRange(of: 120..<131)
    return place
  }

  static func policy(_ models: Models) -> Repairer {
    var options = RepairOptions()
    options.policy = .careful
    let repairer = Repairer(models: models, options: options)
    return repairer
  }

  static func ownWords(_ url: URL, _ models: Models) throws -> Repairer {
    let lexicon = UserLexicon(try String(contentsOf: url, encoding: .utf8), name: "own.tsv")
    for problem in lexicon.problems { print(problem) }
    let repairer = Repairer(models: models, lexicon: lexicon)
    return repairer
  }

  static func record(_ text: String, _ models: Models) throws -> [DocumentRecord] {
    let repair = Repairer(models: models).repair(text)
    let extractor = try Extractor(models: models)
    let documents = extractor.documents(in: repair.aligned, certainty: repair.certainty)
    for document in documents {
      print(document.documentNumber?.whole.value ?? "–", document.date?.value ?? "–")
      print(document.subject?.value ?? "no subject was read", document.subject?.confidence ?? 0)
    }
    return documents
  }

  static func recordJSON(_ documents: [DocumentRecord]) -> [String] {
    let writer = RecordJSON(producedBy: ProducedBy(version: "my program 1.0"))
    let lines = documents.map { String(decoding: writer.bytes($0), as: UTF8.self) }
    return lines
  }

  static func pages(_ bytes: [UInt8], _ repairer: Repairer) throws -> [UInt8]? {
    let page = try PageDocument(reading: bytes)  // hOCR, ALTO, PDF or text, told by the content
    let repair = repairer.repair(page.decoded, wordConfidences: page.wordConfidences)
    let changes = repair.edits.map { Replacement(range: $0.range, text: $0.new) }
    let rewritten = page.rewritten(changes)?.bytes  // the page with its boxes, only the words changed
    return rewritten
  }

  static func folder(_ models: Models, _ scans: String, _ archive: String) throws -> BatchProgress {
    let engine = try RepairEngine(models: models, policy: .auto, version: "my program 1.0")
    let run = BatchRun(engine: engine, input: scans, output: archive)
    let progress = try run.run { print($0.finished, "of", $0.total) }
    return progress
  }

  static func search(_ archive: String) throws -> [CatalogueHit] {
    let catalogue = try Catalogue(reading: archive)
    var query = CatalogueQuery()
    query.text = "ke hoach"  // without marks finds words with any marks
    let hits = try catalogue.find(query)
    for hit in hits { print(hit.path, hit.number ?? "–", hit.subject ?? "–") }
    return hits
  }

  static func ownModels(_ folder: URL) throws -> Repair {
    let models = try Models(directory: folder)
    try models.verify()  // compares the large files with their checksums
    let repair = Repairer(models: models).repair("Uy ban nhan dan tinh Quang Ninh")
    return repair
  }

  static func trust(_ bytes: [UInt8], _ repairer: Repairer) throws -> String? {
    do {
      let decoded = try TextDecoder.decode(bytes)
      let limits = WorkLimits(bytes: 16 << 20, time: .seconds(30))
      let repair = try repairer.repair(decoded, limits: limits)
      let doubtful = repair.tokens.filter { $0.confidence < 0.7 }
      print(doubtful.count, "words for a person to look at")
      return repair.text
    } catch let error as TextError {
      print(error.code)  // not text at all
      return nil
    } catch let error as PhucHoiError where error.code == .tooSlow {
      return nil
    }
  }
}

/// Something that a person can stop.
final class Board: Sendable {
  let isStopped: Bool
  init(isStopped: Bool) { self.isStopped = isStopped }
}
