import VietText

/// A stretch of text between blanks, with the marks at its ends set apart.
struct Word: Sendable {
  /// What stands between the blanks, in scalars.
  var start: Int32
  var end: Int32
  /// The same without brackets and punctuation at the ends; empty if there is nothing else.
  var coreStart: Int32
  var coreEnd: Int32
  /// The folded core: its bytes where they fit into eight, a hash of them otherwise.
  var key: UInt64
  var shape: Shape

  /// What the letters of a word look like.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    /// Letters only, all upper-case.
    static let upper = Shape(rawValue: 1)
    /// The first letter is upper-case.
    static let capital = Shape(rawValue: 2)
    static let digit = Shape(rawValue: 4)
    static let letter = Shape(rawValue: 8)
    /// Starts with a lower-case letter.
    static let lower = Shape(rawValue: 16)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var core: Range<Int> { Int(coreStart)..<Int(coreEnd) }
  var isEmpty: Bool { coreStart == coreEnd }
}

/// Folded keywords as the `key` of a word.
enum WordKey {
  /// Packs up to eight folded bytes; longer ones are hashed (FNV-1a) with the highest bit set.
  @inline(__always)
  static func make(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    if range.count <= 8 {
      var key: UInt64 = 0
      for index in range { key = key << 8 | UInt64(bytes[index]) }
      return key
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash | 1 << 63
  }

  /// The key of a keyword that is written folded; nothing is allocated.
  @inline(__always)
  static func of(_ word: StaticString) -> UInt64 {
    word.withUTF8Buffer { make($0, 0..<$0.count) }
  }

  /// The key of one keyword, in any spelling.
  static func folding(_ word: String) -> UInt64 {
    let bytes = Folding.fold(word)
    return bytes.withUnsafeBufferPointer { make($0, 0..<bytes.count) }
  }

  /// The keys of several keywords, separated by blanks.
  static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { folding(String($0)) })
  }
}

/// Academic titles and professions that stand before names.
enum Degrees {
  static let names = [
    "GS", "PGS", "TS", "TSKH", "ThS", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "DS", "LS", "KS",
  ]
}

/// Splits a folded text into words; O(n).
struct WordScanner {
  let text: FoldedText

  /// Appends the words of `range` to `words`.
  func scan(_ range: Range<Int>, into words: inout [Word]) {
    text.folded.withUnsafeBufferPointer { folded in
      text.scalars.withUnsafeBufferPointer { scalars in
        var index = range.lowerBound
        while index < range.upperBound {
          if folded[index] == Folding.blank || folded[index] == Folding.formFeed { index += 1; continue }
          let start = index
          while index < range.upperBound, folded[index] != Folding.blank { index += 1 }
          let name = Self.name(behindTitle: start..<index, folded, scalars)
          if name > start { words.append(Self.word(start..<name, folded, scalars)) }
          words.append(Self.word(name..<index, folded, scalars))
        }
      }
    }
  }

  /// `PGS.TS.Vương`: where the name behind degrees begins whose blank was left out; the start of `range` where none is.
  @inline(__always)
  private static func name(
    behindTitle range: Range<Int>, _ folded: UnsafeBufferPointer<UInt8>,
    _ scalars: UnsafeBufferPointer<UInt32>
  ) -> Int {
    guard range.count > 4, VietLetter.isUppercase(scalars[range.lowerBound]) else { return range.lowerBound }
    var start = range.lowerBound
    for index in range where folded[index] == 0x2E || folded[index] == 0x3A {
      guard degrees.contains(WordKey.make(folded, start..<index)) else { break }
      start = index + 1
    }
    let rest = start..<range.upperBound
    guard rest.count > 1, VietLetter.isUppercase(scalars[start]),
      rest.dropLast().allSatisfy({ Folding.isLetter(folded[$0]) })
    else { return range.lowerBound }
    return start
  }

  private static let degrees = Set(Degrees.names.map(WordKey.folding))

  @inline(__always)
  private static func word(
    _ range: Range<Int>, _ folded: UnsafeBufferPointer<UInt8>, _ scalars: UnsafeBufferPointer<UInt32>
  ) -> Word {
    var (low, high) = (range.lowerBound, range.upperBound)
    // `⟦noise⟧`, by which a repair marks what nobody can read, holds no word.
    if scalars[low] == 0x27E6 { low = high }
    while low < high, !isCore(folded[low]) { low += 1 }
    while high > low, !isCore(folded[high - 1]) { high -= 1 }
    var (uppers, lowers, digits) = (0, 0, 0)
    for index in low..<high {
      if Folding.isDigit(folded[index]) {
        digits += 1
      } else if Folding.isLetter(folded[index]) {
        if VietLetter.isUppercase(scalars[index]) { uppers += 1 } else { lowers += 1 }
      }
    }
    var shape: Word.Shape = []
    if digits > 0 { shape.insert(.digit) }
    if uppers + lowers > 0 { shape.insert(.letter) }
    if uppers > 0, lowers == 0 { shape.insert(.upper) }
    if low < high, Folding.isLetter(folded[low]) {
      shape.insert(VietLetter.isUppercase(scalars[low]) ? .capital : .lower)
    }
    return Word(
      start: Int32(range.lowerBound), end: Int32(range.upperBound), coreStart: Int32(low),
      coreEnd: Int32(high),
      key: WordKey.make(folded, low..<high), shape: shape)
  }

  @inline(__always)
  private static func isCore(_ byte: UInt8) -> Bool { Folding.isLetter(byte) || Folding.isDigit(byte) }
}
