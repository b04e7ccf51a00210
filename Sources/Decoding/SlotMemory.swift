import CMachine
import Platform

/// Slots of plain values, all of zero bytes at first; memory counts only as far as it was used.
///
/// `Slot` must be trivial. No bounds are checked. Not `Sendable`.
final class SlotMemory<Slot: BitwiseCopyable> {
  private let slots: UnsafeMutablePointer<Slot>

  init(count: Int) {
    slots = calloc(count, MemoryLayout<Slot>.stride).unsafelyUnwrapped
      .bindMemory(to: Slot.self, capacity: count)
  }

  deinit { free(slots) }

  @inline(__always)
  subscript(_ place: Int) -> Slot {
    get { slots[place] }
    set { slots[place] = newValue }
  }

  /// Fetches what is in a slot.
  @inline(__always)
  func fetch(_ place: Int) { cmachine_fetch(slots + place) }
}
