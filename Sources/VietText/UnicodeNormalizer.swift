import CICU

/// Unicode normal forms, over ICU.
///
/// Handles every mixture that Vietnamese text comes in: precomposed letters, fully decomposed ones, and the
/// form of Windows-1258, where the shape is part of the letter and the tone a mark of its own.
public enum UnicodeNormalizer {
  /// The canonical composition of `text`; text that is composed already comes back as it is.
  /// - Complexity: O(n); the check alone where nothing changes.
  public static func nfc(_ text: String) -> String {
    isCertainlyNFC(text) ? text : normalized(text, decompose: false)
  }

  /// The canonical decomposition of `text`.
  public static func nfd(_ text: String) -> String { normalized(text, decompose: true) }

  private static func isCertainlyNFC(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      var index = 0
      while index < buffer.count {
        let (scalar, length) = UTF8Bytes.scalar(buffer, at: index)
        if mayChange(scalar) { return false }
        index += length
      }
      return true
    }
  }

  /// Whether NFC may touch `scalar`: false for ASCII, Latin with its extensions and common punctuation.
  @inline(__always)
  static func mayChange(_ scalar: UInt32) -> Bool {
    if scalar < 0x300 { return false }
    if scalar &- 0x1E00 < 0x100 { return false }
    return !(scalar &- 0x2002 < 0x100)
  }

  private static func normalized(_ text: String, decompose: Bool) -> String {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { normalized($0, decompose: decompose) }
      .map { String(decoding: $0, as: UTF16.self) } ?? text
  }

  /// Nil when ICU fails, as on text beyond 2³¹ units.
  private static func normalized(
    _ units: UnsafeBufferPointer<UInt16>, decompose: Bool
  ) -> [UInt16]? {
    guard let count = Int32(exactly: units.count) else { return nil }
    let form: Int32 = decompose ? 1 : 0
    var capacity = units.count + units.count / 2 + 8
    for _ in 0..<2 {
      var needed: Int32 = -1
      let result = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        let room = Int32(clamping: buffer.count)
        needed = cicu_normalize(form, units.baseAddress, count, buffer.baseAddress, room)
        initialized = needed < 0 || needed > room ? 0 : Int(needed)
      }
      if needed < 0 { return nil }
      if Int(needed) <= capacity { return result }
      capacity = Int(needed)
    }
    return nil
  }

  /// Composes each cluster of `line` that is not composed.
  ///
  /// A cluster is cut after 32 scalars, so that piles of marks cannot make the time quadratic.
  static func compose(_ line: inout WorkingLine) {
    guard line.pieces.contains(where: { mayChange($0.scalar) }) else { return }
    let source = line.pieces
    line.pieces.removeAll(keepingCapacity: true)
    var start = 0
    while start < source.count {
      var end = start + 1
      var isSuspect = mayChange(source[start].scalar)
      while end < source.count, end - start < 32, !beginsCluster(source[end].scalar) {
        isSuspect = true
        end += 1
      }
      line.append(
        source[start..<end], as: isSuspect ? composed(source[start..<end]) : nil, cause: .composition)
      start = end
    }
  }

  private static func beginsCluster(_ scalar: UInt32) -> Bool {
    scalar < 0x300 || cicu_begins_piece(scalar) != 0
  }

  /// The scalars of the composed cluster, nil when it is composed already.
  private static func composed(_ cluster: ArraySlice<WorkingLine.Piece>) -> [UInt32]? {
    if let letter = vietnamese(cluster) { return [letter] }
    var units: [UInt16] = []
    for piece in cluster {
      guard let scalar = Unicode.Scalar(piece.scalar) else { return nil }
      units.append(contentsOf: UTF16.encode(scalar).map(Array.init) ?? [])
    }
    guard let result = units.withUnsafeBufferPointer({ normalized($0, decompose: false) }), result != units
    else { return nil }
    return String(decoding: result, as: UTF16.self).unicodeScalars.map(\.value)
  }

  /// The one letter that a base letter and marks are, in any order; Unicode itself puts a circumflex behind a tone
  /// (`é` and U+0302) together with nothing.
  private static func vietnamese(_ cluster: ArraySlice<WorkingLine.Piece>) -> UInt32? {
    guard cluster.count > 1, var letter = cluster.first?.scalar else { return nil }
    for piece in cluster.dropFirst() {
      guard let next = VietLetter.composed(letter, piece.scalar) else { return nil }
      letter = next
    }
    return letter
  }
}
