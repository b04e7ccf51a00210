import Platform
import VietText

/// What is known of groups of symbols from the abbreviations of running text: `LĐLĐ`, `TĐKT`.
public struct AbbreviatedGroups: Sendable {
  private let abbreviations: AbbreviationTable
  private let strokes: Deferred<StrokeModel>

  /// What `abbreviations` tell, and the groups of `symbols` of how rare ones are made.
  public init(_ abbreviations: AbbreviationTable, _ symbols: SymbolTable) {
    self.abbreviations = abbreviations
    strokes = Deferred { StrokeModel(abbreviations.all + symbols.all) }
  }

  /// The proper form of a group, or of all that ampersands join (`TCCB&TDKT`), whose marks were lost; nil when one is not
  /// known, or all stand as they are.
  public func marked(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    let parts = seen.split(separator: Self.ampersand, omittingEmptySubsequences: false)
    // A mark that is seen is evidence for itself.
    guard !seen.contains(where: VietLetter.isMarked) else { return nil }
    let proper = parts.compactMap(abbreviations.form)
    let group = Array(proper.joined(separator: [Self.ampersand]))
    return proper.count == parts.count && !group.elementsEqual(seen) ? group : nil
  }

  /// A group that no table knows with the strokes of Đ that are nearly certain; nil where none is.
  public func restored(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    let parts = seen.split(separator: Self.ampersand, omittingEmptySubsequences: false)
    let restored = parts.map { part in
      part.contains(where: VietLetter.isMarked)
        ? Array(part) : abbreviations.form(part) ?? strokes.value.restored(part) ?? Array(part)
    }
    let group = Array(restored.joined(separator: [Self.ampersand]))
    return group.elementsEqual(seen) ? nil : group
  }

  private static let ampersand: UInt32 = 0x26
}
