import VietText

/// Abbreviations by their bare capitals: `HDND` finds `HĐND`.
public struct AbbreviationTable: Sendable {
  private var forms: [[UInt32]: (proper: [UInt32], count: Int)] = [:]

  /// An empty table.
  public init() {}

  /// Adds an abbreviation with how often it was counted; of two that look alike once bare, the more frequent wins.
  public mutating func add(_ abbreviation: String, count: Int) {
    let proper = abbreviation.unicodeScalars.map(\.value)
    let key = Self.bare(proper[...])
    if let known = forms[key], known.count >= count { return }
    forms[key] = (proper, count)
  }

  /// The proper form of a seen abbreviation, or nil when it is not known.
  public func proper(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard let form = forms[Self.bare(seen)] else { return joined(seen) }
    // A form that differs in more than lost marks is another abbreviation.
    return form.proper.count == seen.count ? form.proper : nil
  }

  /// Two known ones that stand together, one of which lost a mark: `BCDTW`.
  private func joined(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard (4...8).contains(seen.count), !seen.contains(where: VietLetter.isMarked) else { return nil }
    for cut in seen.indices.dropFirst(2).dropLast().reversed() {
      guard let left = forms[Self.bare(seen[..<cut])], let right = forms[Self.bare(seen[cut...])] else {
        continue
      }
      let proper = left.proper + right.proper
      if proper.count == seen.count, proper.contains(where: VietLetter.isMarked) { return proper }
    }
    return nil
  }

  /// Whether the very form is known.
  public func contains(_ seen: ArraySlice<UInt32>) -> Bool {
    forms[Self.bare(seen)].map { $0.proper == Array(seen) } ?? false
  }

  private static func bare(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    scalars.map { VietLetter.bare($0) }
  }
}
