import Platform

/// Logarithms in the unit of every cost of this module: base ten.
enum Numeric {
  static func log10(_ value: Float) -> Float { Platform.log10(value) }
  static func power10(_ value: Float) -> Float { Platform.pow(10, value) }
}
