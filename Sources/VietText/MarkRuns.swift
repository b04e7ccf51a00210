/// Runs of combining marks, which no paper has and anybody can write.
///
/// Swift compares and hashes strings by their normal forms, which takes quadratic time over marks on one letter. Strings
/// of another's making that are compared keep thirty of them at most, the bound of the Stream-Safe Text Format (Unicode
/// Standard Annex 15, section 13), so that whatever is asked of them takes linear time.
package enum MarkRuns {
  private static let longest = 30
  /// Strings of so many bytes are not worth a look: their runs are short whatever they are.
  private static let harmless = 128

  /// The scalars as a string, without the marks beyond the thirtieth of a run. O(n).
  package static func bounded(_ scalars: some Sequence<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    var run = 0
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { continue }
      run = isMark(scalar) ? run + 1 : 0
      if run <= longest { result.append(scalar) }
    }
    return String(result)
  }

  /// The same for a string.
  package static func bounded(_ text: String) -> String {
    text.utf8.count <= harmless ? text : bounded(text.unicodeScalars.lazy.map(\.value))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // Letters of Latin, Greek and Cyrillic, and the blocks of Vietnamese letters, need no look into the tables.
    let value = scalar.value
    if value < 0x300 || 0x370..<0x483 ~= value || 0x1E00..<0x2000 ~= value { return false }
    return scalar.properties.canonicalCombiningClass != .notReordered
  }
}
