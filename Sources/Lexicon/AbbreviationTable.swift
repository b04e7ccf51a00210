import Platform
import VietText

/// Abbreviations by their bare capitals: `HDND` finds `HĐND`.
public struct AbbreviationTable: Sendable {
  private let listed: Deferred<Forms>
  /// The same with what was added.
  private var own: Forms?
  private var forms: Forms { own ?? listed.value }

  /// Those of two letters with a slash between them: `b/c`.
  public var slashed: [[UInt32]] { forms.slashed }

  /// A table of what `list` has, each with how often it was counted; it is asked for when the first word is sought, as many
  /// a text has none in capitals.
  public init(list: @escaping @Sendable () -> [(text: String, count: Int)] = { [] }) {
    listed = Deferred {
      var forms = Forms()
      for (text, count) in list() { forms.add(text, count: count) }
      return forms
    }
  }

  /// Adds an abbreviation with how often it was counted; of two that look alike once bare, the more frequent wins.
  public mutating func add(_ abbreviation: String, count: Int) {
    if own == nil { own = listed.value }
    own?.add(abbreviation, count: count)
  }

  /// The proper form of a seen abbreviation, or nil when it is not known.
  public func proper(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard let form = forms[seen] else { return joined(seen) }
    // A form that differs in more than lost marks is another abbreviation.
    return form.proper.count == seen.count ? form.proper : nil
  }

  /// Two known ones that stand together, one of which lost a mark: `BCDTW`; or three, where one of four letters
  /// did: `TTHDNDTP`.
  private func joined(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    guard (4...10).contains(seen.count), !seen.contains(where: VietLetter.isMarked) else { return nil }
    for cut in seen.indices.dropFirst(2).dropLast().reversed() {
      guard let left = form(seen[..<cut]), let right = form(seen[cut...]) else { continue }
      let proper = left + right
      if seen.count <= 8, proper.contains(where: VietLetter.isMarked) { return proper }
    }
    for first in seen.indices.dropFirst(2).reversed() {
      for second in seen.indices.dropFirst(first - seen.startIndex + 2).dropLast() {
        let cuts = [seen[..<first], seen[first..<second], seen[second...]]
        let parts = cuts.compactMap(form)
        guard parts.count == 3,
          parts.contains(where: { $0.count > 3 && $0.contains(where: VietLetter.isMarked) })
        else { continue }
        return parts.flatMap(\.self)
      }
    }
    return nil
  }

  /// All abbreviations.
  var all: [(proper: [UInt32], count: Int)] { forms.all }

  /// The proper form that `seen` has but for its marks, as a whole; nil when it is not known.
  func form(_ seen: ArraySlice<UInt32>) -> [UInt32]? {
    forms[seen].flatMap { $0.proper.count == seen.count ? $0.proper : nil }
  }

  /// Whether the very form is known.
  public func contains(_ seen: ArraySlice<UInt32>) -> Bool {
    forms[seen].map { $0.proper == Array(seen) } ?? false
  }
}

/// Abbreviations by their bare capitals, the most frequent of those that look alike.
private struct Forms: Sendable {
  private var forms: [[UInt32]: (proper: [UInt32], count: Int)] = [:]
  private(set) var slashed: [[UInt32]] = []

  var all: [(proper: [UInt32], count: Int)] { Array(forms.values) }

  /// The form behind `seen`.
  subscript(_ seen: ArraySlice<UInt32>) -> (proper: [UInt32], count: Int)? { forms[Self.bare(seen)] }

  mutating func add(_ abbreviation: String, count: Int) {
    let proper = abbreviation.unicodeScalars.map(\.value)
    let key = Self.bare(proper[...])
    if proper.count == 3, proper[1] == 0x2F { slashed.append(proper) }
    if let known = forms[key], known.count >= count { return }
    forms[key] = (proper, count)
  }

  private static func bare(_ scalars: ArraySlice<UInt32>) -> [UInt32] { scalars.map { VietLetter.bare($0) } }
}
