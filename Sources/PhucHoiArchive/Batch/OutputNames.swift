import Extraction

/// The files that the results of one input go to.
public struct OutputNames: Sendable, Equatable {
  /// The repaired file in the input's format.
  public var mirror: RelativePath
  /// What `.txt`, `.record.json` and `.edits.json` are put behind.
  public var stem: RelativePath

  /// The repaired text.
  public var text: RelativePath { stem.appending(".txt") }
  /// The record.
  public var record: RelativePath { stem.appending(".record.json") }
  /// The changes.
  public var edits: RelativePath { stem.appending(".edits.json") }

  /// The page of the report.
  public var page: RelativePath { RelativePath("report/documents").child(stem.bytes).appending(".html") }

  /// The names of all files.
  var all: [RelativePath] { [mirror, text, record, edits, page] }

  /// Names at the top of the output folder that the archive keeps for itself.
  static let reserved = [
    "catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm", "report", ".phuchoi",
    ArchiveSettings.fileName,
  ]

  /// The names for every input, in order; no two inputs share one, and no input's name is taken by another, not even
  /// where the file system knows no capitals or takes letters apart.
  ///
  /// The stem is the input's name without its extension, with it where several inputs share the short one. They
  /// depend on the whole tree, not on what is processed in a run. O(n).
  public static func names(for inputs: [RelativePath]) -> [OutputNames] {
    let mirrors = distinct(inputs.map(movedFromReserved))
    var taken = Set(mirrors.map(\.folded))
    for mirror in mirrors {
      var folder = mirror.folder
      while !folder.bytes.isEmpty, taken.insert(folder.folded).inserted { folder = folder.folder }
    }
    var shares: [RelativePath: Int] = [:]
    for mirror in mirrors { shares[mirror.withoutSuffix.folded, default: 0] += 1 }
    return mirrors.map { mirror in
      let short = mirror.withoutSuffix
      // A repaired text file is its own text, whoever else has its name.
      var stem = shares[short.folded] == 1 || short.appending(".txt") == mirror ? short : mirror
      var number = 0
      while true {
        let names = OutputNames(mirror: mirror, stem: shortened(stem))
        let files = [names.text, names.record, names.edits].filter { $0 != mirror }.map(\.folded)
        if taken.isDisjoint(with: files), names.text != mirror || mirror.suffix == "txt" {
          taken.formUnion(files)
          return names
        }
        number += 1
        stem = mirror.appending("~\(number)")
      }
    }
  }

  /// `paths` with numbers in those that some file system takes for an earlier one.
  private static func distinct(_ paths: [RelativePath]) -> [RelativePath] {
    var taken = Set(paths.map(\.folded))
    guard taken.count < paths.count else { return paths }
    var seen: Set<RelativePath> = []
    return paths.map { path in
      guard !seen.insert(path.folded).inserted else { return path }
      var number = 1
      while true {
        let suffix = path.bytes[path.withoutSuffix.bytes.count...]
        let other = RelativePath(path.withoutSuffix.bytes + "~\(number)".utf8 + suffix)
        if taken.insert(other.folded).inserted { return other }
        number += 1
      }
    }
  }

  /// The longest name that file systems take, in bytes.
  private static let longestName = 255
  /// What is put behind stems, at most.
  private static let longestSuffix = ".record.json".utf8.count

  /// A stem whose files have names that are not too long: a long name is cut at a letter and told apart by its digest.
  private static func shortened(_ stem: RelativePath) -> RelativePath {
    guard stem.name.count + longestSuffix > longestName else { return stem }
    var head = stem.name.prefix(longestName - longestSuffix - 24)
    while let last = stem.name.dropFirst(head.count).first, last & 0xC0 == 0x80 { head.removeLast() }
    let digest = SHA256.hex(Array(stem.name)).prefix(16)
    return stem.folder.child(Array(head) + [UInt8(ascii: "~")] + Array(digest.utf8))
  }

  /// An input whose first component is one of the archive's own gets a `~` behind it, as do those that have one.
  private static func movedFromReserved(_ path: RelativePath) -> RelativePath {
    let first = path.bytes.prefix { $0 != UInt8(ascii: "/") }
    var core = Array(first)
    while core.last == UInt8(ascii: "~") { core.removeLast() }
    guard reserved.contains(String(decoding: RelativePath(core).folded.bytes, as: UTF8.self)) else {
      return path
    }
    return RelativePath(Array(first) + [UInt8(ascii: "~")] + path.bytes[first.endIndex...])
  }
}
