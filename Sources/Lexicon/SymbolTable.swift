import Platform
import VietText

/// The groups of capitals of which symbols of documents are made (`QĐ`, `BGDĐT`, `TW`), with their counts.
public struct SymbolTable: Sendable {
  private let listed: Deferred<Groups>
  /// The same with what was added.
  private var own: Groups?
  private var byBare: [[UInt32]: Groups.Group] { (own ?? listed.value).byBare }
  private var byShape: [[UInt32]: Groups.Group] { (own ?? listed.value).byShape }

  /// A table of what `list` has, each with how often it was counted; it is asked for when the first group is sought.
  public init(list: @escaping @Sendable () -> [(text: String, count: Int)] = { [] }) {
    listed = Deferred {
      var groups = Groups()
      for (text, count) in list() { groups.add(text, count: count) }
      return groups
    }
  }

  /// Adds a group; of two that look alike once bare, the more frequent wins.
  public mutating func add(_ group: String, count: Int) {
    if own == nil { own = listed.value }
    own?.add(group, count: count)
  }

  private struct Groups: Sendable {
    typealias Group = (proper: [UInt32], count: Int)

    private(set) var byBare: [[UInt32]: Group] = [:]
    /// Groups with digits (`QH15`), by what remains when letters are taken for the digits that they look like.
    private(set) var byShape: [[UInt32]: Group] = [:]

    mutating func add(_ group: String, count: Int) {
      let proper = group.unicodeScalars.map(\.value)
      let key = proper.map(VietLetter.bare)
      if let known = byBare[key], known.count >= count { return }
      byBare[key] = (proper, count)
      guard key.contains(where: { $0 &- 0x30 < 10 }) else { return }
      let shape = SymbolTable.shape(key)
      if count > byShape[shape]?.count ?? 0 { byShape[shape] = (proper, count) }
    }
  }

  /// `group` with digits for the letters that look like them.
  private static func shape(_ group: [UInt32]) -> [UInt32] {
    group.map { scalar in
      switch scalar {
      case 0x49, 0x6C, 0x69, 0x4C, 0x7C: 0x31
      case 0x53, 0x73: 0x35
      case 0x4F, 0x6F, 0x51: 0x30
      case 0x5A, 0x7A: 0x32
      default: scalar
      }
    }
  }

  /// All groups.
  var all: [(proper: [UInt32], count: Int)] { byBare.values.map { ($0.proper, $0.count) } }

  /// The proper form of a group whose marks may be lost; the seen form itself when it carries marks already.
  public func proper(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard let found = byBare[seen.map(VietLetter.bare)] else { return nil }
    return seen.contains(where: VietLetter.isMarked) ? Array(seen) : found.proper
  }

  /// Two known groups with a letter between them that a slash was read as: `KLITW` is `KL/TW`.
  public func split(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard seen.count >= 4 else { return nil }
    for index in seen.indices.dropFirst(2).dropLast(1) where Self.slashes.contains(seen[index]) {
      if let left = proper(seen[..<index]), let right = proper(seen[(index + 1)...]), right.count > 1 {
        return left + [0x2F] + right
      }
    }
    return nil
  }

  /// The group behind `seen` where that is known to be no group and one frequent group explains it: `IW`, `UW`
  /// and `TIW` for `TW`, `BTGIW`, `KI` for `KL`, a doubled `DĐ`, marks lost from a long group (`HDND`).
  public func misread(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    let bare = seen.map(VietLetter.bare)
    if let known = byBare[bare] {
      let isLost = seen.count >= 4 && known.count >= 50 && !seen.contains(where: VietLetter.isMarked)
      return isLost && known.proper != Array(seen) ? known.proper : nil
    }
    var best: (proper: [UInt32], count: Int)?
    if let numbered = byShape[Self.shape(bare)], numbered.count >= 50 { return numbered.proper }
    func consider(_ group: [UInt32]) {
      if let found = byBare[group], found.count >= 50, found.count > best?.count ?? 0 { best = found }
    }
    for index in bare.indices {
      let (before, letter) = (Array(bare[..<index]), bare[index])
      let after = Array(bare[(index + 1)...])
      if letter == 0x49 || letter == 0x55 { consider(before + [0x54] + after) }
      if letter == 0x49 { consider(before + [0x4C] + after) }
      if letter == 0x49, index > 0, bare[index - 1] == 0x54 { consider(before + after) }
      if letter == 0x44, index > 0, bare[index - 1] == 0x44 { consider(before + after) }
    }
    return best?.proper
  }

  /// The most frequent known group that differs in one easily confused letter.
  public func nearest(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard seen.count >= 2 else { return nil }
    var best: (proper: [UInt32], count: Int)?
    var bare = seen.map(VietLetter.bare)
    for index in bare.indices {
      let original = bare[index]
      for other in Self.confusable[original] ?? [] {
        bare[index] = other
        if let found = byBare[bare], found.count > best?.count ?? 9 { best = found }
      }
      bare[index] = original
    }
    for index in bare.indices.dropLast()
    where bare[index] == 0x44 && [0x44, 0x50, 0x42].contains(bare[index + 1]) {
      // Engines read Đ as two letters: DD, DP, DB.
      var shorter = bare
      shorter.remove(at: index + 1)
      if let found = byBare[shorter], found.count > best?.count ?? -1 { best = found }
    }
    return best?.proper
  }

  private static let slashes: Set<UInt32> = Set("Il1ft|".unicodeScalars.map(\.value))

  private static let confusable: [UInt32: [UInt32]] = {
    let pairs = [
      "PD", "BD", "FT", "IT", "1T", "7T", "0D", "OD", "0O", "QO", "OQ", "0Q", "VY", "YV", "CG", "GC", "8B",
      "5S", "UV", "IH", "1I", "lI", "EB",
    ]
    var table: [UInt32: [UInt32]] = [:]
    for pair in pairs {
      let scalars = pair.unicodeScalars.map(\.value)
      table[scalars[0], default: []].append(scalars[1])
    }
    return table
  }()
}
