/// Results that wait to be filed together, since a transaction costs more than the rows of most inputs.
///
/// When it is emptied depends on the inputs alone, so that the same inputs give the same database. A run that is
/// killed does again what lay in it.
struct FilingTray {
  /// So many results fill it.
  private static let mostResults = 32
  /// Inputs of so many bytes fill it.
  private static let mostBytes = 256 << 10

  private let catalogue: Catalogue
  private let stamp: String
  private let sync: () throws -> Void
  private var results: [FileResult] = []
  private var byteCount = 0

  /// An empty tray, for a run with models and options `stamp`; `sync` brings what was written to the disk.
  init(catalogue: Catalogue, stamp: String, sync: @escaping () throws -> Void) {
    (self.catalogue, self.stamp, self.sync) = (catalogue, stamp, sync)
  }

  /// Puts a result in; files all when that fills the tray. Throws what `empty` throws.
  mutating func add(_ result: FileResult) throws {
    results.append(result)
    byteCount += result.byteCount
    if results.count >= Self.mostResults || byteCount >= Self.mostBytes { try empty() }
  }

  /// Files what is in it. Throws what the database throws, and what `sync` throws where the files of the results may
  /// not be on the disk: these are forgotten, and the next run does them again.
  mutating func empty() throws {
    guard !results.isEmpty else { return }
    // A row must not outlive a power cut that its files did not. A disk tells a lost write once.
    do { try sync() } catch {
      (results, byteCount) = ([], 0)
      throw error
    }
    try catalogue.file(results, stamp: stamp)
    (results, byteCount) = ([], 0)
  }
}
