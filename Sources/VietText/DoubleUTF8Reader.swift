/// Reads the scalars of a line as bytes of UTF-8, some of which may be lost.
struct DoubleUTF8Reader {
  /// A letter that the scalars from a place may stand for.
  private struct Option {
    var scalar: UInt32
    var length: Int
    /// In bits.
    var cost: Int
  }

  private let line: [UInt32]
  /// Whether control codes were dropped as well, and not only the bytes that code page 1252 leaves open.
  private let losesControls: Bool
  /// Whether most letters are capitals, as far as they are sure.
  private let isUpper: Bool
  private(set) var result: [ConvertedScalar] = []
  private var hasFound = false
  /// How many more readings of the piece at hand are tried.
  private var trials = 0
  private var best: (score: Int, path: [ConvertedScalar]) = (.min, [])

  init(_ line: [UInt32]) {
    self.line = line
    let capitals = line.count { $0 &- 65 < 26 }
    isUpper = capitals > line.count { $0 &- 97 < 26 }
    losesControls = !line.contains { $0 >= 0x100 && CodePage.westernByte($0) != nil || $0 &- 0x80 < 0x20 }
  }

  /// Reads the line; false when nothing in it is UTF-8 read twice.
  mutating func read() -> Bool {
    var index = 0
    while index < line.count {
      if isBlank(index) {
        result.append(ConvertedScalar(scalar: line[index], from: index, to: index + 1))
        index += 1
        continue
      }
      let end = endOfPiece(from: index)
      readPiece(index..<end)
      index = end
    }
    return hasFound
  }

  private func isBlank(_ index: Int) -> Bool { isASCIIBlank(line[index]) }

  /// A piece ends at a blank that can be no byte of a letter.
  private func endOfPiece(from start: Int) -> Int {
    var end = start + 1
    while end < line.count, end - start < 48 {
      if isBlank(end), !takesBlank(end) { break }
      end += 1
    }
    return end
  }

  /// Whether the blank at `index` may be the no-break space that is the last byte of a letter.
  private func takesBlank(_ index: Int) -> Bool {
    guard line[index] == 0x20, index > 0 else { return false }
    switch line[index - 1] {
    case 0xC2, 0xC3, 0xC6: return true
    case 0xBA, 0xBB: return index > 1 && line[index - 2] == 0xE1
    default: return false
    }
  }

  private mutating func readPiece(_ piece: Range<Int>) {
    let leads = piece.count { line[$0] &- 0xC2 < 0x33 }
    guard leads > 0 else {
      for index in piece { result.append(ConvertedScalar(scalar: line[index], from: index, to: index + 1)) }
      return
    }
    trials = 400
    best = (.min, [])
    var path: [ConvertedScalar] = []
    extend(piece.lowerBound, piece.upperBound, 0, &path)
    if best.path.contains(where: { $0.to > $0.from + 1 || $0.scalar != line[$0.from] }) { hasFound = true }
    result += best.path
  }

  private mutating func extend(_ index: Int, _ end: Int, _ cost: Int, _ path: inout [ConvertedScalar]) {
    guard index < end else {
      trials -= 1
      let score = score(path) - cost
      if score > best.score { best = (score, path) }
      return
    }
    for option in options(index, end) {
      path.append(ConvertedScalar(scalar: option.scalar, from: index, to: index + option.length))
      extend(index + option.length, end, cost + option.cost, &path)
      path.removeLast()
      // The first reading is always finished.
      if trials <= 0 { return }
    }
  }

  /// What may stand at `index`, the likeliest first.
  private func options(_ index: Int, _ end: Int) -> [Option] {
    let lead = line[index]
    let asItIs = Option(scalar: lead, length: 1, cost: lead &- 0xC2 < 0x33 ? 8 : 0)
    guard lead &- 0xC2 < 0x33 else { return [asItIs] }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07
    for offset in 1..<length - 1 {
      guard let byte = byte(index + offset, end) else { return [asItIs] }
      value = value << 6 | byte & 0x3F
    }
    let last = index + length - 1
    if let byte = byte(last, end) {
      value = value << 6 | byte & 0x3F
      let isShortest = value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
      if isShortest, Unicode.Scalar(value) != nil { return [Option(scalar: value, length: length, cost: 0)] }
      return [asItIs]
    }
    var options = lost(value, at: last, end, length)
    options.append(asItIs)
    return options
  }

  private func byte(_ index: Int, _ end: Int) -> UInt32? {
    guard index < end, let byte = CodePage.westernByte(line[index]), byte & 0xC0 == 0x80 else { return nil }
    return UInt32(byte)
  }

  /// The letters whose last byte was lost or changed; `head` holds the bits before it.
  private func lost(_ head: UInt32, at last: Int, _ end: Int, _ length: Int) -> [Option] {
    var options: [Option] = []
    let next = last < end ? line[last] : 0
    for byte in UInt32(0x80)..<0xC0 {
      let scalar = head << 6 | byte & 0x3F
      guard VietLetter.isMarked(scalar) || (0x2013...0x2026).contains(scalar) || scalar == 0xA0 else {
        continue
      }
      if Self.plain(byte) == next, next != 0 {
        options.append(Option(scalar: scalar, length: length, cost: 1))
      }
      if byte == 0xA0 || byte == 0xAD {
        options.append(Option(scalar: scalar, length: length - 1, cost: 4))
      } else if byte < 0xA0, losesControls || CodePage.windows1252.defines[Int(byte)] == false {
        options.append(Option(scalar: scalar, length: length - 1, cost: 2))
      }
    }
    return options
  }

  /// The sign of a typewriter that an editor puts for the sign of code page 1252 with this byte, or 0.
  private static func plain(_ byte: UInt32) -> UInt32 {
    switch byte {
    case 0x91, 0x92: 0x27
    case 0x93, 0x94: 0x22
    case 0x96, 0x97, 0xAD: 0x2D
    case 0x82: 0x2C
    case 0x88: 0x5E
    case 0x98: 0x7E
    case 0x8B: 0x3C
    case 0x9B: 0x3E
    case 0xA0: 0x20
    default: 0
    }
  }

  /// How likely a reading is, in bits: the words that it makes, and their capitals.
  private func score(_ path: [ConvertedScalar]) -> Int {
    var sum = 0
    var index = 0
    while index < path.count {
      var end = index
      while end < path.count, VietLetter.isLetter(path[end].scalar) { end += 1 }
      if end > index { sum += score(path[index..<end].map(\.scalar)) }
      index = max(end, index + 1)
    }
    return sum
  }

  private func score(_ word: [UInt32]) -> Int {
    let small = word.map(VietLetter.lowercased)
    if small.allSatisfy({ $0 < 0x80 }) { return Syllable.parse(small) == nil ? -20 : -12 }
    var sum = SyllableWeights.shared.weight(small).map { $0 - 24 } ?? -40
    // A word is in capitals as its line is, or has one at its head at most.
    let capitals = word.dropFirst().count(where: VietLetter.isUppercase)
    if isUpper ? capitals < word.count - 1 : capitals > 0 { sum -= 10 }
    if VietLetter.isUppercase(word[0]) != isUpper { sum -= 1 }
    return sum
  }
}
