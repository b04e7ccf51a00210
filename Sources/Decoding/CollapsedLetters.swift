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
    guard !rules.isEmpty else { return [] }
    var isSeen = [Bool](repeating: false, count: Self.letterCount)
    for rule in rules { isSeen[Int(rule.seen)] = true }
    var (found, gain): ([Replacement], Float) = ([], 0)
    for line in text.lines
    where text.scalars[line].contains(where: {
      // All letters of the rules are u, or behind it.
      guard $0 >= 0x75 || $0 == 0x55 else { return false }
      let letter = Int(VietLetter.lowercased($0))
      return letter < isSeen.count && isSeen[letter]
    }) {
      let pieces = pieces(text.scalars, line, rules, isSeen)
      for window in Self.windows(pieces) {
        let (choices, more) = best(pieces, window, text.scalars)
        guard more > 0 else { continue }
        gain += more
        for (piece, choice) in zip(pieces[window], choices) where choice > 0 {
          let meant = Self.spelt(piece.others[choice - 1].letters, like: text.scalars[piece.range])
          found.append(Replacement(range: text.bytes(piece.range), text: string(meant)))
        }
      }
    }
    return gain >= Self.leastGain && Self.hasItsMarks(text.scalars) ? found : []
  }

  /// The rules that may have been at work: of the letters that each takes away, hardly any are left. O(length).
  private static func openRules(_ scalars: [UInt32]) -> [MistakenVNI.Rule] {
    let lowered = self.lowered
    var seen = [Int](repeating: 0, count: letterCount)
    for scalar in scalars where scalar < letterCount { seen[Int(lowered[Int(scalar)])] += 1 }
    let rules = MistakenVNI.rules.filter { seen[Int($0.seen)] > 0 }
    guard !rules.isEmpty else { return [] }
    var isFirst = [Bool](repeating: false, count: letterCount)
    for rule in rules { isFirst[Int(rule.meant[0])] = true }
    var left: [[UInt32]: Int] = [:]
    for index in scalars.indices where scalars[index] < letterCount {
      guard isFirst[Int(lowered[Int(scalars[index])])] else { continue }
      for rule in rules where stands(rule.meant, scalars, index) { left[rule.meant, default: 0] += 1 }
    }
    return rules.filter { (left[$0.meant] ?? 0) * mostDoubtful <= seen[Int($0.seen)] }
  }

  /// All letters of the rules are below this.
  private static let letterCount = 0x1F00
  /// The small letters of all scalars below.
  private static let lowered = (0..<UInt32(letterCount)).map { UInt16(VietLetter.lowercased($0)) }

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
          syllables += Syllable.isOne(scalars[index..<end]) ? 1 : 0
        }
      }
      index = end
    }
    return 2 * marked > words && 10 * syllables > 7 * words
  }

  private static func stands(_ letters: [UInt32], _ scalars: [UInt32], _ index: Int) -> Bool {
    guard index + letters.count <= scalars.count else { return false }
    for (offset, letter) in letters.enumerated()
    where VietLetter.lowercased(scalars[index + offset]) != letter { return false }
    return true
  }
}

extension CollapsedLetters {
  /// A word, number or sign of a line.
  private struct Piece {
    var range: Range<Int>
    /// What may be meant besides what stands there.
    var others: [(letters: [UInt32], word: WordID)] = []
  }

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    var choice: Int
    var before: Int
  }

  private func pieces(
    _ scalars: [UInt32], _ line: Range<Int>, _ rules: [MistakenVNI.Rule], _ isSeen: [Bool]
  ) -> [Piece] {
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
        pieces.append(Piece(range: index..<end, others: others(scalars[index..<end], rules, isSeen)))
      } else {
        let isNumber = ModelTokenizer.isDigit(first)
        while isNumber, end < line.upperBound, ModelTokenizer.isDigit(scalars[end]) { end += 1 }
        pieces.append(Piece(range: index..<end))
      }
      index = end
    }
    return pieces
  }

  /// What stands at a piece.
  private func word(_ piece: Piece, _ scalars: [UInt32]) -> WordID {
    let first = scalars[piece.range.lowerBound]
    if VietLetter.isLetter(first) { return words.id(scalars[piece.range]) }
    return ModelTokenizer.isDigit(first) ? .number : words.markID(first)
  }

  /// The stretches in which anything else may be meant, each with as many words behind it as a word bears on.
  private static func windows(_ pieces: [Piece]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    for place in pieces.indices where !pieces[place].others.isEmpty {
      let end = min(place + 1 + reach, pieces.count)
      if let last = windows.last, place <= last.upperBound {
        windows[windows.count - 1] = last.lowerBound..<end
      } else {
        windows.append(place..<end)
      }
    }
    return windows
  }

  /// A word bears on the probabilities of so many behind it.
  private static let reach = 3

  /// The words that the rules make look like one.
  private func others(
    _ seen: ArraySlice<UInt32>, _ rules: [MistakenVNI.Rule], _ isSeen: [Bool]
  ) -> [(letters: [UInt32], word: WordID)] {
    guard seen.count > 1, seen.count < Syllable.longest else { return [] }
    var found: [(letters: [UInt32], word: WordID)] = []
    for (place, letter) in seen.enumerated() {
      let letter = VietLetter.lowercased(letter)
      guard letter < isSeen.count, isSeen[Int(letter)] else { continue }
      for rule in rules where rule.seen == letter {
        let word = seen.map(VietLetter.lowercased)
        let meant = Array(word[..<place]) + rule.meant + Array(word[(place + 1)...])
        guard Syllable.parse(meant) != nil else { continue }
        let id = words.id(meant[...])
        if id != .unknownWord { found.append((meant, id)) }
      }
    }
    return found
  }

  /// The likeliest reading of each piece of a window (0 is what stands there), and how much likelier than what stands
  /// the line is by them, log10. O(pieces).
  private func best(
    _ pieces: [Piece], _ window: Range<Int>, _ scalars: [UInt32]
  ) -> (choices: [Int], gain: Float) {
    var (state, plain) = (opening(pieces, window.lowerBound, scalars), Float(0))
    var columns = [[Hypothesis(state: state, score: 0, choice: 0, before: 0)]]
    for piece in pieces[window] {
      let own = word(piece, scalars)
      var column: [Hypothesis] = []
      for choice in 0...piece.others.count {
        let word = choice == 0 ? own : piece.others[choice - 1].word
        for (number, before) in columns[columns.count - 1].enumerated() {
          var next = Hypothesis(state: .empty, score: before.score, choice: choice, before: number)
          next.score += score(word, before.state, &next.state) - (choice > 0 ? Self.changeCost : 0)
          column.append(next)
        }
      }
      columns.append(Array(column.sorted { $0.score > $1.score }.prefix(Self.width)))
      var next = NgramState.empty
      plain += score(own, state, &next)
      state = next
    }
    var choices = [Int](repeating: 0, count: window.count)
    var number = 0
    for place in choices.indices.reversed() {
      let hypothesis = columns[place + 1][number]
      (choices[place], number) = (hypothesis.choice, hypothesis.before)
    }
    return (choices, columns[columns.count - 1][0].score - plain)
  }

  /// The state of the language model before the piece at `place`.
  private func opening(_ pieces: [Piece], _ place: Int, _ scalars: [UInt32]) -> NgramState {
    var state = place > Self.reach ? NgramState.empty : .lineStart
    for piece in pieces[max(0, place - Self.reach)..<place] {
      var next = NgramState.empty
      _ = score(word(piece, scalars), state, &next)
      state = next
    }
    return state
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
