/// Packs numbers of any width up to 32 bits without gaps, least bit first, as `PackedBits` reads them.
struct BitPacker {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingBits = 0
  /// Number of bits so far.
  private(set) var bitCount = 0

  /// Appends the low `width` bits of `value`.
  mutating func append(_ value: Int, width: Int) {
    pending |= UInt64(value) << UInt64(pendingBits)
    pendingBits += width
    bitCount += width
    while pendingBits >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }

  /// The packed bytes, with eight spare ones at the end.
  func packed() -> [UInt8] {
    let last = pendingBits > 0 ? [UInt8(truncatingIfNeeded: pending)] : []
    return bytes + last + [UInt8](repeating: 0, count: 8)
  }

  /// All of `codes`, each in `width` bits.
  static func pack(_ codes: [Int], width: Int) -> [UInt8] {
    var packer = BitPacker()
    for code in codes { packer.append(code, width: width) }
    return packer.packed()
  }
}
