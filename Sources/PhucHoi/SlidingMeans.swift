import Platform

/// The mean of the values within `reach` places of each, itself and those that exist. O(n).
func slidingMeans<Value: BinaryFloatingPoint>(_ values: [Value], reach: Int) -> [Value] {
  var sums = [0.0]
  sums.reserveCapacity(values.count + 1)
  for value in values { sums.append(sums[sums.count - 1] + Double(value)) }
  return values.indices.map { index in
    let (low, high) = (max(0, index - reach), min(values.count, index + reach + 1))
    return Value((sums[high] - sums[low]) / Double(high - low))
  }
}

/// The sum of the values on both sides of each, without itself, weighed by how near they stand: by a factor of e less for every
/// `scale` places. O(n).
func sumsAround(_ values: [Double], scale: Double) -> [Double] {
  let decay = exp(-1 / scale)
  var sums = [Double](repeating: 0, count: values.count)
  for order in [Array(values.indices), values.indices.reversed()] {
    var sum = 0.0
    for index in order {
      sums[index] += sum
      sum = (sum + values[index]) * decay
    }
  }
  return sums
}
