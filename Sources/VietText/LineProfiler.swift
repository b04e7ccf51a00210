/// Cuts text into lines and tells at a glance which of them later steps must look at.
///
/// One pass over the bytes of valid UTF-8. Very long lines are cut at a blank, so that work on a line is bounded.
struct LineProfiler {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line = LineProfile(range: 0..<0)
  private var wordStart = 0
  private var wordHasMark = false
  private(set) var lines: [LineProfile] = []

  /// Lines longer than this are cut at the next blank, or at twice this length.
  private static let longest = 1 << 15

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lines.reserveCapacity(bytes.count / 64 + 1)
  }

  /// The profiles of all lines.
  static func profiles(_ bytes: UnsafeBufferPointer<UInt8>) -> [LineProfile] {
    var profiler = LineProfiler(bytes)
    profiler.run()
    return profiler.lines
  }

  private mutating func run() {
    var index = 0
    var start = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        index += lookAtWide(index, byte)
        continue
      }
      let kind = Self.kinds[Int(byte)]
      if kind == .letter {
        line.ascii += 1
        if index > 0 { countLetterKey(byte, after: bytes[index - 1]) }
      } else {
        endWord(index)
        if kind == .mark, index > 0, Self.kinds[Int(bytes[index - 1] & 0x7F)] == .letter { line.keys += 1 }
        if kind == .control { line.hasControl = true }
        wordStart = index + 1
      }
      index += 1
      let length = index - start
      if byte == 0x0A || (length > Self.longest && byte == 0x20) || length > 2 * Self.longest {
        endLine(start..<(byte == 0x0A ? index - 1 : index))
        start = index
      }
    }
    endWord(index)
    if start < index { endLine(start..<index) }
  }

  private mutating func endLine(_ range: Range<Int>) {
    line.range = range
    lines.append(line)
    line = LineProfile(range: 0..<0)
  }

  @inline(__always)
  private mutating func countLetterKey(_ byte: UInt8, after previous: UInt8) {
    switch byte | 0x20 {
    case 0x77, 0x6A, 0x78, 0x66: line.keys += 1
    case 0x61, 0x65, 0x6F, 0x64: if previous | 0x20 == byte | 0x20 { line.keys += 1 }
    default: break
    }
  }

  /// Looks at a scalar of more than one byte; returns its length.
  @inline(__always)
  private mutating func lookAtWide(_ index: Int, _ lead: UInt8) -> Int {
    let second = bytes[index + 1]
    if lead == 0xE1, second >= 0xBA, second <= 0xBB {
      line.unicode += 1
      wordHasMark = true
      return 3
    }
    if lead == 0xC3 {
      line.western += 1
      wordHasMark = true
      if second == 0x90 || second == 0xB0 { line.isUnusual = true }
      return 2
    }
    return lookAtRare(index, lead, second)
  }

  private mutating func lookAtRare(_ index: Int, _ lead: UInt8, _ second: UInt8) -> Int {
    switch lead {
    case 0xC2:
      if second == 0xA0 || second == 0xAD { line.isUnusual = true }
      if second != 0xA0 { line.western += 1 }
    case 0xC4, 0xC5, 0xC6, 0xCB:
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
      if CodePage.westernByte(scalar) != nil { line.western += 1 } else { line.unicode += 1 }
      if scalar == 0x189 { line.isUnusual = true }
      wordHasMark = true
    case 0xE2:
      if second < 0x82 && LookAlikes.isSuspect(UTF8Bytes.scalar(bytes, at: index).0) { line.isUnusual = true }
      endWord(index)
      wordStart = index + 3
    case 0xC9...0xDF, 0xE0...0xF4:
      line.unicode += 1
      line.isUnusual = true
    default: break
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Checks the place of the tone mark in the word that ends here.
  @inline(__always)
  private mutating func endWord(_ end: Int) {
    if wordHasMark {
      if !line.isUnusual, end - wordStart <= 3 * Syllable.longest { checkMark(wordStart..<end) }
      wordHasMark = false
    }
  }

  private mutating func checkMark(_ range: Range<Int>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Syllable.longest) { word in
      var (count, index) = (0, range.lowerBound)
      while index < range.upperBound {
        let (scalar, length) = UTF8Bytes.scalar(bytes, at: index)
        guard count < Syllable.longest else { return }
        word[count] = VietLetter.lowercased(scalar)
        count += 1
        index += length
      }
      let letters = UnsafeBufferPointer(rebasing: word[0..<count])
      if Syllable.parse(letters) == nil, Syllable.parse(letters, anyTonePlace: true) != nil {
        line.isUnusual = true
      }
    }
  }

  private enum Kind: UInt8 {
    case other
    case letter
    /// A digit or sign that VNI or VIQR keys put after a letter.
    case mark
    case control
  }

  private static let kinds: [Kind] = (0..<128).map { value in
    switch value {
    case 65...90, 97...122: .letter
    case 49...57, 0x5E, 0x2B, 0x7E, 0x60, 0x28, 0x27, 0x2A: .mark
    case 1...8, 14...31: .control
    default: .other
    }
  }
}
