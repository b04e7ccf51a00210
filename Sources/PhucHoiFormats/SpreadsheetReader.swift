/// Reads the first sheet of an XLSX workbook (ECMA-376 part 1) as text.
public enum SpreadsheetReader {
  /// Sheets with more columns are cut.
  static let mostColumns = 256
  /// The largest member that is read, in bytes.
  private static let limit = 512 << 20

  /// The cells row by row, as many rows as the sheet numbers; formulas give the values that were kept of them.
  ///
  /// - Throws: `FormatError` where the file is no workbook or damaged.
  public static func rows(of bytes: [UInt8]) throws(FormatError) -> [[String]] {
    let archive = ZipArchive(bytes)
    let book = WorkbookReader()
    try MarkupReader.read(try archive.read("xl/workbook.xml", limit: limit), book)
    let links = RelationReader()
    if let relations = try? archive.read("xl/_rels/workbook.xml.rels", limit: limit) {
      try MarkupReader.read(relations, links)
    }
    let strings = SharedStringReader()
    if let shared = try? archive.read("xl/sharedStrings.xml", limit: limit) {
      try MarkupReader.read(shared, strings)
    }
    let target = book.firstSheet.flatMap { links.targets[$0] } ?? "worksheets/sheet1.xml"
    let name = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    let reader = SheetReader(strings.strings)
    try MarkupReader.read(try archive.read(name, limit: limit), reader)
    return reader.rows
  }
}

/// Finds the first sheet of a workbook.
private final class WorkbookReader: MarkupHandler {
  private(set) var firstSheet: String?

  func start(_ tag: MarkupTag) {
    if tag.name == "sheet", firstSheet == nil { firstSheet = tag.attributes["id"] }
  }
  func end(_ name: String, at end: Int) {}
  func text(_ text: String) {}
  func reference() {}
}

/// Reads which part of the file goes by which id.
private final class RelationReader: MarkupHandler {
  private(set) var targets: [String: String] = [:]

  func start(_ tag: MarkupTag) {
    if tag.name == "Relationship", let id = tag.attributes["Id"] { targets[id] = tag.attributes["Target"] }
  }
  func end(_ name: String, at end: Int) {}
  func text(_ text: String) {}
  func reference() {}
}

/// Reads the texts that cells share.
private final class SharedStringReader: MarkupHandler {
  private(set) var strings: [String] = []
  private var current = ""
  private var (isText, isPhonetic) = (false, false)

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "si": current = ""
    case "t": isText = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    switch name {
    case "si": strings.append(SheetReader.unescaped(current))
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func text(_ text: String) { if isText, !isPhonetic { current += text } }
  func reference() {}
}

/// Reads the cells of a sheet.
private final class SheetReader: MarkupHandler {
  private(set) var rows: [[String]] = []
  private let strings: [String]
  private var row: [String] = []
  private var (column, kind, value) = (0, "", "")
  private var isValue = false

  init(_ strings: [String]) { self.strings = strings }

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "row":
      // Rows that are empty need not be there, and a number must not make a million of them.
      let number = tag.attributes["r"].flatMap { Int($0) } ?? rows.count + 1
      while rows.count < min(number - 1, rows.count + 65_536, 1 << 20) { rows.append([]) }
      row = []
    case "c":
      column = tag.attributes["r"].flatMap(Self.column) ?? row.count
      (kind, value) = (tag.attributes["t"] ?? "n", "")
    case "v", "t": isValue = true
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    switch name {
    case "v", "t": isValue = false
    case "c":
      guard column < SpreadsheetReader.mostColumns else { break }
      while row.count <= column { row.append("") }
      row[column] = cell
    case "row": rows.append(row)
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }
  func reference() {}

  private var cell: String {
    switch kind {
    case "s": Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": value == "1" ? "TRUE" : "FALSE"
    case "n": value
    default: Self.unescaped(value)
    }
  }

  /// The column of a place, `AB12`, from 0.
  private static func column(_ place: String) -> Int? {
    var column = 0
    for byte in place.utf8.prefix(4) {
      guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column - 1 : nil
  }

  /// Text in which `_x000D_` stands for a character that XML does not take.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.split(separator: "_x000D_", omittingEmptySubsequences: false).joined(separator: "\r")
  }
}
