import NgramModel
import VietText

/// Text that a converter took for VNI, so that letters ran together: `hồn thành`, `thanh tốn`, `tun truyền`.
///
/// What stands there is a syllable as often as not, so the words around decide. A converter spares none: where letters
/// of a rule still stand in the text, it is off.
struct CollapsedLetters {
  let language: NgramModel
  let words: WordIndex

  /// How much likelier, log10, a text must be with the letters that were meant.
  private static let leastGain: Float = 3
  /// What each word costs that is taken for another, log10.
  private static let changeCost: Float = 0.7
  /// How many readings are followed.
  private static let width = 4
  /// How many places may be doubtful for each one where letters of the rule still stand.
  private static let mostDoubtful = 4

  /// The changes that write what was meant, in order, as UTF-8 ranges of `text`. O(length).
  func replacements(in text: SourceText) -> [Replacement] {
    let rules = Self.openRules(text.scalars)
    guard !rules.isEmpty, Self.hasItsMarks(text.scalars) else { return [] }
    var (found, gain): ([Replacement], Float) = ([], 0)
    for line in text.lines {
      let pieces = pieces(text.scalars, line, rules)
      guard pieces.contains(where: { $0.readings.count > 1 }) else { continue }
      let (choices, more) = best(pieces)
      guard more > 0 else { continue }
      gain += more
      for (piece, choice) in zip(pieces, choices) where choice > 0 {
        let meant = Self.spelt(piece.readings[choice].letters, like: text.scalars[piece.range])
        found.append(Replacement(range: text.bytes(piece.range), text: string(meant)))
      }
    }
    return gain >= Self.leastGain ? found : []
  }

  /// The rules that may have been at work: of the letters that each takes away, hardly any are left. O(length).
  private static func openRules(_ scalars: [UInt32]) -> [MistakenVNI.Rule] {
    var (seen, left) = ([UInt32: Int](), [[UInt32]: Int]())
    for index in scalars.indices where scalars[index] >= 0x75 || scalars[index] == 0x55 {
      let letter = VietLetter.lowercased(scalars[index])
      seen[letter, default: 0] += 1
    }
    let rules = MistakenVNI.rules.filter { seen[$0.seen] != nil }
    guard !rules.isEmpty else { return [] }
    let firsts = Set(rules.map { $0.meant[0] })
    for index in scalars.indices {
      guard firsts.contains(VietLetter.lowercased(scalars[index])) else { continue }
      for rule in rules where stands(rule.meant, scalars, index) { left[rule.meant, default: 0] += 1 }
    }
    return rules.filter { (left[$0.meant] ?? 0) * mostDoubtful <= seen[$0.seen] ?? 0 }
  }

  /// Whether the words of a text are syllables and have their marks: what an engine misread, or what lost its marks, no
  /// converter spoilt. O(length).
  private static func hasItsMarks(_ scalars: [UInt32]) -> Bool {
    var (words, syllables, marked, index) = (0, 0, 0, 0)
    while index < scalars.count {
      guard VietLetter.isLetter(scalars[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < scalars.count, VietLetter.isLetter(scalars[end]) { end += 1 }
      if end - index > 1 {
        words += 1
        marked += scalars[index..<end].contains(where: VietLetter.isMarked) ? 1 : 0
        if end - index <= Syllable.longest {
          syllables += Syllable.parse(scalars[index..<end].map(VietLetter.lowercased)) != nil ? 1 : 0
        }
      }
      index = end
    }
    return 2 * marked > words && 10 * syllables > 7 * words
  }

  private static func stands(_ letters: [UInt32], _ scalars: [UInt32], _ index: Int) -> Bool {
    guard index + letters.count <= scalars.count else { return false }
    return letters.indices.allSatisfy { VietLetter.lowercased(scalars[index + $0]) == letters[$0] }
  }
}

extension CollapsedLetters {
  /// A word, number or sign of a line.
  private struct Piece {
    var range: Range<Int>
    /// What may be meant: first what stands there.
    var readings: [(letters: [UInt32], word: WordID)]
  }

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    var choice: Int
    var before: Int
  }

  private func pieces(_ scalars: [UInt32], _ line: Range<Int>, _ rules: [MistakenVNI.Rule]) -> [Piece] {
    var pieces: [Piece] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let first = scalars[index]
      guard !ModelTokenizer.isBlank(first) else {
        index += 1
        continue
      }
      var end = index + 1
      if VietLetter.isLetter(first) {
        while end < line.upperBound, VietLetter.isLetter(scalars[end]) { end += 1 }
        pieces.append(Piece(range: index..<end, readings: readings(scalars[index..<end], rules)))
      } else {
        let isNumber = ModelTokenizer.isDigit(first)
        while isNumber, end < line.upperBound, ModelTokenizer.isDigit(scalars[end]) { end += 1 }
        let word = isNumber ? WordID.number : words.markID(first)
        pieces.append(Piece(range: index..<end, readings: [([], word)]))
      }
      index = end
    }
    return pieces
  }

