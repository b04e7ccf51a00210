/// The repaired texts of an archive.
public struct ArchiveTexts: Sendable {
  private let folder: String

  /// The texts of the archive in `folder`.
  public init(folder: String) { self.folder = folder }

  /// The lines of the text that goes by `stem`, as spans count them; none where it is not there. O(n).
  public func lines(_ stem: String) -> [Substring] {
    let names = OutputNames(mirror: RelativePath([]), stem: RelativePath(display: stem))
    guard let bytes = ArchiveFolder(root: folder).contents(names.text, limit: 1 << 28) else { return [] }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in Substring(line) }
  }
}
