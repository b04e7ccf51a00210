import VietText

/// The spelling of what a signature block holds: authorities and titles by the tables, names by their letters.
struct SignerSpelling {
  let view: DocumentView

  /// The words of an authority or title as the tables spell them, without the marks at their ends; `KT.BỘ` apart.
  func spelled(_ ranges: [Range<Int>], _ pieces: [Range<Int>]) -> String? {
    guard !ranges.isEmpty else { return nil }
    if !view.reading.isNoisy {
      return view.text(pieces)
    }
    let spelling = Spelling(reading: view.reading, tables: view.tables)
    var text = pieces.map { bent($0) ?? spelling.text($0) }.joined(separator: " ")
    text = String(text.drop { !$0.isLetter })
    while let last = text.last, !last.isLetter, !last.isNumber, last != ")" { text.removeLast() }
    for mark in ["TM", "TL", "KT", "TUQ"] where text.hasPrefix(mark + ", ") {
      text = mark + ". " + text.dropFirst(mark.count + 2)
    }
    for body in ["BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "ĐẢNG ỦY", "CHI BỘ"] where text.hasPrefix("TM " + body) {
      text = "T/M " + text.dropFirst(3)
    }
    if ["KIT ", "KÍT ", "KLT ", "KFT "].contains(where: text.hasPrefix) {
      text = "K/T" + text.dropFirst(3)
    }
    for mark in ["KT", "TM", "TL"] where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count)
      if let next = rest.first, next == "." || next == ",", rest.dropFirst().first?.isLetter == true {
        return mark + ". " + rest.dropFirst()
      }
    }
    return text
  }

  /// A title that lost a letter as the tables spell it, with the authority before it: `K/T THƯỜNG BAN`.
  private func bent(_ piece: Range<Int>) -> String? {
    let length = view.shapes.authorityLength(at: piece.lowerBound, limit: piece.upperBound) ?? 0
    let rest = piece.lowerBound + length..<piece.upperBound
    guard rest.count >= 2, view.shapes.titleCapsEnd(at: rest.lowerBound, limit: rest.upperBound) == nil,
      view.tables.bodyPhrases.match(view.reading, at: rest.lowerBound, limit: rest.upperBound) == nil,
      let row = view.shapes.bentTitle(rest)
    else { return nil }
    let mark = (piece.lowerBound..<rest.lowerBound).map {
      view.reading.text.string(view.reading.words[$0].range)
    }
    return (mark + [view.tables.titleNames[row].uppercased()]).joined(separator: " ")
  }

  /// The words of a name without marks around them; a first word that is no family name becomes the only one with
  /// the same bare letters.
  func fullName(_ words: Range<Int>) -> String {
    var names = names(words)
    if view.reading.isNoisy, let first = names.first, let family = family(spelt: first) { names[0] = family }
    return names.joined(separator: " ")
  }

  /// The words one by one. Names are what a language model knows least: on a page that an engine for Vietnamese
  /// read they stay as they stand.
  private func names(_ words: Range<Int>) -> [String] {
    words.filter { !view.reading.words[$0].isEmpty }.map {
      view.reading.isBadlyRead ? view.reading.text.string(view.reading.words[$0].core) : asRead($0)
    }
  }

  /// A word as the input has it.
  private func asRead(_ index: Int) -> String {
    var core = view.reading.words[index].core
    // `H' Wen`
    if core.count <= Self.longestInitial, core.upperBound < view.reading.words[index].range.upperBound,
      Self.apostrophes.contains(view.reading.text.scalars[core.upperBound])
    {
      core = core.lowerBound..<core.upperBound + 1
    }
    let own = view.reading.text.string(core)
    let input = view.reading.locator.cut(view.reading.aligned.sourceRange(of: view.reading.text.bytes(core)))
    let letters = input.unicodeScalars.map { VietLetter.lowercased($0.value) }
    let isSyllable = letters.count <= Syllable.longest && Syllable.parse(letters, anyTonePlace: true) != nil
    return isSyllable && WordKey.folding(input) == view.reading.words[index].key ? input : own
  }

  private static let apostrophes: Set<UInt32> = [0x27, 0x2019]
  /// Letters before such an apostrophe.
  private static let longestInitial = 2

  /// The family name that a word with other marks is; nil if it is one, or there are none or several.
  private func family(spelt word: String) -> String? {
    guard word.first?.isUppercase == true, word.dropFirst().allSatisfy(\.isLowercase),
      word != "Thị", !view.tables.familyNames.contains(word)
    else { return nil }
    return view.tables.familyOfLetters[WordKey.folding(word)]
  }

  /// The words of a name, or nil if it is known to be half hidden: a wrong name is worse than none.
  ///
  /// `piece` is what stands on its line. Họ tên is printed with a capital on every word, so that a word without one
  /// is what a seal left of another; and two words behind such a rest are hardly a whole name.
  func legible(_ words: Range<Int>, in piece: Range<Int>) -> String? {
    let name = words.filter { !view.reading.words[$0].isEmpty }
    guard name.allSatisfy({ view.reading.words[$0].shape.contains(.capital) }) else { return nil }
    let rest = piece.lowerBound..<max(piece.lowerBound, words.lowerBound)
    let hidesFamily = rest.contains { !view.reading.words[$0].isEmpty }
    return hidesFamily && name.count < 3 ? nil : fullName(words)
  }

  /// Whether a block without a name needed more than one letter or mark put right to be what it is read as.
  ///
  /// Such a block lies under the seal: lines that agree only in part with what is printed in signature blocks may
  /// as well be others. One misread letter is no more than a misreading.
  func isDamaged(_ authorities: [([Range<Int>], String)], _ titles: [Range<Int>], _ title: String) -> Bool {
    var edits = authorities.reduce(0) { $0 + corrections($1.0, $1.1) }
    if !titles.isEmpty { edits += corrections(titles, title) }
    return edits > 1
  }

  /// How many bare letters, blanks and marks the input has otherwise than a value.
  private func corrections(_ pieces: [Range<Int>], _ value: String) -> Int {
    let raw = pieces.map { piece in
      let bytes = view.reading.text.bytes(view.scalars(piece))
      return view.reading.locator.cut(view.reading.aligned.sourceRange(of: bytes))
    }
    return EditDistance.between(Self.bare(raw.joined(separator: " ")), Self.bare(value))
  }

  /// Folded, with single blanks, without marks at the ends.
  private static func bare(_ text: String) -> [UInt8] {
    let folded = Folding.fold(text).split { $0 == Folding.blank || $0 == Folding.newline }
      .joined(separator: [Folding.blank])
    let isCore = { (byte: UInt8) in Folding.isLetter(byte) || Folding.isDigit(byte) }
    return Array(Array(folded.drop { !isCore($0) }.reversed()).drop { !isCore($0) }.reversed())
  }

  /// `Nô ø Văn Thụy`: a family name of which the only one with these first or last letters is left.
  func withFamily(_ words: Range<Int>) -> String? {
    guard view.reading.isNoisy else { return nil }
    let first = lineStart(words.lowerBound)
    let core = view.reading.text.string(view.reading.words[first].core)
    guard !core.isEmpty, !view.tables.familyNames.contains(core), words.upperBound - first <= 5 else {
      return nil
    }
    let start = (first + 1..<words.upperBound).first { view.reading.words[$0].core.count >= 2 } ?? first + 1
    guard words.upperBound - start >= 2,
      (start..<words.upperBound).allSatisfy({ view.reading.words[$0].shape.contains(.capital) }),
      let family = family(like: core)
    else { return nil }
    return ([family] + names(start..<words.upperBound)).joined(separator: " ")
  }

  /// The first word of the line, at most three words back.
  private func lineStart(_ index: Int) -> Int {
    var first = index
    while first > 0, index - first < 3 {
      let gap = Int(view.reading.words[first - 1].end)..<Int(view.reading.words[first].start)
      if view.reading.text.folded[gap].contains(Folding.newline) { break }
      first -= 1
    }
    return first
  }

  private func family(like rest: String) -> String? {
    let letters = rest.lowercased()
    guard letters.count >= 2 else { return nil }
    let isHead = rest.first?.isUppercase == true
    let names = view.tables.familyNames.filter { name in
      let whole = name.lowercased()
      return isHead
        ? whole.count - letters.count <= 2 && whole.hasPrefix(letters)
        : whole.count - letters.count == 1 && whole.hasSuffix(letters)
    }
    return names.count == 1 ? names.first : nil
  }
}
