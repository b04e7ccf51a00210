#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two functions of the mathematics library that training needs.
enum Logarithm {
  /// The logarithm to base ten; -99 for zero, as ARPA files write it.
  @inline(__always)
  static func base10(_ value: Float) -> Float { value > 0 ? log10f(value) : -99 }

  /// Ten to the `exponent`.
  static func power10(_ exponent: Double) -> Double { pow(10, exponent) }
}
