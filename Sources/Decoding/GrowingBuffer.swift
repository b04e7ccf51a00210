/// A reusable array of plain values without bounds checks, for the inner loops of the search only.
///
/// `Element` must be trivial (no references): elements are neither initialised nor destroyed one by one.
final class GrowingBuffer<Element> {
  @exclusivity(unchecked) private(set) var base: UnsafeMutablePointer<Element>
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity: Int

  init(capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get { base[index] }
    set { base[index] = newValue }
  }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Makes room for `more` elements that `push` may add.
  @inline(__always)
  func reserve(_ more: Int) {
    if count &+ more > capacity { grow(to: count &+ more) }
  }

  /// Appends where `reserve` has made room.
  @inline(__always)
  func push(_ element: Element) {
    (base + count).initialize(to: element)
    count &+= 1
  }

  /// The elements, in no more memory than they take.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  func removeAll() { count = 0 }

  /// Leaves the first `length` elements; there are as many.
  func cut(to length: Int) { count = length }

  /// Makes the buffer hold `count` elements equal to `value`.
  func fill(_ count: Int, _ value: Element) {
    if count > capacity { grow(to: count) }
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  private func grow(to needed: Int) {
    let wider = max(capacity * 2, needed)
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    fresh.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (fresh, wider)
  }
}
