import Platform

/// Which places belong to an archive, so that no output of another kind may go there.
public enum ArchiveGuard {
  /// Whether a file at `path` would stand in the place of an archive's catalogue, settings or lexicons, or among its
  /// inputs.
  ///
  /// Folders are told by device and inode. The archive is the one in `archive`, and any in whose folder `path` lies.
  public static func forbids(_ path: String, archive: String?) -> Bool {
    let target = URL(fileURLWithPath: path)
    let parents = parents(of: target)
    let inputs = archive.flatMap { InputFolders(of: $0) }?.folders.compactMap { identity($0.path) } ?? []
    if parents.contains(where: { parent in inputs.contains { $0 == identity(parent) } }) { return true }
    if let archive, isOwn(target.path, of: archive) { return true }
    guard let home = parents.first(where: { identity($0 + "/.phuchoi/lock") != nil }) else { return false }
    return isOwn(target.path, of: home) || parents.contains { $0.hasSuffix("/.phuchoi") }
  }

  /// Whether a file or a link at `path` stands below `folder`, by its own place or by where it leads.
  public static func isBelow(_ path: String, _ folder: String) -> Bool {
    guard let folder = identity(folder) else { return false }
    let target = URL(fileURLWithPath: path)
    return [target, target.resolvingSymlinksInPath()].contains { target in
      parents(of: target).contains { identity($0) == folder }
    }
  }

  /// Whether `path` is a file that the archive in `folder` keeps for itself.
  private static func isOwn(_ path: String, of folder: String) -> Bool {
    let own = ["catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm", ArchiveSettings.fileName]
    let target = identity(path)
    let lexicons = (try? ArchiveSettings(of: folder))?.lexicons ?? []
    if let target, lexicons.contains(where: { identity($0) == target }) { return true }
    return own.contains { name in
      let file = folder + "/" + name
      if let target, target == identity(file) { return true }
      let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
      return path.lastPathPart == name && identity(parent) == identity(folder)
    }
  }

  /// The folders above a file, the nearest first, links resolved.
  private static func parents(of target: URL) -> [String] {
    var folder = target.deletingLastPathComponent().resolvingSymlinksInPath()
    var parents: [String] = []
    while true {
      parents.append(folder.path)
      guard folder.path != "/" else { return parents }
      folder = folder.deletingLastPathComponent()
    }
  }

  /// Device and inode; nil where there is nothing.
  private static func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
