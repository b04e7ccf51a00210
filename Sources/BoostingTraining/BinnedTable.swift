/// Observations with their features cut into bins, so that a split is found by adding up bins.
struct BinnedTable {
  /// Most bins of a feature.
  static let mostBins = 256

  /// Number of rows.
  let rowCount: Int
  /// Bins of all rows, feature by feature.
  let columns: [[UInt8]]
  /// Where the bins of each feature begin: bin b holds what is not below `cuts[b - 1]` and below `cuts[b]`.
  let cuts: [[Float]]

  /// Cuts `values`, row after row of `width` features. O(rows × width × log rows).
  init(_ values: [Float], width: Int) {
    rowCount = width == 0 ? 0 : values.count / width
    var (columns, cuts): ([[UInt8]], [[Float]]) = ([], [])
    for feature in 0..<width {
      let column = (0..<rowCount).map { values[$0 * width + feature] }
      let edges = Self.edges(column)
      columns.append(column.map { UInt8(Self.bin(of: $0, edges)) })
      cuts.append(edges)
    }
    (self.columns, self.cuts) = (columns, cuts)
  }

  /// Edges with about as many rows between any two, each halfway between two values that occur.
  private static func edges(_ column: [Float]) -> [Float] {
    let sorted = column.sorted()
    var edges: [Float] = []
    var due = 0
    for index in sorted.indices.dropFirst() where sorted[index] > sorted[index - 1] {
      guard index >= due, edges.count < mostBins - 1 else { continue }
      let middle = sorted[index - 1] + (sorted[index] - sorted[index - 1]) / 2
      edges.append(middle > sorted[index - 1] ? middle : sorted[index])
      due = index + sorted.count / mostBins
    }
    return edges
  }

  private static func bin(of value: Float, _ edges: [Float]) -> Int {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if value < edges[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
