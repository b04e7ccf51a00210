/// Weights of one byte by feature key, a row of labels each; what has no row weighs nothing.
public struct HashedWeights: Sendable {
  /// Weights in a row.
  public let labelCount: Int
  /// Keys of the rows, ascending.
  public let keys: [UInt32]
  /// The rows one behind the other.
  public let rows: [Int8]
  /// What a weight is multiplied with.
  public let scale: Float
  private let slots: [UInt32]
  private let rowOfSlot: [UInt16]
  private let mask: Int

  /// Weights by key; nil where the numbers do not fit each other, keys repeat or there are more than 65,535.
  public init?(labelCount: Int, keys: [UInt32], rows: [Int8], scale: Float) {
    guard labelCount > 0, labelCount <= 64, rows.count == keys.count * labelCount, keys.count < 0xFFFF,
      scale.isFinite, zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    (self.labelCount, self.keys, self.rows, self.scale) = (labelCount, keys, rows, scale)
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    var rowOfSlot = [UInt16](repeating: .max, count: size)
    for (row, key) in keys.enumerated() {
      var slot = Int(key >> 1) & (size - 1)
      while rowOfSlot[slot] != .max { slot = (slot + 1) & (size - 1) }
      (slots[slot], rowOfSlot[slot]) = (key, UInt16(row))
    }
    (self.slots, self.rowOfSlot, mask) = (slots, rowOfSlot, size - 1)
  }

  /// Adds up the rows of `keys` into `sums`, which has `labelCount` places; O(keys).
  @inline(__always)
  func add(_ keys: UnsafeBufferPointer<UInt32>, to sums: UnsafeMutablePointer<Int32>) {
    slots.withUnsafeBufferPointer { slots in
      rowOfSlot.withUnsafeBufferPointer { rowOfSlot in
        rows.withUnsafeBufferPointer { rows in
          for key in keys {
            var slot = Int(key >> 1) & mask
            while true {
              let row = rowOfSlot[slot]
              if row == .max { break }
              if slots[slot] == key {
                let base = rows.baseAddress.unsafelyUnwrapped + Int(row) * labelCount
                for label in 0..<labelCount { sums[label] &+= Int32(base[label]) }
                break
              }
              slot = (slot + 1) & mask
            }
          }
        }
      }
    }
  }
}
