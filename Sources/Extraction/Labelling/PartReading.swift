import SequenceLabels

/// The parts of the lines of a text, and which lines are worth a look word by word.
struct PartReading: Sendable {
  /// The part of each line.
  var parts: [PartLabel]
  /// How probable that is.
  var certain: [Float]
  /// Stretches of lines that may hold heading or foot, with some lines on either side.
  var windows: [Range<Int>]

  private static let leastChance: Float = 0.02
  private static let margin = 2
  /// Words in a window; longer ones are cut.
  private static let mostWords = 4_000

  /// The parts as `model` has them; O(lines).
  init(_ pieces: PieceText, model: ChainModel) {
    let sequence = LineFeatures(pieces: pieces).sequence()
    var lattice = model.lattice(sequence)
    let best = lattice.best(model.transitions)
    lattice.sum(model.transitions)
    let size = model.labelCount
    parts = best.map { PartLabel(rawValue: $0) ?? .body }
    certain = best.indices.map { lattice.marginals[$0 * size + Int(best[$0])] }
    let isOpen = best.indices.map { line in
      let chance =
        lattice.marginals[line * size + Int(PartLabel.head.rawValue)]
        + lattice.marginals[line * size + Int(PartLabel.foot.rawValue)]
      return chance > Self.leastChance
    }
    windows = Self.windows(isOpen, pieces)
  }

  /// Windows around open lines, one behind the other.
  static func windows(_ isOpen: [Bool], _ pieces: PieceText) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    for line in isOpen.indices where isOpen[line] {
      let range = max(0, line - margin)..<min(isOpen.count, line + margin + 1)
      if let last = windows.last, last.upperBound >= range.lowerBound {
        windows[windows.count - 1] = last.lowerBound..<range.upperBound
      } else {
        windows.append(range)
      }
    }
    return windows.flatMap { cut($0, pieces) }
  }

  private static func cut(_ window: Range<Int>, _ pieces: PieceText) -> [Range<Int>] {
    var (result, start, words): ([Range<Int>], Int, Int) = ([], window.lowerBound, 0)
    for line in window {
      words += pieces.lines[line].reduce(0) { $0 + pieces.segments[$1].words.count }
      if words > mostWords {
        result.append(start..<line + 1)
        (start, words) = (line + 1, 0)
      }
    }
    if start < window.upperBound { result.append(start..<window.upperBound) }
    return result
  }
}
