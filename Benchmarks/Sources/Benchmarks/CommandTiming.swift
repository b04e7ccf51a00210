import Foundation

/// One run of the command: when its first output came, how long it took, how much memory it had.
struct CommandTiming {
  /// Seconds from the start of the process to its first byte of output.
  var firstOutput: Double
  /// Seconds until it ended.
  var total: Double
  /// Largest resident memory, in bytes; mapped models count as far as they were touched.
  var peakMemory: Double

  /// Runs `command` with `arguments`.
  static func run(_ command: String, _ arguments: [String]) throws -> CommandTiming {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let start = ContinuousClock.now
    let status = posix_spawn(&process, command, &actions, nil, words, environ)
    close(ends[1])
    guard status == 0 else { throw POSIXError(.init(rawValue: status) ?? .ENOENT) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var first: Duration?
    while read(ends[0], &buffer, buffer.count) > 0 { if first == nil { first = ContinuousClock.now - start } }
    var usage = rusage()
    var result: Int32 = 0
    guard wait4(process, &result, 0, &usage) == process, result == 0 else { throw POSIXError(.ECHILD) }
    let total = ContinuousClock.now - start
    return CommandTiming(
      firstOutput: (first ?? total) / .seconds(1), total: total / .seconds(1),
      peakMemory: Double(usage.ru_maxrss) * 1024)
  }
}
