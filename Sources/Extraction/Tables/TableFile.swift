import Foundation

/// Why a table or a profile could not be read.
public struct TableError: Error, Sendable, CustomStringConvertible {
  /// Stable code: PH-3001 a table is missing, PH-3002 a line of a table or profile is wrong.
  public let code: String
  /// What was being read, and what is wrong with it.
  public let message: String

  /// Code and message in one line.
  public var description: String { "\(code): \(message)" }

  static func missing(_ url: URL) -> TableError {
    TableError(code: "PH-3001", message: "cannot read table \(url.lastPathComponent)")
  }

  static func malformed(_ file: String, line: Int, _ what: String) -> TableError {
    TableError(code: "PH-3002", message: "\(file), line \(line): \(what)")
  }
}

/// A readable table: tab-separated columns, one row a line, `#` starts a comment line.
struct TableFile {
  /// The rows that are not comments, split at tabs.
  let rows: [[String]]

  /// Reads `name` in `directory`.
  init(_ name: String, in directory: URL) throws(TableError) {
    let url = directory.appendingPathComponent(name)
    guard let data = try? Data(contentsOf: url) else { throw TableError.missing(url) }
    self.init(bytes: [UInt8](data))
  }

  /// Parses the bytes of a table.
  init(bytes: [UInt8]) {
    var rows: [[String]] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where line.first != 0x23 {
      rows.append(
        line.split(separator: 0x09, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
    self.rows = rows
  }
}
