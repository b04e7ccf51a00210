/// What the keys of an input method do to the letters before them.
struct KeystrokeMethod: Sendable {
  enum Action: Sendable {
    case tone(VietLetter.ToneIndex)
    /// Circumflex on the last vowel that takes one.
    case circumflex
    case horn
    case breve
    /// Telex w: breve on a, horn on o and u.
    case hornOrBreve
    case stroke
    /// A letter that doubles the one before it: aa ee oo dd.
    case double
  }

  static let telex = KeystrokeMethod([
    "s": .tone(4), "f": .tone(1), "r": .tone(2), "x": .tone(3), "j": .tone(5), "w": .hornOrBreve,
    "a": .double, "e": .double, "o": .double, "d": .double,
  ])
  static let vni = KeystrokeMethod([
    "1": .tone(4), "2": .tone(1), "3": .tone(2), "4": .tone(3), "5": .tone(5), "6": .circumflex, "7": .horn,
    "8": .breve, "9": .stroke,
  ])
  static let viqr = KeystrokeMethod(
    marksFollowVowels: true,
    [
      "'": .tone(4), "`": .tone(1), "?": .tone(2), "~": .tone(3), ".": .tone(5), "^": .circumflex, "+": .horn,
      "*": .horn, "(": .breve, "d": .double,
    ])

  private var actions = [Action?](repeating: nil, count: 128)
  /// VIQR: a mark stands right after its vowel; elsewhere the sign is punctuation.
  let marksFollowVowels: Bool

  private init(marksFollowVowels: Bool = false, _ keys: [Character: Action]) {
    self.marksFollowVowels = marksFollowVowels
    for (key, action) in keys {
      if let value = key.asciiValue { actions[Int(value)] = action }
    }
  }

  /// What `scalar` does, nil for a plain letter.
  @inline(__always)
  func action(_ scalar: UInt32) -> Action? { scalar < 128 ? actions[Int(scalar)] : nil }

  /// Whether the key is no letter, as in VNI and VIQR.
  func isMark(_ scalar: UInt32) -> Bool {
    guard scalar < 128, actions[Int(scalar)] != nil else { return false }
    return scalar &- 97 >= 26
  }
}

/// A word typed with the keys of an input method that was switched off.
struct KeystrokeWord {
  /// Letters with shape, lower case, without tone.
  private(set) var letters: [UInt32] = []
  private var isUpper: [Bool] = []
  private(set) var tone: VietLetter.ToneIndex = 0
  /// Whether any key was taken for a mark.
  private(set) var hasKeys = false
  /// Whether a key gave a letter its shape (â, ơ, đ): rarer in other languages than a tone key.
  private(set) var hasShapeKey = false
  private var isBroken = false

  /// Plays the keys of `word`.
  init(_ word: UnsafeBufferPointer<UInt32>, method: KeystrokeMethod) {
    for index in 0..<word.count {
      let lower = VietLetter.lowercased(word[index])
      let isLetterKey = lower &- 97 < 26
      let isPlaced = !method.marksFollowVowels || isLetterKey || letters.last.map(VietLetter.isVowel) ?? false
      if isPlaced, let action = method.action(lower), play(action, lower) { continue }
      if !isLetterKey { isBroken = true }
      letters.append(lower)
      isUpper.append(lower != word[index])
    }
  }

  /// The word that the keys mean, or nil when it is none.
  func composed() -> [UInt32]? {
    guard !isBroken, hasKeys, !isLabel, let place = tonePlace() else { return nil }
    return letters.indices.map { index in
      let letter = index == place && tone > 0 ? VietLetter.withTone(letters[index], tone) : letters[index]
      return isUpper[index] ? VietLetter.uppercased(letter) : letter
    }
  }

  /// `A1`, `B2`: labels, not letters with a tone.
  private var isLabel: Bool {
    letters.count == 1 && isUpper[0] && VietLetter.isVowel(letters[0]) && !(hasShapeKey && tone > 0)
  }

  /// Where the tone goes; abbreviations with đ (`NĐ`) have none.
  private func tonePlace() -> Int? {
    if tone == 0, hasShapeKey, letters.count <= 6, !letters.contains(where: VietLetter.isVowel) { return 0 }
    guard tone > 0 else { return Syllable.parse(letters)?.olderToneIndex }
    guard let vowel = letters.firstIndex(where: VietLetter.isVowel) else { return nil }
    var toned = letters
    toned[vowel] = VietLetter.withTone(letters[vowel], tone)
    return Syllable.parse(toned, anyTonePlace: true)?.olderToneIndex
  }

