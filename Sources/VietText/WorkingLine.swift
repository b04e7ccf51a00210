/// Why a piece of text was rewritten on the way to plain Unicode.
public enum NormalizationCause: String, Sendable, CaseIterable {
  /// Legacy letters or input-method keys became Unicode letters.
  case legacy = "legacy-encoding"
  /// A character reference of HTML became its character.
  case entity = "html-entity"
  /// A fullwidth form became the plain letter or sign.
  case fullWidth = "fullwidth"
  /// A capital was restored that a TCVN3 capital font had shown.
  case capital = "capital-font"
  /// Base letter and combining marks became one letter.
  case composition
  /// A letter of another alphabet stood for the one that it looks like.
  case lookAlike = "look-alike"
  /// A tone mark stood on the wrong vowel letter.
  case misplacedMark = "misplaced-mark"
  /// An invisible character inside text was dropped.
  case invisible
  /// An unusual blank became a plain one.
  case blank
  /// Pieces of a syllable that blanks had cut were joined.
  case torn = "torn-word"
  /// The national title or the motto was written as it is.
  case letterhead
  /// The tone mark was moved to the placement asked for.
  case tonePlacement = "tone-placement"
}

/// One line on its way to Unicode NFC: scalars, each with the piece of the source that it came from.
struct WorkingLine {
  struct Piece {
    var scalar: UInt32
    /// Half-open range of UTF-8 offsets in the source.
    var start: Int
    var end: Int
    /// Why the scalar is not what stands in the source.
    var cause: NormalizationCause?
  }

  var pieces: [Piece] = []

  /// Loads the valid UTF-8 of `range`.
  mutating func load(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    pieces.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, at: index)
      pieces.append(Piece(scalar: scalar, start: index, end: index + length))
      index += length
    }
  }

  /// Loads the line that `profile` is about, with its character references decoded.
  mutating func load(_ bytes: UnsafeBufferPointer<UInt8>, _ profile: LineProfile) {
    load(bytes, profile.range)
    if profile.hasReference { HTMLEntities.decode(&self) }
  }

  /// The scalars alone.
  func scalars(_ range: Range<Int>) -> [UInt32] { pieces[range].map(\.scalar) }

  /// Puts `scalar` in the place of piece `index`.
  mutating func replace(_ index: Int, with scalar: UInt32, cause: NormalizationCause) {
    guard pieces[index].scalar != scalar else { return }
    pieces[index].scalar = scalar
    pieces[index].cause = pieces[index].cause ?? cause
  }

  /// Appends `source` as it is, or `scalars` that each stand for the whole of it.
  mutating func append(_ source: ArraySlice<Piece>, as scalars: [UInt32]?, cause: NormalizationCause) {
    guard let scalars, let first = source.first, let last = source.last else {
      return pieces.append(contentsOf: source)
    }
    let cause = source.lazy.compactMap(\.cause).first ?? cause
    for scalar in scalars {
      pieces.append(Piece(scalar: scalar, start: first.start, end: last.end, cause: cause))
    }
  }

  /// Appends to `changes` what differs from the source, one change for each word touched.
  ///
  /// `range` is the range of the line in the source.
  func collect(_ range: Range<Int>, into changes: inout [Normalization]) {
    var cursor = range.lowerBound
    var index = 0
    while index < pieces.count {
      let end = endOfWord(from: index)
      if let change = change(of: index..<end, from: cursor) { changes.append(change) }
      for piece in pieces[index..<end] { cursor = max(cursor, piece.end) }
      index = end
    }
    if cursor < range.upperBound {
      changes.append(
        Normalization(Replacement(range: cursor..<range.upperBound, text: ""), cause: .invisible))
    }
  }

  /// A blank is a word of its own.
  private func endOfWord(from start: Int) -> Int {
    var end = start + 1
    guard pieces[start].scalar > 0x20 else { return end }
    while end < pieces.count, pieces[end].scalar > 0x20 { end += 1 }
    return end
  }

  /// The change of a word, without the untouched signs around it.
  private func change(of word: Range<Int>, from cursor: Int) -> Normalization? {
    var touched: Range<Int>?
    var cause: NormalizationCause?
    var end = cursor
    for index in word {
      let hasGap = pieces[index].start > end
      end = max(end, pieces[index].end)
      guard pieces[index].cause != nil || hasGap else { continue }
      touched = (touched?.lowerBound ?? index)..<index + 1
      cause = cause ?? pieces[index].cause
    }
    guard let touched else { return nil }
    let wide = widened(touched, in: word)
    let start = wide.lowerBound == word.lowerBound ? cursor : pieces[wide.lowerBound - 1].end
    var text: [UInt8] = []
    for piece in pieces[wide] { UTF8Bytes.append(piece.scalar, to: &text) }
    let range = start..<max(start, pieces[wide].last?.end ?? start)
    return Normalization(
      Replacement(range: range, text: String(decoding: text, as: UTF8.self)), cause: cause ?? .invisible)
  }

  /// Takes the letters around a touched piece along, so that whole words are reported.
  private func widened(_ touched: Range<Int>, in word: Range<Int>) -> Range<Int> {
    var (low, high) = (touched.lowerBound, touched.upperBound)
    while low > word.lowerBound, VietLetter.isLetter(pieces[low - 1].scalar) { low -= 1 }
    while high < word.upperBound, VietLetter.isLetter(pieces[high].scalar) { high += 1 }
    return low..<high
  }
}

/// One change of normalisation and its cause.
public struct Normalization: Sendable, Equatable {
  /// What was replaced in the decoded text, and by what.
  public let replacement: Replacement
  /// Why.
  public let cause: NormalizationCause

  init(_ replacement: Replacement, cause: NormalizationCause) {
    self.replacement = replacement
    self.cause = cause
  }
}
