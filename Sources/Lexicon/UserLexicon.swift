import VietText

/// What a project knows better than the models: its own words and names, texts that must stay, replacements.
///
/// Where they speak about the same text, pins come first, then rules, then words, then the models.
///
/// A lexicon is read from lines of UTF-8 with columns between tabs; `#` begins a comment line:
/// ```
/// # an own word or name; `word`, a tab and the text say the same
/// Nguyễn Văn Nhựt
/// # stays as it is; `*`, `?` and `#` stand for any signs, one sign, one digit
/// pin	VX4
/// # is replaced wherever it stands just so
/// rule	Qủang Ninh	Quảng Ninh
/// ```
/// Wrong lines and contradictions are `problems`; the rest is used.
public struct UserLexicon: Sendable, Equatable {
  /// Where an entry stands: the name of its file and the line, from 1.
  public struct Place: Sendable, Equatable {
    /// Name of the file, as given.
    public var name: String
    /// Line, from 1.
    public var line: Int

    /// Makes a place from its parts.
    public init(name: String, line: Int) {
      self.name = name
      self.line = line
    }
  }

  /// One entry.
  public struct Entry: Sendable, Equatable {
    /// What the entry says about its text.
    public enum Kind: Sendable, Equatable {
      /// It is right where it stands, and may be meant where something like it stands.
      case word
      /// It is never touched.
      case pin
      /// It is replaced by another text.
      case rule(String)
    }

    /// The kind, with the replacement of a rule.
    public var kind: Kind
    /// The text, in NFC.
    public var text: String
    /// Where it was read.
    public var place: Place

    /// Whether the text of a pin holds `*`, `?` or `#`.
    public var isPattern: Bool {
      kind == .pin && text.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x23 }
    }
  }

  /// The entries that are used, in order.
  public private(set) var entries: [Entry] = []
  /// The lines that are not used, and why, by file and line.
  public private(set) var problems: [LexiconProblem] = []

  /// Whether nothing is in it.
  public var isEmpty: Bool { entries.isEmpty }

  /// An empty lexicon.
  public init() {}

  /// A lexicon of the lines of `text`; `name` is told with problems. O(n log n).
  public init(_ text: String, name: String = "") {
    add(text, name: name)
  }

  /// Adds the lines of another file; its entries may contradict those that are there. O(n log n) in both.
  public mutating func add(_ text: String, name: String) {
    let known = Set(entries.map(EntryKey.init))
    var fresh: [Entry] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let place = Place(name: name, line: index + 1)
      do throws(LexiconProblem.Reason) {
        if let entry = try Self.entry(line, place) { fresh.append(entry) }
      } catch {
        problems.append(LexiconProblem(place: place, reason: error))
      }
    }
    entries += fresh.filter { !known.contains(EntryKey($0)) }
    settle()
  }

  /// Takes out what contradicts an entry before it or of a higher kind, and tells it.
  private mutating func settle() {
    let (kept, conflicts) = LexiconConflicts.settle(entries)
    entries = kept
    problems += conflicts
    problems.sort { ($0.place.name, $0.place.line) < ($1.place.name, $1.place.line) }
  }

  private static func entry(_ line: Substring, _ place: Place) throws(LexiconProblem.Reason) -> Entry? {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed($0) }
    guard let first = columns.first, !columns.allSatisfy(\.isEmpty), !first.hasPrefix("#") else { return nil }
    if columns.count == 1 { return Entry(kind: .word, text: try checked(first), place: place) }
    switch (first, columns.count) {
    case ("word", 2): return Entry(kind: .word, text: try checked(columns[1]), place: place)
    case ("pin", 2): return Entry(kind: .pin, text: try checked(columns[1]), place: place)
    case ("rule", 3):
      let (old, new) = (try checked(columns[1]), try checked(columns[2]))
      guard old != new else { throw .changesNothing }
      return Entry(kind: .rule(new), text: old, place: place)
    case ("rule", 2): throw .missingReplacement
    case ("word", _), ("pin", _), ("rule", _): throw .tooManyColumns
    default: throw .unknownKind
    }
  }

  /// The longest text of an entry, in scalars.
  private static let longest = 200

  private static func checked(_ text: String) throws(LexiconProblem.Reason) -> String {
    guard !text.isEmpty else { throw .missingText }
    guard text.unicodeScalars.count <= longest else { throw .tooLong }
    let hasSign = text.unicodeScalars.contains {
      VietLetter.isLetter($0.value) || ModelTokenizer.isDigit($0.value) || $0 == "#"
    }
    guard hasSign else { throw .noLetters }
    return text
  }

  private static func trimmed(_ text: Substring) -> String {
    var options = Normalizer.Options()
    (options.findsLegacy, options.mendsLookAlikes) = (false, false)
    let composed = Normalizer(options).normalize(String(text)).text
    let words = composed.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{FEFF}" || $0 == "\r" }
    return words.joined(separator: " ")
  }
}

/// What makes two entries the same.
struct EntryKey: Hashable {
  let text: String
  let kind: Int
  let replacement: String

  init(_ entry: UserLexicon.Entry) {
    text = entry.text
    switch entry.kind {
    case .word: (kind, replacement) = (0, "")
    case .pin: (kind, replacement) = (1, "")
    case .rule(let new): (kind, replacement) = (2, new)
    }
  }
}
