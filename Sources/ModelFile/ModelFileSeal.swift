/// Makes the checksums of a model file fit what it holds, so that tests get damage past them.
package enum ModelFileSeal {
  /// The file with its length and checksums as they should be; bytes too short for a header as they are. O(n).
  package static func sealed(_ file: [UInt8]) -> [UInt8] {
    var bytes = file
    guard bytes.count >= ModelFileLayout.headerLength else { return bytes }
    let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian }
    let tableEnd = ModelFileLayout.headerLength + Int(min(count, 1 << 16)) * ModelFileLayout.entryLength
    guard tableEnd <= bytes.count else { return bytes }
    store(UInt64(bytes.count), at: 32, in: &bytes)
    store(
      bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[tableEnd...])) }, at: 40,
      in: &bytes)
    store(0, at: 48, in: &bytes)
    store(
      bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<tableEnd])) }, at: 48,
      in: &bytes)
    return bytes
  }

  private static func store(_ value: UInt64, at offset: Int, in bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
  }
}
