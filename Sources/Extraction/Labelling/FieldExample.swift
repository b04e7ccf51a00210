import SequenceLabels
import VietText

/// A text whose zones are known: what the models are learned from.
package struct FieldExample: Sendable {
  /// A stretch of a line that serves one purpose.
  package struct Mark: Sendable {
    /// Line from 0.
    package var line: Int
    /// Scalars of the line.
    package var range: Range<Int>
    /// Nil where nobody knows.
    package var label: FieldLabel?

    /// Makes a mark from its parts.
    package init(line: Int, range: Range<Int>, label: FieldLabel?) {
      (self.line, self.range, self.label) = (line, range, label)
    }
  }

  private let pieces: PieceText
  /// The labels that each word may have, a bit each.
  private let allowed: [UInt64]

  /// An example; words under no mark are running text. O(n + marks).
  package init(text: String, marks: [Mark], tables: ExtractionTables) {
    let reading = Reading(AlignedText(source: text))
    pieces = PieceText(reading: reading, tables: tables)
    var labels = [FieldLabel?](repeating: .body, count: reading.words.count)
    for mark in marks where reading.lines.indices.contains(mark.line) {
      let line = reading.lines[mark.line]
      for word in line.words {
        // Marks of emphasis before a word are none of what is marked.
        let place = reading.words[word].isEmpty ? reading.words[word].start : reading.words[word].coreStart
        if mark.range.contains(Int(place) - line.range.lowerBound) { labels[word] = mark.label }
      }
    }
    let open = Self.open(marks)
    allowed = labels.map { $0.map { 1 << UInt64($0.rawValue) } ?? open }
  }

  /// What a word may be of which nobody knows: a label that is marked somewhere is marked wherever it stands.
  private static func open(_ marks: [Mark]) -> UInt64 {
    let known = Set(marks.compactMap(\.label))
    let free: Set<FieldLabel> = [.body, .annex, .junk, .basis, .nation]
    return FieldLabel.allCases.reduce(0) { mask, label in
      known.contains(label) && !free.contains(label) ? mask : mask | 1 << UInt64(label.rawValue)
    }
  }

  /// The lines with the parts that each may belong to.
  package func lines() -> (UnitSequence, [UInt64]) {
    (LineFeatures(pieces: pieces).sequence(), pieces.lines.map(parts))
  }

  /// The words of heading and foot, window by window, with the parts as a model has them.
  package func words(parts model: ChainModel) -> [(UnitSequence, [UInt64])] {
    var reading = PartReading(pieces, model: model)
    let isOpen = pieces.lines.indices.map { line in
      reading.windows.contains { $0.contains(line) }
        || pieces.lines[line].contains { segment in
          pieces.segments[segment].words.contains { Self.mayOpen(allowed[$0]) }
        }
    }
    reading.windows = PartReading.windows(isOpen, pieces)
    let features = WordFeatures(pieces: pieces, parts: reading.parts, certain: reading.certain)
    return reading.windows.map { window in
      let own = window.flatMap { pieces.lines[$0] }.flatMap { pieces.segments[$0].words }
      return (features.sequence(window), own.map { allowed[$0] })
    }
  }

  /// Whether a word is known to belong to heading or foot.
  private static func mayOpen(_ mask: UInt64) -> Bool {
    guard mask.nonzeroBitCount == 1, let label = FieldLabel(rawValue: UInt8(mask.trailingZeroBitCount)) else {
      return false
    }
    return label.part == .head || label.part == .foot
  }

  /// The parts that a line may belong to: that of most of its words that are known, any where none is.
  private func parts(of line: Range<Int>) -> UInt64 {
    var votes = [Int](repeating: 0, count: PartLabel.allCases.count)
    for word in line.flatMap({ pieces.segments[$0].words }) where allowed[word].nonzeroBitCount == 1 {
      let label = FieldLabel(rawValue: UInt8(allowed[word].trailingZeroBitCount))
      if let part = label?.part { votes[Int(part.rawValue)] += 1 }
    }
    guard let most = votes.max(), most > 0, let part = votes.firstIndex(of: most) else { return .max }
    return 1 << UInt64(part)
  }
}
