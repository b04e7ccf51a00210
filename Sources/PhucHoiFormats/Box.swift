/// A rectangle on a page, in the unit of the file, from the upper left corner.
public struct Box: Sendable, Equatable {
  /// Left edge.
  public var x0: Double
  /// Upper edge.
  public var y0: Double
  /// Right edge.
  public var x1: Double
  /// Lower edge.
  public var y1: Double

  /// Makes a box from its edges.
  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  /// The smallest box around both.
  public func union(_ other: Box) -> Box {
    Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }

  /// The box cut from left to right into pieces as wide as their numbers of letters, a blank's width apart.
  ///
  /// Edges are whole numbers when those of the box are.
  func cut(letters: [Int]) -> [Box] {
    let total = letters.reduce(0, +) + max(0, letters.count - 1)
    guard letters.count > 1, total > 0 else { return letters.map { _ in self } }
    let unit = (x1 - x0) / Double(total)
    let isWhole = x0 == x0.rounded() && x1 == x1.rounded()
    func edge(_ place: Int) -> Double {
      let value = x0 + unit * Double(place)
      return isWhole ? value.rounded() : (value * 1000).rounded() / 1000
    }
    var place = 0
    return letters.map { count in
      defer { place += count + 1 }
      return Box(x0: edge(place), y0: y0, x1: edge(place + count), y1: y1)
    }
  }
}

/// A number as files write it: without a point when it is whole.
func written(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
