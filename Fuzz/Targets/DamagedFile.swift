import ModelFile

/// A sound file and the ways to damage it.
struct DamagedFile {
  private let sound: [UInt8]

  init(_ sound: [UInt8]) { self.sound = sound }

  /// The model file after the changes that `script` lists, which its checksums do not tell.
  func damaged(by script: [UInt8]) -> [UInt8] { ModelFileSeal.sealed(changed(by: script)) }

  /// The file after the changes that `script` lists, four bytes each: two for the place (stretched over the file), one
  /// that says whether a byte is replaced, a bit turned, or a word of 8 bytes filled, and the value.
  func changed(by script: [UInt8]) -> [UInt8] {
    var bytes = sound
    for start in stride(from: 0, to: script.count - 3, by: 4) {
      let place = Int(script[start]) << 8 | Int(script[start + 1])
      // The front, where counts and offsets lie, is hit as often as all the rest.
      let offset = place < 1 << 15 ? place % bytes.count : (place - 1 << 15) * bytes.count >> 15
      guard offset >= 64, offset < bytes.count else { continue }
      switch script[start + 2] % 3 {
      case 0: bytes[offset] = script[start + 3]
      case 1: bytes[offset] ^= 1 << (script[start + 3] & 7)
      default:
        for index in offset..<min(offset + 8, bytes.count) { bytes[index] = script[start + 3] }
      }
    }
    return bytes
  }
}
