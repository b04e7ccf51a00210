import Platform

/// A value as the scores of fields see it: case, blanks, marks at its ends and what stands before every subject or
/// archive note do not count.
enum FieldText {
  /// The form in which values are compared. O(n).
  static func compared(_ value: String) -> String {
    var text = String(String.UnicodeScalarView(ScoredText(value).scalars.compactMap(Unicode.Scalar.init)))
      .split { $0.isWhitespace }.joined(separator: " ").lowercased()
    text.replace(#/ *([\-/,]) */#) { String($0.output.1) }
    text.replace(#/^(v/v|về việc) *:? */#, with: "")
    text.replace(#/^lưu *: */#, with: "lưu ")
    let marks = Set(" .,;:\"'*()".unicodeScalars)
    return text.trimmed { marks.contains($0) }
  }

  /// A name without the rank or academic titles before it.
  static func name(_ value: String) -> String {
    let rest = value.replacing(
      #/^\s*((đại tướng|(thượng|trung|thiếu) tướng|(đại|thượng|trung|thiếu) (tá|úy|uý)|(gs|pgs|tskh|ts|ths|bs|ls|ks|cn)\b)[\s.,\-]*)+/#
        .ignoresCase(), with: "")
    return rest.isEmpty ? value : rest
  }

  /// Whether two compared values differ by at most a tenth of the first.
  static func isNear(_ gold: String, _ found: String) -> Bool {
    let (gold, found) = (gold.unicodeScalars.map(\.value), found.unicodeScalars.map(\.value))
    var row = Array(0...found.count)
    for (line, letter) in gold.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in found.indices {
        let above = row[column + 1]
        row[column + 1] = min(diagonal + (letter == found[column] ? 0 : 1), above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[found.count] * 10 <= gold.count
  }
}
