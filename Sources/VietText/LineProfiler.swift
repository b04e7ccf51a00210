/// What one line of text looks like, from a single pass over its bytes.
struct LineProfile: Sendable {
  /// Half-open range of UTF-8 offsets, without the line feed.
  var range: Range<Int>
  /// Letters and signs of Latin-1 and code page 1252: what legacy letters look like.
  var western = 0
  /// Letters that only Unicode has, Vietnamese ones above all.
  var unicode = 0
  /// ASCII letters.
  var ascii = 0
  /// Digits and signs right after an ASCII letter, doubled letters: what keys look like.
  var keys = 0
  /// Combining marks, unusual blanks, look-alikes, misplaced marks: something to mend.
  var isUnusual = false
  /// Something like a character reference of HTML.
  var hasReference = false
  /// A pair of western signs that is one letter in UTF-8 read twice.
  var hasTwice = false
  /// Signs of Latin-1 right beside letters: no western letters, but letters of TCVN3.
  var legacySigns = 0
  /// Any control code that VISCII or VPS uses for a letter.
  var hasControl = false
  /// Whether the words of its scheme stand among words of Unicode; known once schemes are.
  var isMixed = false
}

/// Cuts text into lines and tells at a glance which of them later steps must look at.
///
/// One pass over the bytes of valid UTF-8. Very long lines are cut at a blank, so that work on a line is
/// bounded.
struct LineProfiler {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafeBufferPointer<UInt8>
  private var marks = MarkCheck()

  /// Lines longer than this are cut at the next blank, or at twice this length.
  private static let longest = 1 << 15

