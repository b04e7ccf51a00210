import Extraction

/// Puts the files of results into the output folder; the rows that say that they are there follow in order.
///
/// Whatever order results come in, the files are the same in the end: no two inputs share a name.
final class ResultFiles: Sendable {
  private let folder: OutputFolder
  private let journal: [String: JournalEntry]
  /// All names that outputs of this tree go by.
  private let taken: Set<RelativePath>

  init(folder: OutputFolder, journal: [String: JournalEntry], names: [OutputNames]) {
    self.folder = folder
    self.journal = journal
    // Only a tree that was processed before can leave files behind whose names must be told apart.
    taken = journal.isEmpty ? [] : Set(names.flatMap(\.all))
  }

  /// Writes the files of a result and lets go of its text; files of an earlier run that nobody owns any more are
  /// removed. One that cannot be written under its name fails the input, not the run; where it was done before, what
  /// is there stays. Throws `BatchError`.
  func store(_ result: inout FileResult) throws(BatchError) {
    guard result.isNew else { return }
    let before = journal[result.input.path.display].flatMap { $0.outcome == .done ? $0 : nil }
    // The row of an earlier run stays until the new one is filed, and so do its files unless all are replaced.
    var kept: [(place: String, path: RelativePath)] = []
    func bringBack() { for file in kept { folder.bringBack(file.place, to: file.path) } }
    do {
      for file in result.files {
        let bytes = file.bytes()
        if before != nil, let place = folder.kept(file.path) { kept.append((place, file.path)) }
        try folder.write(bytes, to: file.path)
        result.written.append(
          WrittenFile(path: file.path, byteCount: bytes.count, sha256: SHA256.hex(bytes)))
      }
      for file in kept { folder.letGo(of: file.place) }
    } catch let failure as BatchFailure {
      bringBack()
      for file in result.written where before == nil { folder.remove(file.path) }
      (result.outcome, result.failure, result.reading, result.written) = (.failed, failure, nil, [])
    } catch let error as BatchError {
      bringBack()
      throw error
    } catch {
      bringBack()
      throw BatchError(code: .output, message: "\(error)")
    }
    if let before {
      result.keepsEarlier = result.outcome == .failed
      if !result.keepsEarlier { removeLeftOvers(of: before, result) }
    }
    result.files = []
    result.reading?.text = ""
  }

  private func removeLeftOvers(of before: JournalEntry, _ result: FileResult) {
    let stem = RelativePath(display: before.stem)
    guard stem.isInside else { return }
    let old = OutputNames(mirror: result.names.mirror, stem: stem)
    let own = Set(result.written.map(\.path))
    let isDone = result.outcome == .done
    for path in old.all where !own.contains(path) && (isDone ? !taken.contains(path) : isOwn(path, result)) {
      folder.remove(path)
    }
  }

  /// Whether no other input of the tree has the name.
  private func isOwn(_ path: RelativePath, _ result: FileResult) -> Bool {
    !taken.contains(path) || result.names.all.contains(path)
  }
}
