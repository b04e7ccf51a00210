import CMachine
import ModelFile

/// Numbers of any width up to 32 bits, packed without gaps, least bit first.
@usableFromInline
struct PackedBits: @unchecked Sendable {
  /// Every packed section ends in so many spare bytes, so that a read of eight bytes never leaves it.
  static let padding = 8

  @usableFromInline let bytes: UnsafeRawPointer
  /// Number of bits that may be read from.
  @usableFromInline let bitCount: Int

  /// The section `name`, which must hold at least `bits` bits.
  init(file: MappedModelFile, name: String, bits: Int = 0) throws(ModelFileError) {
    let section = try file.section(name, of: UInt8.self)
    bitCount = max(0, section.count - Self.padding) * 8
    guard section.count >= Self.padding, bitCount >= bits else {
      throw ModelFileError(
        .malformed, path: file.path, found: "\(section.count) bytes in section `\(name)`",
        expected: "at least \((bits + 7) / 8 + Self.padding)")
    }
    bytes = UnsafeRawPointer(section.start)
  }

  /// The `width` bits from bit `place` on, which must be below `bitCount`.
  @inlinable @inline(__always)
  func value(at place: Int, width: Int) -> Int {
    let word = bytes.loadUnaligned(fromByteOffset: place >> 3, as: UInt64.self) &>> UInt64(place & 7)
    return Int(word & (1 &<< UInt64(width) &- 1))
  }

  /// Fetches the bits at `place`.
  @inline(__always)
  func fetch(_ place: Int) { cmachine_fetch(bytes + place >> 3) }
}
