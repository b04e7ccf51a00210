import Platform

/// A file of the input tree, or what stands in the place of one.
public struct InputFile: Sendable, Equatable {
  /// Where it is.
  public var path: RelativePath
  /// Why it cannot be processed, if that is clear at once.
  public var failure: BatchFailure?
}

/// The files of a folder tree, in natural order. Symbolic links to folders, and those that lead out of the tree,
/// are not followed.
public struct InputTree: Sendable {
  /// The folder.
  public let root: String

  /// The tree below `root`.
  public init(root: String) { self.root = root }

  /// Lists the files. Throws `BatchError` when `root` cannot be read.
  public func files() throws(BatchError) -> [InputFile] {
    guard let real = realPath(RelativePath([])) else {
      throw BatchError(code: .input, message: "\(root): \(String(cString: strerror(errno)))")
    }
    var found: [InputFile] = []
    var folders = [RelativePath([])]
    while let folder = folders.popLast() {
      guard let names = names(in: folder) else {
        let reason = String(cString: strerror(errno))
        if folder.bytes.isEmpty { throw BatchError(code: .input, message: "\(root): \(reason)") }
        found.append(InputFile(path: folder, failure: .unreadable(reason)))
        continue
      }
      for name in names { visit(folder.child(name), real, &found, &folders) }
    }
    let ignored = PathFilter(exclude: ignored())
    return found.filter { ignored.takes($0.path) }.sorted { $0.path < $1.path }
  }

  /// What operating systems and office programs leave behind in folders; nobody means them as inputs.
  private static let litter = [
    ".DS_Store", "Thumbs.db", "desktop.ini", "._*", "~$*", ".~lock.*#", ignoreName,
  ]
  /// A file at the top of the input folder with globs of what is no input, one a line.
  public static let ignoreName = ".phuchoiignore"

  /// The globs of what is no input.
  private func ignored() -> [String] {
    let file = InputReader(root: root, limit: 1 << 20)
    let text =
      (try? file.read(RelativePath(Self.ignoreName))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let own = text.split(whereSeparator: \.isNewline).map { $0.trimmed(\.properties.isWhitespace) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    // A folder stands for all that is in it.
    return Self.litter
      + own.flatMap { glob in
        let bare = glob.hasSuffix("/") ? String(glob.dropLast()) : glob
        return bare.hasPrefix("/")
          ? [String(bare.dropFirst()), bare.dropFirst() + "/*"] : [bare, bare + "/*", "*/" + bare + "/*"]
      }
  }

  private func visit(
    _ path: RelativePath, _ real: String, _ found: inout [InputFile], _ folders: inout [RelativePath]
  ) {
    var status = stat()
    guard path.with(root: root, { lstat($0, &status) }) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folders.append(path)
    case S_IFREG: found.append(InputFile(path: path, failure: nil))
    case S_IFLNK:
      let target = realPath(path)
      var aim = stat()
      let isFile = path.with(root: root) { stat($0, &aim) } == 0 && aim.st_mode & S_IFMT == S_IFREG
      let isInside = target.map { $0.hasPrefix(real + "/") } ?? false
      found.append(InputFile(path: path, failure: isFile && isInside ? nil : .outsideLink))
    default: found.append(InputFile(path: path, failure: .noFile))
    }
  }

  /// The names in a folder; nil where it cannot be read.
  func names(in folder: RelativePath) -> [[UInt8]]? {
    guard let directory = folder.with(root: root, { opendir($0) }) else { return nil }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  private func realPath(_ path: RelativePath) -> String? {
    path.with(root: root) { pointer in
      guard let resolved = realpath(pointer, nil) else { return nil }
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
}

/// Tells which paths are meant.
struct PathFilter {
  /// Globs of files to take; all when empty. `*` matches any part of a path; a glob without a slash also
  /// matches the name alone.
  var include: [String] = []
  /// Globs of files to leave out.
  var exclude: [String] = []

  /// Whether a file is meant.
  func takes(_ path: RelativePath) -> Bool {
    (include.isEmpty || include.contains { matches($0, path) }) && !exclude.contains { matches($0, path) }
  }

  private func matches(_ glob: String, _ path: RelativePath) -> Bool {
    let name = RelativePath(Array(path.name))
    return path.with(root: "", { fnmatch("/" + glob, $0, 0) }) == 0
      || (!glob.contains("/") && name.with(root: "", { fnmatch("/" + glob, $0, 0) }) == 0)
  }
}
