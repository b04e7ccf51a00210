/// A 64-bit checksum against truncation, bit rot and mixed-up copies (not against an attacker).
///
/// Four lanes of multiply and rotate, in the manner of xxHash64; about 10 GB a second.
public enum Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9

  /// The checksum of `bytes`; O(n).
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var lanes: SIMD4<UInt64> = [seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1]
    let blocks = bytes.count / 32
    for block in 0..<blocks {
      let words = bytes.loadUnaligned(fromByteOffset: block * 32, as: SIMD4<UInt64>.self)
      lanes = lanes &+ words &* SIMD4(repeating: prime2)
      lanes = (lanes &<< 31 | lanes &>> 33) &* SIMD4(repeating: prime1)
    }
    var hash = UInt64(bytes.count)
    for lane in 0..<4 { hash = mix(hash ^ lanes[lane]) }
    for index in blocks * 32..<bytes.count { hash = mix(hash ^ UInt64(bytes[index])) }
    return hash
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 33) &* prime2
    value = (value ^ value >> 29) &* prime3
    return value ^ value >> 32
  }
}
