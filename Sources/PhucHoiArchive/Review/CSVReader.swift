import Extraction

/// Reads CSV as spreadsheets write it.
enum CSVReader {
  /// The cells row by row; an apostrophe that keeps a cell from being a formula is taken away. O(n).
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    let bytes = bytes.starts(with: CSVText.mark) ? bytes.dropFirst(3) : bytes[...]
    let comma = separator(of: bytes.prefix { $0 != 0x0A })
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.endIndex, bytes[index] == 0x22 {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, cell.isEmpty {
        isQuoted = true
      } else if byte == comma {
        row.append(text(&cell))
      } else if byte == 0x0A {
        row.append(text(&cell))
        rows.append(row)
        row = []
      } else if byte != 0x0D {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [text(&cell)]) }
    return rows
  }

  /// The separator that the first line has most of.
  private static func separator(of line: ArraySlice<UInt8>) -> UInt8 {
    let marks: [UInt8] = [0x2C, 0x3B, 0x09]
    let counts = marks.map { mark in line.count { $0 == mark } }
    return zip(marks, counts).max { $0.1 < $1.1 }?.0 ?? 0x2C
  }

  private static func text(_ cell: inout [UInt8]) -> String {
    defer { cell.removeAll(keepingCapacity: true) }
    let isGuarded = cell.count > 1 && cell[0] == 0x27 && "=+-@\t\r".utf8.contains(cell[1])
    return String(decoding: isGuarded ? cell.dropFirst() : cell[...], as: UTF8.self)
  }
}
