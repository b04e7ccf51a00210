/// The groups of letters of which document symbols are made: types (`KH`), bodies (`UBND`), and the like.
///
/// A group that no table knows is likened to the one it was most probably read from: engines lose the stroke of
/// `Đ`, double a letter, and take capitals for others of the same shape (`IW` for `TW`, `OC` for `QC`).
struct SymbolTable: Sendable {
  private let known: Set<String>
  private let groups: [[UInt32]]
  /// Abbreviations with Đ by what is left of them without the stroke: `HDND` gives `HĐND`.
  private let strokes: [String: String]

  /// Bodies of the Party by level: every office may stand before every level.
  private static let offices = ["", "VP", "BTC", "BTG", "BDV", "BNC", "UBKT", "BTGDV", "BCĐ"]
  private static let levels = ["TW", "TU", "HU", "QU", "ThU", "TXU", "ĐU", "ĐUK"]

  /// A table of types and bodies that unknown groups are likened to, of `others` that are merely left alone, and
  /// of abbreviations (`words`) that text may hold.
  init(heads: [String], bodies: [String], others: [String], words: [String]) {
    let party = Self.offices.flatMap { office in Self.levels.map { office + $0 } }
    let targets = Set(heads + bodies + party)
    known = targets.union(others)
    groups = targets.sorted().map(Self.scalars)
    strokes = Self.withoutStroke(Array(known) + words)
  }

  private static func withoutStroke(_ symbols: [String]) -> [String: String] {
    let all = Set(symbols)
    var result: [String: String] = [:]
    for symbol in all.sorted() where symbol.contains("Đ") {
      let plain = symbol.replacing("Đ", with: "D")
      if !all.contains(plain), result[plain] == nil { result[plain] = symbol }
    }
    return result
  }

  /// A word with the stroke of its `Đ` where only that makes it an abbreviation: `HDND` is `HĐND`.
  ///
  /// An engine may read the stroke as a letter: `KHDPT`.
  func withStroke(_ word: String) -> String {
    if let whole = strokes[word] { return whole }
    guard word.contains("DP") else { return word }
    return strokes[word.replacing("DP", with: "D")] ?? word
  }

  /// The symbol with the level of a Party body that stands apart put to it: `HD/BTG` and `TU`.
  func joined(_ symbol: String, _ next: String) -> String? {
    guard Self.levels.contains(next), let slash = symbol.lastIndex(of: "/") else { return nil }
    let office = String(symbol[symbol.index(after: slash)...])
    return office.isEmpty || !Self.offices.contains(office) ? nil : symbol + next
  }

  /// Whether every group of a symbol is known, with or without a figure behind it: `UBND-VX4`.
  ///
  /// Two letters before a figure (`HT75`) pass for an office that no table lists, but for `toTheLetter`.
  func knows(_ symbol: String, toTheLetter: Bool = false) -> Bool {
    symbol.split { $0 == "-" || $0 == "/" }.allSatisfy { (group: Substring) -> Bool in
      var letters = group
      while let last = letters.last, last.isNumber { letters.removeLast() }
      if known.contains(String(letters)) { return true }
      return !toTheLetter && letters.count == 2 && letters != group
    }
  }

  /// The symbol with the stroke of `Đ` put back in the groups that only it makes known (`QD-UBND` is `QĐ-UBND`), and
  /// an unknown head likened to that of the type that is named: `CTI/TU` behind `Chỉ thị`.
  func stroked(_ symbol: String, heads: [String]) -> String {
    var groups: [String] = [""]
    for scalar in symbol.unicodeScalars {
      if scalar == "-" || scalar == "/" {
        groups += [String(scalar), ""]
      } else {
        groups[groups.count - 1].unicodeScalars.append(scalar)
      }
    }
    if !heads.isEmpty, !known.contains(groups[0]) {
      groups[0] = nearest(Self.scalars(groups[0]), heads.map(Self.scalars), within: 1.1) ?? groups[0]
    }
    return groups.map { known.contains($0) ? $0 : strokes[$0] ?? $0 }.joined()
  }

  /// The symbol with unknown groups likened to known ones; `heads` are the symbols of the type that is named.
  func mended(_ symbol: String, heads named: [String]) -> String {
    var result = ""
    var group = ""
    var isFirst = true
    for scalar in symbol.unicodeScalars {
      if scalar == "-" || scalar == "/" {
        result += mend(group, isFirst ? named : [], isHead: isFirst) + String(scalar)
        (group, isFirst) = ("", false)
      } else {
        group.unicodeScalars.append(scalar)
      }
    }
    return result + mend(group, isFirst ? named : [], isHead: isFirst)
  }

  private func mend(_ group: String, _ named: [String], isHead: Bool) -> String {
    if named.contains(group) { return group }
    let letters = Self.scalars(group)
    guard letters.count >= 2, letters.count <= 12 else { return group }
    let isKnown = known.contains(group)
    if isHead, let near = nearest(letters, named.map(Self.scalars), within: isKnown ? 0.6 : 1.1) {
      return near
    }
    if isKnown { return group }
    if let stroked = strokes[group] { return stroked }
    guard !letters.contains(where: { $0 < 0x3A }) else { return group }
    return nearest(letters, groups, within: 0.6) ?? group
  }

  /// The one group that costs least, if no other comes near it.
  private func nearest(_ letters: [UInt32], _ groups: [[UInt32]], within most: Double) -> String? {
    var best: (group: [UInt32], cost: Double)?
    var second = Double.infinity
    for group in groups where abs(group.count - letters.count) <= 1 && group.count >= 2 {
      let cost = LetterDistance.cost(letters, group, upTo: most + 0.2)
      if cost < best?.cost ?? .infinity {
        second = best?.cost ?? .infinity
        best = (group, cost)
      } else {
        second = min(second, cost)
      }
    }
    guard let best, best.cost <= most, second > best.cost + 0.2 else { return nil }
    var view = String.UnicodeScalarView()
    for value in best.group { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
    return String(view)
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
