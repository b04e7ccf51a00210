/// What an archive remembers of how it was made.
public struct ArchiveSettings: Sendable {
  /// The file in the archive's folder.
  public static let fileName = "phuchoi.json"
}
