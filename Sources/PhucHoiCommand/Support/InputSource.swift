import Extraction
import Platform

/// Where an input comes from: a file, or standard input, which is written `-`.
enum InputSource: Sendable, Equatable {
  case standardInput
  case file(String)

  /// The source that a command-line argument names.
  init(argument: String) { self = argument == "-" ? .standardInput : .file(argument) }

  /// The sources that the arguments name; none at all means standard input.
  static func sources(_ arguments: [String]) -> [InputSource] {
    arguments.isEmpty ? [.standardInput] : arguments.map(InputSource.init(argument:))
  }

  /// The file of a profile; none where `profile` names a shipped one.
  static func profile(_ profile: String) -> [InputSource] {
    ExportProfile.names.contains(profile) ? [] : [.file(profile)]
  }

  /// The name for messages and for `source.path` in records.
  var name: String {
    switch self {
    case .standardInput: "-"
    case .file(let path): path
    }
  }

  /// The extension of a file's name, in small letters; nil for standard input.
  var suffix: String? {
    guard case .file(let path) = self else { return nil }
    return URL(fileURLWithPath: path).pathExtension.lowercased()
  }

  /// The whole input.
  ///
  /// - Throws: `CommandFailure` PH-1001 (not there), PH-1002 (a folder), PH-1003 (not readable), PH-1101 (more
  ///   than `limit` bytes; a file of known size is then not read at all).
  func read(atMost limit: Int = .max) throws(CommandFailure) -> [UInt8] {
    let descriptor = try open()
    defer { if descriptor > 0 { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw isFolder() }
    let expected = status.st_mode & S_IFMT == S_IFREG ? max(0, Int(status.st_size)) : 0
    guard expected <= limit else { throw .tooLarge(self, limit: limit) }
    return try readAll(descriptor, expected: expected, limit: limit)
  }

  private func open() throws(CommandFailure) -> Int32 {
    guard case .file(let path) = self else { return 0 }
    let descriptor = GivenName.with(path) { Platform.open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor < 0 else { return descriptor }
    guard errno == ENOENT || errno == ENOTDIR else { throw notReadable(errno) }
    throw .missing(name)
  }

  private func readAll(_ descriptor: Int32, expected: Int, limit: Int) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = max(expected + 1, 1 << 16)
    var failure: Int32 = 0
    while true {
      let filled = bytes.count
      let room = capacity
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = Platform.read(descriptor, buffer.baseAddress, room)
        failure = count < 0 ? errno : 0
        initialized = max(0, count)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw failure == EISDIR ? isFolder() : notReadable(failure) }
      if count == 0 { return bytes }
      if filled == 0 { bytes = piece } else { bytes.append(contentsOf: piece) }
      guard bytes.count <= limit else { throw .tooLarge(self, limit: limit) }
      capacity = max(1 << 16, expected - bytes.count + 1)
    }
  }

  private func isFolder() -> CommandFailure {
    CommandFailure(
      "PH-1002",
      Message(vi: "\(name): là thư mục, không phải tệp.", en: "\(name): is a folder, not a file."),
      remedy: Message(
        vi: "Dùng `phuchoi batch` cho cả thư mục.", en: "Use `phuchoi batch` for a whole folder."))
  }

  private func notReadable(_ number: Int32) -> CommandFailure {
    let reason = String(cString: strerror(number))
    return CommandFailure(
      "PH-1003",
      Message(vi: "\(name): không đọc được: \(reason).", en: "\(name): cannot be read: \(reason)."),
      remedy: Message(vi: "Kiểm tra quyền đọc.", en: "Check its permissions."))
  }
}
