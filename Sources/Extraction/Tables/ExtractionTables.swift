import ModelFile
import Platform

/// Why a table or a profile could not be read.
public typealias TableError = ModelFile.TableError

/// Whose a body is, by the way its name begins.
enum BodyKind: String, Sendable {
  case state
  case party
  /// Mass organisations.
  case org
  /// State or Party.
  case any
  /// Not a body: the name of a place that continues one.
  case place
  /// The head who acts for a body: `BỘ TRƯỞNG BỘ ...`.
  case chief
}

/// One tên loại.
struct DocumentType: Sendable {
  /// `Kế hoạch`.
  var name: String
  /// Symbols in document numbers: `KH`.
  var symbols: [String]
  /// typeName in Thông tư 05/2025/TT-BNV.
  var code: String
}

/// A stamp beside the text: độ mật, độ khẩn, hình thức sao, dấu đến.
struct Stamp: Sendable {
  /// What a stamp states.
  enum Kind: String, Sendable { case secrecy, urgency, copy, circulation, arrival, certification }
  var kind: Kind
  var value: String
  var matcher: KeywordMatcher
}

/// The tables that extraction reads: types, bodies, titles, stamps, names. Immutable once loaded.
public struct ExtractionTables: Sendable {
  let types: [DocumentType]
  let typePhrases: PhraseTable
  let typeMatchers: [KeywordMatcher]
  /// Row of a type by its symbol, exactly as printed (`KH`); the first type with that symbol.
  let typeOfSymbol: [String: Int]
  let bodies: [(name: String, kind: BodyKind)]
  let bodyPhrases: PhraseTable
  let foldedBodies: [[UInt8]]
  let abbreviations: [String: BodyKind]
  /// The groups of which symbols are made.
  let symbols: SymbolTable
  let titles: PhraseTable
  let titleNames: [String]
  let titleMatchers: [KeywordMatcher]
  let stamps: [Stamp]
  let openers: PhraseTable
  /// The same, those of one word in their own marks alone.
  let spelledOpeners: PhraseTable
  let families: Set<UInt64>
  let familyNames: Set<String>
  /// Those that are so rare that no doubtful reading is taken for them, by their keys.
  let rareFamilies: [UInt64: [String]]
  /// The one family name with these bare letters, where there is one only.
  let familyOfLetters: [UInt64: String]

  /// Reads all tables in `directory`. Takes about a millisecond.
  public init(directory: URL) throws(TableError) {
    func rows(_ name: String, keyword column: Int = 0) throws(TableError) -> [[String]] {
      let rows = try TableFile(directory.appendingPathComponent(name)).rows
      // A keyword of signs or of letters of other alphabets would be found nowhere and everywhere.
      let bare = rows.firstIndex { row in
        column < row.count && !Folding.fold(row[column]).contains(where: Folding.isLetter)
      }
      if let bare {
        throw TableError.malformed(
          name, line: bare + 1, "no letter in column \(column + 1) (comments not counted)")
      }
      return rows
    }
    let typeRows = try rows("document_types.tsv").filter { $0.count >= 3 }
    types = typeRows.map {
      DocumentType(name: $0[0], symbols: $0[1].split(separator: " ").map(String.init), code: $0[2])
    }
    typePhrases = PhraseTable(types.map(\.name))
    typeMatchers = types.map { KeywordMatcher($0.name, lettersPerError: 5) }
    var symbols: [String: Int] = [:]
    for (row, type) in types.enumerated() {
      for symbol in type.symbols where symbols[symbol] == nil { symbols[symbol] = row }
    }
    typeOfSymbol = symbols
    bodies = try rows("body_heads.tsv").compactMap { row in
      row.count < 2 ? nil : BodyKind(rawValue: row[1]).map { (row[0], $0) }
    }
    foldedBodies = bodies.map { Folding.fold($0.name) }
    bodyPhrases = PhraseTable(bodies.map(\.name), exactWhenShort: true)
    abbreviations = Dictionary(
      try rows("body_abbreviations.tsv").compactMap { row in
        row.count < 3 ? nil : BodyKind(rawValue: row[2]).map { (row[0], $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.symbols = SymbolTable(
      heads: types.flatMap(\.symbols), bodies: Array(abbreviations.keys),
      others: try rows("symbols.tsv").compactMap { $0.count > 1 && $0[1] != "whole" ? $0[0] : nil },
      words: try rows("abbreviations.known.tsv").compactMap(\.first))
    let titleRows = try rows("signer_titles.tsv").map { $0[0] }
    titles = PhraseTable(titleRows)
    titleNames = titleRows
    titleMatchers = titleRows.map { KeywordMatcher($0, lettersPerError: 5) }
    stamps = try rows("stamps.tsv", keyword: 1).compactMap { row in
      guard row.count >= 3, let kind = Stamp.Kind(rawValue: row[0]) else { return nil }
      return Stamp(kind: kind, value: row[2], matcher: KeywordMatcher(row[1], lettersPerError: 7))
    }
    let openerRows = try rows("openers.tsv").map { $0[0] }
    openers = PhraseTable(openerRows)
    spelledOpeners = PhraseTable(openerRows, exactWhenShort: true)
    let families = try rows("family_names.tsv")
    familyNames = Set(families.filter { $0.count == 1 }.map { $0[0] })
    rareFamilies = Dictionary(
      grouping: families.filter { $0.count > 1 }.map { $0[0] }, by: WordKey.folding)
    let byLetters = Dictionary(grouping: familyNames, by: WordKey.folding)
    self.families = Set(byLetters.keys)
    familyOfLetters = byLetters.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}
