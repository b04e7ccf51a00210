import PhucHoiArchive
import Platform

/// An archive as those who review it see it. All requests share it; the catalogue on the disk is what holds, what is
/// kept here is only to answer quickly.
final class ReviewBook: @unchecked Sendable {
  /// The archive.
  let folder: String
  /// Whether secret documents are shown.
  let showsSecret: Bool
  /// Writes; what another run writes at the same time keeps it waiting, but not those who read.
  let writer: Catalogue
  /// Reads.
  let reader: Catalogue
  /// Places less sure than this are to be checked.
  let limit: Double
  // The lock guards what is below.
  private let lock = Lock()
  private let making = Lock()
  private var queue: ReviewQueue?
  /// The number that tells changes of others, when the queue was made.
  private var seen = -1
  /// How often it took up what was decided here.
  private var updates = 0
  private var texts: [Int: ReviewText] = [:]
  private var recent: [Int] = []
  /// What persons decided about a reading, the latest first.
  private var learned: [String: [String]] = [:]
  private static let mostLearned = 4
  private static let mostTexts = 24

  /// Opens the archive in `folder`. Throws what the catalogue throws.
  init(folder: String, below limit: Double, showsSecret: Bool) throws {
    (self.folder, self.limit, self.showsSecret) = (folder, limit, showsSecret)
    writer = try Catalogue.reviewing(folder)
    reader = try Catalogue(reading: folder)
  }

  /// The queue as it is now.
  func current() throws -> ReviewQueue {
    if let queue = lock.withLock({ queue }) { return queue }
    // Who comes while it is being made waits for it.
    return try making.withLock { try lock.withLock({ queue }) ?? rebuild() }
  }

  /// Makes the queue anew if somebody else, a run over the archive most likely, wrote to the catalogue.
  func refresh() throws {
    let changes = try writer.foreignChanges()
    if lock.withLock({ queue != nil && seen != changes }) { try rebuild() }
  }

  @discardableResult
  func rebuild() throws -> ReviewQueue {
    // Before all else: what is written while it is made makes it anew.
    let changes = try writer.foreignChanges()
    let before = lock.withLock { updates }
    let inputs = try reader.reviewInputs(secret: showsSecret)
    let places = try reader.places(below: limit, of: inputs)
    let new = ReviewQueue(inputs: inputs, places: places, decided: try reader.decidedPlaces())
    let readings = try reader.decidedReadings()
    let isOvertaken = lock.withLock { () -> Bool in
      queue = new
      seen = changes
      learned = [:]
      for (read, text) in readings { note(read, text) }
      texts = [:]
      recent = []
      return updates != before
    }
    // What was decided while the queue was made may not be in it.
    if isOvertaken { try update(Set(inputs.map(\.path))) }
    return lock.withLock { queue } ?? new
  }

  /// Takes up what was decided about the inputs `paths` in the queue.
  func update(_ paths: Set<String>) throws {
    lock.withLock { updates += 1 }
    let decided = try reader.decidedPlaces(of: paths)
    lock.withLock {
      for path in paths { queue?.decided(decided[path] ?? [], in: path) }
    }
  }

  /// What persons decided about places that were read as `read`.
  func readings(of read: String) -> [String] { lock.withLock { learned[read] ?? [] } }

  /// Takes up what was decided, for other places that were read alike.
  func learn(_ changes: [ReviewChange]) {
    lock.withLock {
      for change in changes where change.place.field.isEmpty { note(change.read, change.after) }
    }
  }

  /// Keeps a decision about a reading; the lock is held.
  private func note(_ read: String, _ text: String?) {
    guard let text, !text.isEmpty, !read.isEmpty, text != read else { return }
    let others = learned[read, default: []].filter { $0 != text }
    learned[read] = Array(([text] + others).prefix(Self.mostLearned))
  }

  /// Inputs that were decided about and whose outputs do not show it yet.
  func waiting() throws -> Set<String> { try reader.waitingInputs(current().inputs) }

  /// The text of an input; nil where it is gone.
  func text(of input: ReviewInput) throws -> ReviewText? {
    if let text = lock.withLock({ texts[input.id] }) { return text }
    guard let text = try ReviewText(input, folder: folder, catalogue: reader) else { return nil }
    lock.withLock {
      texts[input.id] = text
      recent.append(input.id)
      if recent.count > Self.mostTexts { texts[recent.removeFirst()] = nil }
    }
    return text
  }
}
