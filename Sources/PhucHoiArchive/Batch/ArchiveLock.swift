/// An archive that is held for one process alone, over several steps.
public final class ArchiveLock: Sendable {
  let folder: OutputFolder

  /// Holds the archive in `folder`. Throws `BatchError` PH-4101 where another process does.
  public init(_ folder: String) throws(BatchError) { self.folder = try OutputFolder(root: folder) }

  /// Lets it go.
  public func release() { folder.release() }
}
