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
