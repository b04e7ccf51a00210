/// Finds keywords at the start of a stretch of folded text although letters are wrong, missing or added.
///
/// Only letters and digits count: blanks and marks of the text are skipped, so `N ơi nhận :` and `Noi nhan`
/// match alike. The edit distance is banded (Ukkonen 1985): O(keyword × errors).
struct KeywordMatcher: Sendable {
  /// The keyword's letters, folded, without blanks.
  let letters: [UInt8]
  /// How many errors are still a match.
  let allowed: Int
  /// Key of the keyword's first word.
  let firstKey: UInt64

  /// A matcher for `keyword`, with one error allowed per `lettersPerError` letters.
  init(_ keyword: String, lettersPerError: Int = 5) {
    letters = Folding.fold(keyword).filter { Folding.isLetter($0) || Folding.isDigit($0) }
    allowed = letters.count / lettersPerError
    firstKey = WordKey.folding(String(keyword.split(separator: " ").first ?? ""))
  }

  /// Where the keyword ends in `text` if it begins at `start`, and with how many errors; nil if it does not.
  func match(_ text: [UInt8], from start: Int, limit: Int) -> (end: Int, errors: Int)? {
    var exact = start
    var matched = 0
    while exact < limit, matched < letters.count {
      let byte = text[exact]
      if Folding.isLetter(byte) || Folding.isDigit(byte) {
        if byte != letters[matched] { break }
        matched += 1
      }
      exact += 1
    }
    if matched == letters.count { return (exact, 0) }
    return allowed == 0 ? nil : approximate(text, from: start, limit: limit)
  }

  private func approximate(_ text: [UInt8], from start: Int, limit: Int) -> (end: Int, errors: Int)? {
    let size = letters.count
    guard size < 64 else { return nil }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: size + 1) { row in
      for index in 0...size { row.initializeElement(at: index, to: index) }
      return distance(text, from: start, limit: limit, row)
    }
  }

  /// A figure counts as the letter of its shape.
  private static func isSame(_ letter: UInt8, _ byte: UInt8) -> Bool {
    letter == byte || byte == 0x30 && letter == 0x6F || byte == 0x31 && (letter == 0x69 || letter == 0x6C)
  }

  private func distance(
    _ text: [UInt8], from start: Int, limit: Int, _ row: UnsafeMutableBufferPointer<Int>
  ) -> (end: Int, errors: Int)? {
    let size = letters.count
    var best: (end: Int, errors: Int)?
    var index = start
    var column = 0
    while index < limit, column < size + allowed {
      let byte = text[index]
      index += 1
      guard Folding.isLetter(byte) || Folding.isDigit(byte) else { continue }
      column += 1
      var diagonal = row[0]
      row[0] = column
      var smallest = column
      for letter in 1...size {
        let value = min(
          diagonal + (Self.isSame(letters[letter - 1], byte) ? 0 : 1), row[letter] + 1, row[letter - 1] + 1)
        diagonal = row[letter]
        row[letter] = value
        smallest = min(smallest, value)
      }
      if smallest > allowed { break }
      if row[size] <= allowed, row[size] < best?.errors ?? Int.max { best = (index, row[size]) }
    }
    return best
  }
}
