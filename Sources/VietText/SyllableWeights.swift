/// How common a syllable is: what tells two readings of damaged letters apart where there is no language model.
struct SyllableWeights: Sendable {
  static let shared = SyllableWeights()

  private let weights: [UInt64: UInt8]

  private init() {
    var weights: [UInt64: UInt8] = [:]
    for line in Self.table.utf8.split(separator: 0x0A) {
      let words = line.split(separator: 0x20)
      guard let weight = words.first.flatMap({ UInt8(String(decoding: $0, as: UTF8.self)) }) else { continue }
      for word in words.dropFirst() {
        let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
        if let key = Self.key(scalars) { weights[key] = weight }
      }
    }
    self.weights = weights
  }

  /// Log2 of how often `word` (lower-case NFC, either tone placement) stands in a hundred million words; 0 for a
  /// rarer syllable, nil for what is none.
  func weight(_ word: [UInt32]) -> Int? {
    guard Syllable.parse(word) != nil, let key = Self.key(word) else { return nil }
    return Int(weights[key] ?? 0)
  }

  /// The letters and the tone, wherever its mark stands.
  private static func key(_ word: [UInt32]) -> UInt64? {
    word.withUnsafeBufferPointer { Syllable.Letters($0) }.map { $0.codes | UInt64($0.tone) << 40 }
  }
}
