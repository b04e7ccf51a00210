import Lexicon
import VietText

/// Document numbers and their symbols: `353-KH/BTGTW`, `30/2020/NĐ-CP`, `2605/QĐ-BGDĐT`.
///
/// A code is groups of digits and groups of capitals joined by `-` or `/`. The digits are never touched; a
/// group of capitals that is not known is replaced by the most frequent known group that reads the same
/// without marks, or that differs by one letter an engine confuses; of one that is like none, the strokes of Đ come back
/// that are nearly certain.
public struct CodeGrammar: Sendable {
  let groups: SymbolTable
  /// Groups that are known from running text.
  private let abbreviations: AbbreviatedGroups
  /// Most scalars of a code.
  static let longest = 40

  /// A grammar over the known groups of `groups`, and of `abbreviations` where those have none.
  public init(groups: SymbolTable, abbreviations: AbbreviationTable = AbbreviationTable()) {
    self.groups = groups
    self.abbreviations = AbbreviatedGroups(abbreviations, groups)
  }

  /// A code that was read: how it should be written, if otherwise than seen.
  struct Reading {
    var rewrite: String?
    /// Whether every changed group can only be a misreading, so that it is mended in marked text too.
    var isSure = false
  }

  /// Reads `core` as a code, or nil when it is none.
  func read(_ core: ArraySlice<UInt32>) -> Reading? {
    guard core.count >= 4, core.count <= Self.longest, core.contains(where: Self.isJoint) else { return nil }
    var parts: [ArraySlice<UInt32>] = []
    var start = core.startIndex
    for index in core.indices where Self.isJoint(core[index]) {
      parts.append(core[start..<index])
      start = index + 1
    }
    parts.append(core[start...])
    var (digits, symbols, known) = (0, 0, 0)
    for part in parts {
      if part.isEmpty { continue }
      if Self.isNumber(part) {
        digits += 1
      } else if Self.isSymbol(part) {
        symbols += 1
        if groups.proper(part) != nil { known += 1 }
      } else {
        return nil
      }
    }
    guard symbols > 0, known > 0 || digits > 0 else { return nil }
    guard digits > 0 || known == symbols else { return nil }
    let changed = parts.filter { !$0.isEmpty && !Self.isNumber($0) && proper($0) != Array($0) }
    let isSure =
      digits > 0 && !changed.isEmpty && changed.allSatisfy { groups.misread($0) == proper($0) }
      && !parts.contains { isDoubled($0, in: core) }
    return Reading(rewrite: rewrite(core, parts), isSure: isSure)
  }

  /// The code that `head` and `tail` are together, as it should be written; nil unless all groups of `tail` are
  /// known, and one of the two shows that a code is meant: `30/4- UBND` is a date and a body.
  func joined(_ head: ArraySlice<UInt32>, _ tail: ArraySlice<UInt32>) -> String? {
    let whole = Array(head + tail)
    let showsCode = tail.contains(0x2F) || head.contains(0x2F) && head.contains(where: VietLetter.isLetter)
    guard showsCode, let reading = read(whole[...]) else { return nil }
    let isKnown = tail.split(whereSeparator: Self.isJoint).allSatisfy { part in
      Self.isNumber(part) || groups.proper(part) != nil
    }
    return isKnown ? reading.rewrite ?? string(whole) : nil
  }

  private func proper(_ part: ArraySlice<UInt32>) -> [UInt32] {
    groups.misread(part) ?? groups.proper(part) ?? groups.split(part) ?? abbreviations.marked(part)
      ?? groups.nearest(part) ?? abbreviations.restored(part) ?? Array(part)
  }

  private func rewrite(_ core: ArraySlice<UInt32>, _ parts: [ArraySlice<UInt32>]) -> String? {
    var out: [UInt32] = []
    for part in parts {
      if isDoubled(part, in: core) { continue }
      if part.startIndex > core.startIndex {
        out.append(core[part.startIndex - 1] == 0x2013 ? 0x2D : core[part.startIndex - 1])
      }
      if part.isEmpty || Self.isNumber(part) {
        out += part
      } else {
        out += proper(part)
      }
    }
    return out == Array(core) ? nil : string(out)
  }

  /// Whether nothing stands between two equal joints, so that one was read twice; `15/--/TT-BTC` has a number left
  /// out.
  private func isDoubled(_ part: ArraySlice<UInt32>, in core: ArraySlice<UInt32>) -> Bool {
    let (before, after) = (part.startIndex - 1, part.startIndex)
    guard part.isEmpty, before > core.startIndex, after + 1 < core.endIndex else { return false }
    return core[before] == core[after] && !Self.isJoint(core[before - 1]) && !Self.isJoint(core[after + 1])
  }

  /// Whether `scalar` joins the groups of a code.
  static func isJoint(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2F || scalar == 0x2013
  }

  /// Digits, with one letter behind them at most (`12a`).
  private static func isNumber(_ part: ArraySlice<UInt32>) -> Bool {
    guard let last = part.last else { return false }
    let head = part.dropLast()
    let tail = ModelTokenizer.isDigit(last) || (!head.isEmpty && (97...99).contains(last))
    return tail && head.allSatisfy(ModelTokenizer.isDigit)
  }

  /// A group of a symbol: begins with a capital, mostly capitals, no more marks than Đ and Ư carry.
  private static func isSymbol(_ part: ArraySlice<UInt32>) -> Bool {
    guard let first = part.first, VietLetter.isUppercase(first), part.count <= 12 else { return false }
    var upper = 0
    for scalar in part {
      if VietLetter.isUppercase(scalar) || ModelTokenizer.isDigit(scalar) {
        upper += 1
      } else if !VietLetter.isLetter(scalar) && scalar != 0x26 {
        return false
      }
      if VietLetter.tone(scalar) != 0 { return false }
    }
    return upper >= 2 && upper * 2 > part.count || (part.count == 1)
  }
}
