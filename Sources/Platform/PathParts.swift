/// Parts of paths, found by bytes: what a name is made of does not matter.
extension String {
  /// The last part of a path, slashes behind it left out: `b` of `/a/b/`.
  package var lastPathPart: String {
    let path = withoutSlashes
    return path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? String(path)
  }

  /// The path of the folder that a path lies in: `/a` of `/a/b`; empty where there is none.
  package var folderPath: String {
    let path = withoutSlashes
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    let folder = String(path[..<slash]).withoutSlashes
    return folder.isEmpty ? "/" : String(folder)
  }

  /// What stands behind the last full stop of the last part: `pdf` of `a/b.pdf`; empty where there is none, or nothing
  /// before it.
  package var pathSuffix: String {
    let name = lastPathPart
    guard let stop = name.utf8.lastIndex(of: 0x2E), stop > name.startIndex else { return "" }
    return String(name[name.utf8.index(after: stop)...])
  }

  private var withoutSlashes: Substring {
    let end = utf8.lastIndex { $0 != 0x2F }.map { utf8.index(after: $0) } ?? startIndex
    return self[..<end]
  }
}