  /// The word as it stands, and those that the rules make look like it.
  private func readings(_ seen: ArraySlice<UInt32>, _ rules: [MistakenVNI.Rule])
    -> [(letters: [UInt32], word: WordID)]
  {
    let own = words.id(seen)
    var found: [(letters: [UInt32], word: WordID)] = [([], own)]
    guard seen.count > 1, seen.count < Syllable.longest else { return found }
    let word = seen.map(VietLetter.lowercased)
    for (place, letter) in word.enumerated() {
      for rule in rules where rule.seen == letter {
        let meant = Array(word[..<place]) + rule.meant + Array(word[(place + 1)...])
        guard Syllable.parse(meant) != nil else { continue }
        let id = words.id(meant[...])
        if id != .unknownWord { found.append((meant, id)) }
      }
    }
    return found
  }

  /// The likeliest reading of each piece, and how much likelier than what stands the line is by them, log10. O(pieces).
  private func best(_ pieces: [Piece]) -> (choices: [Int], gain: Float) {
    var columns = [[Hypothesis(state: .lineStart, score: 0, choice: 0, before: 0)]]
    var (state, plain) = (NgramState.lineStart, Float(0))
    for piece in pieces {
      var column: [Hypothesis] = []
      for (choice, reading) in piece.readings.enumerated() {
        for (number, before) in columns[columns.count - 1].enumerated() {
          var next = Hypothesis(state: .empty, score: before.score, choice: choice, before: number)
          next.score += score(reading.word, before.state, &next.state) - (choice > 0 ? Self.changeCost : 0)
          column.append(next)
        }
      }
      columns.append(Array(column.sorted { $0.score > $1.score }.prefix(Self.width)))
      var next = NgramState.empty
      plain += score(piece.readings[0].word, state, &next)
      state = next
    }
    var choices = [Int](repeating: 0, count: pieces.count)
    var number = 0
    for place in pieces.indices.reversed() {
      let hypothesis = columns[place + 1][number]
      (choices[place], number) = (hypothesis.choice, hypothesis.before)
    }
    return (choices, columns[columns.count - 1][0].score - plain)
  }

  /// Log10 probability of a word; what the vocabulary lacks breaks the phrase.
  private func score(_ word: WordID, _ state: NgramState, _ next: inout NgramState) -> Float {
    guard word != .unknownWord else {
      next = .empty
      return -6
    }
    return language.score(state, word, &next)
  }

  /// `meant` in the case of what stands there.
  private static func spelt(_ meant: [UInt32], like seen: ArraySlice<UInt32>) -> [UInt32] {
    guard let first = seen.first, VietLetter.isUppercase(first) else { return meant }
    let isUpper = seen.allSatisfy(VietLetter.isUppercase)
    return meant.enumerated().map {
      isUpper || $0.offset == 0 ? VietLetter.uppercased($0.element) : $0.element
    }
  }
}

extension DecoderModels {
  /// What writes the letters of `text` that a converter ran together, in order, as changes of it. O(length).
  package func collapsedLetters(in text: SourceText) -> [Replacement] {
    CollapsedLetters(language: language, words: words).replacements(in: text)
  }
}
