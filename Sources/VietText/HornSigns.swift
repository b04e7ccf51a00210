/// Horns that an engine or a converter wrote as a sign of their own: `nu'ớc`, `Tru’ỏ’ng`.
///
/// A sign inside a word is evidence, and one behind a word only where the text has such words, since quotations end so.
/// What is joined must be a syllable.
struct HornSigns {
  /// How many words with such a sign inside make a text of this kind.
  private static let least = 1
  private static let longest = 12

  /// Whether the text is of this kind.
  private(set) var isPresent = false

  /// Looks through a text. O(n).
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [LineProfile]) {
    var (inner, trailing) = (0, 0)
    var line = WorkingLine()
    for profile in lines where Self.mayConcern(bytes, profile.range) {
      line.load(bytes, profile.range)
      Self.forEachWord(line) { _, isInner in
        if isInner { inner += 1 } else { trailing += 1 }
      }
      isPresent = inner >= Self.least || trailing >= 2
      if isPresent { return }
    }
  }

  /// Whether the line at `range` has anything to mend. O(n).
  func concerns(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    isPresent && Self.mayConcern(bytes, range)
  }

  /// Joins the signs of `line` to their letters. O(n).
  func mend(_ line: inout WorkingLine) {
    guard isPresent else { return }
    var words: [Joined] = []
    Self.forEachWord(line) { word, _ in words.append(word) }
    guard !words.isEmpty else { return }
    let source = line.pieces
    line.pieces.removeAll(keepingCapacity: true)
    var cursor = 0
    for word in words {
      line.pieces.append(contentsOf: source[cursor..<word.range.lowerBound])
      line.pieces.append(contentsOf: word.pieces)
      cursor = word.range.upperBound
    }
    line.pieces.append(contentsOf: source[cursor...])
  }

  /// A word whose signs are joined to its letters.
  private struct Joined {
    /// Where it stands among the pieces of its line.
    var range: Range<Int>
    var pieces: [WorkingLine.Piece]
  }

  /// Whether any byte that opens a sign of this kind stands behind an o or u, or behind a letter of several bytes.
  private static func mayConcern(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    var before = bytes[range.lowerBound]
    for index in range.dropFirst() {
      let byte = bytes[index]
      if byte == 0x27 || byte == 0x60 || (byte == 0xE2 && bytes[index + 1] == 0x80)
        || (byte == 0xC2 && bytes[index + 1] == 0xB4)
      {
        let letter = before | 0x20
        if letter == 0x6F || letter == 0x75 || before >= 0x80 { return true }
      }
      before = byte
    }
    return false
  }

  private static func isSign(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2018 || scalar == 0x60 || scalar == 0xB4
  }

  private static func isHornless(_ scalar: UInt32) -> Bool {
    let letter = VietLetter.lowercased(VietLetter.untoned(scalar))
    return letter == 0x6F || letter == 0x75
  }

  /// Calls `body` with each word that has such a sign and is a syllable once it is joined; `isInner`: a letter follows
  /// a sign.
  private static func forEachWord(_ line: WorkingLine, _ body: (Joined, _ isInner: Bool) -> Void) {
    let pieces = line.pieces
    var opened = false
    var index = 0
    while index < pieces.count {
      guard VietLetter.isLetter(pieces[index].scalar) else {
        // What was quoted ends with a sign that is no horn.
        if isSign(pieces[index].scalar) { opened.toggle() }
        index += 1
        continue
      }
      var (end, isInner, signs) = (index, false, 0)
      while end < pieces.count, end - index < longest {
        let scalar = pieces[end].scalar
        if VietLetter.isLetter(scalar) {
          if end > index, isSign(pieces[end - 1].scalar) { isInner = true }
        } else if isSign(scalar), isHornless(pieces[end - 1].scalar) {
          signs += 1
        } else {
          break
        }
        end += 1
      }
      if signs > 0, isInner || !opened, let word = joined(pieces, index..<end) {
        body(word, isInner)
      } else if signs > 0, let last = pieces[index..<end].last, isSign(last.scalar) {
        opened.toggle()
      }
      index = end
    }
  }

  /// The word at `range` with its signs joined; nil where that is no syllable.
  private static func joined(_ pieces: [WorkingLine.Piece], _ range: Range<Int>) -> Joined? {
    var out: [WorkingLine.Piece] = []
    for piece in pieces[range] {
      guard isSign(piece.scalar), var letter = out.popLast() else {
        out.append(piece)
        continue
      }
      let untoned = VietLetter.untoned(letter.scalar)
      let horned: UInt32 =
        switch untoned {
        case 0x6F: 0x1A1
        case 0x4F: 0x1A0
        case 0x75: 0x1B0
        default: 0x1AF
        }
      letter.scalar = VietLetter.withTone(horned, VietLetter.tone(letter.scalar))
      letter.end = piece.end
      letter.cause = letter.cause ?? .lookAlike
      out.append(letter)
    }
    // One sign stands for both horns of ươ.
    for index in out.indices.dropLast() where out[index].scalar | 0x20 == 0x75 {
      guard VietLetter.lowercased(VietLetter.untoned(out[index + 1].scalar)) == 0x1A1,
        index + 2 < out.count, index == 0 || out[index - 1].scalar | 0x20 != 0x71
      else { continue }
      out[index].scalar = out[index].scalar == 0x75 ? 0x1B0 : 0x1AF
      out[index].cause = out[index].cause ?? .lookAlike
    }
    let word = out.map { VietLetter.lowercased($0.scalar) }
    return Syllable.parse(word) == nil ? nil : Joined(range: range, pieces: out)
  }
}
