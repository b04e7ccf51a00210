import Platform

/// A reading and the file that holds its correct text.
struct EvaluationPair: Sendable {
  /// Name of the set that it counts for: the file's name without its extension.
  let set: String
  /// Path of the reading.
  let reading: String
  /// Path of the correct text.
  let gold: String

  /// A reading and its correct text.
  init(reading: String, gold: String) {
    let name = URL(fileURLWithPath: reading).deletingPathExtension().lastPathComponent
    (self.set, self.reading, self.gold) = (name, reading, gold)
  }

  /// The pairs that `path` names: a folder with all below it, or one reading.
  ///
  /// The correct text of `NAME.txt` is `NAME.ref.txt` beside it.
  /// - Throws: `CommandFailure` PH-1001 (not there), PH-1006 (no correct text).
  static func pairs(at path: String) throws(CommandFailure) -> [EvaluationPair] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard isFolder else { return [try pair(path).orThrow(missingGold(path))] }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    let pairs = names.sorted().compactMap { pair("\(path)/\($0)") }
    guard !pairs.isEmpty else { throw missingGold(path) }
    return pairs
  }

  private static func pair(_ path: String) -> EvaluationPair? {
    guard path.hasSuffix(".txt"), !path.hasSuffix(".ref.txt") else { return nil }
    let base = String(path.dropLast(4))
    guard FileManager.default.fileExists(atPath: base + ".ref.txt") else { return nil }
    return EvaluationPair(reading: path, gold: base + ".ref.txt")
  }

  private static func missingGold(_ path: String) -> CommandFailure {
    CommandFailure(
      "PH-1006",
      Message(vi: "\(path): không có văn bản đúng để so.", en: "\(path): has no correct text beside it."),
      remedy: Message(
        vi: "Đặt văn bản đúng của NAME.txt vào NAME.ref.txt, hoặc dùng --gold.",
        en: "Put the correct text of NAME.txt in NAME.ref.txt, or use --gold."))
  }
}

extension Optional {
  fileprivate func orThrow(_ failure: CommandFailure) throws(CommandFailure) -> Wrapped {
    guard let self else { throw failure }
    return self
  }
}
