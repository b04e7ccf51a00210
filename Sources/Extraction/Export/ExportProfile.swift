import ModelFile
import Platform

/// How records become rows of a sheet: columns with their sources and rules, read from a text file.
public struct ExportProfile: Sendable {
  /// One column.
  struct Column: Sendable, Equatable {
    var name: String
    var source: String
    var rules: Rules
  }

  /// What is done to a value on its way into a cell.
  struct Rules: Sendable, Equatable {
    var constant: String?
    var takesFirst = false
    var separator = ";"
    var usesCode = false
    var usesDayFirst = false
    var fillsZeros = false
    var startsWithSlash = false
    var isUpper = false
    var isCapital = false
    var dropsStop = false
    var maximum: Int?
  }

  let columns: [Column]

  /// Reads the profile at `url`.
  ///
  /// - Throws: `TableError` PH-3021 when there is no such file, PH-3022 with the line that is wrong.
  public init(contentsOf url: URL) throws(TableError) {
    // A profile has some kilobytes; what has more is none.
    guard let bytes = FileBytes.read(url.path, limit: 1 << 20) else { throw TableError.missing(url) }
    try self.init(text: String(decoding: bytes, as: UTF8.self), name: url.lastPathComponent)
  }

  /// The names of the profiles that are shipped.
  public static let names = ["tt05", "nd30", "dang"]

  /// Reads the shipped profile called `name` in the folder of tables, or the one in the file at that path.
  ///
  /// - Throws: `TableError` PH-3021 when there is no such file, PH-3022 with the line that is wrong.
  public init(_ name: String, tables: URL) throws(TableError) {
    try self.init(
      contentsOf: Self.names.contains(name)
        ? tables.appendingPathComponent("profiles/\(name).tsv") : URL(fileURLWithPath: name))
  }

  init(text: String, name: String) throws(TableError) {
    var columns: [Column] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2, !fields[0].isEmpty else {
        throw TableError.malformed(
          name, line: index + 1, "a name and a source are needed, separated by a tab")
      }
      guard RowSource.names.contains(fields[1]) else {
        throw TableError.malformed(name, line: index + 1, "no such source: \(fields[1])")
      }
      columns.append(
        Column(
          name: fields[0], source: fields[1],
          rules: try Self.rules(fields.count > 2 ? fields[2] : "", name, index + 1)))
    }
    self.columns = columns
  }

  private static func rules(_ text: String, _ file: String, _ line: Int) throws(TableError) -> Rules {
    var rules = Rules()
    if text.hasPrefix("const=") {
      rules.constant = String(text.dropFirst(6))
      return rules
    }
    for word in text.split(separator: " ") {
      switch word {
      case "first": rules.takesFirst = true
      case "code": rules.usesCode = true
      case "dmy": rules.usesDayFirst = true
      case "zeros": rules.fillsZeros = true
      case "slash": rules.startsWithSlash = true
      case "upper": rules.isUpper = true
      case "capital": rules.isCapital = true
      case "nostop": rules.dropsStop = true
      default:
        if word.hasPrefix("join=") { rules.separator = String(word.dropFirst(5)); continue }
        guard word.hasPrefix("max="), let maximum = Int(word.dropFirst(4)), maximum > 0 else {
          throw TableError.malformed(file, line: line, "no such rule: \(word)")
        }
        rules.maximum = maximum
      }
    }
    return rules
  }
}

/// The fields of a record by the names that profiles use.
enum RowSource {
  static let names: Set<String> = [
    "-", "path", "ordinal", "form", "pages", "pages.first", "pages.last", "document_type", "document_number",
    "document_number.number", "document_number.year", "document_number.symbol", "date", "place",
    "issuing_body",
    "superior_body", "co_issuers", "subject", "addressees", "recipients", "archive_note", "references.number",
    "references.type", "references.date", "references.issuer", "deadlines.date", "deadlines.text",
    "deadlines.task",
    "signers.name", "signers.title", "signers.authority", "attachments.title", "attachments.label", "secrecy",
    "urgency",
    "copy_form", "confidence", "check",
  ]

  /// The values of a source: none, one, or those of a list.
  static func values(_ source: String, _ document: DocumentRecord, path: String, ordinal: Int) -> [String] {
    switch source {
    case "path": [path]
    case "ordinal": ["\(ordinal)"]
    case "form": [document.form.rawValue]
    case "pages": ["\(document.pages.last - document.pages.first + 1)"]
    case "pages.first": ["\(document.pages.first)"]
    case "pages.last": ["\(document.pages.last)"]
    case "confidence": [MainFields(document).leastConfidence]
    case "check": MainFields(document).toCheck
    default: scalar(source, document).map { [$0].compactMap { $0 } } ?? list(source, document)
    }
  }

  /// A scalar field; nil if the source is none.
  private static func scalar(_ source: String, _ document: DocumentRecord) -> String?? {
    switch source {
    case "document_type": .some(document.documentType?.value)
    case "document_number": .some(document.documentNumber?.value)
    case "document_number.number": .some(document.documentNumber?.number)
    case "document_number.year": .some(document.documentNumber?.year)
    case "document_number.symbol": .some(symbol(document.documentNumber))
    case "date": .some(document.date?.value)
    case "place": .some(document.place?.value)
    case "issuing_body": .some(document.issuingBody?.value)
    case "superior_body": .some(document.superiorBody?.value)
    case "subject": .some(document.subject?.value)
    case "archive_note": .some(document.archiveNote?.value)
    case "secrecy": .some(document.secrecy?.value)
    case "urgency": .some(document.urgency?.value)
    case "copy_form": .some(document.copyForm?.value)
    default: nil
    }
  }

  /// `2008/CT-UBND` where the number holds a year.
  private static func symbol(_ number: DocumentNumber?) -> String? {
    guard let symbol = number?.symbol else { return nil }
    return (number?.year).map { "\($0)/\(symbol)" } ?? symbol
  }

  private static func list(_ source: String, _ document: DocumentRecord) -> [String] {
    switch source {
    case "co_issuers": document.coIssuers.map(\.value)
    case "addressees": document.addressees.map(\.value)
    case "recipients": document.recipients.map(\.value)
    case "references.number": document.references.compactMap { $0.number ?? $0.title }
    case "references.type": document.references.compactMap(\.type)
    case "references.date": document.references.compactMap(\.date)
    case "references.issuer": document.references.compactMap(\.issuer)
    case "deadlines.date": document.deadlines.compactMap(\.date)
    case "deadlines.text": document.deadlines.map(\.place.value)
    case "deadlines.task": document.deadlines.compactMap(\.task)
    case "signers.name": document.signers.compactMap(\.name)
    case "signers.title": document.signers.compactMap(\.title)
    case "signers.authority": document.signers.compactMap(\.authority)
    case "attachments.title": document.attachments.compactMap { $0.title ?? $0.label }
    case "attachments.label": document.attachments.compactMap(\.label)
    default: []
    }
  }
}
