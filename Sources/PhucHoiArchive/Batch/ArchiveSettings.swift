import JSON
import Platform

/// What an archive remembers of how it was made, so that a later run goes on in the same way: `phuchoi.json` in its
/// folder, for people to read and change.
public struct ArchiveSettings: Sendable, Equatable {
  /// The file in the archive's folder.
  public static let fileName = "phuchoi.json"
  /// Name of the form of the file.
  static let schema = "phuchoi.archive/1"

  /// Policy of the texts: `auto`, `careful`, `balanced`, `eager`.
  public var policy: String?
  /// The least confidence of a change.
  public var minimumConfidence: Double?
  /// Files with own words.
  public var lexicons: [String] = []
  /// What is done with secret documents.
  public var secret: String?
  /// Globs of files to take.
  public var include: [String] = []
  /// Globs of files to leave out.
  public var exclude: [String] = []
  /// The largest file that is read, in bytes.
  public var maxBytes: Int?
  /// How long one file may take, in milliseconds.
  public var timeout: Int?
  /// Language of the report.
  public var language: String?

  /// Nothing remembered.
  public init() {}

  /// What the archive in `folder` remembers; nothing where there is no such file.
  ///
  /// - Throws: `BatchError` PH-2105 where the file is there and cannot be read or understood.
  public init(of folder: String) throws(BatchError) {
    self.init()
    guard let bytes = ArchiveFolder(root: folder).contents(RelativePath(Self.fileName), limit: 1 << 20) else {
      // Whoever goes on without what the archive remembers repairs by another policy.
      guard (try? FileManager.default.attributesOfItem(atPath: folder + "/" + Self.fileName)) == nil else {
        throw BatchError(
          code: .settings, message: "\(folder)/\(Self.fileName): cannot be read",
          place: "\(folder)/\(Self.fileName)")
      }
      return
    }
    guard let json = try? JSONParser.parse(bytes), json["schema"]?.string == Self.schema else {
      throw BatchError(
        code: .settings, message: "\(folder)/\(Self.fileName): not understood",
        place: "\(folder)/\(Self.fileName)")
    }
    func strings(_ key: String) -> [String] { json[key]?.elements.compactMap(\.string) ?? [] }
    (policy, minimumConfidence) = (json["policy"]?.string, json["min_confidence"]?.double)
    (lexicons, include, exclude) = (strings("lexicons"), strings("include"), strings("exclude"))
    (secret, language) = (json["secret"]?.string, json["language"]?.string)
    (maxBytes, timeout) = (json["max_bytes"]?.int, json["timeout_ms"]?.int)
    let isSound =
      policy.map { PolicyChoice(name: $0) != nil } ?? true
      && secret.map { SecretHandling(rawValue: $0) != nil } ?? true
      && minimumConfidence.map { (0...1).contains($0) } ?? true && maxBytes ?? 1 > 0 && timeout ?? 1 > 0
    guard isSound else {
      throw BatchError(
        code: .settings, message: "\(folder)/\(Self.fileName): a value that is none",
        place: "\(folder)/\(Self.fileName)")
    }
  }

  /// The file, one setting a line.
  var bytes: [UInt8] {
    func list(_ items: [String]) -> JSONValue { .array(items.map(JSONValue.string)) }
    let members: [(String, JSONValue)] = [
      ("schema", .string(Self.schema)), ("policy", .text(policy)),
      ("min_confidence", minimumConfidence.map(JSONValue.decimal) ?? .null), ("lexicons", list(lexicons)),
      ("secret", .text(secret)), ("include", list(include)), ("exclude", list(exclude)),
      ("max_bytes", maxBytes.map(JSONValue.integer) ?? .null),
      ("timeout_ms", timeout.map(JSONValue.integer) ?? .null), ("language", .text(language)),
    ]
    let lines = members.map { key, value in
      "  \"\(key)\": \(String(decoding: JSONWriter.bytes(value), as: UTF8.self))"
    }
    return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
  }
}
