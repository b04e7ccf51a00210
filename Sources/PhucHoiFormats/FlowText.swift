import VietText

/// Gathers running text out of the pieces of a word processor's file; fonts of the time before Unicode decide what
/// their letters mean.
struct FlowText {
  private(set) var text = ""
  private var pending = ""
  private var font = RunFont(nil)

  /// Adds letters in a font; `isCapital`: they show as capitals.
  mutating func add(_ letters: String, font name: String? = nil, isCapital: Bool = false) {
    var next = RunFont(name)
    if isCapital { next.isCapital = true }
    if next != font { flush() }
    font = next
    pending += letters
  }

  /// Adds a sign that no font changes: a line end, a tab, a form feed.
  mutating func add(sign: String) {
    flush()
    text += sign
  }

  /// Begins a new line, unless one has just begun.
  mutating func startLine() {
    flush()
    if let last = text.utf8.last, last != 0x0A, last != 0x0C { text += "\n" }
  }

  /// The whole text, ended by a line end.
  mutating func finished() -> String {
    startLine()
    return text
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    text += font.unicode(pending)
    pending = ""
  }
}

/// What a font's name says about its letters.
struct RunFont: Equatable {
  /// The letters' code, where it is none of Unicode.
  let scheme: LegacyScheme?
  /// Whether small letters show as capitals.
  var isCapital: Bool

  init(_ name: String?) {
    // No font has a longer name.
    let name = name.map { $0.utf8.count < 128 ? $0.lowercased() : "" } ?? ""
    if name.hasPrefix(".vn") {
      (scheme, isCapital) = (.tcvn3, name.hasSuffix("h"))
    } else if name.hasPrefix("vni-") || name.hasPrefix("vni ") {
      (scheme, isCapital) = (.vni, false)
    } else if name.hasPrefix("vps ") {
      (scheme, isCapital) = (.vps, false)
    } else {
      (scheme, isCapital) = (nil, false)
    }
  }

  /// `text` with small letters where the codes behind it are those of small letters: what capitals a text out of its font
  /// may have had is guessed, and here the font is known. TCVN3 has capitals of Ă, Â, Đ, Ê, Ô, Ơ, Ư alone, beside ASCII.
  private static func cased(_ text: String, like codes: String) -> String {
    let (letters, codes) = (Array(text.unicodeScalars), Array(codes.unicodeScalars))
    guard letters.count == codes.count else { return text }
    var output = String.UnicodeScalarView()
    for (letter, code) in zip(letters, codes) {
      let isCapital = (0x41...0x5A).contains(code.value) || (0xA1...0xA7).contains(code.value)
      let cased = isCapital ? letter.value : VietLetter.lowercased(letter.value)
      output.append(Unicode.Scalar(cased) ?? letter)
    }
    return String(output)
  }

  /// The letters in Unicode.
  func unicode(_ letters: String) -> String {
    var output = letters
    // A few letters beyond Latin-1 stand in code page 1252; others say that the text is Unicode, whatever its font.
    let isUnicode = letters.unicodeScalars.contains { VietLetter.isVietnamese($0.value) && $0.value > 0x17F }
    if let scheme, !isUnicode, letters.utf8.contains(where: { $0 >= 0x80 }) {
      var options = Normalizer.Options()
      options.scheme = scheme
      output = Normalizer(options).normalize(letters).text
      if scheme == .tcvn3 { output = Self.cased(output, like: letters) }
    }
    return isCapital ? output.uppercased() : output
  }
}
