import GRDB

/// What is wrong with a catalogue.
public enum CatalogueError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A value that no run wrote, in this column.
  case damaged(String)

  /// The place, without its value.
  public var description: String {
    switch self {
    case .damaged(let place): "damaged at \(place)"
    }
  }
}

/// Values of a file that anybody may have written: what is of another kind is nil, never a trap.
extension Row {
  /// A text.
  func text(_ name: String) -> String? { String.fromDatabaseValue(self[name]) }
  /// A whole number.
  func int(_ name: String) -> Int? { Int.fromDatabaseValue(self[name]) }
  /// A number.
  func real(_ name: String) -> Double? {
    Double.fromDatabaseValue(self[name]).flatMap { $0.isFinite ? $0 : nil }
  }
  /// The text of a column by its place.
  func text(at index: Int) -> String? { String.fromDatabaseValue(self[index]) }
  /// The whole number of a column by its place.
  func int(at index: Int) -> Int? { Int.fromDatabaseValue(self[index]) }
  /// A number as the nearest whole one that reports show.
  func count(_ name: String) -> Int {
    real(name).map { Int(Swift.max(-1e15, Swift.min(1e15, $0.rounded()))) } ?? 0
  }
  /// The same by the column's place.
  func count(at index: Int) -> Int {
    Double.fromDatabaseValue(self[index]).map {
      $0.isFinite ? Int(Swift.max(-1e15, Swift.min(1e15, $0.rounded()))) : 0
    }
      ?? 0
  }
  /// A range of offsets; nil where it is none.
  func range(_ start: String, _ end: String) -> Range<Int>? {
    guard let lower = int(start), let upper = int(end), lower >= 0, lower <= upper else { return nil }
    return lower..<upper
  }
}

/// What a database says of an error, without the values that it was about.
public struct CatalogueFault: Sendable, CustomStringConvertible {
  /// Number and name of the error.
  public let description: String

  /// What `error` says.
  public init(_ error: any Error) {
    switch error {
    case let error as DatabaseError: description = "SQLite \(error.extendedResultCode.rawValue)"
    case let error as CatalogueError: description = error.description
    default: description = "damaged"
    }
  }
}
