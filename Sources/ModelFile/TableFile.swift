import Foundation

/// Why a table or a profile could not be read.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Reason: String, Sendable, CaseIterable {
    /// The file is missing or may not be read.
    case unreadable = "PH-3021"
    /// A line does not say what it should.
    case malformed = "PH-3022"
  }

  /// What kind of failure it is.
  public let reason: Reason
  /// What was being read, and what is wrong with it.
  public let message: String

  /// Stable code, `PH-302x`.
  public var code: String { reason.rawValue }

  /// Code and message in one line.
  public var description: String { "\(code): \(message)" }

  /// The failure to read the table at `url`.
  public static func missing(_ url: URL) -> TableError {
    TableError(reason: .unreadable, message: "cannot read table \(url.lastPathComponent)")
  }

  /// The failure of a line, from 1, of a file.
  public static func malformed(_ file: String, line: Int, _ what: String) -> TableError {
    TableError(reason: .malformed, message: "\(file), line \(line): \(what)")
  }
}

/// A readable table: tab-separated columns, one row a line; `#` begins a comment line.
public struct TableFile: Sendable {
  /// The rows that are neither comments nor empty, split at tabs.
  public let rows: [[String]]

  /// Reads the table at `url`, without its first row where that holds the heads of the columns, and at most
  /// `columns` fields of each row. O(size). Throws `TableError` where it cannot be read.
  public init(_ url: URL, hasHeads: Bool = false, columns: Int = .max) throws(TableError) {
    guard let data = try? Data(contentsOf: url) else { throw TableError.missing(url) }
    self.init(bytes: [UInt8](data), hasHeads: hasHeads, columns: columns)
  }

  /// Parses the bytes of a table.
  public init(bytes: [UInt8], hasHeads: Bool = false, columns: Int = .max) {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.lazy.filter { $0.first != 0x23 }
    rows = lines.dropFirst(hasHeads ? 1 : 0).map { line in
      let fields = line.split(separator: 0x09, maxSplits: columns, omittingEmptySubsequences: false)
      return fields.prefix(columns).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
