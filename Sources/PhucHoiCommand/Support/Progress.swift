import Platform

/// A line on standard error that shows that long work goes on; only where standard error is a terminal.
///
/// Nothing is shown during the first second.
final class Progress: @unchecked Sendable {
  // The lock guards both variables: the timer's thread and the command's share them.
  private let lock = Lock()
  private var label = ""
  private var isShown = false
  private let start = Date()
  private var timer: (any DispatchSourceTimer)?

  /// Starts the clock.
  init(isEnabled: Bool = isatty(2) == 1) {
    guard isEnabled else { return }
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 1, repeating: 0.25)
    timer.setEventHandler { [weak self] in self?.show() }
    timer.resume()
    self.timer = timer
  }

  /// Says what is being worked on.
  func tell(_ text: String) { lock.withLock { label = text } }

  /// Takes the line away.
  func finish() {
    timer?.cancel()
    lock.withLock {
      if isShown { try? StandardStream.error.write(Array("\r\u{1B}[K".utf8)) }
      isShown = false
    }
  }

  private func show() {
    lock.withLock {
      guard timer?.isCancelled == false else { return }
      isShown = true
      let seconds = Int(Date().timeIntervalSince(start))
      try? StandardStream.error.write(Array("\r\u{1B}[K\(label) · \(seconds) s".utf8))
    }
  }
}
