import JSON
import Platform

/// The folders whose files are in an archive: one without a name, or several with names, which are then the first part
/// of their files' paths.
public struct InputFolders: Sendable, Equatable {
  /// A folder of inputs.
  public struct Folder: Sendable, Equatable {
    /// What its files' paths begin with; empty where it is the only one.
    public var name: String
    /// Where it is.
    public var path: String

    /// Makes a folder from its parts.
    public init(name: String = "", path: String) { (self.name, self.path) = (name, path) }

    /// The folder that an argument names: `FOLDER`, or `NAME=FOLDER`.
    public init(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1)
      var status = stat()
      let isNamed =
        parts.count == 2 && stat(argument, &status) != 0
        && RelativePath(String(parts[0])).components.count == 1 && parts[0] != "." && parts[0] != ".."
      self.init(name: isNamed ? String(parts[0]) : "", path: String(isNamed ? parts[1] : argument[...]))
    }
  }

  /// The folders, by name.
  public private(set) var folders: [Folder]

  /// One folder without a name.
  public init(_ path: String) { folders = [Folder(path: path)] }

  /// Several folders; those without a name go by their own.
  public init(_ folders: [Folder]) {
    self.folders =
      folders.count == 1
      ? folders
      : folders.map { folder in
        let own = URL(fileURLWithPath: folder.path).standardizedFileURL.lastPathComponent
        return Folder(name: folder.name.isEmpty ? own : folder.name, path: folder.path)
      }.sorted { $0.name < $1.name }
  }

  /// Whether the folders have names.
  var areNamed: Bool { folders.first.map { !$0.name.isEmpty } ?? false }

  /// The root and the path below it of what goes by `path`; nil where no folder has its name.
  public func place(of path: RelativePath) -> (root: String, path: RelativePath)? {
    guard areNamed else { return folders.first.map { ($0.path, path) } }
    guard let first = path.components.first,
      let folder = folders.first(where: { $0.name.utf8.elementsEqual(first) })
    else { return nil }
    return (folder.path, RelativePath(Array(path.bytes[min(first.endIndex + 1, path.bytes.count)...])))
  }

  /// The files of all folders, in natural order. Throws `BatchError` when one cannot be read.
  public func files() throws(BatchError) -> [InputFile] {
    var files: [InputFile] = []
    for folder in folders {
      for file in try InputTree(root: folder.path).files() {
        guard !folder.name.isEmpty else {
          files.append(file)
          continue
        }
        files.append(InputFile(path: RelativePath(folder.name).child(file.path.bytes), failure: file.failure))
      }
    }
    return areNamed ? files.sorted { $0.path < $1.path } : files
  }

  // MARK: - What an archive remembers

  /// Where an archive keeps the way to its inputs.
  private static let name = RelativePath(".phuchoi/input")

  /// The folders whose files are in the archive in `folder`; nil where that was never noted.
  public init?(of folder: String) {
    guard let bytes = ArchiveFolder(root: folder).contents(Self.name, limit: 1 << 16), !bytes.isEmpty else {
      return nil
    }
    guard bytes.first == UInt8(ascii: "{"), case .object(let members)? = try? JSONParser.parse(bytes) else {
      self.init(String(decoding: bytes, as: UTF8.self))
      return
    }
    self.init(members.map { Folder(name: $0.key, path: $0.value.string ?? "") })
  }

  /// Notes the folders in an archive.
  func note(in output: OutputFolder) throws {
    guard areNamed else { return try output.write(Array((folders.first?.path ?? "").utf8), to: Self.name) }
    let members = folders.map { JSONValue.Member($0.name, .string($0.path)) }
    try output.write(JSONWriter.bytes(.object(members)), to: Self.name)
  }

  /// The folders by whole paths.
  var absolute: InputFolders {
    InputFolders(
      folders.map {
        Folder(name: $0.name, path: $0.path.hasPrefix("/") ? $0.path : Self.here + "/" + $0.path)
      })
  }

  private static var here: String { FileManager.default.currentDirectoryPath }

  /// These folders with those that the archive in `archive` has besides. One that is given without a name is the one that
  /// the archive has from there; where `isMoved`, one that is given by a name has its place from now on.
  ///
  /// Throws `BatchError` PH-2104 where the archive was made from others: the paths of its files would be others too;
  /// PH-2107 where a further folder is given to an archive whose only one has no name, and where two go by one name.
  public func joined(to archive: String, isMoved: Bool) throws(BatchError) -> InputFolders {
    guard Set(folders.map(\.name)).count == folders.count else {
      let paths = folders.map(\.path).joined(separator: ", ")
      throw BatchError(code: .unnamedInput, message: "\(paths): folders that go by one name", place: paths)
    }
    guard let known = InputFolders(of: archive) else { return self }
    // The paths of what is in an archive of one folder without a name do not begin with one.
    guard known.areNamed || !areNamed else {
      let only = known.folders.map(\.path).joined(separator: ", ")
      throw BatchError(
        code: .unnamedInput, message: "\(archive) was made from one folder without a name, \(only)",
        place: "\(archive), \(only)")
    }
    var all = known.folders
    for folder in folders {
      if let index = all.firstIndex(where: {
        $0.name == folder.name || folder.name.isEmpty && $0.isSame(as: folder)
      }) {
        guard isMoved || all[index].isSame(as: folder) else {
          throw Self.other(archive, all[index].path, folder.path)
        }
        all[index].path = folder.path
      } else if known.areNamed, !folder.name.isEmpty {
        all.append(folder)
      } else {
        throw Self.other(archive, all.map(\.path).joined(separator: ", "), folder.path)
      }
    }
    return InputFolders(all)
  }

  private static func other(_ archive: String, _ known: String, _ given: String) -> BatchError {
    BatchError(
      code: .otherInput, message: "\(archive) was made from \(known), not from \(given)",
      place: "\(archive): \(known) ≠ \(given)")
  }
}

extension InputFolders.Folder {
  /// Whether both lead to one folder, by device and inode, or by their paths where neither is there.
  fileprivate func isSame(as other: InputFolders.Folder) -> Bool {
    var (own, its) = (stat(), stat())
    if stat(path, &own) == 0, stat(other.path, &its) == 0 {
      return own.st_dev == its.st_dev && own.st_ino == its.st_ino
    }
    let (a, b) = (InputFolders(path).absolute, InputFolders(other.path).absolute)
    return a.folders[0].path == b.folders[0].path
  }
}
