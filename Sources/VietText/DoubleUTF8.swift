/// UTF-8 that was read as Latin-1 or code page 1252: `Äá»™c láº­p` for `Độc lập`.
enum DoubleUTF8 {
  /// Joins runs of western letters that are UTF-8 bytes; others stay.
  ///
  /// Code page 1252 has no letter for byte 0x90, so that the second half of Đ is often lost, and a lost
  /// no-break space cuts à; both are put back.
  static func convert(_ word: UnsafeBufferPointer<UInt32>, into result: inout [ConvertedScalar]) {
    var index = 0
    while index < word.count {
      let (scalar, length) = joined(word, at: index)
      result.append(ConvertedScalar(scalar: scalar, from: index, to: index + length))
      index += length
    }
  }

  private static func joined(_ word: UnsafeBufferPointer<UInt32>, at index: Int) -> (UInt32, Int) {
    let lead = word[index]
    guard lead >= 0xC2, lead <= 0xF4 else { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07
    for offset in 1..<length {
      guard let byte = continuation(word, index + offset) else {
        return offset == 1 ? (withLostByte(lead), 1) : (lead, 1)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isShortest = value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
    guard isShortest, Unicode.Scalar(value) != nil else { return (lead, 1) }
    return (value, length)
  }

  private static func continuation(_ word: UnsafeBufferPointer<UInt32>, _ index: Int) -> UInt8? {
    guard index < word.count, let byte = CodePage.westernByte(word[index]) else { return nil }
    return byte & 0xC0 == 0x80 ? byte : nil
  }

  private static func withLostByte(_ lead: UInt32) -> UInt32 {
    switch lead {
    case 0xC4: 0x110
    case 0xC3: 0xE0
    default: lead
    }
  }
}
