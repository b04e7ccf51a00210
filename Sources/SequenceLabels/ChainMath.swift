#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The functions of the C library that the lattice needs.
enum ChainMath {
  @inline(__always) static func exp(_ value: Float) -> Float { expf(value) }
  @inline(__always) static func log(_ value: Float) -> Float { logf(value) }
}