  /// The profiles of all lines.
  static func profiles(_ bytes: UnsafeBufferPointer<UInt8>) -> [LineProfile] {
    classTable.withUnsafeBufferPointer { classes in
      var profiler = LineProfiler(bytes: bytes, classes: classes)
      var lines: [LineProfile] = []
      lines.reserveCapacity(bytes.count / 64 + 1)
      var start = 0
      while start < bytes.count { lines.append(profiler.line(from: &start)) }
      return lines
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.classes = classes
  }

  /// Reads one line, or one piece of a very long one, and moves `start` behind it.
  private mutating func line(from start: inout Int) -> LineProfile {
    var line = LineProfile(range: start..<start)
    let soft = min(bytes.count, start + Self.longest)
    let hard = min(bytes.count, start + 2 * Self.longest)
    var index = start
    while index < hard {
      let byte = bytes[index]
      if byte == 0x0A {
        line.range = start..<index
        start = index + 1
        return line
      }
      if byte == 0x20, index >= soft { break }
      index = word(from: index, &line)
    }
    line.range = start..<index
    start = index
    return line
  }

  /// Reads letters up to the next ASCII sign, or one such sign; returns the index behind it.
  @inline(__always)
  private mutating func word(from start: Int, _ line: inout LineProfile) -> Int {
    var index = start
    var (ascii, keys, hasMark) = (0, 0, false)
    while index < bytes.count, index - start < 64 {
      let byte = bytes[index]
      if byte < 0x80 {
        let kind = classes[Int(byte)]
        guard kind <= Self.keyLetter else { break }
        ascii += 1
        if kind != 0, index > start, kind == Self.keyLetter || bytes[index - 1] | 32 == byte | 32 {
          keys += 1
        }
        index += 1
      } else {
        hasMark = true
        index += wide(index, byte, &line)
      }
    }
    line.ascii += ascii
    if hasMark, !line.isUnusual, marks.isMisplaced(bytes, start..<index) { line.isUnusual = true }
    if index == start { return sign(index, &line) }
    if index < bytes.count, ascii > 0, classes[Int(bytes[index] & 0x7F)] == Self.keySign, bytes[index] < 0x80
    {
      keys += 1
    }
    line.keys += keys
    return index
  }

  private func sign(_ index: Int, _ line: inout LineProfile) -> Int {
    let kind = classes[Int(bytes[index])]
    if kind == Self.control { line.hasControl = true }
    if kind == Self.ampersand, startsReference(index + 1) {
      line.hasReference = true
      line.isUnusual = true
      // What it names may be a legacy letter.
      line.western += 1
    }
    switch bytes[index] {
    case 0x5E, 0x60, 0x7E:
      // Behind a letter it may be the mark of that letter.
      if index > 0, bytes[index - 1] > 0x7F || (bytes[index - 1] | 32) &- 97 < 26 { line.isUnusual = true }
    default: break
    }
    return index + 1
  }

  private func startsReference(_ index: Int) -> Bool {
    index + 1 < bytes.count && (bytes[index] == 0x23 || (bytes[index] | 32) &- 97 < 26)
  }

  /// Looks at a scalar of more than one byte; returns its length.
  @inline(__always)
  private func wide(_ index: Int, _ lead: UInt8, _ line: inout LineProfile) -> Int {
    let second = bytes[index + 1]
    if lead == 0xE1, second &- 0xBA < 2 {
      line.unicode += 1
      return 3
    }
    if lead == 0xC3 {
      line.western += 1
      if second == 0x90 || second == 0xB0 { line.isUnusual = true }
      if second &- 0x83 < 4 || second == 0xA1, startsTwice(index + 2) { line.hasTwice = true }
      return 2
    }
    return rare(index, lead, second, &line)
  }

  /// Whether a sign of Latin-1 or code page 1252 stands at `index`, as behind the lead of UTF-8 read twice.
  private func startsTwice(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let next = bytes[index]
    return next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2
  }

  @inline(__always)
  private func rare(_ index: Int, _ lead: UInt8, _ second: UInt8, _ line: inout LineProfile) -> Int {
    switch lead {
    case 0xC2:
      if second == 0xA0 || second == 0xAD || second == 0xB4 { line.isUnusual = true }
      if second != 0xA0 {
        line.western += 1
        if index > 0, bytes[index - 1] > 0x40 { line.legacySigns += 1 }
      }
    case 0xC4, 0xC5, 0xC6, 0xCB:
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
      if Self.isWestern(scalar) { line.western += 1 } else { line.unicode += 1 }
      if scalar == 0x189 || lead == 0xCB { line.isUnusual = true }
    case 0xE2:
      if second < 0x82, LookAlikes.isSuspect(UTF8Bytes.scalar(bytes, at: index).0) { line.isUnusual = true }
    case 0xC9...0xDF, 0xE0...0xF4:
      line.unicode += 1
      line.isUnusual = true
    default: break
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The letters of code page 1252 beyond Latin-1; a look-up in its table would cost too much here.
  @inline(__always)
  private static func isWestern(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC: true
    default: false
    }
  }

  // Classes of ASCII: letters first.
  private static let doublingLetter: UInt8 = 1
  private static let keyLetter: UInt8 = 2
  private static let keySign: UInt8 = 3
  private static let control: UInt8 = 4
  private static let other: UInt8 = 5
  private static let ampersand: UInt8 = 6

  private static let classTable: [UInt8] = (0..<128).map { value in
    switch value {
    case 0x57, 0x77, 0x4A, 0x6A, 0x58, 0x78, 0x46, 0x66: keyLetter
    case 0x41, 0x61, 0x45, 0x65, 0x4F, 0x6F, 0x44, 0x64: doublingLetter
    case 65...90, 97...122: 0
    case 49...57, 0x5E, 0x2B, 0x7E, 0x60, 0x28, 0x27, 0x2A: keySign
    case 1...8, 14...31: control
    case 0x26: ampersand
    default: other
    }
  }
}

/// Finds words whose tone mark stands on the wrong letter; remembers the words it has passed.
struct MarkCheck {
  /// Hashes of words known to be in order, one to a slot.
  private var passed = [UInt64](repeating: 0, count: 1 << 12)

  /// Whether the word in `range` becomes a syllable when its tone mark moves.
  @inline(__always)
  mutating func isMisplaced(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 3 * Syllable.longest else { return false }
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    let slot = Int(truncatingIfNeeded: hash >> 40) & (passed.count - 1)
    if passed[slot] == hash { return false }
    if judge(bytes, range) { return true }
    passed[slot] = hash
    return false
  }

  private func judge(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Syllable.longest) { word in
      var (count, index) = (0, range.lowerBound)
      while index < range.upperBound {
        let (scalar, length) = UTF8Bytes.scalar(bytes, at: index)
        guard count < Syllable.longest else { return false }
        word[count] = VietLetter.lowercased(scalar)
        count += 1
        index += length
      }
      let letters = UnsafeBufferPointer(rebasing: word[0..<count])
      return Syllable.parse(letters) == nil && Syllable.parse(letters, anyTonePlace: true) != nil
    }
  }
}
