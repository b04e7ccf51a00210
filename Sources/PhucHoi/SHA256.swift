/// The hash that names inputs and models in every machine-readable output (FIPS 180-4).
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// A hash of nothing yet.
  public init() {}

  /// The hash of `bytes` in lower-case hexadecimal. O(n).
  public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    hash.append(bytes)
    return hash.hexadecimal()
  }

  /// Takes in more bytes. O(n).
  public mutating func append(_ bytes: some Collection<UInt8>) {
    byteCount += UInt64(bytes.count)
    pending.append(contentsOf: bytes)
    let whole = pending.count / 64 * 64
    for start in stride(from: 0, to: whole, by: 64) { absorb(start) }
    pending.removeFirst(whole)
  }

  /// The hash of all bytes so far, in lower-case hexadecimal.
  public func hexadecimal() -> String {
    var last = self
    let bits = byteCount &* 8
    let zeros = (119 - pending.count) % 64
    last.append([0x80] + [UInt8](repeating: 0, count: zeros))
    last.append((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    return last.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func absorb(_ start: Int) {
    for index in 0..<16 {
      let place = start + 4 * index
      schedule[index] = pending[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (a, b) = (schedule[index - 15], schedule[index - 2])
      let first = Self.turned(a, 7) ^ Self.turned(a, 18) ^ a >> 3
      let second = Self.turned(b, 17) ^ Self.turned(b, 19) ^ b >> 10
      schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
    }
    // Eight named words instead of an array: this loop is all the work.
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let sum = Self.turned(e, 6) ^ Self.turned(e, 11) ^ Self.turned(e, 25)
      let first = h &+ sum &+ choice &+ Self.constants[index] &+ schedule[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (Self.turned(a, 2) ^ Self.turned(a, 13) ^ Self.turned(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  @inline(__always)
  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map(cubeRootFraction)
  }()

  /// Bit by bit: the greatest x with x³ ≤ prime · 2⁹⁶, without its whole part.
  private static func cubeRootFraction(_ prime: Int) -> UInt32 {
    var root: UInt64 = 0
    for bit in stride(from: 34, through: 0, by: -1) {
      let trial = root | 1 << UInt64(bit)
      let square = trial.multipliedFullWidth(by: trial)
      let low = square.low.multipliedFullWidth(by: trial)
      let high = square.high &* trial &+ low.high
      // trial³ is compared with prime · 2⁹⁶ by its upper word: the lower word of the latter is zero.
      if high < UInt64(prime) << 32 { root = trial }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
