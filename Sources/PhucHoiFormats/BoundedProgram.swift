import CChild

/// A program of the system that cannot do more than it may: its time, its memory and what it prints are bounded, and
/// whatever it starts ends with it.
public struct BoundedProgram: Sendable {
  /// Why there is no answer.
  public enum Failure: Error, Sendable, Equatable {
    /// It is not installed, or cannot be started.
    case notThere
    /// It did not come to an end in time.
    case tooSlow
    /// It printed more than it may.
    case tooMuch
    /// A signal ended it, as where it wanted too much memory.
    case killed
    /// It ended with this status.
    case status(Int)
  }

  /// Its name on the search path.
  let name: String
  /// How long it may take, in seconds.
  let patience: Double
  /// How much memory it may have, in bytes.
  let memory: UInt64
  /// How much it may print, in bytes.
  let output: UInt64

  /// A program by its name.
  public init(_ name: String, patience: Double, memory: UInt64, output: UInt64) {
    (self.name, self.patience, self.memory, self.output) = (name, patience, memory, output)
  }

  /// What the program prints when it is called with `arguments` and reads `input`, a file that it can seek in.
  public func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    var path = [CChar](repeating: 0, count: 4096)
    guard cchild_find(name, &path, path.count) != 0 else { throw .notThere }
    let limits = cchild_limits(
      milliseconds: Int64(max(1, min(patience, 86_400) * 1000)), memory: memory, output: output)
    // One block of bytes ended by zeros each: they stay where they are during the call.
    var (texts, starts): ([CChar], [Int]) = ([], [])
    for text in [name] + arguments {
      starts.append(texts.count)
      texts += text.utf8CString
    }
    let result = texts.withUnsafeMutableBufferPointer { texts in
      var list = starts.map { start in texts.baseAddress.map { $0 + start } } + [nil]
      return input.withUnsafeBufferPointer { cchild_run(path, &list, $0.baseAddress, $0.count, limits) }
    }
    defer { cchild_free(result.output) }
    switch result.end {
    case Int32(CCHILD_DONE.rawValue): break
    case Int32(CCHILD_NO_START.rawValue): throw .notThere
    case Int32(CCHILD_TOO_SLOW.rawValue): throw .tooSlow
    case Int32(CCHILD_TOO_MUCH.rawValue): throw .tooMuch
    default: throw .killed
    }
    guard result.status == 0 else { throw result.status == 127 ? .notThere : .status(Int(result.status)) }
    return Array(UnsafeBufferPointer(start: result.output, count: result.length))
  }
}
