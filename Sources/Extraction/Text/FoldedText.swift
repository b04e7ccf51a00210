import VietText

/// A text as parallel arrays of scalars: the letters as they stand, their folded form, their UTF-8 offsets.
///
/// Folding drops case and every mark (`Ủ` gives `u`, `Đ` gives `d`), gives all dashes one form and all quotes
/// one form, so that keywords are found whatever an OCR engine did to the marks. Everything in this module
/// counts positions in scalars of this text; UTF-8 offsets come back only where a span is made.
struct FoldedText: Sendable {
  /// The scalars as they stand.
  let scalars: [UInt32]
  /// One byte per scalar: bare lower-case letter, digit, or normalised mark.
  private(set) var folded: [UInt8]
  /// UTF-8 offset of each scalar, and of the end.
  let offsets: [Int32]

  /// Decodes `text`; O(n).
  init(_ text: String) {
    var scalars: [UInt32] = []
    var folded: [UInt8] = []
    var offsets: [Int32] = []
    let count = text.utf8.count
    scalars.reserveCapacity(count)
    folded.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    var offset: Int32 = 0
    let table = Folding.table
    for scalar in text.unicodeScalars {
      let value = scalar.value
      scalars.append(value)
      folded.append(value < UInt32(table.count) ? table[Int(value)] : Folding.other)
      offsets.append(offset)
      offset &+= value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    }
    offsets.append(offset)
    self.scalars = scalars
    self.folded = folded
    self.offsets = offsets
  }

  /// Takes the figure back that a repair made a letter of: `tháng § năm` repaired to `tháng i năm`.
  ///
  /// `Š` standing alone is the same figure.
  mutating func restoreFigures(_ aligned: AlignedText) {
    let source = Array(aligned.source.utf8)
    var shift = 0
    for replacement in aligned.replacements {
      let size = replacement.text.utf8.count
      let start = replacement.range.lowerBound + shift
      shift += size - replacement.range.count
      if source[replacement.range].elementsEqual([0xC2, 0xA7]), size <= 3, let index = index(ofByte: start) {
        folded[index] = Folding.eight
      }
    }
    for index in scalars.indices where scalars[index] == 0x160 && isAlone(index) {
      folded[index] = Folding.eight
    }
  }

  private func isAlone(_ index: Int) -> Bool {
    (index == 0 || folded[index - 1] <= Folding.blank)
      && (index + 1 == count || folded[index + 1] <= Folding.blank)
  }

  /// The scalar that begins at a UTF-8 offset; O(log n).
  private func index(ofByte offset: Int) -> Int? {
    let low = offsets.prefix(count).partitioningIndex { Int($0) >= offset }
    return low < count && Int(offsets[low]) == offset ? low : nil
  }

  /// How many scalars there are.
  var count: Int { scalars.count }

  /// The UTF-8 range of a scalar range.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }

  /// The text of a scalar range, as it stands but for endless marks (`MarkRuns`).
  func string(_ range: Range<Int>) -> String { MarkRuns.bounded(scalars[range]) }
}

/// The table behind `FoldedText`.
enum Folding {
  /// What a letter of another alphabet folds to: a letter, but none of ours.
  static let foreignLetter: UInt8 = 0x7F
  /// What any other symbol folds to.
  static let other: UInt8 = 0x01
  static let blank: UInt8 = 0x20
  static let newline: UInt8 = 0x0A
  static let formFeed: UInt8 = 0x0C
  /// What `§` folds to: no document prints one, and engines read it for the figure.
  static let eight: UInt8 = 0x38

  /// Folded form of every scalar below U+2220.
  static let table: [UInt8] = makeTable()

  /// The folded bytes of a keyword.
  static func fold(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < UInt32(table.count) ? table[Int($0.value)] : other }
  }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte == foreignLetter }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func makeTable() -> [UInt8] {
    var table = [UInt8](repeating: other, count: 0x2220)
    for value in 0..<VietLetter.tableSize {
      let bare = VietLetter.lowercased(VietLetter.bare(UInt32(value)))
      if value < 0x80 {
        table[value] = value < 0x20 && value != 0x0A && value != 0x0C ? blank : UInt8(bare)
      } else if bare < 0x80 {
        table[value] = UInt8(bare)
      } else if VietLetter.isLetter(UInt32(value)) {
        table[value] = foreignLetter
      }
    }
    addLatin(&table)
    for value in [0xA0, 0xAD, 0x2028, 0x2029, 0x85] + Array(0x2000...0x200B) { table[value] = blank }
    for value in Array(0x2010...0x2015) + [0xAC, 0x2212, 0xAF] { table[value] = 0x2D }
    for value in [0x201C, 0x201D, 0x201E, 0xAB, 0xBB] { table[value] = 0x22 }
    for value in [0x2018, 0x2019, 0xB4] { table[value] = 0x27 }
    for value in [0x2022, 0xB7, 0x25AA] where value < table.count { table[value] = 0x2A }
    table[0x2026] = 0x2E
    for value in [0x2044, 0x2215] { table[value] = 0x2F }
    table[0xA7] = eight
    return table
  }

  /// Letters that engines of other languages read for ours, by the base letter under their mark.
  private static func addLatin(_ table: inout [UInt8]) {
    let rows: [(String, Character)] = [
      ("äåãāăąǎ", "a"), ("çćĉċč", "c"), ("ðďđþ", "d"), ("ëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
      ("ïîīĭįı", "i"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŋ", "n"), ("öøōŏőô", "o"), ("ŕŗř", "r"),
      ("śŝşš", "s"), ("ţťŧ", "t"), ("üūŭůűųû", "u"), ("ŵ", "w"), ("ÿŷ", "y"), ("žźż", "z"),
    ]
    for (letters, base) in rows {
      for scalar in (letters + letters.uppercased()).unicodeScalars where scalar.value > 0x7F {
        table[Int(scalar.value)] = base.asciiValue ?? other
      }
    }
    table[0x130] = 0x69
  }
}
