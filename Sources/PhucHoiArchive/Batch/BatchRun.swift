import JSON
import PhucHoi
import Platform
import VietText

/// A run over a folder tree: every file in, an archive out. A run that was stopped, however, goes on where it was.
///
/// Results are written and catalogued in the natural order of the inputs, whatever the number of jobs, so that the
/// same inputs give the same archive.
public struct BatchRun: Sendable {
  /// What repairs and reads the texts.
  public let engine: any TextEngine
  /// The folders with the inputs.
  public let inputs: InputFolders
  /// The folder of the archive.
  public let output: String
  /// What to do.
  public let options: BatchOptions

  /// The archive, where it is held already.
  public var lock: ArchiveLock?

  /// A run from the folder `input` to `output`.
  public init(engine: any TextEngine, input: String, output: String, options: BatchOptions = BatchOptions()) {
    self.init(engine: engine, inputs: InputFolders(input), output: output, options: options)
  }

  /// A run from the folders `inputs` to `output`.
  public init(
    engine: any TextEngine, inputs: InputFolders, output: String, options: BatchOptions = BatchOptions()
  ) {
    (self.engine, self.inputs, self.output, self.options) = (engine, inputs, output, options)
  }

  /// Models and options as one text: results with the same stamp are the same.
  var stamp: String {
    let options = String(decoding: JSONWriter.bytes(.object(engine.options)), as: UTF8.self)
    return "\(engine.version) \(engine.model) \(options)"
  }

