/// Reads UTF-8 that may be damaged.
enum UTF8Reader {
  static func read(_ bytes: [UInt8], from start: Int, into sink: inout DecodingSink) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      var run = start
      while index < buffer.count {
        let length = UTF8Bytes.validLength(buffer, at: index)
        if length > 0 {
          index += length
          continue
        }
        sink.append(contentsOf: bytes[run..<index])
        sink.append(0xFFFD, insteadOf: bytes[index...index], isDamage: true)
        index += 1
        run = index
      }
      sink.append(contentsOf: bytes[min(run, bytes.count)...])
    }
  }
}

/// Reads UTF-16; lone surrogates and an odd last byte become U+FFFD.
enum UTF16Reader {
  static func read(_ bytes: [UInt8], from start: Int, bigEndian: Bool, into sink: inout DecodingSink) {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var index = start
    while index + 1 < bytes.count {
      let high = unit(index)
      if high &- 0xD800 >= 0x800 {
        sink.append(high)
        index += 2
      } else if high < 0xDC00, index + 3 < bytes.count, unit(index + 2) &- 0xDC00 < 0x400 {
        sink.append(0x10000 + (high - 0xD800) << 10 + unit(index + 2) - 0xDC00)
        index += 4
      } else {
        sink.append(0xFFFD, insteadOf: bytes[index..<index + 2], isDamage: true)
        index += 2
      }
    }
    if index < bytes.count { sink.append(0xFFFD, insteadOf: bytes[index...], isDamage: true) }
  }
}

/// Reads encodings of one byte a letter, and VNI.
enum EightBitReader {
  static func read(_ bytes: [UInt8], _ page: CodePage, into sink: inout DecodingSink) {
    for index in bytes.indices { appendSingle(bytes, index, page, &sink) }
  }

  static func readVNI(_ bytes: [UInt8], into sink: inout DecodingSink) {
    var index = 0
    while index < bytes.count {
      if index + 1 < bytes.count, let letter = VNICode.letter(bytes[index], bytes[index + 1]) {
        let pair = bytes[index..<index + 2]
        if let spelling = VNICode.spelling[letter], spelling.elementsEqual(pair) {
          sink.append(letter)
        } else {
          sink.append(letter, insteadOf: pair, isDamage: false)
        }
        index += 2
      } else {
        appendSingle(bytes, index, VNICode.singleBytes, &sink)
        index += 1
      }
    }
  }

  @inline(__always)
  private static func appendSingle(
    _ bytes: [UInt8], _ index: Int, _ page: CodePage, _ sink: inout DecodingSink
  ) {
    let byte = Int(bytes[index])
    let isCertain = page.isCanonical[byte] && page.defines[byte]
    if isCertain { return sink.append(page.scalars[byte]) }
    let scalar = page.scalars[byte]
    let isDamage = !page.defines[byte] && !CodePage.windows1252.defines[byte]
    if page.isCanonical[byte], VNICode.spelling[scalar] == nil, !isDamage { return sink.append(scalar) }
    sink.append(scalar, insteadOf: bytes[index...index], isDamage: isDamage)
  }
}
