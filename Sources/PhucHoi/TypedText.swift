import Decoding
import VietText

/// Tells text that was typed from text that was read by an engine.
///
/// Only what no engine writes is evidence: the codes of legacy fonts, keystrokes of input methods, letters apart
/// from their marks. Typed text in plain Unicode looks like a good reading, and is treated as one.
enum TypedText {
  /// Whether a text was surely typed, by how its letters were written and by what its words turned out to be.
  static func holds(_ decoded: DecodedText, _ normalized: NormalizedText, _ units: DecodedUnits) -> Bool {
    hasTypedLetters(decoded, normalized) && units.doubtfulCount * 5 <= units.wordCount
  }

  private static func hasTypedLetters(_ decoded: DecodedText, _ normalized: NormalizedText) -> Bool {
    switch decoded.encoding {
    case .tcvn3, .vni, .viscii, .vps, .windows1258: return true
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252: break
    }
    let lines = decoded.text.utf8.lazy.split(separator: 0x0A).count { line in line.contains { $0 > 0x20 } }
    // Text read twice as UTF-8 tells nothing about who wrote it.
    let typed = normalized.schemes.filter { $0.key != .doubleUTF8 }.values.reduce(0, +)
    if typed * 2 > lines { return true }
    let composed = normalized.changes.count { $0.cause == .composition }
    return composed >= 20 && composed * 50 > decoded.text.utf8.count
  }
}
