/// Named rules over folded text, all in one engine: a pattern says what stands there, a reader of values what it means.
///
/// A pattern is made of parts with blanks between them:
///
/// | part | reads |
/// |---|---|
/// | `ngay` | a word; `ngay~` with one wrong letter that is not its first |
/// | `'-/'` | one of the marks |
/// | `_` | blanks and line ends; `,` with commas, colons and brackets; `..` with the dots of what was left open |
/// | `{day}` | a value of the reader; `{slashes}` another rule |
/// | `[ … ]` | what may be missing |
/// | `( … \| … )` | the first that fits |
///
/// As in parsing expression grammars nothing that fitted is given back: a rule takes time linear in what it reads.
struct Grammar<Reader: RuleReader>: Sendable {
  private indirect enum Part: Sendable {
    case word([UInt8], mayErr: Bool)
    case marks([UInt8])
    case skip([UInt8])
    case value(Reader.Value)
    case rule(Int)
    case choice([[Part]])
    case option([Part])
  }

  /// Names of the rules, in order.
  let names: [String]
  private let rules: [[Part]]

  /// Reads rules, one a line: `name = pattern`. Rules that others name stand before them.
  init(_ source: String) {
    var names: [String] = []
    var rules: [[Part]] = []
    for line in source.split(separator: "\n") {
      let halves = line.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      var tokens = halves[1].split(separator: " ")[...]
      rules.append(Self.sequence(&tokens, names))
      names.append(halves[0].split(separator: " ").joined())
    }
    (self.names, self.rules) = (names, rules)
  }

  private static func sequence(_ tokens: inout ArraySlice<Substring>, _ names: [String]) -> [Part] {
    var parts: [Part] = []
    while let token = tokens.first, ![")", "]", "|"].contains(token) {
      tokens.removeFirst()
      parts.append(part(token, &tokens, names))
    }
    return parts
  }

  private static func part(
    _ token: Substring, _ tokens: inout ArraySlice<Substring>, _ names: [String]
  ) -> Part {
    switch token {
    case "_": return .skip(Cursor.blanks)
    case ",": return .skip(Cursor.blanks + Array(",:()".utf8))
    case "..": return .skip(Cursor.blanks + Cursor.openMarks)
    case "[":
      let inner = sequence(&tokens, names)
      tokens = tokens.dropFirst()
      return .option(inner)
    case "(":
      var choices = [sequence(&tokens, names)]
      while tokens.popFirst() == "|" { choices.append(sequence(&tokens, names)) }
      return .choice(choices)
    default: break
    }
    if token.first == "'" { return .marks(Array(token.dropFirst().dropLast().utf8)) }
    if token.first == "{" {
      let name = String(token.dropFirst().dropLast())
      if let rule = names.firstIndex(of: name) { return .rule(rule) }
      return Reader.Value(rawValue: name).map(Part.value) ?? .choice([])
    }
    let mayErr = token.last == "~"
    return .word(Array((mayErr ? token.dropLast() : token).utf8), mayErr: mayErr)
  }

  /// Whether a rule fits at the cursor; if so, cursor and reader have moved behind it.
  func fits(_ rule: Int, _ reader: inout Reader, _ cursor: inout Cursor) -> Bool {
    fits(rules[rule][...], &reader, &cursor)
  }

  private func fits(_ parts: ArraySlice<Part>, _ reader: inout Reader, _ cursor: inout Cursor) -> Bool {
    let before = (reader, cursor)
    if parts.allSatisfy({ fits($0, &reader, &cursor) }) { return true }
    (reader, cursor) = before
    return false
  }

  private func fits(_ part: Part, _ reader: inout Reader, _ cursor: inout Cursor) -> Bool {
    switch part {
    case .word(let letters, let mayErr): return cursor.skipWord(letters, mayErr: mayErr)
    case .marks(let marks): return cursor.skipMark(marks)
    case .skip(let bytes):
      while let byte = cursor.byte, bytes.contains(byte) { cursor.position += 1 }
      return true
    case .value(let value): return reader.read(value, &cursor)
    case .rule(let rule): return fits(rules[rule][...], &reader, &cursor)
    case .choice(let choices): return choices.contains { fits($0[...], &reader, &cursor) }
    case .option(let parts):
      _ = fits(parts[...], &reader, &cursor)
      return true
    }
  }
}

/// Reads the values that a grammar's patterns name.
protocol RuleReader: Sendable {
  /// The values, by the names that patterns give them.
  associatedtype Value: RawRepresentable<String> & Sendable
  /// Reads a value at the cursor and moves it; false, with the cursor left or not, if there is none.
  mutating func read(_ value: Value, _ cursor: inout Cursor) -> Bool
}

/// A place in a folded text that moves on to a limit.
struct Cursor: Sendable {
  let folded: [UInt8]
  let limit: Int
  var position: Int

  static let blanks = [Folding.blank, Folding.newline]
  static let openMarks: [UInt8] = Array("._*,'\"`~".utf8) + [Folding.other]

  var byte: UInt8? { position < limit ? folded[position] : nil }

  mutating func skipMark(_ marks: [UInt8]) -> Bool {
    guard let byte, marks.contains(byte) else { return false }
    position += 1
    return true
  }

  /// A word that ends with its last letter; a letter that may be a figure may follow one that may err.
  mutating func skipWord(_ letters: [UInt8], mayErr: Bool) -> Bool {
    let end = position + letters.count
    guard end <= limit, folded[position] == letters[0] else { return false }
    var errors = 0
    for (index, letter) in letters.enumerated() where folded[position + index] != letter {
      errors += Folding.isLetter(folded[position + index]) ? 1 : 9
    }
    guard errors <= (mayErr ? 1 : 0) else { return false }
    if end < limit, Folding.isLetter(folded[end]), !(mayErr && Self.mayBeFigure(folded[end])) { return false }
    position = end
    return true
  }

  private static func mayBeFigure(_ byte: UInt8) -> Bool { byte == 0x6F || byte == 0x6C }
}
