import Foundation

/// A file that a command writes: complete or not at all, and never over an input.
struct OutputFile: Sendable {
  /// The path as it was given.
  let path: String

  /// Writes `bytes` to a temporary file beside the target and renames it.
  ///
  /// - Throws: `CommandFailure` PH-4002 when the folder is missing, full or not writable.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    let target = URL(fileURLWithPath: path)
    let name = ".\(target.lastPathComponent).\(getpid()).part"
    let temporary = target.deletingLastPathComponent().appendingPathComponent(name)
    do {
      try Data(bytes).write(to: temporary)
      guard rename(temporary.path, target.path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    } catch {
      unlink(temporary.path)
      throw CommandFailure(
        "PH-4002", status: .output,
        Message(vi: "\(path): không ghi được.", en: "\(path): cannot be written."),
        remedy: Message(vi: "Kiểm tra thư mục và quyền ghi.", en: "Check the folder and its permissions."))
    }
  }

  /// Refuses to go on where this file is one of `inputs`.
  ///
  /// - Throws: `CommandFailure` PH-2001.
  func refuse(inputs: [InputSource]) throws(CommandFailure) {
    var own = stat()
    guard stat(path, &own) == 0 else { return }
    try Self.refuse(own, path, inputs)
  }

  /// Refuses to go on where the shell sends standard output to one of `inputs`.
  ///
  /// - Throws: `CommandFailure` PH-2001.
  static func refuseStandardOutput(over inputs: [InputSource]) throws(CommandFailure) {
    var own = stat()
    guard fstat(1, &own) == 0, own.st_mode & S_IFMT == S_IFREG else { return }
    try refuse(own, ">", inputs)
  }

  private static func refuse(_ own: stat, _ name: String, _ inputs: [InputSource]) throws(CommandFailure) {
    for case .file(let input) in inputs {
      var other = stat()
      guard stat(input, &other) == 0, other.st_dev == own.st_dev, other.st_ino == own.st_ino else { continue }
      throw CommandFailure(
        "PH-2001", status: .usage,
        Message(
          vi: "\(input): là tệp vào, không được ghi đè.", en: "\(input): is an input and is not written over."
        ),
        remedy: Message(vi: "Chọn tệp ra khác.", en: "Choose another file for the output."))
    }
  }
}
