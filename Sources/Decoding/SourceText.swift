import VietText

/// A text as Unicode scalars, with the UTF-8 offset of each and the ranges of its lines.
public struct SourceText: Sendable {
  /// The scalars of the whole text, line ends included.
  public let scalars: [UInt32]
  /// UTF-8 offset of each scalar; one more entry holds the length of the text.
  public let offsets: [Int32]
  /// Scalar ranges of the lines, without their line ends (LF, CR LF, CR, form feed).
  public let lines: [Range<Int>]
  /// What the engine that read the text thought of its words, in order, not overlapping; may be empty.
  public var confidences: [EngineConfidence] = []

  /// Reads `text`. O(length).
  public init(_ text: String) {
    var scalars: [UInt32] = []
    var offsets: [Int32] = []
    var lines: [Range<Int>] = []
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    var (offset, start) = (Int32(0), 0)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value == 0x0A || value == 0x0D || value == 0x0C {
        if !(value == 0x0A && scalars.last == 0x0D) { lines.append(start..<scalars.count) }
        start = scalars.count + 1
      }
      scalars.append(value)
      offsets.append(offset)
      offset += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    }
    if start < scalars.count { lines.append(start..<scalars.count) }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
    self.lines = lines
  }

  /// The text of a scalar range.
  public func string(_ range: Range<Int>) -> String { Decoding.string(scalars[range]) }

  /// The UTF-8 range of a scalar range.
  public func bytes(_ range: Range<Int>) -> Range<Int> {
    Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
  }
}

/// Scalars as a string; invalid ones are left out.
func string(_ scalars: some Sequence<UInt32>) -> String {
  var view = String.UnicodeScalarView()
  for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
  return String(view)
}
