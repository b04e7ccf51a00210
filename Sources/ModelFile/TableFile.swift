import Platform

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
    self.init(bytes: try Self.read(url), hasHeads: hasHeads, columns: columns)
  }

  /// The bytes of the table at `url`. Throws `TableError` where it cannot be read.
  public static func read(_ url: URL) throws(TableError) -> [UInt8] {
    guard let data = try? Data(contentsOf: url) else { throw TableError.missing(url) }
    return [UInt8](data)
  }

  /// Calls `body` with each row of the table at `url` that is neither comment nor empty, without the first where that
  /// holds the heads of the columns; no row is kept. O(size). Throws `TableError` where it cannot be read.
  public static func forEachRow(
    of url: URL, hasHeads: Bool = false, _ body: (TableRow) -> Void
  ) throws(TableError) {
    forEachRow(of: try read(url), hasHeads: hasHeads, body)
  }

  /// The same with the bytes of a table. O(size).
  public static func forEachRow(of bytes: [UInt8], hasHeads: Bool = false, _ body: (TableRow) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var (start, heads) = (0, hasHeads ? 1 : 0)
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        if end > start, bytes[start] != 0x23 {
          if heads == 0 { body(TableRow(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]))) }
          heads = 0
        }
        start = end + 1
      }
    }
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

/// A row of a table that is being read; good only while it is.
public struct TableRow {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>

  /// The text of a column, from 0; nil where the row has fewer. O(length of the row).
  public func text(_ column: Int) -> String? {
    field(column).map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
  }

  /// The number in a column; nil where there is none. O(length of the row).
  public func number(_ column: Int) -> Int? {
    guard let range = field(column), !range.isEmpty, range.count < 18 else { return nil }
    var value = 0
    for byte in bytes[range] {
      guard byte &- 48 < 10 else { return nil }
      value = 10 * value + Int(byte - 48)
    }
    return value
  }

  private func field(_ column: Int) -> Range<Int>? {
    var (start, left) = (0, column)
    while left > 0 {
      guard let tab = bytes[start...].firstIndex(of: 0x09) else { return nil }
      (start, left) = (tab + 1, left - 1)
    }
    return start..<(bytes[start...].firstIndex(of: 0x09) ?? bytes.count)
  }
}
