import Platform

/// The pictures in folders by the scans that they may show a page of.
///
/// A folder is listed when it is first asked for, and again only where it has changed, so that the picture of a page is
/// found as fast in a folder of many files as in one of few.
public final class PictureFolders: @unchecked Sendable {
  // Sendable because the lock guards the listings.
  private let lock = Lock()
  private var listings: [String: Listing] = [:]
  /// So many listings are kept at most.
  private static let most = 32

  /// What a folder held when it was listed.
  private struct Listing: Sendable {
    var stamp: [Int] = []
    /// Files that may show a page of a scan, as `PictureName.scans` names it.
    var pictures: [RelativePath: [PictureName]] = [:]
    /// Folders, and what may be one, by their folded paths.
    var folders: [RelativePath: [RelativePath]] = [:]
  }

  /// Remembers no folder yet.
  public init() {}

  /// Pictures and PDF files below `root` that may show pages of `text`, in natural order. O(1) where the folder has not
  /// changed since it was last asked for, O(files of the folder) otherwise.
  public func pictures(of text: RelativePath, below root: String) -> [PictureName] {
    guard text.isInside else { return [] }
    let scan = text.scan.folded
    let near = listing(of: text.folder, root)
    let inside = (near.folders[scan] ?? []).flatMap { listing(of: $0, root).pictures[scan] ?? [] }
    return ((near.pictures[scan] ?? []) + inside).sorted { $0.path < $1.path }
  }

  private func listing(of folder: RelativePath, _ root: String) -> Listing {
    var status = stat()
    guard folder.with(root: root, { stat($0, &status) }) == 0 else { return Listing() }
    let stamp = [
      Int(bitPattern: UInt(status.st_dev)), Int(bitPattern: UInt(status.st_ino)), status.st_mtim.tv_sec,
      status.st_mtim.tv_nsec,
    ]
    let key = root + "/" + String(decoding: folder.bytes, as: UTF8.self)
    if let known = lock.withLock({ listings[key] }), known.stamp == stamp { return known }
    var listing = Listing(stamp: stamp)
    for (name, mayBeFolder) in Self.entries(of: folder, root) {
      let path = folder.child(name)
      if mayBeFolder { listing.folders[path.folded, default: []].append(path) }
      guard path.suffix == "pdf" || PictureName.suffixes.contains(path.suffix) else { continue }
      var seen: [RelativePath] = []
      for (scan, page) in PictureName.scans(of: path) where !seen.contains(scan) {
        seen.append(scan)
        listing.pictures[scan, default: []].append(PictureName(path: path, page: page))
      }
    }
    // What changes within a tick of the system's clock would not be seen.
    guard Double(status.st_mtim.tv_sec) + 1 < Date().timeIntervalSince1970 else { return listing }
    lock.withLock {
      if listings.count >= Self.most { listings.removeAll() }
      listings[key] = listing
    }
    return listing
  }

  private static func entries(of folder: RelativePath, _ root: String) -> [(name: [UInt8], mayBeFolder: Bool)]
  {
    guard let directory = folder.with(root: root, { opendir($0) }) else { return [] }
    defer { closedir(directory) }
    var entries: [(name: [UInt8], mayBeFolder: Bool)] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      entries.append((name, Int(entry.pointee.d_type) != Int(DT_REG)))
    }
    return entries
  }
}
