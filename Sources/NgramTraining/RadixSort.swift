/// Sorts packed n-grams by their value, eleven bits at a time from the least (LSD radix sort). O(n).
enum RadixSort {
  private static let digitBits = 11

  /// Sorts `keys`, whose values are below 2 to the `bits`.
  static func sort(_ keys: inout [UInt64], bits: Int) {
    var payload: [UInt32] = []
    sort(&keys, &payload, bits: bits)
  }

  /// Sorts `keys` and moves the elements of `payload` with them; an empty payload is left alone.
  static func sort(_ keys: inout [UInt64], _ payload: inout [UInt32], bits: Int) {
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherPayload = [UInt32](repeating: 0, count: payload.count)
    var shift = 0
    while shift < bits {
      if pass(keys, payload, &otherKeys, &otherPayload, shift: UInt64(shift)) {
        swap(&keys, &otherKeys)
        swap(&payload, &otherPayload)
      }
      shift += digitBits
    }
  }

  /// One stable distribution by the digit at `shift`; false when all keys share that digit.
  private static func pass(
    _ keys: [UInt64], _ payload: [UInt32], _ sorted: inout [UInt64], _ moved: inout [UInt32], shift: UInt64
  ) -> Bool {
    let mask = UInt64(1) << UInt64(digitBits) - 1
    var starts = [Int](repeating: 0, count: Int(mask) + 1)
    for key in keys { starts[Int(key &>> shift & mask)] += 1 }
    if starts.contains(keys.count) { return false }
    var total = 0
    for digit in starts.indices {
      let count = starts[digit]
      starts[digit] = total
      total += count
    }
    let hasPayload = !payload.isEmpty
    sorted.withUnsafeMutableBufferPointer { sorted in
      moved.withUnsafeMutableBufferPointer { moved in
        starts.withUnsafeMutableBufferPointer { starts in
          for index in keys.indices {
            let digit = Int(keys[index] &>> shift & mask)
            let place = starts[digit]
            starts[digit] = place &+ 1
            sorted[place] = keys[index]
            if hasPayload { moved[place] = payload[index] }
          }
        }
      }
    }
    return true
  }
}
