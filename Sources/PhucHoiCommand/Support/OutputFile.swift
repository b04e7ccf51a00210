import ArgumentParser
import PhucHoiArchive
import Platform

/// The option `--force`, shared by all commands that write a file.
struct ForceOption: ParsableArguments {
  @Flag(name: .customLong("force"), help: "Replace a file that exists. Inputs are never replaced.")
  var isGiven = false
}

/// A file that a command writes: complete or not at all, never over an input or into an archive's own files, and over
/// nothing that exists unless that is asked for. All commands ask it; models are written by `WholeFile`.
struct OutputFile: Sendable {
  /// The path as it was given.
  let path: String
  /// Whether a file that exists is replaced.
  let replaces: Bool

  /// The file at `path`, once it is sure that it may be written.
  ///
  /// Files are compared by device and inode, so that no other way to an input's name leads around the question.
  /// - Parameters:
  ///   - inputs: what the command reads: files, or folders with all that is below them.
  ///   - archive: the folder of the archive that it works on.
  /// - Throws: `CommandFailure` PH-2001 (an input), PH-2005 (of an archive), PH-4003 (it exists).
  init(
    path: String, force: Bool, inputs: [InputSource], archive: String? = nil
  ) throws(CommandFailure) {
    (self.path, replaces) = (path, force)
    var own = stat()
    let exists = stat(path, &own) == 0
    var link = stat()
    let isNamed = lstat(path, &link) == 0
    if exists { try Self.refuse(own, inputs) }
    if isNamed { try Self.refuse(path, below: inputs) }
    if ArchiveGuard.forbids(path, archive: archive) { throw Self.isOfArchive(path) }
    guard isNamed, !force, !isDevice(own, exists) else { return }
    throw Self.existing(path)
  }

  /// Writes `bytes` to a temporary file beside the target and gives it the target's name.
  ///
  /// - Throws: `CommandFailure` PH-4002 when the folder is missing, full or not writable, PH-4003 when the file came
  ///   to exist meanwhile.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var own = stat()
    let exists = stat(path, &own) == 0
    if isDevice(own, exists) {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw unwritable() }
      defer { close(descriptor) }
      guard FileBytes.write(bytes, to: descriptor) else { throw unwritable() }
      return
    }
    try publish { part throws(CommandFailure) in
      do { try Data(bytes).write(to: URL(fileURLWithPath: part)) } catch { throw unwritable() }
    }
  }

  /// Lets `make` write a temporary file beside the target, and gives it the target's name.
  func publish(_ make: (_ part: String) throws(CommandFailure) -> Void) throws(CommandFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let part = folder.appendingPathComponent(".phuchoi-\(getpid()).part").path
    defer { unlink(part) }
    try make(part)
    try putOnDisk(part)
    guard !replaces else {
      guard rename(part, path) == 0 else { throw unwritable() }
      return
    }
    guard link(part, path) != 0 else { return }
    if errno == EEXIST { throw Self.existing(path) }
    // File systems without links.
    guard access(path, F_OK) != 0, rename(part, path) == 0 else { throw unwritable() }
  }

  /// A name must not outlive a power cut that what it names did not.
  private func putOnDisk(_ part: String) throws(CommandFailure) {
    let descriptor = open(part, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable() }
    defer { close(descriptor) }
    guard WholeFile.sync(descriptor) else { throw unwritable() }
  }

  /// Refuses to go on where the shell sends standard output to one of `inputs`.
  ///
  /// - Throws: `CommandFailure` PH-2001.
  static func refuseStandardOutput(over inputs: @autoclosure () -> [InputSource]) throws(CommandFailure) {
    var own = stat()
    guard fstat(1, &own) == 0, own.st_mode & S_IFMT == S_IFREG else { return }
    try refuse(own, inputs())
  }

  /// Whether the target is something to be written to as it is: a terminal, a pipe, `/dev/null`.
  private func isDevice(_ status: stat, _ exists: Bool) -> Bool {
    exists && status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Refuses a target that is one of `inputs`.
  private static func refuse(_ own: stat, _ inputs: [InputSource]) throws(CommandFailure) {
    for input in inputs {
      var other = stat()
      let isThere =
        switch input {
        case .standardInput: fstat(0, &other) == 0 && other.st_mode & S_IFMT == S_IFREG
        case .file(let path): stat(path, &other) == 0
        }
      guard isThere, other.st_dev == own.st_dev, other.st_ino == own.st_ino else { continue }
      throw isInput(input.name)
    }
  }

  /// Refuses a target that stands, as a file or a link, below one of `inputs` that is a folder.
  private static func refuse(_ path: String, below inputs: [InputSource]) throws(CommandFailure) {
    for case .file(let folder) in inputs where ArchiveGuard.isBelow(path, folder) { throw isInput(path) }
  }

  private static func isInput(_ name: String) -> CommandFailure {
    CommandFailure(
      "PH-2001", status: .usage,
      Message(
        vi: "\(name): là tệp vào hoặc nằm trong thư mục vào, không được ghi đè.",
        en: "\(name): is an input, or lies in a folder of them, and is not written over."
      ),
      remedy: Message(vi: "Chọn tệp ra khác.", en: "Choose another file for the output."))
  }

  private static func isOfArchive(_ path: String) -> CommandFailure {
    CommandFailure(
      "PH-2005", status: .usage,
      Message(
        vi: "\(path): thuộc về kho (danh mục, thiết lập, từ riêng hoặc thư mục vào), không được ghi đè.",
        en:
          "\(path): belongs to an archive (its catalogue, settings, lexicons or inputs) and is not written over."
      ),
      remedy: Message(vi: "Chọn tệp ra khác.", en: "Choose another file for the output."))
  }

  private static func existing(_ path: String) -> CommandFailure {
    CommandFailure(
      "PH-4003", status: .output,
      Message(vi: "\(path): đã có tệp này.", en: "\(path): exists already."),
      remedy: Message(
        vi: "Chọn tên khác, hoặc thêm --force để thay tệp đó.",
        en: "Choose another name, or replace it with --force."))
  }

  private func unwritable() -> CommandFailure {
    CommandFailure(
      "PH-4002", status: .output,
      Message(vi: "\(path): không ghi được.", en: "\(path): cannot be written."),
      remedy: Message(vi: "Kiểm tra thư mục và quyền ghi.", en: "Check the folder and its permissions."))
  }
}
