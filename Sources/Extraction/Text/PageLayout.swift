/// Where the words of an input stand on their pages, for inputs that tell (hOCR, ALTO, PDF).
///
/// Only the horizontal place counts, as a share of the width that the page's words fill: it tells the column of
/// the signature from that of the recipients where a seal left nothing to read in one of them.
public struct PageLayout: Sendable {
  /// A word's place.
  public struct Place: Sendable {
    /// UTF-8 range in the input.
    public var range: Range<Int>
    /// Page, from 1.
    public var page: Int
    /// Left edge, in any unit that is the same for the whole page.
    public var left: Double
    /// Right edge, in the same unit.
    public var right: Double

    /// Makes a place from its parts.
    public init(range: Range<Int>, page: Int, left: Double, right: Double) {
      self.range = range
      self.page = page
      self.left = left
      self.right = right
    }
  }

  private let places: [Place]
  private let edges: [Int: (left: Double, right: Double)]

  /// A layout of words in the order of the input; O(n).
  public init(_ places: [Place]) {
    self.places = places
    edges = places.reduce(into: [:]) { edges, place in
      let known = edges[place.page] ?? (place.left, place.right)
      edges[place.page] = (min(known.left, place.left), max(known.right, place.right))
    }
  }

  /// How far from the left edge of the page's text a UTF-8 offset stands, 0 to 1; nil where no word stands.
  /// O(log n).
  func left(of offset: Int) -> Double? {
    let low = places.partitioningIndex { $0.range.upperBound > offset }
    guard low < places.count, places[low].range.contains(offset), let edge = edges[places[low].page],
      edge.right > edge.left
    else { return nil }
    return (places[low].left - edge.left) / (edge.right - edge.left)
  }
}
