import Extraction
import PhucHoiFormats

/// Why a file is not taken for a sheet of decisions.
public struct SheetError: Error, Sendable, Equatable {
  /// The kinds of failure.
  public enum Reason: Sendable {
    /// Its columns are not those of a sheet of this program.
    case foreign
    /// It was saved in an encoding without Vietnamese letters.
    case recoded
    /// It cannot be read.
    case damaged
    /// A format of spreadsheets that is not read.
    case otherFormat
  }

  /// The kind of failure.
  public let reason: Reason
  /// The stable code.
  public var code: String { "PH-1603" }

  init(_ reason: Reason) { self.reason = reason }
}

/// Reads the files that spreadsheets save.
enum SheetFile {
  /// The cells row by row.
  static func rows(of bytes: [UInt8]) throws(SheetError) -> [[String]] {
    if case .foreign(let format) = FormatGuess(bytes) {
      switch format {
      case .xlsx:
        do throws(FormatError) { return try SpreadsheetReader.rows(of: bytes) } catch {
          throw SheetError(.damaged)
        }
      case .csv: break
      case .zip: throw SheetError(.damaged)
      default: throw SheetError(.otherFormat)
      }
    }
    // Letters that another encoding does not have are gone, whatever is done with the rest.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SheetError(bytes.contains(0) ? .damaged : .recoded)
    }
    return CSVReader.rows(bytes)
  }
}
