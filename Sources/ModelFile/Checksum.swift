/// A 64-bit checksum against truncation, bit rot and mixed-up copies (not against an attacker).
///
/// Four lanes of multiply and rotate, in the manner of xxHash64; about 10 GB a second.
public struct Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  /// How many bytes are taken at once.
  static let blockLength = 32

  private var lanes: SIMD4<UInt64>
  private var count: UInt64 = 0

  /// The checksum of nothing yet.
  init(seed: UInt64 = 0) {
    lanes = [seed &+ Self.prime1 &+ Self.prime2, seed &+ Self.prime2, seed, seed &- Self.prime1]
  }

  /// The checksum of `bytes`; O(n).
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var checksum = Checksum(seed: seed)
    let whole = bytes.count - bytes.count % blockLength
    checksum.add(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    return checksum.value(rest: UnsafeRawBufferPointer(rebasing: bytes[whole...]))
  }

  /// Goes on with `bytes`, a whole number of blocks; O(n).
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var lanes = lanes
    for block in 0..<bytes.count / Self.blockLength {
      let words = bytes.loadUnaligned(fromByteOffset: block * Self.blockLength, as: SIMD4<UInt64>.self)
      lanes = lanes &+ words &* SIMD4(repeating: Self.prime2)
      lanes = (lanes &<< 31 | lanes &>> 33) &* SIMD4(repeating: Self.prime1)
    }
    self.lanes = lanes
    count += UInt64(bytes.count)
  }

  /// The checksum of all that was added, and of `rest` (less than a block) behind it.
  func value(rest: UnsafeRawBufferPointer) -> UInt64 {
    var hash = count + UInt64(rest.count)
    for lane in 0..<4 { hash = Self.mix(hash ^ lanes[lane]) }
    for byte in rest { hash = Self.mix(hash ^ UInt64(byte)) }
    return hash
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 33) &* prime2
    value = (value ^ value >> 29) &* prime3
    return value ^ value >> 32
  }
}
