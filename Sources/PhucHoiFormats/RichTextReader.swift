import VietText

/// Reads the running text of RTF (1.9.1): fonts decide what letters of old codes mean, as in `FlowText`.
struct RichTextReader {
  /// What holds inside a group.
  private struct State {
    var font: Int?
    var isCapital = false
    var isSkipped = false
    var isFontTable = false
    /// How many letters stand for programs that know no Unicode behind each `\u`.
    var substitutes = 1
  }

  private struct Font {
    var name = ""
    var charset = 0
  }

  private static let skipped: Set<String> = [
    "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr",
    "footerf", "object", "themedata", "colorschememapping", "listtable", "listoverridetable", "generator",
    "xmlnstbl",
    "fldinst", "datastore", "latentstyles", "rsidtbl", "nonshppict",
  ]
  private static let signs: [String: String] = [
    "par": "\n", "line": "\n", "sect": "\n", "page": "\u{0C}", "tab": "\t", "cell": "\t", "row": "\n",
  ]
  private static let letters: [String: String] = [
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ", "enspace": " ",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var flow = FlowText()
  private var stack: [State] = []
  private var state = State()
  private var fonts: [Int: Font] = [:]
  private var codePage = 1252
  private var standardFont: Int?
  /// Letters of the code page that wait to be decoded together.
  private var pending: [UInt8] = []
  private var toSkip = 0
  private var high: UInt16?

  /// The text of the file. O(n).
  static func text(of bytes: [UInt8]) -> String {
    var reader = RichTextReader(bytes)
    return reader.read()
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> String {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        stack.append(state)
        toSkip = 0
      case UInt8(ascii: "}"):
        flush()
        state = stack.popLast() ?? State()
        toSkip = 0
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D, 0x00: continue
      default: letter(byte)
      }
    }
    flush()
    return flow.finished()
  }

  private mutating func control() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    guard (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A else {
      index += 1
      return symbol(byte)
    }
    let name = word { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let digits = word { $0 >= 0x30 && $0 <= 0x39 }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    act(name, Int(digits.prefix(9)).map { isNegative ? -$0 : $0 })
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      let digits = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
      index = min(index + 2, bytes.count)
      if let code = UInt8(digits, radix: 16) { letter(code) }
    case UInt8(ascii: "*"): state.isSkipped = true
    case UInt8(ascii: "~"): add("\u{A0}")
    case UInt8(ascii: "_"): add("-")
    case 0x0A, 0x0D: sign("\n")
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): letter(byte)
    default: break
    }
  }

  private mutating func act(_ name: String, _ number: Int?) {
    if Self.skipped.contains(name) {
      state.isSkipped = true
    } else if let sign = Self.signs[name] {
      self.sign(sign)
    } else if let letters = Self.letters[name] {
      add(letters)
    } else {
      property(name, number)
    }
  }

  private mutating func property(_ name: String, _ number: Int?) {
    switch name {
    case "u": if let number { unicode(number) }
    case "uc": state.substitutes = max(0, min(number ?? 1, 16))
    case "f":
      flush()
      state.font = number
      if state.isFontTable, let number { fonts[number] = fonts[number] ?? Font() }
    case "fonttbl": state.isFontTable = true
    case "fcharset": if let font = state.font { fonts[font]?.charset = number ?? 0 }
    case "deff": standardFont = number
    case "ansicpg": codePage = number ?? 1252
    case "caps":
      flush()
      state.isCapital = number != 0
    case "plain":
      flush()
      (state.font, state.isCapital) = (standardFont, false)
    case "bin": index = min(bytes.count, index + max(0, number ?? 0))
    default: break
    }
  }

  private mutating func unicode(_ number: Int) {
    flush()
    toSkip = state.substitutes
    let unit = UInt16(truncatingIfNeeded: number)
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else if UTF16.isTrailSurrogate(unit), let lead = high {
      add(String(decoding: [lead, unit], as: UTF16.self), keepsSkipping: true)
      high = nil
    } else if let scalar = Unicode.Scalar(UInt32(unit)) {
      add(String(scalar), keepsSkipping: true)
    }
  }

  private mutating func letter(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
    } else if !state.isSkipped {
      pending.append(byte)
    }
  }

  private mutating func add(_ text: String, keepsSkipping: Bool = false) {
    if !keepsSkipping, toSkip > 0 {
      toSkip -= 1
      return
    }
    flush()
    guard !state.isSkipped, !state.isFontTable else { return }
    flow.add(text, font: fontName, isCapital: state.isCapital)
  }

  private mutating func sign(_ sign: String) {
    flush()
    toSkip = 0
    if !state.isSkipped { flow.add(sign: sign) }
  }

  private var fontName: String? { (state.font ?? standardFont).flatMap { fonts[$0]?.name } }

  /// Decodes the letters at hand, in the code of their font.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    defer { pending = [] }
    if state.isFontTable {
      guard let font = state.font else { return }
      fonts[font]?.name += String(decoding: pending.filter { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      return
    }
    let charset = (state.font ?? standardFont).flatMap { fonts[$0]?.charset } ?? 0
    let isVietnamese = charset == 163 || charset < 2 && codePage == 1258
    let isOld = RunFont(fontName).scheme != nil
    let decoded = try? TextDecoder.decode(pending, as: isVietnamese && !isOld ? .windows1258 : .windows1252)
    flow.add(
      decoded?.text ?? String(decoding: pending, as: UTF8.self), font: fontName, isCapital: state.isCapital)
  }
}
