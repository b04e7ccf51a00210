import ChannelModel
import Foundation
import NgramModel

/// Which profile decodes each line, and how dear changes are in it.
///
/// Marked Vietnamese text is told from other sources by its letters; how clean it is shows in the share of
/// its words that no vocabulary knows. Where few are unknown, a change must be worth more.
struct LineSources {
  private let models: DecoderModels
  private let kinds: [Int]
  private let dirt: [Float]
  /// Whether names stand with capitals, so that small letters mean something.
  let usesCapitals: Bool

  init(text: SourceText, units: [Unit], models: DecoderModels) {
    self.models = models
    var kinds = models.detector.profiles(of: text)
    let words = units.lazy.filter { $0.kind == .word && !$0.opensSentence }
    let capitals = words.filter { $0.shape == .capitalized }.count
    usesCapitals = Float(capitals) > 0.03 * Float(words.count)
    dirt = Self.dirt(lines: text.lines.count, units)
    let names = models.profileNames
    let marked = Set(names.indices.filter { names[$0] == "clean" || names[$0].hasPrefix("vietnamese") })
    let (light, heavy) = (names.firstIndex(of: "vietnamese"), names.firstIndex(of: "vietnamese-heavy"))
    for line in kinds.indices where marked.contains(kinds[line]) {
      if let choice = dirt[line] > 0.15 ? heavy ?? light : light { kinds[line] = choice }
    }
    self.kinds = kinds
  }

  /// The place of the profile that decodes `unit`.
  func profileIndex(_ unit: Unit) -> Int { kinds[unit.line] }

  /// The share of unknown words around `unit`.
  func dirt(_ unit: Unit) -> Float { dirt[unit.line] }

  /// The profile of `unit`, and what any change of a known word costs in it.
  func profile(_ unit: Unit) -> (SourceProfile, Float) {
    let profile = models.profiles[kinds[unit.line]]
    guard profile.name.hasPrefix("vietnamese") else { return (profile, profile.changePenalty) }
    return (profile, max(0.3, Tuning.base - Tuning.slope * dirt[unit.line]))
  }

  /// The share of unknown words around each line.
  private static func dirt(lines: Int, _ units: [Unit]) -> [Float] {
    var known = [Float](repeating: 0, count: lines)
    var unknown = known
    for unit in units where unit.kind == .word {
      if unit.word == .unknownWord { unknown[unit.line] += 1 } else { known[unit.line] += 1 }
    }
    let (allKnown, allUnknown) = (known.reduce(0, +), unknown.reduce(0, +))
    let whole = allUnknown / max(1, allKnown + allUnknown)
    return (0..<lines).map { line in
      var (k, u): (Float, Float) = (20 * (1 - whole), 20 * whole)
      for near in max(0, line - 4)...min(lines - 1, line + 4) {
        k += known[near]
        u += unknown[near]
      }
      return u / max(1, k + u)
    }
  }
}

enum Tuning {
  static let base = Float(ProcessInfo.processInfo.environment["T_BASE"] ?? "") ?? 2.2
  static let slope = Float(ProcessInfo.processInfo.environment["T_SLOPE"] ?? "") ?? 20
  static let a = Float(ProcessInfo.processInfo.environment["T_A"] ?? "") ?? 0
  static let b = Float(ProcessInfo.processInfo.environment["T_B"] ?? "") ?? 0
}
