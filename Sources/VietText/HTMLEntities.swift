/// Character references of HTML that were left in a text: `&agrave;`, `&#224;`, `&#xE0;`.
public enum HTMLEntities {
  /// No name of the table is longer.
  private static let longestName = 8

  /// Decodes the references in `line`; what names no character stays.
  ///
  /// References that were written twice (`&amp;#224;`) are followed. In a line of markup the signs that markup is
  /// made of stay as they are written. O(length).
  static func decode(_ line: inout WorkingLine) {
    let source = line.pieces
    guard source.contains(where: { $0.scalar == 0x26 }) else { return }
    let scalars = source.map(\.scalar)
    let isMarkup = scalars.withUnsafeBufferPointer(holdsTag)
    line.pieces.removeAll(keepingCapacity: true)
    scalars.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        guard text[index] == 0x26, let (scalar, end) = reference(text, at: index),
          !(isMarkup && isMarkupSign(scalar))
        else {
          line.pieces.append(source[index])
          index += 1
          continue
        }
        line.append(source[index..<end], as: [scalar], cause: .entity)
        index = end
      }
    }
  }

  /// The end of what has the shape of a reference at `start` of `text`, whether it names a character or not; nil
  /// where there is none. O(1).
  public static func endOfReference(_ text: ArraySlice<UInt32>, at start: Int) -> Int? {
    guard start < text.endIndex, text[start] == 0x26 else { return nil }
    var end = start + 1
    if end < text.endIndex, text[end] == 0x23 { end += 1 }
    let first = end
    while end < text.endIndex, end - start < 12, isNameLetter(text[end]) { end += 1 }
    guard end > first, end < text.endIndex, text[end] == 0x3B else { return nil }
    return end + 1
  }

  private static func isNameLetter(_ scalar: UInt32) -> Bool {
    (scalar | 32) &- 97 < 26 || scalar &- 48 < 10
  }

  /// The character that the reference at `start` names, and where the reference ends.
  private static func reference(_ text: UnsafeBufferPointer<UInt32>, at start: Int) -> (UInt32, Int)? {
    // `&amp;` in front of a reference is an ampersand that was written as one: at most two deep.
    var body = start + 1
    for _ in 0..<2 {
      guard body + 4 < text.count, text[body] == 0x61, text[body + 1] == 0x6D, text[body + 2] == 0x70,
        text[body + 3] == 0x3B, number(text, body + 4) ?? name(text, body + 4) != nil
      else { break }
      body += 4
    }
    return number(text, body) ?? name(text, body)
  }

  private static func name(_ text: UnsafeBufferPointer<UInt32>, _ start: Int) -> (UInt32, Int)? {
    var end = start
    var letters: [UInt8] = []
    while end < text.count, end - start <= longestName, isNameLetter(text[end]) {
      letters.append(UInt8(truncatingIfNeeded: text[end]))
      end += 1
    }
    guard end < text.count, text[end] == 0x3B, let scalar = HTMLEntityNames.scalars[letters] else {
      return nil
    }
    return (scalar, end + 1)
  }

  private static func number(_ text: UnsafeBufferPointer<UInt32>, _ start: Int) -> (UInt32, Int)? {
    guard start < text.count, text[start] == 0x23 else { return nil }
    var end = start + 1
    let isHex = end < text.count && text[end] | 32 == 0x78
    if isHex { end += 1 }
    let first = end
    var value: UInt32 = 0
    while end < text.count, end - first < 7, let digit = digit(text[end], isHex: isHex) {
      value = value * (isHex ? 16 : 10) + digit
      end += 1
    }
    guard end > first, let scalar = character(value) else { return nil }
    if end < text.count, text[end] == 0x3B { return (scalar, end + 1) }
    // The semicolon may be lost where only a Vietnamese letter can be meant.
    let isCut = end < text.count && (digit(text[end], isHex: true) != nil)
    return VietLetter.isMarked(scalar) && !isCut ? (scalar, end) : nil
  }

  private static func digit(_ scalar: UInt32, isHex: Bool) -> UInt32? {
    if scalar &- 48 < 10 { return scalar - 48 }
    return isHex && (scalar | 32) &- 97 < 6 ? (scalar | 32) - 87 : nil
  }

  /// The character with number `value`; 128 to 159 mean code page 1252, as in every browser.
  private static func character(_ value: UInt32) -> UInt32? {
    if value &- 0x80 < 0x20 {
      return CodePage.windows1252.defines[Int(value)] ? CodePage.windows1252.scalars[Int(value)] : nil
    }
    guard value >= 0x20, value != 0x7F, value & 0xFFFE != 0xFFFE else { return nil }
    return Unicode.Scalar(value)?.value
  }

  private static func isMarkupSign(_ scalar: UInt32) -> Bool {
    scalar == 0x26 || scalar == 0x3C || scalar == 0x3E || scalar == 0x22 || scalar == 0x27
  }

  /// Whether a tag stands in the line: `<p>`, `</td>`, `<br/>`.
  private static func holdsTag(_ text: UnsafeBufferPointer<UInt32>) -> Bool {
    var open: Int?
    for index in 0..<text.count {
      if text[index] == 0x3C, index + 1 < text.count {
        let next = text[index + 1]
        open = next == 0x2F || (next | 32) &- 97 < 26 ? index : nil
      } else if text[index] == 0x3E, open != nil {
        return true
      }
    }
    return false
  }
}

/// The names that HTML has for characters: those of HTML 4, and the letters of Vietnamese among those of HTML 5.
enum HTMLEntityNames {
  static let scalars: [[UInt8]: UInt32] = {
    var table: [[UInt8]: UInt32] = [:]
    for (first, names) in rows {
      for (offset, name) in names.split(separator: " ").enumerated() where name != "-" {
        table[Array(name.utf8)] = first + UInt32(offset)
      }
    }
    return table
  }()

  /// Names of successive characters; `-` leaves one out.
  private static let rows: [(UInt32, String)] = [
    (0x22, "quot"), (0x26, "amp apos"), (0x3C, "lt - gt"),
    (0xA0, "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"),
    (0xB0, "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"),
    (0xC0, "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc"),
    (0xCF, "Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute"),
    (0xDE, "THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave"),
    (0xED, "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc"),
    (0xFC, "uuml yacute thorn yuml"), (0x102, "Abreve abreve"), (0x110, "Dstrok dstrok"),
    (0x128, "Itilde itilde"), (0x152, "OElig oelig"), (0x160, "Scaron scaron"), (0x168, "Utilde utilde"),
    (0x178, "Yuml"), (0x192, "fnof"), (0x2C6, "circ"), (0x2DC, "tilde"),
    (0x391, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho -"),
    (0x3A3, "Sigma Tau Upsilon Phi Chi Psi Omega"),
    (0x3B1, "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf"),
    (0x3C3, "sigma tau upsilon phi chi psi omega"), (0x2002, "ensp emsp"), (0x2009, "thinsp"),
    (0x200C, "zwnj zwj"), (0x2013, "ndash mdash"), (0x2018, "lsquo rsquo sbquo"),
    (0x201C, "ldquo rdquo bdquo"), (0x2020, "dagger Dagger bull"), (0x2026, "hellip"), (0x2030, "permil"),
    (0x2032, "prime Prime"), (0x2039, "lsaquo rsaquo"), (0x20AC, "euro"), (0x2122, "trade"),
    (0x2190, "larr uarr rarr darr harr"), (0x2212, "minus"), (0x221A, "radic"), (0x221E, "infin"),
    (0x2248, "asymp"), (0x2260, "ne equiv"), (0x2264, "le ge"),
  ]
}
