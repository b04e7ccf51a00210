import PhucHoiArchive
import PhucHoiFormats
import Platform

/// Finds the picture of a page: the page of a PDF file, the picture that hOCR or ALTO names, or one that goes by the name
/// of the text, beside it or at the same place of a folder of pictures. Nothing outside these folders is ever taken,
/// whatever a file names.
struct PageFiles: Sendable {
  /// The folders of the inputs.
  private let inputs: InputFolders?
  /// The folders of pictures.
  private let pictures: [String]
  /// All of them, links resolved.
  private let roots: [String]
  /// What is known of these folders.
  private let folders: PictureFolders

  /// Where a picture is.
  enum Source: Sendable, Equatable {
    /// A picture that browsers show.
    case picture(path: String, type: String)
    /// A page of a PDF file.
    case pdf(path: String, page: Int)
    /// A picture of a TIFF file, which holds several.
    case tiff(path: String, page: Int)
  }

  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif",
    "bmp": "image/bmp",
  ]

  /// The pictures of the archive in `folder`, and those in the folders `pictures`; `folders` remembers what they hold.
  init(archive folder: String, pictures: [String], folders: PictureFolders = PictureFolders()) {
    self.folders = folders
    inputs = InputFolders(of: folder)
    self.pictures = pictures.compactMap(Self.resolved)
    roots = (inputs?.folders.map(\.path) ?? []).compactMap(Self.resolved) + self.pictures
  }

  /// The picture of the page `page` of an input; nil where there is none. `frame` is what the file says of the page.
  func source(of input: ReviewInput, page: Int, frame: PageFrame?) -> Source? {
    let name = RelativePath(display: input.path)
    let own = inputs?.place(of: name).map {
      ($0.root, "\($0.root)/\(String(decoding: $0.path.bytes, as: UTF8.self))")
    }
    if input.format == "pdf" { return own.flatMap { inside($0.1) }.map { .pdf(path: $0, page: page) } }
    let others = pictures.map { ($0, "\($0)/\(String(decoding: name.bytes, as: UTF8.self))") }
    for (root, path) in (own.map { [$0] } ?? []) + others {
      if let found = frame?.image.flatMap({ named($0, path, root, page) }) { return found }
      let text = RelativePath(Array(path.utf8.dropFirst(root.utf8.count + 1)))
      if let found = beside(text, root, page: page) { return found }
    }
    return nil
  }

  /// The picture that a file at `path` names: as it says, or by the last part of what it says.
  private func named(_ image: String, _ path: String, _ root: String, _ page: Int) -> Source? {
    let image = image.replacing("\\", with: "/")
    let folder = path.folderPath
    let last = image.lastPathPart
    for candidate in ["\(folder)/\(image)", "\(folder)/\(last)", "\(root)/\(last)"] {
      if let found = source(at: candidate, page: page) { return found }
    }
    return nil
  }

  /// A picture with the name of the text, rather of this page alone than of a file with several, rather one that
  /// browsers show.
  private func beside(_ text: RelativePath, _ root: String, page: Int) -> Source? {
    let names = folders.pictures(of: text, below: root).filter { name in
      if let own = name.page { return own == page && name.path.suffix != "pdf" }
      return page == 1 || Self.severalPages.contains(name.path.suffix)
    }
    let order = names.sorted { rank($0) < rank($1) }
    for name in order {
      let path = "\(root)/\(String(decoding: name.path.bytes, as: UTF8.self))"
      // A name with the page's number is that of this page alone.
      if let found = source(at: path, page: name.page == nil ? page : 1) { return found }
    }
    return nil
  }

  /// Files that hold the pictures of several pages, the better ones first.
  private static let severalPages = ["tif", "tiff", "pdf"]

  private func rank(_ name: PictureName) -> (Int, Int) {
    let kind = Self.severalPages.firstIndex(of: name.path.suffix).map { $0 + 1 } ?? 0
    return (name.path.suffix == "pdf" ? 2 : name.page == nil ? 0 : 1, kind)
  }

  private func source(at path: String, page: Int) -> Source? {
    let suffix = path.pathSuffix.lowercased()
    let isTIFF = suffix == "tif" || suffix == "tiff"
    guard suffix == "pdf" || isTIFF || Self.types[suffix] != nil, let real = inside(path) else { return nil }
    if suffix == "pdf" { return .pdf(path: real, page: page) }
    if isTIFF { return .tiff(path: real, page: page) }
    return Self.types[suffix].map { .picture(path: real, type: $0) }
  }

  /// The file at `path`, its links resolved, if it is one and lies in one of the folders.
  private func inside(_ path: String) -> String? {
    var status = stat()
    guard let real = Self.resolved(path),
      roots.contains(where: { real.hasPrefix($0 == "/" ? $0 : $0 + "/") }),
      stat(real, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return real
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
