/// A way in which Vietnamese letters were written before, or beside, Unicode inside a text.
public enum LegacyScheme: String, Sendable, CaseIterable {
  /// Bytes of TCVN 5712-3, the code of the ABC (.Vn) fonts, read as Latin-1 or code page 1252.
  case tcvn3
  /// Bytes of VNI for Windows, two for a letter with a mark, read as Latin-1 or code page 1252.
  case vni
  /// Bytes of VISCII (RFC 1456), read as Latin-1 or code page 1252.
  case viscii
  /// Bytes of the code of the Vietnamese Professionals Society, read as Latin-1 or code page 1252.
  case vps
  /// Bytes of code page 1258, where a tone stands behind its letter, read as Latin-1 or code page 1252.
  case windows1258 = "windows-1258"
  /// UTF-8 that was read as Latin-1 or code page 1252 and written as UTF-8 again.
  case doubleUTF8 = "utf-8-twice"
  /// Keys of Telex, letters beside letters, never turned into marks: `Vieetj`.
  case telex
  /// Keys of VNI, digits behind letters, never turned into marks: `Vie65t`.
  case vniKeys = "vni-keys"
  /// Signs of VIQR (RFC 1456) behind letters, never turned into marks: `Vie^.t`.
  case viqr

  /// The schemes whose letters show as western letters and symbols.
  static let ofLetters: [LegacyScheme] = [.tcvn3, .vni, .viscii, .vps, .windows1258, .doubleUTF8]
  /// The schemes that leave plain ASCII.
  static let ofKeys: [LegacyScheme] = [.telex, .vniKeys, .viqr]

  /// The scheme that is the in-text form of an encoding of bytes.
  public init?(_ encoding: TextEncoding) {
    switch encoding {
    case .tcvn3: self = .tcvn3
    case .vni: self = .vni
    case .viscii: self = .viscii
    case .vps: self = .vps
    case .windows1258: self = .windows1258
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252: return nil
    }
  }

  /// The encoding of bytes behind a scheme of letters.
  var encoding: TextEncoding? {
    switch self {
    case .tcvn3: .tcvn3
    case .vni: .vni
    case .viscii: .viscii
    case .vps: .vps
    case .windows1258: .windows1258
    case .doubleUTF8, .telex, .vniKeys, .viqr: nil
    }
  }
}

/// A scalar that conversion made, and the half-open range of scalars of the word that it came from.
struct ConvertedScalar {
  var scalar: UInt32
  var from: Int
  var to: Int
}

extension LegacyScheme {
  /// Converts one blank-delimited word; scalars without a meaning in the scheme stay.
  ///
  /// `endsSentence` tells VIQR that a dot at the end of the word is a full stop.
  func convert(
    _ word: UnsafeBufferPointer<UInt32>, endsSentence: Bool = false, into result: inout [ConvertedScalar]
  ) {
    switch self {
    case .tcvn3: Self.convert(word, page: .tcvn3, into: &result)
    case .viscii: Self.convert(word, page: .viscii, into: &result)
    case .vps: Self.convert(word, page: .vps, into: &result)
    case .windows1258: Self.convert1258(word, into: &result)
    case .vni: Self.convertVNI(word, into: &result)
    case .doubleUTF8:
      // Its letters reach over blanks: `DoubleUTF8` reads whole lines.
      for index in 0..<word.count {
        result.append(ConvertedScalar(scalar: word[index], from: index, to: index + 1))
      }
    case .telex, .vniKeys, .viqr:
      KeystrokeWord.convert(word, method: keystrokes, endsSentence: endsSentence, into: &result)
    }
  }

  /// Whether `scalar`, western as it looks, is a letter of its own in the scheme: à in VISCII.
  @inline(__always)
  func keeps(_ scalar: UInt32) -> Bool {
    guard let encoding, let page = CodePage.of(encoding), let byte = CodePage.westernByte(scalar) else {
      return false
    }
    return page.defines[Int(byte)]
  }

  /// The input method of a scheme of keys.
  var keystrokes: KeystrokeMethod { self == .telex ? .telex : self == .viqr ? .viqr : .vni }

  private static func convert(
    _ word: UnsafeBufferPointer<UInt32>, page: CodePage, into result: inout [ConvertedScalar]
  ) {
    for index in 0..<word.count {
      let scalar = single(word[index], page)
      result.append(ConvertedScalar(scalar: scalar, from: index, to: index + 1))
    }
  }

  @inline(__always)
  private static func single(_ scalar: UInt32, _ page: CodePage) -> UInt32 {
    guard let byte = CodePage.westernByte(scalar), page.defines[Int(byte)] else { return scalar }
    return page.scalars[Int(byte)]
  }

  /// Code page 1258 writes the tone after the letter; the two are joined here.
  private static func convert1258(
    _ word: UnsafeBufferPointer<UInt32>, into result: inout [ConvertedScalar]
  ) {
    let page = CodePage.windows1258
    for index in 0..<word.count {
      let scalar = single(word[index], page)
      if let tone = toneOfMark(scalar), let last = result.indices.last, result[last].to == index {
        let toned = VietLetter.withTone(result[last].scalar, tone)
        if toned != result[last].scalar {
          result[last].scalar = toned
          result[last].to = index + 1
          continue
        }
      }
      result.append(ConvertedScalar(scalar: scalar, from: index, to: index + 1))
    }
  }

  private static func toneOfMark(_ scalar: UInt32) -> VietLetter.ToneIndex? {
    switch scalar {
    case 0x300: 1
    case 0x309: 2
    case 0x303: 3
    case 0x301: 4
    case 0x323: 5
    default: nil
    }
  }

  private static func convertVNI(
    _ word: UnsafeBufferPointer<UInt32>, into result: inout [ConvertedScalar]
  ) {
    var index = 0
    while index < word.count {
      let first = CodePage.westernByte(word[index])
      let second = index + 1 < word.count ? CodePage.westernByte(word[index + 1]) : nil
      if let first, let second, let letter = VNICode.letter(first, second) {
        result.append(ConvertedScalar(scalar: letter, from: index, to: index + 2))
        index += 2
      } else {
        let scalar = single(word[index], VNICode.singleBytes)
        result.append(ConvertedScalar(scalar: scalar, from: index, to: index + 1))
        index += 1
      }
    }
  }
}