  /// Does the run; `tell` hears of its progress after every input.
  ///
  /// - Throws: `BatchError` when the run as a whole cannot go on; what is done until then stays done.
  public func run(_ tell: (BatchProgress) -> Void = { _ in }) throws -> BatchProgress {
    for folder in inputs.folders { try Self.refuseNesting(folder.path, output) }
    if !options.isForced { try Self.refuseOccupied(output) }
    _ = try inputs.joined(to: output, isMoved: options.isMoved)
    let (files, names) = try plan()
    let folder = try lock?.folder ?? OutputFolder(root: output)
    defer { if lock == nil { folder.release() } }
    let catalogue = try database { try Catalogue(writing: output) }
    try database { try catalogue.begin(stamp: stamp, engine: engine) }
    var worker = try worker(database { try catalogue.journal() })
    let missing = try missing(in: worker.journal)
    worker.moved = Dictionary(
      missing.map { (worker.journal[$0]?.sha256 ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    worker.archive = ArchiveFolder(root: output)
    worker.decisions = try database { try catalogue.decisions() }
    try database { try inputs.absolute.note(in: folder) }
    let results = ResultFiles(folder: folder, journal: worker.journal, names: names)
    var tray = FilingTray(catalogue: catalogue, stamp: stamp) { try folder.sync() }
    var progress = BatchProgress(total: files.count)
    let teller = RunProgress.Teller(folder: folder)
    teller.tell(progress)
    tell(progress)
    do {
      try work(files, names, worker, storing: results.store) { result in
        if result.isNew { try database { try tray.add(result) } }
        if let old = result.movedFrom, result.outcome == .done {
          try database {
            try tray.empty()
            try catalogue.rename(old, to: result.input.path.display)
          }
          removeOutputs(of: worker.journal[old], in: folder)
        }
        progress.name(result)
        progress.counts[result.outcome, default: 0] += 1
        progress.pages += result.reading?.pages ?? 0
        teller.tell(progress)
        tell(progress)
      }
    } catch {
      // What is done until now stays done.
      try? tray.empty()
      throw error
    }
    try database {
      try tray.empty()
      progress.counts[.missing] = try settle(missing, worker.journal, catalogue, folder)
      if let settings = options.settings {
        try folder.write(settings.bytes, to: RelativePath(ArchiveSettings.fileName))
      }
      try catalogue.finish()
    }
    if progress.counts[.missing] == 0 { progress.counts[.missing] = nil }
    return progress
  }

  /// Inputs that were processed before and are gone, in order; none where only some inputs are to be done.
  private func missing(in journal: [String: JournalEntry]) throws -> [String] {
    guard options.only == nil, !journal.isEmpty else { return [] }
    let all = try inputs.files()
    let pictures = SidePictures(among: all)
    let there = Set(all.lazy.map(\.path).filter { !pictures.contains($0) }.map(\.display))
    return journal.keys.filter { !there.contains($0) }.sorted()
  }

  /// Drops inputs that are gone, or writes down that they are; gives how many are left.
  private func settle(
    _ missing: [String], _ journal: [String: JournalEntry], _ catalogue: Catalogue, _ folder: OutputFolder
  ) throws -> Int {
    var gone = try catalogue.known(missing)
    // Nothing is lost with a picture that had no text: it is gone, or a reading lies beside it now.
    try catalogue.drop(gone.filter { journal[$0]?.outcome == .needsOCR })
    gone.removeAll { journal[$0]?.outcome == .needsOCR }
    guard options.prunes else {
      try catalogue.markMissing(gone)
      return gone.count
    }
    try catalogue.drop(gone)
    for path in gone { removeOutputs(of: journal[path], in: folder) }
    return 0
  }

  private func removeOutputs(of entry: JournalEntry?, in folder: OutputFolder) {
    guard let entry, entry.outcome == .done || entry.outcome == .missing else { return }
    for output in entry.outputs { folder.remove(output.path) }
  }

  /// What a run would do with every input, in order; nothing is written.
  public func rehearse(_ tell: (String, BatchOutcome) throws -> Void) throws {
    for folder in inputs.folders { try Self.refuseNesting(folder.path, output) }
    let (files, names) = try plan()
    let journal = (try? Catalogue(reading: output).journal()) ?? [:]
    let reader = InputReader(inputs, limit: options.maxBytes)
    let rehearsal = FileWorker(
      engine: RehearsalEngine(), options: options, reader: reader, journal: journal, stamp: stamp)
    for (file, name) in zip(files, names) {
      let result = rehearsal.result(file, name)
      let isOpen = result.failure == .engine || result.outcome == .done
      try tell(file.path.display, isOpen ? .done : result.outcome)
    }
  }

  func plan() throws -> ([InputFile], [OutputNames]) {
    // Names depend on the whole tree, so that they stay the same whatever is left out of a run.
    let all = try inputs.files()
    let names = OutputNames.names(for: all.map(\.path))
    let wanted = PathFilter(include: options.include, exclude: options.exclude)
    let pictures = SidePictures(among: all)
    let kept = zip(all, names).filter { file, _ in
      wanted.takes(file.path) && !pictures.contains(file.path)
        && options.only?.contains(file.path.display) != false
    }
    return (kept.map(\.0), kept.map(\.1))
  }

  func worker(_ journal: [String: JournalEntry]) -> FileWorker {
    FileWorker(
      engine: engine, options: options, reader: InputReader(inputs, limit: options.maxBytes),
      journal: journal,
      stamp: stamp)
  }

  /// Gives `take` the results in order; each has been through `store`, on the thread that made it.
  func work(
    _ files: [InputFile], _ names: [OutputNames], _ worker: FileWorker,
    storing store: @escaping @Sendable (inout FileResult) throws(BatchError) -> Void = { _ in },
    _ take: (FileResult) throws -> Void
  ) throws {
    typealias Item = (file: InputFile, names: OutputNames)
    let board = OrderedBoard<Item, Result<FileResult, BatchError>>(window: 8 * max(1, options.jobs))
    defer { board.stop() }
    startThread {
      for item in zip(files, names) where !board.submit((item.0, item.1)) { return }
      board.close()
    }
    let startWorker = {
      startThread {
        while let (number, item) = board.take() {
          var result = worker.result(item.file, item.names)
          guard board.claim(number) else { return }
          var failure: BatchError?
          do throws(BatchError) { try store(&result) } catch { failure = error }
          board.finish(number, failure.map { .failure($0) } ?? .success(result))
        }
      }
    }
    for _ in 0..<max(1, options.jobs) { startWorker() }
    while true {
      switch try board.next(patience: 3600, timeout: Double(options.timeout) / 1000) {
      case .answer(let result): try take(result.get())
      case .overdue(let item):
        // The engine keeps its time by itself; what is late here hangs in something else. Nobody waits for it,
        // and another worker takes its place.
        startWorker()
        var late = FileResult(
          input: item.file, names: item.names, outcome: .failed, failure: .tooSlow(options.timeout))
        try store(&late)
        try take(late)
      case .notYet: continue
      case .end: return
      }
    }
  }

  private func database<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as BatchError {
      throw error
    } catch {
      throw BatchError(code: .output, message: "\(output)/catalogue.sqlite: \(CatalogueFault(error))")
    }
  }

  /// Refuses an output folder inside the input folder, and the other way round: outputs must never be inputs.
  static func refuseNesting(_ input: String, _ output: String) throws(BatchError) {
    guard let inner = realPath(input) else {
      throw BatchError(code: .input, message: "\(input): \(String(cString: strerror(errno)))")
    }
    // The output folder may not be there yet: then its nearest parent that is decides.
    var rest: [Substring] = []
    var parts = absolute(output).split(separator: "/")
    while realPath("/" + parts.joined(separator: "/")) == nil, let last = parts.popLast() {
      rest.insert(last, at: 0)
    }
    let base = realPath("/" + parts.joined(separator: "/")) ?? "/"
    let outer = ([base == "/" ? "" : base] + rest.map(String.init)).joined(separator: "/")
    if (outer + "/").hasPrefix(inner + "/") || (inner + "/").hasPrefix(outer + "/") {
      throw BatchError(
        code: .nested, message: "\(output) and \(input): one lies inside the other",
        place: "\(output), \(input)")
    }
  }

  /// Refuses a folder that holds something and is no archive: its files would be replaced.
  static func refuseOccupied(_ output: String) throws(BatchError) {
    // Settings may be there before all else.
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: output)) ?? [])
      .filter { $0 != ArchiveSettings.fileName }
    guard !names.isEmpty, !names.contains(".phuchoi"), !names.contains("catalogue.sqlite") else { return }
    throw BatchError(code: .occupied, message: "\(output): not empty, and no archive", place: output)
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// Stands in for the engine where only the question counts whether it would be asked.
private struct RehearsalEngine: TextEngine {
  struct Asked: Error {}
  let version = ""
  let model = ""
  let options: [JSONValue.Member] = []
  func read(
    _ text: DecodedText, aids: ReadingAids, extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading { throw Asked() }
}
