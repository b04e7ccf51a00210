import ModelFile
import NgramModel

/// Writes an ascending sequence in the coding that `NgramModel` reads (Elias 1974, Fano 1971).
enum MonotoneEncoder {
  /// Adds the sections of `values` under `name`.
  static func add(_ values: [Int], name: String, to file: inout ModelFileWriter) {
    let names = NgramModelLayout.sequence(name)
    let mean = (values.last ?? 0) / max(1, values.count)
    let lowBits = min(23, mean < 2 ? 0 : Int.bitWidth - 1 - mean.leadingZeroBitCount)
    var low = BitPacker()
    var high = [UInt64](repeating: 0, count: (((values.last ?? 0) >> lowBits) + values.count) / 64 + 1)
    var samples: [UInt32] = []
    for (index, value) in values.enumerated() {
      low.append(value & (1 << lowBits - 1), width: lowBits)
      let place = value >> lowBits + index
      high[place >> 6] |= 1 << UInt64(place & 63)
      if index & 31 == 0 { samples.append(UInt32(place)) }
    }
    file.add(names.shape, [UInt64(lowBits)])
    file.add(names.low, low.packed())
    file.add(names.high, high)
    file.add(names.samples, samples)
  }
}
