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
    let name = name?.lowercased() ?? ""
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

  /// The letters in Unicode.
  func unicode(_ letters: String) -> String {
    var output = letters
    // A few letters beyond Latin-1 stand in code page 1252; others say that the text is Unicode, whatever its font.
    let isUnicode = letters.unicodeScalars.contains { VietLetter.isVietnamese($0.value) && $0.value > 0x17F }
    if let scheme, !isUnicode, letters.utf8.contains(where: { $0 >= 0x80 }) {
      var options = Normalizer.Options()
      options.scheme = scheme
      output = Normalizer(options).normalize(letters).text
    }
    return isCapital ? output.uppercased() : output
  }
}
