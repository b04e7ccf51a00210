/// Scalars to and from UTF-8 bytes without going through `String`.
enum UTF8Bytes {
  /// Appends `scalar`; what is no scalar becomes U+FFFD.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      appendLong(scalar, to: &bytes)
    }
  }

  private static func appendLong(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard scalar < 0x11_0000, scalar &- 0xD800 >= 0x800 else {
      return bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
    if scalar < 0x10000 {
      bytes.append(UInt8(0xE0 | scalar >> 12))
    } else {
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    }
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// The scalar at `index` of valid UTF-8 and its length in bytes.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F, 2) }
    let middle = UInt32(bytes[index + 1]) & 0x3F
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | middle << 6 | UInt32(bytes[index + 2]) & 0x3F, 3) }
    let tail = (UInt32(bytes[index + 2]) & 0x3F) << 6 | UInt32(bytes[index + 3]) & 0x3F
    return ((lead & 0x07) << 18 | middle << 12 | tail, 4)
  }

  /// The length of the valid sequence at `index` of any bytes, or 0.
  static func validLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch lead {
    case 0xE0: return second >= 0xA0 ? 3 : 0
    case 0xED: return second < 0xA0 ? 3 : 0
    case 0xF0: return second >= 0x90 ? 4 : 0
    case 0xF4: return second < 0x90 ? 4 : 0
    default: return length
    }
  }
}
