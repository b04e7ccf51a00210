import Extraction
import PhucHoi
import PhucHoiFormats
import VietText

/// Makes the results of one input: reads, repairs, extracts. Writes nothing.
struct FileWorker: Sendable {
  let engine: any TextEngine
  let options: BatchOptions
  let reader: InputReader
  let journal: [String: JournalEntry]
  let stamp: String
  /// Where the outputs are; nil where it does not matter.
  var archive: ArchiveFolder?
  /// Inputs that are gone, by their content: another one with it is the same under a new name.
  var moved: [String: String] = [:]
  /// What persons decided, by input.
  var decisions: [String: InputDecisions] = [:]

  /// The result for an input.
  func result(_ input: InputFile, _ names: OutputNames) -> FileResult {
    var result = FileResult(input: input, names: names, outcome: .failed)
    do throws(BatchFailure) {
      if let failure = input.failure { throw failure }
      guard let (page, decided) = try open(&result) else { return result }
      try process(page, decided, &result)
    } catch {
      result.failure = error
    }
    return result
  }

  /// Reads the file of an input; nil where it is done already. Its bytes are gone when the work begins.
  private func open(
    _ result: inout FileResult
  ) throws(BatchFailure) -> (page: PageDocument, decided: InputDecisions)? {
    let input = result.input
    let bytes = try reader.read(input.path)
    let sha256 = SHA256.hex(bytes)
    result.sha256 = sha256
    result.byteCount = bytes.count
    if journal[input.path.display] == nil { result.movedFrom = moved[sha256] }
    let decided = decided(result.movedFrom ?? input.path.display, sha256)
    result.decisions = decided.digest
    if let known = known(input, result.names, sha256, decided) {
      result.outcome = known
      return nil
    }
    let suffix = input.path.suffix
    do throws(FormatError) {
      return (
        try PageDocument(
          reading: bytes, suffix: suffix, limit: options.maxBytes, patience: Double(options.timeout) / 1000),
        decided
      )
    } catch {
      if error.code == .needsOCR {
        result.format = FormatGuess(bytes) == .known(.pdf) ? .pdf : nil
        result.outcome = .needsOCR
      }
      throw BatchFailure(error.code.rawValue, error.message)
    }
  }

  /// Whether the input is done already.
  private func known(
    _ input: InputFile, _ names: OutputNames, _ sha256: String, _ decided: InputDecisions
  ) -> BatchOutcome? {
    guard !options.isForced, let entry = journal[input.path.display], entry.outcome != .failed,
      entry.outcome != .missing,
      entry.sha256 == sha256, entry.stem == names.stem.display,
      // What was put aside may be asked for now, and the other way round.
      (entry.outcome == .held) == (entry.isSecret && options.secret == .hold)
    else { return nil }
    // What was lost or cut off since is made again.
    if let archive, entry.outputs.contains(where: { archive.size($0.path) != $0.byteCount }) { return nil }
    if entry.stamp == stamp { return entry.decisions == decided.digest ? .skipped : nil }
    return options.redoes ? nil : .stale
  }

  /// The decisions about an input as it is now.
  private func decided(_ path: String, _ sha256: String) -> InputDecisions {
    InputDecisions(all: decisions[path]?.all.filter { $0.place.sha256 == sha256 } ?? [])
  }

  private func process(
    _ page: PageDocument, _ decided: InputDecisions, _ result: inout FileResult
  ) throws(BatchFailure) {
    result.format = page.format
    guard page.text.contains(where: { !$0.isWhitespace }) else { throw .noText }
    var reading = try read(page, decided)
    guard LanguageCheck.isVietnamese(reading.text) else { throw .notVietnamese }
    reading.pages = page.pageCount ?? reading.pages
    // What a person says of a document counts before it is asked whether it is secret.
    reading.documents = decided.applied(to: reading.documents)
    result.secrecy = Secrecy.degree(of: reading.documents, texts: [reading.text, page.text])
    guard options.secret == .include || result.secrecy == nil else {
      result.outcome = .held
      return
    }
    result.records = reading.documents.map { RecordDocument.text($0, on: page) }
    result.outcome = .done
    result.failure = page.pagesWithoutText.isEmpty ? nil : .pagesWithoutText(page.pagesWithoutText)
    result.reading = reading
    result.searched = (SearchText.marked(reading.text), SearchText.bare(reading.text))
    addFiles(page, reading, result.sha256 ?? "", &result)
  }

  private func read(_ page: PageDocument, _ decided: InputDecisions) throws(BatchFailure) -> EngineReading {
    var aids = ReadingAids()
    (aids.confidences, aids.layout, aids.decisions) = (page.wordConfidences, page.layout, decided.ofText)
    do {
      return try engine.read(
        page.decoded, aids: aids, extracting: true,
        limits: WorkLimits(time: .milliseconds(options.timeout)))
    } catch let error as PhucHoiError where error.code == .tooSlow {
      throw .tooSlow(options.timeout)
    } catch {
      throw .engine
    }
  }

  private func addFiles(
    _ page: PageDocument, _ reading: EngineReading, _ sha256: String, _ result: inout FileResult
  ) {
    let (names, path, producedBy) = (result.names, result.input.path.display, engine.producedBy)
    let text = reading.text
    result.files = [ResultFile(path: names.text) { Array(text.utf8) }]
    if names.mirror != names.text {
      result.files += mirror(page, reading, names, &result.unapplied).map { [$0] } ?? []
    }
    let records = result.records
    let depth = names.page.bytes.count { $0 == UInt8(ascii: "/") } - 1
    let home = String(repeating: "../", count: depth) + "index.html"
    let language = options.language
    result.files += [
      ResultFile(path: names.record) {
        RecordDocument.bytes(
          producedBy: producedBy, path: path, sha256: sha256, pages: reading.pages, documents: records) + [
            0x0A
          ]
      },
      ResultFile(path: names.edits) {
        EditDocument.bytes(
          producedBy: producedBy, path: path, sha256: sha256, page: page, policy: reading.policy?.rawValue,
          changes: reading.changes)
      },
      ResultFile(path: names.page) {
        DocumentPage(
          title: path, source: Array(page.text.utf8), reading: reading, language: language, home: home
        ).html()
      },
    ]
  }

  /// The repaired file in the input's format, where it can be written.
  private func mirror(
    _ page: PageDocument, _ reading: EngineReading, _ names: OutputNames, _ unapplied: inout Int
  ) -> ResultFile? {
    let text = reading.text
    if page.format == .plainText { return ResultFile(path: names.mirror) { Array(text.utf8) } }
    let replacements = reading.changes.map { Replacement(range: $0.range, text: $0.new) }
    guard let rewritten = page.rewritten(replacements) else { return nil }
    unapplied = rewritten.unapplied
    return ResultFile(path: names.mirror) { rewritten.bytes }
  }
}
