import NgramModel

/// An open-addressing table from word bytes to consecutive indices.
struct WordTable {
  private(set) var starts: [Int] = [0]
  private var bytes: [UInt8] = []
  private var slots = [Int32](repeating: -1, count: 1 << 16)

  /// Number of words.
  var count: Int { starts.count - 1 }

  /// The index of `word`, nil where it was never added.
  func index(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let entry = slots[slot(of: word)]
    return entry < 0 ? nil : Int(entry)
  }

  /// The index of `word`, which is added where it is new.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(count)
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The bytes of a word.
  func word(_ index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: NgramModelLayout.hash(word)) & mask
    while slots[slot] >= 0, !equals(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 0..<count {
      let hash = word(index).withUnsafeBufferPointer { NgramModelLayout.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
