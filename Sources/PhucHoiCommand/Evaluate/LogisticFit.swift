import Foundation

/// Logistic regression by Newton's method with a small ridge.
struct LogisticFit {
  /// Inputs and outcomes.
  private(set) var rows: [(values: [Double], isRight: Bool)] = []

  /// Adds one observation.
  mutating func add(_ values: [Float], isRight: Bool) { rows.append((values.map(Double.init), isRight)) }

  /// The weights that fit best; nil where nothing was observed. O(rounds × rows × features²).
  func weights(rounds: Int = 25, ridge: Double = 1) -> [Double]? {
    guard let width = rows.first?.values.count else { return nil }
    var weights = [Double](repeating: 0, count: width)
    for _ in 0..<rounds {
      var gradient = weights.map { -ridge * $0 }
      var hessian = (0..<width).map { row in (0..<width).map { $0 == row ? ridge : 0 } }
      for (values, isRight) in rows {
        let score = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = 1 / (1 + exp(-score))
        let slope = probability * (1 - probability)
        for i in 0..<width {
          gradient[i] += ((isRight ? 1 : 0) - probability) * values[i]
          for j in 0...i { hessian[i][j] += slope * values[i] * values[j] }
        }
      }
      for i in 0..<width { for j in 0..<i { hessian[j][i] = hessian[i][j] } }
      let step = Self.solve(hessian, gradient)
      for i in 0..<width { weights[i] += max(-4, min(4, step[i])) }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    return weights
  }

  /// Gaussian elimination with pivoting; `matrix` is positive definite because of the ridge.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (a, b) = (matrix, right)
    let n = b.count
    for column in 0..<n {
      let pivot = (column..<n).max { abs(a[$0][column]) < abs(a[$1][column]) } ?? column
      a.swapAt(column, pivot)
      b.swapAt(column, pivot)
      for row in column + 1..<n where a[column][column] != 0 {
        let factor = a[row][column] / a[column][column]
        for k in column..<n { a[row][k] -= factor * a[column][k] }
        b[row] -= factor * b[column]
      }
    }
    for row in stride(from: n - 1, through: 0, by: -1) {
      for k in row + 1..<max(n, row + 1) where k < n { b[row] -= a[row][k] * b[k] }
      b[row] /= a[row][row] == 0 ? 1 : a[row][row]
    }
    return b
  }
}