  /// Does what the key says; false when it is a plain letter here.
  private mutating func play(_ action: KeystrokeMethod.Action, _ key: UInt32) -> Bool {
    let isDone: Bool
    switch action {
    case .tone(let index):
      guard tone == 0, letters.contains(where: VietLetter.isVowel) else { return false }
      tone = index
      hasKeys = true
      return true
    case .circumflex: isDone = reshape([0x61: 0xE2, 0x65: 0xEA, 0x6F: 0xF4])
    case .breve: isDone = reshape([0x61: 0x103])
    case .horn: isDone = addHorn()
    case .hornOrBreve: isDone = addHornOrBreve()
    case .stroke: isDone = reshape([0x64: 0x111])
    case .double: isDone = double(key)
    }
    if isDone { (hasKeys, hasShapeKey) = (true, true) }
    return isDone
  }

  /// Changes the last letter that the table knows.
  private mutating func reshape(_ table: [UInt32: UInt32]) -> Bool {
    guard let index = letters.lastIndex(where: { table[$0] != nil }), let letter = table[letters[index]]
    else { return false }
    letters[index] = letter
    return true
  }

  /// Horn on uo together, else on the last o or u.
  private mutating func addHorn() -> Bool {
    guard let index = letters.lastIndex(where: { $0 == 0x6F || $0 == 0x75 }) else { return false }
    let isPair =
      letters[index] == 0x6F && index > 0 && (letters[index - 1] == 0x75 || letters[index - 1] == 0x1B0)
    if isPair, !(index > 1 && letters[index - 2] == 0x71) { letters[index - 1] = 0x1B0 }
    letters[index] = letters[index] == 0x6F ? 0x1A1 : 0x1B0
    return true
  }

  /// Telex w: ă after a (`hoawcj`), but ưa after ua (`muaw`).
  private mutating func addHornOrBreve() -> Bool {
    guard let index = letters.lastIndex(where: { $0 == 0x61 || $0 == 0x6F || $0 == 0x75 }) else {
      return false
    }
    guard letters[index] == 0x61 else { return addHorn() }
    let isHorn = index > 0 && letters[index - 1] == 0x75 && !(index > 1 && letters[index - 2] == 0x71)
    letters[isHorn ? index - 1 : index] = isHorn ? 0x1B0 : 0x103
    return true
  }

  /// aa ee oo dd; only beside each other, except that a tone key may stand between.
  private mutating func double(_ key: UInt32) -> Bool {
    guard letters.last == key, key != 0x64 || !letters.contains(where: VietLetter.isVowel) else {
      return false
    }
    let shaped: [UInt32: UInt32] = [0x61: 0xE2, 0x65: 0xEA, 0x6F: 0xF4, 0x64: 0x111]
    letters[letters.count - 1] = shaped[key] ?? key
    return true
  }
}

extension KeystrokeWord {
  /// Converts the runs of keys in a blank-delimited word; runs that make no syllable stay.
  static func convert(
    _ word: UnsafeBufferPointer<UInt32>, method: KeystrokeMethod, endsSentence: Bool,
    into result: inout [ConvertedScalar]
  ) {
    var index = 0
    while index < word.count {
      let end = endOfRun(word, from: index, method: method)
      if end > index, let (length, letters) = longest(word, index..<end, method, endsSentence) {
        for letter in letters {
          result.append(ConvertedScalar(scalar: letter, from: index, to: index + length))
        }
        index += length
        continue
      }
      for plain in index..<max(end, index + 1) {
        result.append(ConvertedScalar(scalar: word[plain], from: plain, to: plain + 1))
      }
      index = max(end, index + 1)
    }
  }

  /// The end of the letters, digits and marks that begin with a letter at `start`.
  static func endOfRun(_ word: UnsafeBufferPointer<UInt32>, from start: Int, method: KeystrokeMethod) -> Int {
    guard start < word.count, (word[start] | 32) &- 97 < 26 else { return start }
    var end = start + 1
    // Digits belong to the run even where they are no keys: letters between them are no word.
    while end < word.count,
      (word[end] | 32) &- 97 < 26 || word[end] &- 48 < 10 || method.isMark(word[end])
    { end += 1 }
    return end
  }

  /// The run as one word; VIQR marks at its end may be punctuation, so shorter readings are tried.
  private static func longest(
    _ word: UnsafeBufferPointer<UInt32>, _ run: Range<Int>, _ method: KeystrokeMethod, _ endsSentence: Bool
  ) -> (Int, [UInt32])? {
    var end = run.upperBound
    while end > run.lowerBound, end - run.lowerBound <= 12 {
      let last = word[end - 1]
      let isPunctuation = endsSentence && end == word.count && last == 0x2E
      if !isPunctuation {
        let keys = UnsafeBufferPointer(rebasing: word[run.lowerBound..<end])
        if let letters = KeystrokeWord(keys, method: method).composed() {
          return (end - run.lowerBound, letters)
        }
      }
      guard method.marksFollowVowels, method.isMark(last) else { return nil }
      end -= 1
    }
    return nil
  }
}
